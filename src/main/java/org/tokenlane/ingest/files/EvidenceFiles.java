package org.tokenlane.ingest.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tokenlane.model.evidence.ImportReport.Remark;
import org.tokenlane.model.evidence.Sha256;

/**
 * Finds the files to import below the paths that an analyst names: files, folders, ZIP and GZIP archives of these, told
 * by their content. The order is that of the
 * names, so that it is the same on every machine.
 */
public final class EvidenceFiles {

    private static final Charset OLD_ZIP_NAMES = Charset.forName("IBM437");

    private final List<EvidenceFile> files = new ArrayList<>();
    private final List<Remark> unreadable = new ArrayList<>();

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

    /** What could not be read, each with the reason. */
    public List<Remark> unreadable() {
        return unreadable;
    }

    private void add(Path path) {
        if (!Files.exists(path)) {
            unreadable.add(new Remark(path.toString(), FilesText.NOT_FOUND.text()));
        } else if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (!Files.isReadable(path)) {
            unreadable.add(new Remark(path.toString(), FilesText.PERMISSION_DENIED.text()));
        } else {
            addFile(path);
        }
    }

    private void addFolder(Path folder) {
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.filter(child -> !child.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            unreadable.add(new Remark(folder.toString(), FilesText.FOLDER_UNREADABLE.text()));
            return;
        }
        children.forEach(this::add);
    }

    private void addFile(Path path) {
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(path)) {
                head = in.readNBytes(4);
            }
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K'
                    && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6)) {
                addZip(path);
            } else if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
                addGzip(path);
            } else {
                files.add(new EvidenceFile(path.toString(), path.getFileName().toString(), Files.size(path), null,
                        () -> Files.newInputStream(path)));
            }
        } catch (IOException e) {
            unreadable.add(new Remark(path.toString(), FilesText.UNREADABLE.text(ReadFailure.of(e))));
        }
    }

    private void addGzip(Path path) throws IOException {
        String name = path.getFileName().toString();
        String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        files.add(new EvidenceFile(path + "!/" + inner, inner, -1, sha256(path),
                () -> new GZIPInputStream(Files.newInputStream(path), 1 << 16)));
    }

    private void addZip(Path path) throws IOException {
        String hash = sha256(path);
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipFile zip = zip(path)) {
            zip.stream().filter(entry -> !entry.isDirectory() && !isPlumbing(entry.getName())).forEach(entries::add);
        } catch (ZipException e) {
            unreadable.add(new Remark(path.toString(),
                    FilesText.ZIP_DAMAGED.text()));
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.getName().equals("[Content_Types].xml"))) {
            unreadable.add(new Remark(path.toString(),
                    FilesText.OFFICE_DOCUMENT.text()));
            return;
        }
        entries.sort((a, b) -> a.getName().compareTo(b.getName()));
        for (ZipEntry entry : entries) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            boolean packedAgain = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            String inner = packedAgain ? name.substring(0, name.length() - 3) : name;
            files.add(new EvidenceFile(path + "!/" + entry.getName(), inner, packedAgain ? -1 : entry.getSize(), hash,
                    () -> openMember(path, entry.getName(), packedAgain)));
        }
    }

    private static boolean isPlumbing(String member) {
        return member.startsWith("__MACOSX/") || member.endsWith(".DS_Store");
    }

    private static InputStream openMember(Path path, String member, boolean packedAgain) throws IOException {
        ZipFile zip = zip(path);
        try {
            InputStream in = zip.getInputStream(zip.getEntry(member));
            InputStream plain = packedAgain ? new GZIPInputStream(in, 1 << 16)
                    : new BufferedInputStream(new WholeMember(in, zip.getEntry(member)), 1 << 16);
            return new FilterInputStream(plain) {
                @Override
                public void close() throws IOException {
                    try (zip) {
                        super.close();
                    }
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens an archive whose names are UTF-8, or else in the encoding of old archives. */
    private static ZipFile zip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException badNames) {
            return new ZipFile(path.toFile(), OLD_ZIP_NAMES);
        }
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Sha256.of(in);
        }
    }
}
