package org.tokenlane.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer changes the bytes of exports, guided by which code they reach, for {@value #SECONDS} seconds each. {@code mvn
 * verify -Pfuzz}; {@code -Dfuzz.seconds} asks for another time. What it finds is printed with its path and has to be kept in
 * {@code src/test/resources/fuzz}, where {@link FuzzedInputsTest} reads it.
 */
@Tag("fuzz")
class FuzzTest {

    private static final int SECONDS = 60;
    /** An input that takes longer is a finding. Generous, because the machine may have other work. */
    private static final int MOST_SECONDS_FOR_ONE = 60;
    private static final int MOST_BYTES = 12_288;
    /** What the program uses to read files, and its own code for that. */
    private static final String GUIDED_BY = String.join(":", "org.tokenlane.ingest.**", "dev.hardwood.**",
            "org.apache.commons.compress.**", "org.apache.commons.csv.**", "org.dhatim.**");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Fuzzed.class)
    void nothingButWhatIsDeclaredHappensWhateverTheBytes(Fuzzed fuzzed) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Path found = Files.createDirectories(Path.of("target/fuzz", fuzzed.name()));
        for (Map.Entry<String, byte[]> seed : fuzzed.seeds().entrySet()) {
            if (seed.getValue().length <= MOST_BYTES) {
                Files.write(corpus.resolve(seed.getKey()), seed.getValue());
            }
        }
        Path log = found.resolve("log.txt");
        Process process = new ProcessBuilder(command(fuzzed, corpus, found)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(log);
        System.out.println(fuzzed + ": " + lines.stream().filter(line -> line.matches("#\\d.*")).reduce((a, b) -> b)
                .orElse(""));
        assertThat(findings(found)).isEmpty();
        assertThat(exit).as(() -> String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())))
                .isZero();
    }

    private static List<Path> findings(Path found) throws IOException {
        try (Stream<Path> files = Files.list(found)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*")).toList();
        }
    }

    private List<String> command(Fuzzed fuzzed, Path corpus, Path found) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                        "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder, "-classpath", System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer"));
        command.addAll(List.of("--target_class=" + FuzzTarget.class.getName(), "--target_args=" + fuzzed.name(),
                "--instrumentation_includes=" + GUIDED_BY, "--custom_hook_excludes=**",
                "--reproducer_path=" + found, "-artifact_prefix=" + found + "/",
                "-max_total_time=" + Integer.getInteger("fuzz.seconds", SECONDS),
                "-timeout=" + MOST_SECONDS_FOR_ONE, "-rss_limit_mb=0", "-max_len=" + MOST_BYTES,
                corpus.toString()));
        return command;
    }
}
