package org.tokenlane.detect;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;

/**
 * What the program that runs is made of: its classes, rules, texts and tables, the libraries by their names, and the
 * Java that runs them. Two builds of one version are told apart.
 */
final class ProgramCode {

    private static final Logger LOG = System.getLogger(ProgramCode.class.getName());

    /** Read when it is first asked for, and once, as it does not change while the program runs. */
    private static final class Known {
        private static final @Nullable String HASH = read();
    }

    private ProgramCode() {
    }

    /** The hash of all of it; null where it cannot be read. */
    static @Nullable String hash() {
        return Known.HASH;
    }

    private static @Nullable String read() {
        String classPath = System.getProperty("java.class.path", "");
        try {
            for (String part : classPath.split(File.pathSeparator)) {
                if (!part.isEmpty() && isOwn(Path.of(part))) {
                    return of(Path.of(part), List.of(classPath, System.getProperty("java.runtime.version", ""),
                            System.getProperty("java.vm.vendor", "")));
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.log(Level.DEBUG, "the program's own code cannot be read", unreadable);
        }
        return null;
    }

    private static boolean isOwn(Path code) throws IOException {
        String own = ProgramCode.class.getName().replace('.', '/') + ".class";
        if (!Files.isRegularFile(code)) {
            return Files.exists(code.resolve(own));
        }
        try (ZipFile jar = new JarFile(code.toFile(), false)) {
            return jar.getEntry(own) != null;
        }
    }

    /**
     * The hash of a jar or a folder of classes, and of what else matters. A jar holds a checksum of each of its files,
     * and the names of the libraries in its manifest.
     */
    static String of(Path code, List<String> others) throws IOException {
        MessageDigest digest = Sha256.digest();
        others.forEach(other -> add(digest, other));
        if (Files.isDirectory(code)) {
            try (Stream<Path> files = Files.walk(code)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(digest, code.relativize(file) + " " + Sha256.of(Files.readAllBytes(file)));
                }
            }
        } else {
            try (ZipFile jar = new JarFile(code.toFile(), false)) {
                jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).forEach(
                        file -> add(digest, file.getName() + " " + file.getSize() + " " + file.getCrc()));
            }
        }
        return Sha256.hex(digest);
    }

    /** With its length before it, so that two lists of lines which differ never give the same bytes. */
    private static void add(MessageDigest digest, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
