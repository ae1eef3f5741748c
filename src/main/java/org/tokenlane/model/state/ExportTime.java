package org.tokenlane.model.state;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.UtcText;

/**
 * When a state was exported, and what says so. An export of a state does not contain its time.
 *
 * @param at
 *            null where nothing says it
 */
public record ExportTime(@Nullable Instant at, Basis basis) {

    /** What says the time. The case stores the code. */
    public enum Basis implements TextKey {

        /** The file's name, in the zone that was given. */
        FILE_NAME("file-name"),
        /** The file's name, in the local time of the computer that wrote it, whose zone is not known. */
        FILE_NAME_LOCAL("file-name-local"),
        /** The date of the last change that the file system or archive keeps, which copying may alter. */
        FILE_DATE("file-date"),
        UNKNOWN("unknown");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** The basis that is stored under this code. */
        public static Basis of(String code) {
            return Arrays.stream(values()).filter(basis -> basis.code.equals(code)).findFirst().orElseThrow();
        }
    }

    public static final ExportTime UNKNOWN = new ExportTime(null, Basis.UNKNOWN);

    /** The time as ISO 8601: with a {@code Z}, or without where its zone is not known; empty where there is none. */
    public String written() {
        String utc = at == null ? "" : UtcText.of(at);
        // a local time is kept as if it were UTC, and is not to be taken for it
        return basis == Basis.FILE_NAME_LOCAL ? utc.replace("Z", "") : utc;
    }

    /** The time with what says it, for a person. */
    public String words() {
        return basis.text(written());
    }
}
