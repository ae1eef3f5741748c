package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An empty case as the program creates it; making its tables again for each test costs more than most tests. */
public final class EmptyCase {

    private static final byte[] BYTES = made();

    private EmptyCase() {
    }

    /** Opens a copy at this place. */
    public static CaseFile at(Path file) {
        try {
            return CaseFile.open(Files.write(file, BYTES, StandardOpenOption.CREATE_NEW), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made() {
        try {
            Path folder = Files.createTempDirectory("tokenlane-empty");
            Path file = folder.resolve("test.tlcase");
            CaseFile.create(file, null, "test").close();
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
