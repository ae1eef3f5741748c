package org.tokenlane.lake;

import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.tokenlane.ingest.Recogniser;

/**
 * The records of a part of a file. A failure may be that of the network: the part is read again then, and the records
 * that were given already are passed over, as they come in the same order. What fails as often as this is the file's.
 */
final class SteadyRows implements Iterator<Row> {

    /** How often a part of a file is read before it is given up; Spark itself runs a task as often. */
    static final int ATTEMPTS = 4;

    private final Recogniser recogniser;
    private final SourceFiles files;
    private final Planner.IndexOptions options;
    private final SourceRange range;
    private RangeRows rows;
    private int attempt = 1;
    private long given;

    SteadyRows(Recogniser recogniser, SourceFiles files, Planner.IndexOptions options, SourceRange range) {
        this.recogniser = recogniser;
        this.files = files;
        this.options = options;
        this.range = range;
        this.rows = rows();
    }

    private RangeRows rows() {
        return new RangeRows(recogniser, files, options, range, attempt == ATTEMPTS);
    }

    @Override
    public boolean hasNext() {
        while (true) {
            try {
                return rows.hasNext();
            } catch (UncheckedIOException failed) {
                again(failed);
            }
        }
    }

    /** Begins again behind what was given; the last attempt ends in a rejected record and does not fail. */
    private void again(UncheckedIOException first) {
        UncheckedIOException failure = first;
        while (attempt < ATTEMPTS) {
            attempt++;
            rows = rows();
            try {
                for (long i = 0; i < given && rows.hasNext(); i++) {
                    rows.next();
                }
                return;
            } catch (UncheckedIOException failed) {
                failure = failed;
            }
        }
        throw failure;
    }

    @Override
    public Row next() {
        Row row = rows.next();
        given++;
        return row;
    }
}
