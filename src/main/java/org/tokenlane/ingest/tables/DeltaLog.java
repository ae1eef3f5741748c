package org.tokenlane.ingest.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.evidence.HeldFiles;

/**
 * What the log of a Delta table says of its data files (Delta transaction log protocol, {@code
 * https://github.com/delta-io/delta/blob/master/PROTOCOL.md}): a file that was removed stays in the folder for days,
 * and to read it would bring deleted rows back.
 */
public final class DeltaLog {

    /** The folder with the log, in that of the table. */
    public static final String FOLDER = "_delta_log";
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final Pattern CHECKPOINT = Pattern
            .compile("(\\d{20})\\.checkpoint(?:\\.(\\d{10})\\.(\\d{10}))?\\.parquet");
    private static final Pattern NEW_CHECKPOINT = Pattern
            .compile("\\d{20}\\.checkpoint\\.[0-9a-f-]{36}\\.(json|parquet)");

    /** By the file's path below the table's folder. */
    private final Map<String, Map<String, String>> active = new HashMap<>();
    private final Folder folder;

    private DeltaLog(Folder folder) {
        this.folder = folder;
    }

    /** The folder with the log, wherever it is. */
    public interface Folder {

        /** The names of its files. */
        List<String> names() throws IOException;

        /** One of its files. */
        InputStream open(String name) throws IOException;

        /** The rows of one of its files that is a Parquet file. */
        InputStream openRows(String name) throws IOException, UnreadableFileException;
    }

    private record FolderOnDisk(Path log) implements Folder {

        @Override
        public List<String> names() throws IOException {
            try (Stream<Path> listed = Files.list(log)) {
                return listed.map(file -> file.getFileName().toString()).toList();
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            return HeldFiles.open(log.resolve(name));
        }

        @Override
        public InputStream openRows(String name) throws IOException, UnreadableFileException {
            HeldFiles.refuse(log.resolve(name));
            ParquetRows.check(log.resolve(name));
            return ParquetRows.open(log.resolve(name), Map.of());
        }
    }

    /**
     * Reads the log.
     *
     * @throws UnreadableFileException
     *             when it needs what cannot be done here, saying what
     */
    public static DeltaLog of(Path table) throws IOException, UnreadableFileException {
        return of(new FolderOnDisk(table.resolve(FOLDER)));
    }

    /** Reads the log in this folder, as above. */
    public static DeltaLog of(Folder folder) throws IOException, UnreadableFileException {
        DeltaLog log = new DeltaLog(folder);
        log.read();
        return log;
    }

    /** The table's folder, if the file is one of its data files; null where there is no log above it. */
    public static @Nullable Path tableOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (int up = 0; folder != null && up < 8; up++) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return folder;
            }
            folder = folder.getParent();
        }
        return null;
    }

    /**
     * The columns that the log itself gives for every row of a data file; null where the file is not in the table.
     *
     * @param file
     *            its path below the table's folder, with {@code /} between folders
     */
    public @Nullable Map<String, String> columns(String file) {
        return active.get(file);
    }

    private void read() throws IOException, UnreadableFileException {
        TreeMap<Long, String> commits = new TreeMap<>();
        TreeMap<Long, List<String>> checkpoints = new TreeMap<>();
        Map<Long, Integer> parts = new HashMap<>();
        for (String name : folder.names().stream().sorted().toList()) {
            Matcher commit = COMMIT.matcher(name);
            Matcher checkpoint = CHECKPOINT.matcher(name);
            if (NEW_CHECKPOINT.matcher(name).matches()) {
                throw new UnreadableFileException(TablesText.DELTA_CHECKPOINT.with());
            } else if (commit.matches()) {
                commits.put(Long.parseLong(commit.group(1)), name);
            } else if (checkpoint.matches()) {
                long version = Long.parseLong(checkpoint.group(1));
                checkpoints.computeIfAbsent(version, number -> new ArrayList<>()).add(name);
                parts.put(version, checkpoint.group(3) == null ? 1 : Integer.parseInt(checkpoint.group(3)));
            }
        }
        checkpoints.entrySet().removeIf(one -> one.getValue().size() < parts.getOrDefault(one.getKey(), 1));
        long next = 0;
        if (!checkpoints.isEmpty()) {
            for (String name : checkpoints.lastEntry().getValue()) {
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(folder.openRows(name), StandardCharsets.UTF_8))) {
                    actions(lines);
                }
            }
            next = checkpoints.lastKey() + 1;
        }
        for (Map.Entry<Long, String> commit : commits.tailMap(next, true).entrySet()) {
            if (commit.getKey() != next) {
                throw new UnreadableFileException(TablesText.DELTA_INCOMPLETE.with());
            }
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(folder.open(commit.getValue()), StandardCharsets.UTF_8))) {
                actions(lines);
            }
            next++;
        }
        if (next == 0) {
            throw new UnreadableFileException(TablesText.DELTA_INCOMPLETE.with());
        }
    }

    private void actions(BufferedReader lines) throws IOException, UnreadableFileException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            Value action = Value.ofJson(line);
            if (!action.isObject()) {
                throw new UnreadableFileException(TablesText.DELTA_INCOMPLETE.with());
            }
            String mapping = action.path("metaData.configuration").get("delta.columnMapping.mode").text();
            if (mapping != null && !mapping.equals("none")) {
                throw new UnreadableFileException(TablesText.DELTA_COLUMN_NAMES.with());
            }
            String removed = action.path("remove.path").text();
            if (removed != null) {
                active.remove(file(removed));
            }
            Value add = action.get("add");
            String added = add.path("path").text();
            if (added != null) {
                if (!add.get("deletionVector").isMissing()) {
                    throw new UnreadableFileException(TablesText.DELTA_VECTORS.with());
                }
                Map<String, String> columns = new TreeMap<>();
                Value partition = add.get("partitionValues");
                for (String name : partition.names()) {
                    String text = partition.get(name).text();
                    if (text != null) {
                        columns.put(name, text);
                    }
                }
                active.put(file(added), columns);
            }
        }
    }

    /** A file's path below the table's folder; the log writes marks in it as in addresses. */
    private static String file(String written) throws UnreadableFileException {
        String path = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.contains("://") || path.startsWith("/")) {
            throw new UnreadableFileException(TablesText.DELTA_ELSEWHERE.with());
        }
        return path;
    }
}
