package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.detect.library.SeenBefore;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget.Kind;

/** What was hostile in an earlier case is recognized. */
class SeenBeforeTest extends RuleTest {

    private static Library library(Kind kind, String value) {
        return new Library(List.of(new LibraryEntry(kind, value, "earlier.tlcase",
                Instant.parse("2026-08-01T08:00:00Z"), "me")));
    }

    private List<Finding> found(Library library, String caseName) {
        return SeenBefore.run(scene.facts(), library, caseName).findings();
    }

    @Test
    void anAddressOfAnEarlierCaseIsAFindingOnItsSessionAndTheNextAddressIsNone() {
        abroad(root("08:00"));
        assertThat(found(library(Kind.IP, "203.0.113.200"), "now.tlcase")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.why()).contains("203.0.113.200", "earlier.tlcase", "2026-08-01");
            isOnAdelesSession(finding);
        });
        assertThat(found(library(Kind.IP, "203.0.113.201"), "now.tlcase")).isEmpty();
    }

    @Test
    void whatComesFromTheVeryCaseSaysNothingNew() {
        abroad(root("08:00"));
        assertThat(found(library(Kind.IP, "203.0.113.200"), "earlier.tlcase")).isEmpty();
    }

    @Test
    void anApplicationIsRecognizedByItsIdAndWeighsLess() {
        abroad(root("08:00")).app(Scene.AZURE_CLI);
        assertThat(found(library(Kind.APP, Scene.AZURE_CLI), "now.tlcase")).extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }
}
