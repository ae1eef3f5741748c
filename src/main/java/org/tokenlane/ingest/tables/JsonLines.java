package org.tokenlane.ingest.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A table's rows as JSON objects, a line for each row, made while they are read. */
abstract class JsonLines extends InputStream {

    private static final JsonFactory FACTORY = JsonFactory.builder().build()
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    private final Bytes bytes = new Bytes();
    private int position;
    private boolean ended;

    /** Writes what stands in the table's next row; false behind the last. A row that is empty writes nothing. */
    abstract boolean write(JsonGenerator out) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == bytes.size()) {
            if (ended) {
                return -1;
            }
            bytes.reset();
            position = 0;
            try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
                out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                ended = !write(out);
            }
            if (!ended) {
                bytes.write('\n');
            }
        }
        int count = Math.min(length, bytes.size() - position);
        System.arraycopy(bytes.all(), position, target, offset, count);
        position += count;
        return count;
    }

    /** Gives its array without a copy. */
    private static final class Bytes extends ByteArrayOutputStream {

        byte[] all() {
            return buf;
        }
    }
}
