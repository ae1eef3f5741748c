package org.tokenlane.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.time.DateReading;

/**
 * A folder into which records were carved from a data lake: per source file its selected records, and a manifest that
 * says where they are from. It is imported as an extract.
 */
final class CarvedFolder {

    private static final String MANIFEST = "manifest.json";
    private static final String HASH = "manifest.json.sha256";
    private static final String FORMAT = "tokenlane-carve";
    private static final int VERSION = 1;
    /** Where the name of the format is in the manifest: its first member. */
    private static final int HEAD_BYTES = 4096;
    /** The manifest of several million records; what is larger is not read into memory. */
    private static final int MOST_BYTES = 256 << 20;

    private final Path folder;
    private final Value manifest;

    private CarvedFolder(Path folder, Value manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * The folder, where it is one of these, else null.
     *
     * @throws UnreadableFileException
     *             when its manifest names the format and cannot be read, or is larger than any is
     */
    static @Nullable CarvedFolder at(Path folder) throws IOException, UnreadableFileException {
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve(HASH))) {
            return null;
        }
        // other programs write files of this name too, of any size and encoding
        if (!text(file, HEAD_BYTES).contains(FORMAT)) {
            return null;
        }
        Value manifest = Files.size(file) > MOST_BYTES ? Value.MISSING : Value.ofJson(text(file, MOST_BYTES));
        if (manifest == Value.MISSING) {
            throw new UnreadableFileException(IntakeText.CARVE_CHANGED.with(MANIFEST));
        }
        return FORMAT.equals(manifest.find("format").text()) ? new CarvedFolder(folder, manifest) : null;
    }

    /** The beginning of a file, whatever it is. */
    private static String text(Path file, int mostBytes) throws IOException {
        try (InputStream in = HeldFiles.open(file)) {
            return new String(in.readNBytes(mostBytes), StandardCharsets.UTF_8);
        }
    }

    /** One source file's records. */
    record Carved(EvidenceFile file, ImportService.Taken taken) {
    }

    /**
     * The files, each with what its records are.
     *
     * @throws UnreadableFileException
     *             when the manifest or a file is not as it was written, or is of a newer version
     */
    List<Carved> files() throws IOException, UnreadableFileException {
        try {
            return read();
        } catch (RuntimeException notAsWritten) {
            // a number, a time or a name in the manifest that is not one
            throw new UnreadableFileException(IntakeText.CARVE_CHANGED.with(MANIFEST));
        }
    }

    private List<Carved> read() throws IOException, UnreadableFileException {
        if (number(manifest, "version") > VERSION) {
            throw new UnreadableFileException(IntakeText.CARVE_NEWER.with());
        }
        String hash = text(folder.resolve(HASH), HEAD_BYTES).split(" ", 2)[0];
        if (!hash.equals(hash(folder.resolve(MANIFEST)))) {
            throw new UnreadableFileException(IntakeText.CARVE_CHANGED.with(MANIFEST));
        }
        List<Carved> files = new ArrayList<>();
        for (Value one : manifest.find("files").items()) {
            Path path = folder.resolve(text(one, "file")).normalize();
            if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)
                    || !text(one, "sha256").equals(hash(path))) {
                throw new UnreadableFileException(IntakeText.CARVE_CHANGED.with(text(one, "file")));
            }
            files.add(carved(one, path));
        }
        return files;
    }

    private Carved carved(Value one, Path path) throws IOException, UnreadableFileException {
        String source = text(one, "path");
        String name = source.substring(source.lastIndexOf('/') + 1);
        EvidenceFile file = new EvidenceFile(source, name, Files.size(path), null, () -> HeldFiles.open(path),
                null, Instant.parse(text(one, "sourcemodified")));
        String sha256 = one.find("sourcesha256").text();
        Origin origin = new Origin(text(manifest, "lake"), number(one, "sourcebytes"), sha256 == null ? "" : sha256,
                number(one, "sourcerecords"), Instant.parse(text(manifest, "written")),
                text(manifest, "application"), "");
        String order = one.find("dateorder").text();
        String basis = one.find("datebasis").text();
        int[] lines = one.find("lines").items().stream().mapToInt(line -> Integer.parseInt(line.text())).toArray();
        if (lines.length != number(one, "records")) {
            throw new UnreadableFileException(IntakeText.CARVE_CHANGED.with(MANIFEST));
        }
        return new Carved(file,
                new ImportService.Taken(origin, order == null || basis == null ? null : DateReading.of(order, basis),
                        lines, ExportTimes.of(file, null), "true".equals(one.find("derived").text())));
    }

    private static String text(Value object, String name) {
        return Objects.requireNonNullElse(object.find(name).text(), "");
    }

    private static long number(Value object, String name) {
        return Long.parseLong(text(object, name));
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = HeldFiles.open(file)) {
            return Sha256.of(in);
        }
    }
}
