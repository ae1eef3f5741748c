package org.tokenlane.ui.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Stamp;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.ui.kit.Completion;

/** What is typed is completed to fields and to values of the case. */
class SuggestionsTest {

    @TempDir
    private Path folder;

    @Test
    void theLastWordIsCompletedAndTheOthersStay() {
        try (TestCase test = new TestCase(folder)) {
            test.load(Path.of("src/test/resources/ingest/entra/signin-portal-57.csv"));
            var events = test.events();
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "result:failure -cou"))
                    .containsExactly("result:failure -country:");
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "upn:ade"))
                    .containsExactly("upn:adele.vogel@contoso.example");
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "app:micro"))
                    .containsExactly("app:\"Microsoft Office\"");
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "ip:1.2.3.4,203"))
                    .containsExactly("ip:1.2.3.4,203.0.113.200");
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "text:\"a b")).isEmpty();
            assertThat(Suggestions.completions(events, CaseMarks.NONE, "-verdict:ma"))
                    .containsExactly("-verdict:malicious");
            CaseMarks marks = new CaseMarks(
                    List.of(new Tag(Stamp.NONE, MarkTarget.of(MarkTarget.Kind.IP, "203.0.113.200"), "BEC wave 2")));
            assertThat(Suggestions.completions(events, marks, "tag:be")).containsExactly("tag:\"BEC wave 2\"");
            assertThat(Suggestions.values(events, EventField.UPN, "VOGEL"))
                    .containsExactly("adele.vogel@contoso.example");
        }
    }

    @Test
    void aFieldStillNeedsItsValueAndAValueThatEndsWithAColonNothing() {
        try (TestCase test = new TestCase(folder)) {
            test.loadOne(test.write("audit.jsonl", """
                    {"CreationTime":"2026-09-15T08:00:00","Id":"10000000-0000-4000-8000-000000000001","RecordType":6,\
                    "Operation":"FileAccessed","Workload":"SharePoint","ClientIP":"2001:db8:7::"}
                    """));
            var events = test.events();
            assertThat(Suggestions.offers(events, CaseMarks.NONE, "i")).isNotEmpty()
                    .allMatch(Completion.Offer::unfinished);
            assertThat(Suggestions.offers(events, CaseMarks.NONE, "")).isNotEmpty()
                    .allMatch(Completion.Offer::unfinished);
            assertThat(Suggestions.offers(events, CaseMarks.NONE, "ip:2001"))
                    .containsExactly(new Completion.Offer("ip:2001:db8:7::", "", false));
            assertThat(Suggestions.counted(events, EventField.IP, "2001")).singleElement()
                    .satisfies(offer -> assertThat(offer.unfinished()).isFalse());
        }
    }
}
