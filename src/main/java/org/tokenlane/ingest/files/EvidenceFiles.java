package org.tokenlane.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.tokenlane.ingest.tables.DeltaLog;
import org.tokenlane.ingest.tables.ParquetRows;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.ImportReport.Remark;
import org.tokenlane.model.evidence.Sha256;

/**
 * Finds the files to import below the paths that an analyst names: files, folders, ZIP, GZIP, 7-Zip and tar archives of these,
 * also one in another, Parquet files and workbooks, told by their content. The order is that of the
 * names, so that it is the same on every machine.
 */
public final class EvidenceFiles {

    private static final String OFFICE = "[Content_Types].xml";
    /** A hidden file of such a name is no file manager's. */
    private static final Pattern EXPORT = Pattern
            .compile("(?i).*\\.(?:csv|json|jsonl|ndjson|tsv|txt|log|gz|tgz|zip|7z|tar|xlsx|parquet)");
    private static final int DEEPEST = 5;
    private static final int MOST_MEMBERS = 100_000;

    private final Set<Path> folders = new HashSet<>();
    private final List<EvidenceFile> files = new ArrayList<>();
    private final List<Remark> unreadable = new ArrayList<>();
    private final List<Remark> skipped = new ArrayList<>();
    private final TableFiles tables = new TableFiles();

    private EvidenceFiles() {
    }

    public static EvidenceFiles below(Collection<Path> paths) {
        EvidenceFiles found = new EvidenceFiles();
        for (Path path : paths) {
            found.add(path);
        }
        return found;
    }

    public List<EvidenceFile> files() {
        return files;
    }

    /** What is no evidence and was not looked at, each with the reason: the open case. */
    public List<Remark> skipped() {
        return skipped;
    }

    /** What could not be read, each with the reason. */
    public List<Remark> unreadable() {
        return unreadable;
    }

    private void add(Path path) {
        if (!Files.exists(path)) {
            refuse(path.toString(), FilesText.NOT_FOUND.text());
        } else if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (!Files.isRegularFile(path)) {
            // reading a pipe may wait for ever
            refuse(path.toString(), FilesText.NOT_A_FILE.text());
        } else if (!Files.isReadable(path)) {
            refuse(path.toString(), FilesText.PERMISSION_DENIED.text());
        } else if (HeldFiles.isHeld(path)) {
            skipped.add(new Remark(path.toString(), FilesText.OPEN_CASE.text()));
        } else {
            addFile(path);
        }
    }

    private void refuse(String path, String reason) {
        unreadable.add(new Remark(path, reason));
    }

    private void addFolder(Path folder) {
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            if (!folders.add(folder.toRealPath())) {
                return;
            }
            TablesText table = TableFiles.refusal(folder);
            if (table != null) {
                refuse(folder.toString(), table.text());
                return;
            }
            children = listed.filter(child -> !isHidden(child)).sorted().toList();
        } catch (IOException e) {
            refuse(folder.toString(), FilesText.FOLDER_UNREADABLE.text());
            return;
        }
        children.forEach(this::add);
    }

    /** The log of a Delta table is followed where its data files are read; it holds no records. */
    private static boolean isHidden(Path child) {
        String name = child.getFileName().toString();
        boolean folder = Files.isDirectory(child);
        return name.startsWith(".") && (folder || name.startsWith("._") || !EXPORT.matcher(name).matches())
                || name.equals(DeltaLog.FOLDER) && folder;
    }

    private void addFile(Path path) {
        int before = found();
        try {
            String name = path.getFileName().toString();
            byte[] head = head(() -> HeldFiles.open(path));
            if (ParquetRows.isOne(head)) {
                addTables(onDisk(path, sha256(path)), true);
            } else if (SevenZip.isOne(head)) {
                addSevenZip(path);
            } else if (Zip.isOne(head)) {
                addZip(path);
            } else if (isPacked(head)) {
                addPacked(new EvidenceFile(path.toString(), name, Files.size(path), sha256(path),
                        () -> HeldFiles.open(path)), head, 1);
            } else {
                files.add(new EvidenceFile(path.toString(), name, Files.size(path), null,
                        () -> HeldFiles.open(path))
                        .modifiedAt(Files.getLastModifiedTime(path).toInstant()));
            }
            if (found() == before) {
                refuse(path.toString(), FilesText.EMPTY_ARCHIVE.text());
            }
        } catch (IOException e) {
            refuse(path.toString(), FilesText.UNREADABLE.text(ReadFailure.of(e)));
        }
    }

    private int found() {
        return files.size() + unreadable.size();
    }

    private void addSevenZip(Path path) throws IOException {
        List<EvidenceFile> members;
        try {
            members = SevenZip.members(path, sha256(path), name -> !isPlumbing(name));
        } catch (PasswordRequiredException encrypted) {
            refuse(path.toString(), FilesText.ENCRYPTED_ARCHIVE.text());
            return;
        } catch (MemoryLimitException tooMuch) {
            refuse(path.toString(), FilesText.ARCHIVE_MEMORY.text());
            return;
        }
        boolean delta = members.stream().anyMatch(member -> member.path().contains(DeltaLog.FOLDER + "/"));
        for (EvidenceFile member : members) {
            addMember(member, 1, delta);
        }
    }

    private static TableFiles.Source onDisk(Path path, String sha256) {
        return new TableFiles.Source(path.toString(), path.getFileName().toString(), sha256,
                () -> HeldFiles.open(path), path);
    }

    /** Adds the rows of a Parquet file, or the sheets of a workbook. */
    private void addTables(TableFiles.Source source, boolean parquet) throws IOException {
        try {
            if (parquet) {
                files.add(tables.parquet(source));
            } else {
                files.addAll(tables.workbook(source));
            }
        } catch (UnreadableFileException refused) {
            refuse(source.path(), refused.reason().toString());
        } catch (OutOfMemoryError tooLarge) {
            refuse(source.path(), TablesText.TOO_LARGE.text());
        }
    }

    private static byte[] head(EvidenceFile.Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(Tar.BLOCK);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    private static boolean isPacked(byte[] head) {
        return Zip.isOne(head) || isGzip(head) || Tar.isTar(head);
    }

    /** Adds what is in an archive, or in an archive in it, down to a depth that no collection of logs has. */
    private void addPacked(EvidenceFile packed, byte[] head, int depth) throws IOException {
        if (depth > DEEPEST) {
            refuse(packed.path(), FilesText.TOO_DEEP.text(DEEPEST));
        } else if (isGzip(head)) {
            String lower = packed.name().toLowerCase(Locale.ROOT);
            String inner = lower.endsWith(".gz") ? packed.name().substring(0, packed.name().length() - 3)
                    : lower.endsWith(".tgz") ? packed.name().substring(0, packed.name().length() - 3) + "tar"
                            : packed.name();
            addMember(new EvidenceFile(packed.path() + "!/" + inner, inner, -1, packed.archiveSha256(),
                    () -> new Gunzip(packed.content().open())), depth, false);
        } else if (Zip.isOne(head)) {
            addStreamedZip(packed, depth);
        } else {
            List<Tar.Entry> entries;
            try (InputStream in = packed.content().open()) {
                entries = Tar.entries(in, MOST_MEMBERS);
            }
            boolean delta = entries.stream().anyMatch(entry -> entry.name().contains(DeltaLog.FOLDER + "/"));
            for (Tar.Entry entry : entries) {
                if (!isPlumbing(entry.name())) {
                    addMember(new EvidenceFile(packed.path() + "!/" + entry.name(), lastPart(entry.name()),
                            entry.size(), packed.archiveSha256(), () -> {
                                InputStream archive = packed.content().open();
                                return new Member(Tar.open(archive, entry), archive, -1, () -> Long.MAX_VALUE);
                            }).modifiedAt(entry.modified()), depth, delta);
                }
            }
        }
    }

    /**
     * Adds a member, or what is in it where it is an archive itself.
     *
     * @param delta
     *            whether the log of a Delta table is in the same archive
     */
    private void addMember(EvidenceFile member, int depth, boolean delta) throws IOException {
        if (member.path().contains(DeltaLog.FOLDER + "/")) {
            return;
        }
        if (files.size() >= MOST_MEMBERS) {
            refuse(member.path(), FilesText.TOO_MANY.text(MOST_MEMBERS));
            return;
        }
        byte[] head;
        try {
            head = head(member.content());
        } catch (IOException damaged) {
            // it will be refused by name when it is read
            head = new byte[0];
        }
        if (ParquetRows.isOne(head)) {
            if (delta) {
                refuse(member.path(), TablesText.DELTA_PACKED.text());
            } else {
                addTables(TableFiles.Source.of(member), true);
            }
        } else if (isPacked(head)) {
            addPacked(member, head, depth + 1);
        } else {
            files.add(member);
        }
    }

    private void addZip(Path path) throws IOException {
        String hash = sha256(path);
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipFile zip = Zip.open(path)) {
            zip.stream().filter(entry -> !entry.isDirectory() && !isPlumbing(entry.getName())).forEach(entries::add);
        } catch (ZipException e) {
            // without its table of contents, the members can still be read one after the other
            addStreamedZip(new EvidenceFile(path.toString(), path.getFileName().toString(), Files.size(path), hash,
                    () -> HeldFiles.open(path)), 1);
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.getName().equals(OFFICE))) {
            addTables(onDisk(path, hash), false);
            return;
        }
        boolean delta = entries.stream().anyMatch(entry -> entry.getName().contains(DeltaLog.FOLDER + "/"));
        entries.sort((a, b) -> a.getName().compareTo(b.getName()));
        for (ZipEntry entry : entries) {
            addMember(new EvidenceFile(path + "!/" + entry.getName(), lastPart(entry.getName()), entry.getSize(), hash,
                    () -> Zip.member(path, entry.getName())).modifiedAt(Zip.modified(entry)), 1, delta);
        }
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Adds the members of a ZIP archive that is read from its beginning: one inside of another, or a cut one. */
    private void addStreamedZip(EvidenceFile packed, int depth) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(packed.content().open(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.isDirectory() || isPlumbing(entry.getName()) ? "" : entry.getName());
            }
        } catch (IOException | IllegalArgumentException cut) {
            // the members before are there
        }
        // a workbook may be written so that only its first part can be read from the beginning
        if (names.contains(OFFICE) || names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            addTables(TableFiles.Source.of(packed), false);
            return;
        }
        boolean delta = names.stream().anyMatch(name -> name.contains(DeltaLog.FOLDER + "/"));
        if (names.isEmpty()) {
            refuse(packed.path(), FilesText.ZIP_DAMAGED.text());
        }
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            if (!names.get(i).isEmpty()) {
                addMember(new EvidenceFile(packed.path() + "!/" + names.get(i), lastPart(names.get(i)), -1,
                        packed.archiveSha256(), () -> Zip.streamed(packed, number)), depth, delta);
            }
        }
    }

    private static boolean isPlumbing(String member) {
        return member.startsWith("__MACOSX/") || member.endsWith(".DS_Store");
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = HeldFiles.open(path)) {
            return Sha256.of(in);
        }
    }
}
