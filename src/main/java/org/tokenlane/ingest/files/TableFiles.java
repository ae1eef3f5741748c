package org.tokenlane.ingest.files;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.tables.DeltaLog;
import org.tokenlane.ingest.tables.ParquetRows;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.ingest.tables.WorkbookRows;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * Finds the tables in files that are no text: the rows of a Parquet file, the sheets of a workbook. Each is a file to
 * import whose content is made from the rows, and which comes from the file as from an archive.
 */
final class TableFiles {

    /** What is in an archive is copied to a file of its own, of at most so many bytes. */
    private static final long MOST_COPIED = 1L << 30;

    private final Map<Path, Object> deltaLogs = new HashMap<>();

    /**
     * A file that holds tables.
     *
     * @param path
     *            what it is called for people
     * @param onDisk
     *            where it is, or null for a member of an archive
     */
    record Source(String path, String name, @Nullable String sha256, EvidenceFile.Content content,
            @Nullable Path onDisk) {

        static Source of(EvidenceFile member) {
            return new Source(member.path(), member.name(), member.archiveSha256(), member.content(), null);
        }

        /** The file on disk, which is a copy for a member of an archive. */
        private Path open() throws IOException {
            if (onDisk != null) {
                return onDisk;
            }
            Path copy = OwnerOnly.temporary(Path.of(System.getProperty("java.io.tmpdir"), "table"), ".tmp"); // not for people
            copy.toFile().deleteOnExit();
            try (InputStream in = new Limited(content.open())) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return copy;
            } catch (IOException | RuntimeException | Error failed) {
                Files.deleteIfExists(copy);
                throw failed;
            }
        }

        private void close(Path opened) throws IOException {
            if (onDisk == null) {
                Files.deleteIfExists(opened);
            }
        }
    }

    private interface Rows {

        InputStream open(Path path) throws IOException;
    }

    private static EvidenceFile.Content content(Source source, Rows rows) {
        return () -> {
            Path path = source.open();
            try {
                return new FilterInputStream(rows.open(path)) {
                    @Override
                    public void close() throws IOException {
                        try {
                            super.close();
                        } finally {
                            source.close(path);
                        }
                    }
                };
            } catch (IOException | RuntimeException | Error failed) {
                source.close(path);
                throw failed;
            }
        };
    }

    /** A Parquet file's rows; a data file of a Delta table only where its log says that it is part of the table. */
    EvidenceFile parquet(Source source) throws IOException, UnreadableFileException {
        Map<String, String> columns = source.onDisk() == null ? Map.of() : deltaColumns(source.onDisk());
        Path path = source.open();
        try {
            ParquetRows.check(path);
        } finally {
            source.close(path);
        }
        return new EvidenceFile(source.path(), source.name(), -1, source.sha256(),
                content(source, opened -> ParquetRows.open(opened, columns)), TablesText.PARQUET.with());
    }

    private Map<String, String> deltaColumns(Path file) throws IOException, UnreadableFileException {
        Path table = DeltaLog.tableOf(file);
        if (table == null) {
            return Map.of();
        }
        if (!deltaLogs.containsKey(table)) {
            try {
                deltaLogs.put(table, DeltaLog.of(table));
            } catch (UnreadableFileException refused) {
                deltaLogs.put(table, refused);
            }
        }
        if (deltaLogs.get(table) instanceof DeltaLog log) {
            String below = table.relativize(file.toAbsolutePath().normalize()).toString();
            Map<String, String> columns = log.columns(below.replace(File.separatorChar, '/'));
            if (columns == null) {
                throw new UnreadableFileException(TablesText.DELTA_REMOVED.with());
            }
            return columns;
        }
        throw (UnreadableFileException) deltaLogs.get(table);
    }

    /** The sheets of a workbook that have content. */
    List<EvidenceFile> workbook(Source source) throws IOException, UnreadableFileException {
        Path path = source.open();
        List<@Nullable String> sheets;
        try {
            refuseBomb(path);
            sheets = WorkbookRows.sheets(path);
        } finally {
            source.close(path);
        }
        List<EvidenceFile> files = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            int number = i;
            String name = sheets.get(i);
            if (name != null) {
                files.add(new EvidenceFile(source.path() + "!/" + name, name, -1, source.sha256(),
                        content(source, opened -> WorkbookRows.open(opened, number)), TablesText.WORKBOOK.with()));
            }
        }
        return files;
    }

    /** Unpacks all parts once to see that none of them expands beyond measure: the reader itself has no limit. */
    private static void refuseBomb(Path path) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                long packed = Math.max(1, entry.getCompressedSize());
                try (InputStream in = new Member(zip.getInputStream(entry), () -> {
                }, -1, () -> packed)) {
                    while (in.read(buffer) >= 0) {
                        // only whether it ends counts
                    }
                }
            }
        }
    }

    /** Why the data files in a folder must not be read by themselves; null where nothing is known against it. */
    static @Nullable TablesText refusal(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve(".hoodie"))) {
            return TablesText.HUDI;
        }
        Path metadata = folder.resolve("metadata");
        if (Files.isDirectory(metadata)) {
            try (Stream<Path> listed = Files.list(metadata)) {
                if (listed.anyMatch(file -> file.getFileName().toString().endsWith(".metadata.json"))) {
                    return TablesText.ICEBERG;
                }
            }
        }
        return null;
    }

    /** Ends with {@link TooLargeException} where more is read than may be copied. */
    private static final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(0, count);
            if (read > MOST_COPIED) {
                throw new TooLargeException();
            }
            return count;
        }
    }
}
