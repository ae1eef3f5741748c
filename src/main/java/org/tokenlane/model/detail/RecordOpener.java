package org.tokenlane.model.detail;

import java.util.Map;

/**
 * Opens stored records for what the columns of events leave out. The stage that knows the shapes implements it; those
 * that judge get it handed in, so that they need
 * not know one shape.
 */
public interface RecordOpener {

    /** Records of one evidence file. */
    interface File {

        /** Gives the record's detail; one that cannot be read (any more) has none. */
        RecordDetail detail(byte[] record);
    }

    /**
     * @param firstBlock
     *            the file's first bytes, which tell how it is written
     * @param columnNames
     *            what columns of another name stand for, by the file's name of them
     */
    File file(byte[] firstBlock, Map<String, String> columnNames);
}
