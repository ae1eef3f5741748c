package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.Count;
import org.tokenlane.timeline.Lane;

/** What is written before a lane. */
class LaneHeadTest {

    @Test
    void aTokenSaysWhenItWasIssuedAndHowOftenItWasUsed() {
        assertThat(new LaneHead("App", "", "x", 5, 1_234).second(time -> "at " + time))
                .isEqualTo(TimelineText.TOKEN_HEAD.text("at 5", Count.OPERATIONS.of(1_234)));
        assertThat(new LaneHead("App", "", "x", AuditEvent.NO_TIME, 0).second(time -> "at " + time))
                .isEqualTo(Count.OPERATIONS.of(0));
    }

    @Test
    void anythingElseHasItsOwnDetail() {
        LaneHead head = LaneHead.plain(
                new Lane("SharePoint", "detail", new int[] { 0 }, new long[] { 0 }, new byte[1], new byte[1],
                        List.of()));
        assertThat(head.isToken()).isFalse();
        assertThat(head.second(time -> "never")).isEqualTo("detail");
    }
}
