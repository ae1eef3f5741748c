package org.tokenlane.store;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.RejectedRecord;

/**
 * Rejected records, each of whose texts is read when it is asked for and not kept: what a file has after its damage is
 * rejected as a whole, which can be gigabytes.
 */
public final class RejectedList extends AbstractList<RejectedRecord> implements RandomAccess {

    /** A record without its text. */
    record Row(String path, RawPlace place, String reason) {
    }

    private final List<Row> rows;
    private final RawRecords raw;

    RejectedList(List<Row> rows, RawRecords raw) {
        this.rows = List.copyOf(rows);
        this.raw = raw;
    }

    @Override
    public int size() {
        return rows.size();
    }

    /**
     * A record with its text.
     *
     * @throws CaseFileException
     *             where the case is damaged at the place of the text
     */
    @Override
    public RejectedRecord get(int number) {
        Row row = rows.get(number);
        try {
            return new RejectedRecord(row.path(), row.place(), row.reason(), raw.text(row.place()));
        } catch (CaseFileException damaged) {
            throw new CaseFileException(
                    StoreText.REJECTED_UNREADABLE.with(row.place().line(), row.path(), damaged.shown()), damaged);
        }
    }

    /** Those of the files that are chosen; no text is read. */
    public RejectedList ofFiles(Predicate<String> path) {
        return new RejectedList(rows.stream().filter(row -> path.test(row.path())).toList(), raw);
    }

    /** Those that are chosen by their texts, of which only one is held at a time. */
    public RejectedList only(Predicate<RejectedRecord> chosen) {
        return new RejectedList(
                IntStream.range(0, size()).filter(number -> chosen.test(get(number))).mapToObj(rows::get).toList(),
                raw);
    }
}
