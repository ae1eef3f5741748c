package org.tokenlane.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;

/**
 * The sample tenant's exports and a case of them, made once for all tests of a JVM. Nobody writes to the shared files:
 * a test gets a copy of the case.
 */
public final class SampleCase {

    private static SampleCase shared;

    private final Path folder;
    private final SampleAnswers answers;

    private SampleCase() throws IOException {
        folder = Files.createTempDirectory("sample");
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        answers = SampleTenant.write(exports());
        CommandRun.of("import", "--case", file(), exports()).isDone();
        // links are found once, not in every copy
        CommandRun.of("sessions", "--case", file()).isDone();
    }

    private static synchronized SampleCase shared() {
        try {
            if (shared == null) {
                shared = new SampleCase();
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path exports() {
        return folder.resolve("exports");
    }

    private Path file() {
        return folder.resolve("sample.tlcase");
    }

    /** The tenant's exports, only to be read. */
    public static Path sharedExports() {
        return shared().exports();
    }

    public static SampleAnswers sharedAnswers() {
        return shared().answers;
    }

    /** A copy of the case, {@code sample.tlcase}, in this folder. */
    public static Path copy(Path folder) {
        try {
            return Files.copy(shared().file(), folder.resolve("sample.tlcase"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException nothingToDelete) {
            // the system clears its temporary files
        }
    }
}
