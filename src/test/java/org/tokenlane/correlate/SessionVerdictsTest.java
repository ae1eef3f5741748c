package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.StoredRows;

/** A session has the worst verdict on what was done in it. */
class SessionVerdictsTest {

    @TempDir
    private Path folder;
    private int keys;

    private void act(StoredRows rows, String session, String user) {
        rows.row(event("k" + ++keys).set(EventField.SESSION_ID, session).set(EventField.UPN, user));
    }

    @Test
    void theWorstVerdictCountsAndWhetherItIsThatOfTheWholeSession() {
        try (StoredRows rows = new StoredRows(folder)) {
            act(rows, "s1", "bad@contoso.example");
            act(rows, "s1", "bad@contoso.example");
            act(rows, "s2", "odd@contoso.example");
            act(rows, "s2", "new@contoso.example");
            act(rows, "s3", "good@contoso.example");
            act(rows, "s3", "bad@contoso.example");
            act(rows, "s3", "odd@contoso.example");
            act(rows, "s4", "new@contoso.example");
            act(rows, "s5", "bad@contoso.example");
            act(rows, "s5", "good@contoso.example");
            act(rows, null, "bad@contoso.example");
            Correlation correlation = Correlation.of(rows.file("1").events());
            assertThat(SessionVerdicts.of(correlation, MarkedEvents.of(rows.caseFile(), correlation)))
                    .as("nothing is marked").isSameAs(SessionVerdicts.NONE);
            verdict(rows, "bad@contoso.example", Verdict.MALICIOUS);
            verdict(rows, "odd@contoso.example", Verdict.SUSPICIOUS);
            verdict(rows, "good@contoso.example", Verdict.BENIGN);
            SessionVerdicts verdicts = SessionVerdicts.of(correlation, MarkedEvents.of(rows.caseFile(), correlation));
            assertThat(verdicts.worst("s1")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdicts.isWhole("s1")).isTrue();
            assertThat(verdicts.worst("s2")).isEqualTo(Verdict.SUSPICIOUS);
            assertThat(verdicts.isWhole("s2")).as("one event has no verdict").isFalse();
            assertThat(verdicts.worst("s3")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdicts.isWhole("s3")).isFalse();
            assertThat(verdicts.worst("s4")).isNull();
            assertThat(verdicts.isWhole("s4")).isFalse();
            assertThat(verdicts.worst("s5")).as("the worse one came first").isEqualTo(Verdict.MALICIOUS);
            assertThat(verdicts.isWhole("s5")).isFalse();
        }
    }

    private static void verdict(StoredRows rows, String user, Verdict verdict) {
        rows.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.USER, user)), verdict, "", "Adele");
    }
}
