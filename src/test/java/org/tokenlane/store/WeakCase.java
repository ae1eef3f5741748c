package org.tokenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * A case of today's schema whose key H2 alone derived by 10 rounds, as versions with schema 6 made them: an export of 3
 * records and one that is rejected, and 4 entries in the audit trail.
 */
public final class WeakCase {

    public static final String PASSWORD = "blåbær";

    private WeakCase() {
    }

    /** Writes it under this name. */
    public static Path write(Path file) throws IOException {
        Path folder = Files.createTempDirectory("weak");
        try {
            Path made = folder.resolve("a.tlcase");
            try (InputStream in = WeakCase.class.getResourceAsStream("/store/weak-key.tlcase")) {
                Files.copy(in, made);
            }
            // the work of such a version is updated when it is opened, and has a key of today from then on
            CasePassword.change(made, PASSWORD.toCharArray(), null, "tester");
            encrypt(Files.readAllBytes(made), file);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(WeakCase::delete);
            }
            Files.delete(folder);
        }
        return file;
    }

    /** Writes the bytes of a case as H2 encrypts them. */
    static Path encrypt(byte[] plain, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            String digits = HexFormat.of().formatHex(PASSWORD.getBytes(StandardCharsets.UTF_8));
            new FileEncrypt("", FilePathEncrypt.getPasswordBytes(digits.toCharArray()), channel)
                    .write(ByteBuffer.wrap(plain), 0);
        }
        return file;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
