package org.tokenlane.ingest.shape;

import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ReadRecord;
import org.tokenlane.model.evidence.Shape;

/**
 * Knows one export shape: tells whether a record has it and maps such a record to an event. An importer holds no state
 * and touches no file: it can be used from
 * several threads and outside the application.
 */
public interface Importer {

    Shape shape();

    /**
     * Tells whether this record has the shape, by its columns or keys and, where tables share those, by a value that
     * names the table. It must be true for exactly one
     * importer, and is asked of every record of a file that mixes shapes, so it looks at few fields.
     */
    boolean accepts(Value row);

    /**
     * Maps one record that this importer accepts to an event, or to facts of a state. A time that cannot be read does not stop it: the event is then
     * undated.
     *
     * @throws DamagedRecordException
     *             when there is nothing to make an event of, saying why
     */
    ReadRecord map(Value row, RowContext context) throws DamagedRecordException;

    /**
     * What the log itself wrote, without what the export wraps around it: the AuditData of an audit search, the
     * properties of a diagnostic record.
     */
    default Value content(Value row) {
        return row;
    }

    /** Tells whether the importer itself opens what other tools put around its records. */
    default boolean opensCarriers() {
        return false;
    }
}
