package org.tokenlane.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tokenlane.app.Launcher;

/** The program with one command, in a process of its own that can be killed. */
final class Program {

    private static final int MINUTES = 10;

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param home
     *            where its log and what it prints are written
     */
    static Program start(Path home, List<?> arguments) throws IOException {
        return start(home, Launcher.class, arguments);
    }

    static Program start(Path home, Class<?> main, List<?> arguments) throws IOException {
        return start(home, 512, main, arguments);
    }

    /** The same with so many megabytes of heap. */
    static Program start(Path home, int megabytes, Class<?> main, List<?> arguments) throws IOException {
        Path output = home.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8", "-Duser.language=en", "--enable-native-access=ALL-UNNAMED",
                        "-Duser.home=" + home, "-classpath", System.getProperty("java.class.path"),
                        main.getName()));
        arguments.stream().map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(Arrays.asList("DISPLAY", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
                "TOKENLANE_PASSWORD"));
        return new Program(builder.start(), output);
    }

    /**
     * Waits until it has opened something in this folder.
     *
     * @return false where it ended before
     */
    boolean waitUntilItUses(Path folder) throws IOException, InterruptedException {
        Path open = Path.of("/proc", String.valueOf(process.pid()), "fd");
        while (process.isAlive()) {
            try (Stream<Path> files = Files.list(open)) {
                if (files.anyMatch(file -> isIn(folder, file))) {
                    return true;
                }
            } catch (IOException | java.io.UncheckedIOException ended) {
                // looked at again
            }
            Thread.sleep(1);
        }
        return false;
    }

    private static boolean isIn(Path folder, Path file) {
        try {
            return Files.readSymbolicLink(file).startsWith(folder);
        } catch (IOException closed) {
            return false;
        }
    }

    /** Waits for its end; gives its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IllegalStateException("it did not end");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** What it printed, in both ways. */
    String output() throws IOException {
        return Files.readString(output);
    }
}
