package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.tables.DeltaLog;
import org.tokenlane.ingest.tables.ParquetRows;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.ingest.text.UnreadableFileException;

/**
 * Finds the files below paths, in the order of their names; what is hidden or kept by other tools is left out. The data
 * files of a Delta table are read only where its log says that they are part of it.
 */
final class Listing {

    /** How far above a path that is named the log of its table is looked for. */
    private static final int HIGHEST = 8;
    private static final String DATA_FILE = ".parquet";

    private final SourceFiles files;
    private final List<FoundFile> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Listing(SourceFiles files) {
        this.files = files;
    }

    static List<FoundFile> below(SourceFiles files, List<String> paths) throws IOException {
        Listing listing = new Listing(files);
        for (String path : paths) {
            FileSystem system = files.system(path);
            FileStatus[] matches = system.globStatus(new Path(path));
            if (matches == null || matches.length == 0) {
                throw new LakeException(LakeText.NOT_FOUND.with(path));
            }
            for (FileStatus match : matches) {
                listing.add(system, match, listing.tableAbove(system, match.getPath().getParent()));
            }
        }
        return listing.found;
    }

    /**
     * A Delta table.
     *
     * @param log
     *            what it consists of; or null
     * @param refused
     *            why its log is of no use
     */
    private record Table(String folder, @Nullable DeltaLog log, @Nullable String refused) {

        FoundFile file(LakeFile file) {
            if (log == null) {
                return new FoundFile(file, refused, Map.of());
            }
            Map<String, String> columns = log.columns(file.path().substring(folder.length() + 1));
            return columns == null ? new FoundFile(file, TablesText.DELTA_REMOVED.text(), Map.of())
                    : new FoundFile(file, null, columns);
        }
    }

    private @Nullable Table tableAbove(FileSystem system, @Nullable Path folder) throws IOException {
        @Nullable
        Path above = folder;
        for (int up = 0; above != null && up < HIGHEST; up++) {
            if (system.exists(new Path(above, DeltaLog.FOLDER))) {
                return table(system, above);
            }
            above = above.getParent();
        }
        return null;
    }

    private void add(FileSystem system, FileStatus status, @Nullable Table table) throws IOException {
        String path = status.getPath().toString();
        if (!seen.add(path)) {
            return;
        }
        if (status.isFile()) {
            LakeFile file = LakeFile.of(status);
            found.add(table != null && file.name().endsWith(DATA_FILE) ? table.file(file)
                    : new FoundFile(file, null, Map.of()));
            return;
        }
        List<FileStatus> children = new ArrayList<>(List.of(system.listStatus(status.getPath())));
        TablesText other = otherTable(system, children);
        if (other != null) {
            found.add(new FoundFile(LakeFile.of(status), other.text(), Map.of()));
            return;
        }
        boolean isTable = children.stream()
                .anyMatch(child -> child.isDirectory() && child.getPath().getName().equals(DeltaLog.FOLDER));
        children.sort(Comparator.comparing(child -> child.getPath().getName()));
        Table around = isTable ? table(system, status.getPath()) : table;
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            if (!name.startsWith(".") && !name.startsWith("_")) {
                add(system, child, around);
            }
        }
    }

    /** The kind of a table whose data files must not be read by themselves, or null. */
    private static @Nullable TablesText otherTable(FileSystem system, List<FileStatus> children) throws IOException {
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            if (child.isDirectory() && name.equals(".hoodie")) {
                return TablesText.HUDI;
            }
            if (child.isDirectory() && name.equals("metadata")) {
                for (FileStatus file : system.listStatus(child.getPath())) {
                    if (file.getPath().getName().endsWith(".metadata.json")) {
                        return TablesText.ICEBERG;
                    }
                }
            }
        }
        return null;
    }

    private Table table(FileSystem system, Path folder) throws IOException {
        String path = system.makeQualified(folder).toString();
        try {
            return new Table(path, DeltaLog.of(new LogFolder(system, new Path(folder, DeltaLog.FOLDER))), null);
        } catch (UnreadableFileException refused) {
            return new Table(path, null, refused.reason().toString());
        }
    }

    private final class LogFolder implements DeltaLog.Folder {

        private final FileSystem system;
        private final Path log;

        LogFolder(FileSystem system, Path log) {
            this.system = system;
            this.log = log;
        }

        @Override
        public List<String> names() throws IOException {
            return List.of(system.listStatus(log)).stream().map(file -> file.getPath().getName()).toList();
        }

        @Override
        public InputStream open(String name) throws IOException {
            return system.open(new Path(log, name));
        }

        @Override
        public InputStream openRows(String name) throws IOException, UnreadableFileException {
            LakeFile checkpoint = LakeFile.of(system.getFileStatus(new Path(log, name)));
            ParquetRows.groups(files.seekable(checkpoint));
            return ParquetRows.open(files.seekable(checkpoint), Map.of(), 0, Long.MAX_VALUE);
        }
    }
}
