package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows files that are no text by their first bytes, so that a refusal can say what they are. */
final class BinaryKind {

    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();
    private static final int TAR_MARK = 257;
    private static final Set<String> PACKED = Set.of("7-Zip archive", "RAR archive", "tar archive", "bzip2", "XZ",
            "Zstandard"); // not for people

    static {
        BEGINNINGS.put("Obj\u0001", "Avro");
        BEGINNINGS.put("PAR1", "Parquet");
        BEGINNINGS.put("ORC", "ORC");
        BEGINNINGS.put("SQLite format 3", "SQLite");
        BEGINNINGS.put("ElfFile", "Windows event log (EVTX)");
        BEGINNINGS.put("%PDF", "PDF");
        BEGINNINGS.put("7z\u00bc\u00af\u0027\u001c", "7-Zip archive");
        BEGINNINGS.put("Rar!", "RAR archive");
        BEGINNINGS.put("BZh", "bzip2");
        BEGINNINGS.put("\u00fd7zXZ", "XZ");
        BEGINNINGS.put("(\u00b5/\u00fd", "Zstandard");
        BEGINNINGS.put("\u0089PNG", "PNG");
        BEGINNINGS.put("\u00ff\u00d8\u00ff", "JPEG");
        BEGINNINGS.put("!BDN", "Outlook data file (PST)");
    }

    private BinaryKind() {
    }

    /** Tells whether a kind is that of an archive or of a compressed file, which is to be unpacked first. */
    static boolean isPacked(String kind) {
        return PACKED.contains(kind);
    }

    /** What the file is, or null where it is none of those known. */
    static @Nullable String of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, TAR_MARK + 8), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : BEGINNINGS.entrySet()) {
            if (text.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        return text.startsWith("ustar", TAR_MARK) ? "tar archive" : null;
    }
}
