package org.tokenlane.ui.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTable.Column;
import org.tokenlane.report.ExposureTable.Row;

/** What is known of a list before it is shown. */
class ListedRowsTest {

    private int made;

    /** Of each row the mailbox, an empty subject and how often; only the third row has a folder. */
    private ExposureTable table(int size) {
        return new ExposureTable("mail-read", "Mail", List.of(Column.MAILBOX, Column.SUBJECT, Column.FOLDER,
                Column.COUNT), new AbstractList<>() {
                    @Override
                    public Row get(int number) {
                        made++;
                        return new Row(Arrays.asList("lea@contoso.example", "", number == 2 ? "Inbox" : null, number),
                                new int[] { number }, null);
                    }

                    @Override
                    public int size() {
                        return size;
                    }
                });
    }

    @Test
    void eachRowIsMadeOnceAndNoneBeyondTheMost() {
        assertThat(ListedRows.of(table(5), 5, Progress.NONE).rows()).hasSize(5);
        assertThat(made).isEqualTo(5);
        assertThat(ListedRows.of(table(6), 5, Progress.NONE).rows()).hasSize(5);
        assertThat(made).isEqualTo(10);
        assertThat(ListedRows.of(table(0), 5, Progress.NONE).rows()).isEmpty();
    }

    @Test
    void aColumnIsFilledWhereAnyRowHasATextInIt() {
        ListedRows rows = ListedRows.of(table(3), 3, Progress.NONE);
        assertThat(rows.filled().stream()).containsExactly(0, 2, 3);
        assertThat(rows.kinds()).containsExactly("lea@contoso.example", "", "Inbox", 0);
        rows = ListedRows.of(table(3), 2, Progress.NONE);
        assertThat(rows.filled().stream()).containsExactly(0, 3);
        assertThat(rows.kinds()).containsExactly("lea@contoso.example", "", null, 0);
    }
}
