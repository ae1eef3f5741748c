package org.tokenlane.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;

/**
 * A file that leaves the case: written beside its place first, so that what stood there stays whole until the new one
 * is, and told to the case's audit trail.
 */
public final class ExportFile {

    /** What is written as bytes. */
    public interface Bytes {

        void to(OutputStream out) throws IOException;
    }

    /** What is written as text, in UTF-8. */
    public interface Text {

        void to(Writer out) throws IOException;
    }

    private ExportFile() {
    }

    /** Writes a text; one letter that cannot be encoded (half a surrogate pair) becomes a question mark. */
    public static void text(Path file, Text content) throws IOException {
        bytes(file, out -> {
            // a writer made from the charset replaces what cannot be encoded, where that of Files would fail in the
            // midst of a case
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.to(writer);
            writer.flush();
        });
    }

    /** Writes bytes. */
    public static void bytes(Path file, Bytes content) throws IOException {
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "export", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Adds to the audit trail that something was exported; a case that cannot be written to is left as it is.
     *
     * @param what
     *            such as {@code events exported}
     * @param detail
     *            what was chosen and how much it was
     */
    public static void record(CaseFile caseFile, String what, Path file, String detail) {
        if (!caseFile.isReadOnly()) {
            caseFile.audit(Analyst.name(), what, file.getFileName() + ", " + detail);
        }
    }
}
