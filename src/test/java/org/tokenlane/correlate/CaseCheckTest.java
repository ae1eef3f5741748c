package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.store.KeptLinks;

/** A case whose stored links do not follow from its records says so. */
class CaseCheckTest {

    @Test
    void storedLinksAreThoseThatFollowFromTheRecords(@TempDir Path folder) {
        try (TestCase test = new TestCase(folder)) {
            test.load(test.write("a.csv", PurviewRows.table(1, 5)));
            assertThat(CaseCheck.faults(test.caseFile())).isEmpty();
            KeptLinks kept = test.caseFile().keptLinks();
            assertThat(kept.sessions().get(0)).isPositive();
            kept.sessions().set(0, 0);
            test.caseFile().keep(kept);
            assertThat(CaseCheck.faults(test.caseFile())).containsExactly(CheckText.LINKS_DIFFER.text());
        }
    }
}
