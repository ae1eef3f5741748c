package org.tokenlane.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which records are of one event, as in a case: those with the same key; and a record that has only a weak key is of
 * the event with the smallest key among the records with that weak key.
 */
final class EventRows {

    /** The key of the event that a record is of. */
    static final String EVENT = "event_key";

    private static final String HOLDER = "holder";

    private EventRows() {
    }

    /** The records that are events. */
    static Dataset<Row> of(Dataset<Row> records) {
        return records.where(col(RecordColumn.RECORD.column()).equalTo(RecordKind.EVENT.code()));
    }

    /**
     * The same with the key of each one's event; the records must be all of the lake, or all of the events.
     *
     * @param hasWeak
     *            whether any record has only a weak key; where none has, nothing has to be joined
     */
    static Dataset<Row> withEvents(boolean hasWeak, Dataset<Row> events) {
        if (!hasWeak) {
            return events.withColumn(EVENT, col(RecordColumn.KEY.column()));
        }
        Column weak = col(RecordColumn.WEAK_KEY.column());
        Column key = col(RecordColumn.KEY.column());
        Column isWeak = col(RecordColumn.KEY_IS_WEAK.column());
        Dataset<Row> holders = events.where(isWeak.equalTo(false).and(weak.isNotNull()))
                .groupBy(weak.as("weak")).agg(min(key).as(HOLDER));
        Dataset<Row> strong = events.where(isWeak.equalTo(false)).withColumn(EVENT, key);
        Dataset<Row> others = events.where(isWeak.equalTo(true)).join(holders, weak.equalTo(col("weak")), "left")
                .withColumn(EVENT, coalesce(col(HOLDER), key)).drop("weak", HOLDER);
        return strong.unionByName(others);
    }
}
