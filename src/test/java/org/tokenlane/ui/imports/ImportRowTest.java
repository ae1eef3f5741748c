package org.tokenlane.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.ImportPreview;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Count;

/** What the line of a file says while the file is read. */
class ImportRowTest {

    private ImportRow row;

    @BeforeEach
    void make() {
        row = new ImportRow(
                new ImportPreview.Line("/exports/a.csv", 1_000, List.of(), null, List.of(), List.of(), false));
    }

    private void follow(long bytes, long records, boolean ended) {
        row.follow(new Progress.Step("/exports/a.csv", 1_000, bytes, records, 2_000_000_000L, ended, false));
    }

    @Test
    void whileAFileIsReadItsLineSaysHowFastAndHowLongYet() {
        follow(500, 63, false);
        assertThat(row.progress().get()).isEqualTo(0.5);
        assertThat(row.state().get()).isEqualTo(ImportsText.PROGRESS_STATE_LEFT.text(63, 32, "2 s"));
    }

    @Test
    void aFileThatWasReadToItsEndHasNothingLeft() {
        follow(999, 63, false);
        follow(1_000, 64, true);
        assertThat(row.progress().get()).isEqualTo(1);
        assertThat(row.state().get()).isEqualTo(Count.RECORDS.of(64));
    }

    @Test
    void beforeTheFirstRecordTheLineSaysNothing() {
        follow(100, 0, false);
        assertThat(row.state().get()).isEmpty();
        assertThat(row.progress().get()).isZero();
        follow(100, 1, false);
        assertThat(row.state().get()).isNotEmpty();
    }
}
