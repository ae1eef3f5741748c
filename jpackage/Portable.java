import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs the application image into archives that run wherever they are unpacked: the image, the name of the folder inside
 * the archives, the archives (.zip, .tar.gz). Keeps what Maven's and the JDK's archivers lose: who may run a file, links,
 * and times to the second in any time zone (Java takes no cache of classes that was made of jars with other times). The
 * build runs this file as it is.
 */
class Portable {

    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    private static final int LINK = 0120777;

    public static void main(String[] arguments) throws IOException {
        Path image = Path.of(arguments[0]);
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(image)) {
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> files.put(name(image, path), path));
        }
        Path command = image.resolve("lib/tokenlane.sh");
        if (Files.exists(command)) {
            files.put("tokenlane", command); // where people look first
        }
        for (String archive : List.of(arguments).subList(2, arguments.length)) {
            pack(files, arguments[1] + "/", Path.of(archive));
        }
    }

    private static void pack(Map<String, Path> files, String top, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            if (archive.toString().endsWith(".zip")) {
                zip(files, top, new ZipArchiveOutputStream(out));
            } else {
                tar(files, top, new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16), "UTF-8"));
            }
        }
    }

    private static void zip(Map<String, Path> files, String top, ZipArchiveOutputStream zip) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            ZipArchiveEntry entry = new ZipArchiveEntry(top + file.getKey());
            entry.setUnixMode(mode(file.getValue()));
            FileTime time = Files.getLastModifiedTime(file.getValue());
            entry.setTime(time);
            X5455_ExtendedTimestamp exact = new X5455_ExtendedTimestamp();
            exact.setModifyFileTime(FileTime.from(time.toInstant().truncatedTo(ChronoUnit.SECONDS)));
            entry.addExtraField(exact);
            zip.putArchiveEntry(entry);
            if (Files.isSymbolicLink(file.getValue())) {
                zip.write(Files.readSymbolicLink(file.getValue()).toString().getBytes(StandardCharsets.UTF_8));
            } else {
                Files.copy(file.getValue(), zip);
            }
            zip.closeArchiveEntry();
        }
        zip.close();
    }

    private static void tar(Map<String, Path> files, String top, TarArchiveOutputStream tar) throws IOException {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            int mode = mode(file.getValue());
            TarArchiveEntry entry;
            if (mode == LINK) {
                entry = new TarArchiveEntry(top + file.getKey(), TarConstants.LF_SYMLINK);
                entry.setLinkName(Files.readSymbolicLink(file.getValue()).toString());
            } else {
                entry = new TarArchiveEntry(top + file.getKey());
                entry.setSize(Files.size(file.getValue()));
            }
            entry.setMode(mode);
            entry.setModTime(Files.getLastModifiedTime(file.getValue()));
            tar.putArchiveEntry(entry);
            if (mode != LINK) {
                Files.copy(file.getValue(), tar);
            }
            tar.closeArchiveEntry();
        }
        tar.close();
    }

    private static int mode(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return LINK;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE) ? PROGRAM : FILE;
    }

    private static String name(Path image, Path file) {
        return image.relativize(file).toString().replace('\\', '/');
    }
}
