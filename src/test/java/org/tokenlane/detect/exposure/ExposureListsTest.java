package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure.AssistantUse;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Exposure.FileUse;
import org.tokenlane.model.detail.RecordDetail.Target;

/** What the lists of an exposure add up to, and what stands where a record names nothing. */
class ExposureListsTest {

    private static Use times(int times) {
        return new Use(1, 2, times, List.of(), new int[] { 0 });
    }

    private static Change change(ChangeKind kind, List<Target> targets) {
        return new Change(kind, "a", null, null, null, null, targets, Map.of("Scope", "Mail.Read"), false, null,
                times(1));
    }

    private static final Exposure ALL = new Exposure(new Exposure.Period(9, 1, 2, true), new Exposure.Mail(
            List.of(new Exposure.MailItem("m", "<1@x>", null, null, false, Set.of("read"), Exposure.Envelope.NONE,
                    times(1))),
            List.of(new Exposure.SyncedFolder("m", "Inbox", times(1))),
            List.of(new Exposure.Unnamed("m", 3, 1, times(1)), new Exposure.Unnamed("n", 4, 0, times(1))),
            List.of(new Exposure.SentMail("m", "Send", "<2@x>", null, null, times(2)), new Exposure.SentMail("m",
                    "Send", "<3@x>", null, null, times(3))),
            List.of(new Exposure.MailChange("m", "Move", "<4@x>", null, null, null, times(4)),
                    new Exposure.MailChange("m", "Move", "<5@x>", null, null, null, times(3)))),
            new Exposure.Files(List.of(new FileUse(null, "a", Map.of(FileAction.VIEWED, 2), times(2)),
                    new FileUse(null, null, Map.of(FileAction.VIEWED, 1, FileAction.DELETED, 1), times(2))),
                    List.of(new Exposure.Sharing("SharingSet", "a", null, null, times(1))),
                    List.of(new Exposure.Search("Exchange", null, times(1)))),
            new Exposure.Settings(List.of(), List.of(change(ChangeKind.CONSENT, List.of()),
                    change(ChangeKind.GRANT, List.of()), change(ChangeKind.ROLE, List.of())),
                    List.of(change(ChangeKind.USER, List.of()))),
            new Exposure.Services(List.of(new Exposure.TeamsUse("chat", "read", "MessageRead", times(1)),
                    new Exposure.TeamsUse(null, "read", "MessageRead", times(1))),
                    List.of(assistant("agent", "Teams"), assistant(null, "Teams"), assistant(null, null)),
                    List.of(new Exposure.GraphUse("u", "GET me", "/me", List.of(), 3, 1, times(4)),
                            new Exposure.GraphUse("u", "GET users", "/users", List.of(), 2, 4, times(6))),
                    List.of(new Exposure.Other("Sway", "SwayViewed", times(1)))),
            List.of("a limit"));

    private static AssistantUse assistant(String agent, String application, String... flags) {
        return new AssistantUse("u", application, agent, "CopilotInteraction", false, List.of(), List.of(flags),
                times(1));
    }

    @Test
    void theListsAddUp() {
        assertThat(ALL.unnamedItems()).isEqualTo(7);
        assertThat(ALL.messagesSent()).as("one that was sent twice counts twice").isEqualTo(5);
        assertThat(ALL.messagesChanged()).isEqualTo(7);
        assertThat(ALL.graphAnswered()).isEqualTo(5);
        assertThat(ALL.graphRefused()).isEqualTo(5);
        assertThat(ALL.files(FileAction.VIEWED)).as("files, not how often").isEqualTo(2);
        assertThat(ALL.files(FileAction.DELETED)).isEqualTo(1);
        assertThat(ALL.files(FileAction.SHARED)).isZero();
        assertThat(ALL.consents()).extracting(Change::kind).containsExactly(ChangeKind.CONSENT, ChangeKind.GRANT);
        assertThat(ALL.changes(ChangeKind.ROLE)).hasSize(1);
        assertThat(ALL.changes(ChangeKind.USER)).as("inferred ones are not counted").isEmpty();
    }

    @Test
    void eachListIsTheOneOfItsName() {
        assertThat(List.of(ALL.operations(), ALL.first(), ALL.last(), ALL.throttled())).containsExactly(9, 1L, 2L,
                true);
        assertThat(ALL.mailItems()).isSameAs(ALL.mail().items());
        assertThat(ALL.folders()).isSameAs(ALL.mail().folders());
        assertThat(ALL.unnamed()).isSameAs(ALL.mail().unnamed());
        assertThat(ALL.sent()).isSameAs(ALL.mail().sent());
        assertThat(ALL.mailChanges()).isSameAs(ALL.mail().changes());
        assertThat(ALL.files()).isSameAs(ALL.content().used());
        assertThat(ALL.sharings()).isSameAs(ALL.content().sharings());
        assertThat(ALL.searches()).isSameAs(ALL.content().searches());
        assertThat(ALL.changes()).isSameAs(ALL.settings().changes());
        assertThat(ALL.inferred()).isSameAs(ALL.settings().inferred());
        assertThat(ALL.teams()).isSameAs(ALL.services().teams());
        assertThat(ALL.assistants()).isSameAs(ALL.services().assistants());
        assertThat(ALL.graph()).isSameAs(ALL.services().graph());
        assertThat(ALL.others()).isSameAs(ALL.services().others());
        Exposure other = ALL.with(List.of("another"));
        assertThat(other.limits()).containsExactly("another");
        assertThat(other.mail()).isSameAs(ALL.mail());
    }

    @Test
    void whatTheLogDoesNotNameIsSaidToBeNotNamed() {
        assertThat(ALL.files()).extracting(FileUse::path).containsExactly("a", ExposureText.NOT_NAMED.text());
        assertThat(ALL.teams()).extracting(Exposure.TeamsUse::where).containsExactly("chat",
                ExposureText.NOT_NAMED.text());
        assertThat(ALL.assistants()).extracting(AssistantUse::what).containsExactly("agent", "Teams",
                ExposureText.NOT_NAMED.text());
    }

    @Test
    void anAssistantIsFlaggedWhereAnAttemptWasDetected() {
        assertThat(assistant(null, null, "Blocked", "JailbreakDetected").isFlagged()).isTrue();
        assertThat(assistant(null, null, "DetectedNothing").isFlagged()).isFalse();
        assertThat(assistant(null, null).isFlagged()).isFalse();
    }

    @Test
    void theIdOfATargetIsThatOfTheFirstOfItsTypeThatHasOneAndAParameterHasItsNameInAnyCase() {
        Change change = change(ChangeKind.ROLE, List.of(new Target("Role", "r", "Admin"), new Target(null, "x", null),
                new Target("User", null, "adele"), new Target("User", "u1", "adele"), new Target("User", "u2", null)));
        assertThat(change.idOf("user")).isEqualTo("u1");
        assertThat(change.idOf("role")).isEqualTo("r");
        assertThat(change.idOf("group")).isNull();
        assertThat(change.parameter("scope")).isEqualTo("Mail.Read");
        assertThat(change.parameter("scop")).isNull();
    }
}
