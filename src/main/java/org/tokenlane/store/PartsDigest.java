package org.tokenlane.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;

/** A hash of parts, each with its length before it, so that no two lists of parts give the same hash. */
final class PartsDigest {

    private static final int NONE = -1;

    private final MessageDigest digest = Sha256.digest();

    PartsDigest add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    PartsDigest add(long number) {
        return add(Long.toString(number));
    }

    PartsDigest add(byte @Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes == null ? NONE : bytes.length).flip());
        if (bytes != null) {
            digest.update(bytes);
        }
        return this;
    }

    /** Adds a row's columns from this one on. */
    PartsDigest addRow(ResultSet row, int firstColumn) throws SQLException {
        for (int column = firstColumn; column <= row.getMetaData().getColumnCount(); column++) {
            add(row.getString(column));
        }
        return this;
    }

    /** The hash of what was added; the digest is then empty again. */
    String hex() {
        return Sha256.hex(digest);
    }
}
