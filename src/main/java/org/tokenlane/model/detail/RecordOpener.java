package org.tokenlane.model.detail;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens stored records for what the columns of events leave out. The stage that knows the shapes implements it; those
 * that judge get it handed in, so that they need
 * not know one shape.
 */
public interface RecordOpener {

    /** Records of one evidence file. */
    interface File {

        /** Gives the detail of a record that is one event; one that cannot be read (any more) has none. */
        default RecordDetail detail(byte[] record) {
            return detail(record, () -> null);
        }

        /**
         * Gives the detail of one of the events that a record may hold.
         *
         * @param recordId
         *            gives the event's own id, or null; asked for only where there are several
         */
        RecordDetail detail(byte[] record, Supplier<@Nullable String> recordId);

        /** Gives the fields alone of what {@link #detail(byte[], Supplier)} gives. */
        default RecordFields fields(byte[] record, Supplier<@Nullable String> recordId) {
            return detail(record, recordId).fields();
        }
    }

    /**
     * @param firstBlock
     *            the file's first bytes, which tell how it is written
     * @param columnNames
     *            what columns of another name stand for, by the file's name of them
     */
    File file(byte[] firstBlock, Map<String, String> columnNames);
}
