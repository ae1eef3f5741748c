package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;

/** The parameters of a mail rule in words: for which messages it is, what it does, to whom it forwards. */
class RuleWordsTest {

    private static RecordDetail detail(String... parameters) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return new RecordDetail(named, List.of(), null, List.of(), List.of(), RecordFields.NONE);
    }

    private static RuleWords rule(String... parameters) {
        return new RuleWords(detail(parameters));
    }

    private static String actions(String name, String value) {
        RuleWords words = rule(name, value);
        assertThat(words.conditions()).isEqualTo(ExposureText.RULE_ALL_MAIL.text());
        return words.actions();
    }

    @Test
    void aRuleWithoutConditionsIsForAllMailAndItsNameIsNeither() {
        RuleWords words = rule("Name", "x", "Identity", "a\\x", "Mailbox", "a", "Force", "True", "Priority", "1");
        assertThat(words.conditions()).isEqualTo(ExposureText.RULE_ALL_MAIL.text());
        assertThat(words.actions()).isNull();
        assertThat(words.forwardsTo()).isEmpty();
    }

    @Test
    void conditionsAreReadableAndExceptionsAreSaid() {
        assertThat(rule("SubjectOrBodyContainsWords", "invoice", "HasAttachment", "True", "ExceptIfFrom", "boss",
                "From", "").conditions()).isEqualTo("subject or body contains words: invoice; has attachment; "
                        + ExposureText.RULE_EXCEPT.text("from") + ": boss");
        assertThat(rule("RuleCondition", "(from is x)").conditions()).isEqualTo("(from is x)");
        assertThat(rule("Conditions", "true").conditions()).isEqualTo("true");
    }

    @Test
    void eachActionHasItsWords() {
        assertThat(actions("MoveToFolder", " RSS ")).isEqualTo(ExposureText.RULE_MOVES.text("RSS"));
        assertThat(actions("CopyToFolder", "x")).isEqualTo(ExposureText.RULE_COPIES.text("x"));
        for (String name : List.of("DeleteMessage", "SoftDeleteMessage", "PermanentlyDelete")) {
            assertThat(actions(name, "True")).isEqualTo(ExposureText.RULE_DELETES.text());
            assertThat(actions(name, "False")).as("it does nothing").isNull();
        }
        assertThat(actions("MarkAsRead", "True")).isEqualTo(ExposureText.RULE_MARKS_READ.text());
        assertThat(actions("MarkAsRead", "False")).isNull();
        assertThat(actions("StopProcessingRules", "true")).isEqualTo(ExposureText.RULE_STOPS.text());
        assertThat(actions("StopRuleProcessing", "false")).isNull();
        assertThat(actions("DeliverToMailboxAndForward", "True")).isEqualTo(ExposureText.RULE_KEEPS_COPY.text());
        assertThat(actions("DeliverToMailboxAndForward", "False")).isEqualTo(ExposureText.RULE_KEEPS_NO_COPY.text());
        assertThat(actions("MarkImportance", "High")).isEqualTo(ExposureText.RULE_IMPORTANCE.text("High"));
        assertThat(actions("ApplyCategory", "red")).isEqualTo(ExposureText.RULE_CATEGORY.text("red"));
        assertThat(actions("SendTextMessageNotificationTo", "1")).isEqualTo(ExposureText.RULE_TEXT_MESSAGE.text("1"));
        assertThat(actions("Enabled", "True")).isEqualTo(ExposureText.RULE_ON.text());
        assertThat(actions("Enabled", "False")).isEqualTo(ExposureText.RULE_OFF.text());
        assertThat(actions("Actions", "Move")).isEqualTo("Move");
    }

    @Test
    void forwardingComesFirstWithItsAddresses() {
        RuleWords words = rule("MarkAsRead", "True", "ForwardTo", "smtp:thief@mailbox.example");
        assertThat(words.actions()).isEqualTo(ExposureText.RULE_FORWARDS.text("thief@mailbox.example") + "; "
                + ExposureText.RULE_MARKS_READ.text());
        assertThat(words.forwardsTo()).containsExactly("thief@mailbox.example");
        assertThat(rule("RedirectTo", "a@x.example;b@x.example").forwardsTo()).containsExactly("a@x.example",
                "b@x.example");
        assertThat(actions("RedirectTo", "a@x.example")).isEqualTo(ExposureText.RULE_REDIRECTS.text("a@x.example"));
        assertThat(actions("BlindCopyTo", "a@x.example")).isEqualTo(ExposureText.RULE_COPIES.text("a@x.example"));
        assertThat(rule("ForwardTo", "Thief").forwardsTo()).as("a name is better than nothing")
                .containsExactly("Thief");
    }

    @Test
    void aForwardingWithoutAnAddressWasRemoved() {
        assertThat(actions("ForwardingSmtpAddress", ""))
                .isEqualTo(ExposureText.RULE_REMOVES.text("forwarding smtp address"));
        assertThat(actions("ForwardingAddress", "$NULL"))
                .isEqualTo(ExposureText.RULE_REMOVES.text("forwarding address"));
        assertThat(rule("ForwardingAddress", "$null").forwardsTo()).isEmpty();
    }

    @Test
    void addressesInTheActionsOfOutlookAreForwardedToOnlyWhereItForwards() {
        assertThat(rule("RuleActions", "{ActionType: Forward, Recipients: a@x.example}").forwardsTo())
                .containsExactly("a@x.example");
        assertThat(rule("RuleActions", "{ActionType: Redirect, Recipients: a@x.example}").forwardsTo())
                .containsExactly("a@x.example");
        assertThat(rule("RuleActions", "{ActionType: Move, Folder: a@x.example}").forwardsTo()).isEmpty();
        assertThat(rule("Actions", "Forward to a@x.example").forwardsTo()).isEmpty();
    }

    @Test
    void aForwardingOfTheWholeMailboxIsToldByItsParameter() {
        assertThat(RuleWords.isForwarding(detail("Identity", "a", "ForwardingSmtpAddress", "b"))).isTrue();
        assertThat(RuleWords.isForwarding(detail("ForwardTo", "b"))).isFalse();
        assertThat(RuleWords.isForwarding(detail())).isFalse();
        assertThat(RuleWords.plain(Map.of())).isNull();
        assertThat(RuleWords.plain(Map.of("User", "u"))).isEqualTo("User: u");
    }
}
