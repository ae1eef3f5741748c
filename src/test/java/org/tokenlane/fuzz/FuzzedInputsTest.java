package org.tokenlane.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fuzzer found stays found: the inputs that were kept, and some of those that it begins with. */
class FuzzedInputsTest {

    private static final Path KEPT = Path.of("src/test/resources/fuzz");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Fuzzed.class)
    void whatAFuzzerBeginsWithIsRead(Fuzzed fuzzed) throws IOException {
        List<byte[]> seeds = fuzzed.seeds().values().stream().limit(2).toList();
        assertThat(seeds).isNotEmpty();
        assertThatCode(() -> seeds.forEach(seed -> fuzzed.check(seed, folder))).doesNotThrowAnyException();
    }

    static Stream<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(KEPT)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatAFuzzerFoundIsReadToo(Path input) throws IOException {
        Fuzzed fuzzed = Fuzzed.valueOf(
                input.getParent().getFileName().toString().toUpperCase(Locale.ROOT));
        byte[] bytes = Files.readAllBytes(input);
        assertThat(bytes).isNotEmpty();
        assertThatCode(() -> fuzzed.check(bytes, folder)).doesNotThrowAnyException();
    }
}
