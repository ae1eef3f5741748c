package org.tokenlane.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Why an event belongs to a session, and how sure that is. */
class LinkRuleTest {

    @Test
    void everyStoredCodeGivesItsRule() {
        assertThat(LinkRule.values()).allSatisfy(rule -> assertThat(LinkRule.of(rule.code())).isEqualTo(rule));
    }

    @Test
    void whatIsLessThanCertainIsInferredAndNoLinkIsNot() {
        assertThat(Arrays.stream(LinkRule.values()).filter(LinkRule::isInferred)).containsExactly(
                LinkRule.INTRA_SYSTEM_ID, LinkRule.TOKEN_ISSUE_TIME, LinkRule.USER_IP_TIME_DEVICE,
                LinkRule.CORRELATION_ID, LinkRule.USER_IP_TIME_AGENT, LinkRule.USER_IP_TIME_CLIENT,
                LinkRule.USER_IP_TIME_APP, LinkRule.USER_IP_TIME_FILE, LinkRule.USER_IP_TIME);
        assertThat(LinkRule.SESSION_GIVEN.confidence()).isEqualTo(1);
        assertThat(LinkRule.UTI_GIVEN.id()).isEqualTo("uti");
        assertThat(LinkRule.NONE.words()).isEqualTo(LinkRule.NONE.text()).isNotBlank();
    }

    @Test
    void aPartOfASplitOriginHasAKeyOfItsOwn() {
        assertThat(new OriginSplit("203.0.113.0/24", OriginSplit.By.TIME, "5").key())
                .isEqualTo("203.0.113.0/24 / TIME 5");
        assertThat(OriginSplit.By.USER_AGENT.text("curl")).contains("curl");
    }
}
