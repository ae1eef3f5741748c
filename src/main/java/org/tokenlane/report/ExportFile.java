package org.tokenlane.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.AuditField;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.AuditNote;
import org.tokenlane.store.CaseFile;

/**
 * The one way in which files leave a case. A file is written under a temporary name in the target's folder, readable by
 * its owner only, and takes its place when it is complete; until then an older file of that name stays. Then the audit
 * trail gets an entry.
 */
public final class ExportFile {

    /** Content that is written as bytes. */
    public interface Bytes {

        void to(OutputStream out) throws IOException;
    }

    /** Content that is written as text, in UTF-8. */
    public interface Text {

        void to(Writer out) throws IOException;
    }

    private ExportFile() {
    }

    /**
     * Exports bytes.
     *
     * @param detail
     *            what was selected and how much it is, for the audit trail
     */
    public static void bytes(CaseFile from, ExportKind kind, Path file, String detail, Bytes content)
            throws IOException {
        write(file, content);
        record(from, kind, file, detail);
    }

    /** Exports a text; half a surrogate pair, which cannot be encoded, becomes a question mark. */
    public static void text(CaseFile from, ExportKind kind, Path file, String detail, Text content)
            throws IOException {
        bytes(from, kind, file, detail, encoded(content));
    }

    /**
     * Exports a text of which is known only at its end how much it is.
     *
     * @param detail
     *            asked when the file is complete
     */
    public static void text(CaseFile from, ExportKind kind, Path file, Supplier<String> detail, Text content)
            throws IOException {
        write(file, encoded(content));
        record(from, kind, file, detail.get());
    }

    /**
     * Exports several texts into a folder, which is created where there is none. None takes its place before all are
     * complete.
     *
     * @param files
     *            by name, in the order in which they are written
     * @return the files
     */
    public static List<Path> folder(CaseFile from, ExportKind kind, Path folder, String detail,
            Map<String, Text> files) throws IOException {
        Map<String, Bytes> encoded = new LinkedHashMap<>();
        files.forEach((name, text) -> encoded.put(name, encoded(text)));
        return files(from, kind, folder, detail, encoded);
    }

    /** Exports several files into a folder, in the same way. */
    public static List<Path> files(CaseFile from, ExportKind kind, Path folder, String detail,
            Map<String, Bytes> files) throws IOException {
        Files.createDirectories(folder);
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                Path part = part(folder);
                parts.put(folder.resolve(file.getKey()), part);
                fill(part, file.getValue());
            }
            for (Map.Entry<Path, Path> file : parts.entrySet()) {
                move(file.getValue(), file.getKey());
            }
        } finally {
            for (Path part : parts.values()) {
                Files.deleteIfExists(part);
            }
        }
        record(from, kind, folder, detail);
        return new ArrayList<>(parts.keySet());
    }

    /** Writes settings, which contain nothing of a case, in the same way but without an entry in an audit trail. */
    public static void settings(Path file, Text content) throws IOException {
        write(file, encoded(content));
    }

    /** A table with a byte order mark: spreadsheets take a file without one for text in the system's own encoding. */
    public static Text marked(Text table) {
        return out -> {
            out.write('\uFEFF');
            table.to(out);
        };
    }

    private static Bytes encoded(Text content) {
        return out -> {
            // a writer made from the charset replaces what cannot be encoded, where that of Files would fail
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.to(writer);
            writer.flush();
        };
    }

    private static void write(Path file, Bytes content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = part(folder == null ? file : folder);
        try {
            fill(part, content);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A new file that only its owner may read, where the file system knows owners. */
    private static Path part(Path folder) throws IOException {
        return Files.createTempFile(folder, "export", ".part");
    }

    private static void fill(Path part, Bytes content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.to(out);
            out.flush();
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void move(Path part, Path file) throws IOException {
        HeldFiles.refuse(file);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.sync(file);
    }

    /** A case that cannot be written to is left as it is. */
    private static void record(CaseFile from, ExportKind kind, Path file, String detail) {
        if (!from.isReadOnly()) {
            String name = file.getFileName().toString();
            from.audit(Analyst.name(), AuditNote.of(AuditKind.EXPORTED, kind.text(), name + ", " + detail)
                    .with(AuditField.FILE, name).with(AuditField.EXPORT, kind.name().toLowerCase(Locale.ROOT)));
        }
    }
}
