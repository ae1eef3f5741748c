package org.tokenlane.ingest.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file of which any part can be read, wherever it is. Reading opens it, also after it was closed. Any thread may read. */
public interface SeekableFile extends Closeable {

    /** What it is called in messages. */
    String name();

    long length() throws IOException;

    /** Gives so many bytes from a place on; fails where the file ends before. */
    ByteBuffer read(long from, int length) throws IOException;
}
