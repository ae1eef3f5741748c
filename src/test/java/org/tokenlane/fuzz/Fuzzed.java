package org.tokenlane.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.IndicatorFile;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.time.DateOrder;

/**
 * What reads bytes of strangers: the mapping of each source, each way in which records are put together, each kind of
 * archive and of tables. The readers of text are the same for all sources; they differ in what they begin with.
 */
enum Fuzzed {
    AZURE, DEFENDER, ENTRA, EXCHANGE, GRAPH, INTUNE, MAIL, UAL, TABLE, JSON, JSON_ROWS, JSON_KEYED, LINES, UTF_16,
    CARRIERS, ZIP("zip"), GZIP("gz"), TAR("tar"), SEVEN_ZIP("7z"), PARQUET("parquet"), WORKBOOK("xlsx"), DELTA(
            "json"),
    INDICATORS("csv"), TIMES;

    /** How the name of a file ends from which the bytes are read; null where they are read from the memory. */
    private final @Nullable String ending;

    Fuzzed() {
        this(null);
    }

    Fuzzed(@Nullable String ending) {
        this.ending = ending;
    }

    /**
     * Reads bytes, and asserts what is true of all.
     *
     * @param folder
     *            an empty folder, for what is read from a file
     */
    void check(byte[] bytes, Path folder) {
        try {
            if (ending == null) {
                check(bytes);
                return;
            }
            Path file = Files.write(folder(folder).resolve(this == DELTA ? "00000000000000000000.json" : "a." + ending),
                    bytes);
            switch (this) {
            case INDICATORS -> indicators(file);
            case DELTA -> FileInvariants.check(folder);
            default -> FileInvariants.check(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Path folder) throws IOException {
        if (this != DELTA) {
            return folder;
        }
        if (!Files.exists(folder.resolve("part-0.parquet"))) {
            Files.write(folder.resolve("part-0.parquet"), Seeds.parquet());
        }
        return Files.createDirectories(folder.resolve("_delta_log"));
    }

    private void check(byte[] bytes) {
        if (this == TIMES) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (DateOrder order : DateOrder.values()) {
                new TimeReader(order, true).read(text);
            }
        } else {
            TextInvariants.check(bytes);
        }
    }

    private static void indicators(Path file) throws IOException {
        try {
            IndicatorFile.read(file);
        } catch (UnreadableFileException refused) {
            if (refused.reason().toString().isEmpty()) {
                throw new AssertionError("refused without a reason", refused);
            }
        }
    }

    /** What it begins with: by name. */
    Map<String, byte[]> seeds() throws IOException {
        return switch (this) {
        case AZURE, DEFENDER, ENTRA, EXCHANGE, GRAPH, INTUNE, MAIL, UAL ->
            Seeds.ofSource(name().toLowerCase(Locale.ROOT));
        case TABLE -> Seeds.fixtures("csv");
        case JSON -> Seeds.fixtures("json", "jsonl");
        case JSON_ROWS -> Seeds.rows();
        case JSON_KEYED -> Seeds.keyed();
        case LINES -> Seeds.lines();
        case UTF_16 -> Seeds.utf16();
        case CARRIERS -> Seeds.carriers();
        case ZIP, GZIP, TAR, SEVEN_ZIP -> Seeds.packed(this);
        case PARQUET -> Seeds.parquets();
        case WORKBOOK -> Seeds.workbooks();
        case DELTA -> Seeds.deltaLogs();
        case INDICATORS -> Seeds.texts(List.of("type,value,note\nip,203.0.113.7,seen\ndomain,evil.example,\n",
                "203.0.113.0/24\nhxxps://evil[.]example/a\nadele@contoso.example\n# note\n",
                "indicator;verdict\n203.0.113.7;malicious\n"));
        case TIMES -> Seeds.texts(List.of("2026-09-15T08:00:00Z", "9/15/2026 8:00:00 AM", "15.09.2026 08:00",
                "/Date(1789459200000)/", "Tue, 15 Sep 2026 08:00:00 GMT", "134400000000000000", "46280,333333",
                "20260915T080000Z", "Sep 15, 2026, 8:00:00.123 AM"));
        };
    }
}
