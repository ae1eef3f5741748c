package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of the packages for Linux: what they add beside their own folder, and take back, and the command itself; run
 * as the packages run them, in other folders.
 */
@DisabledOnOs(OS.WINDOWS)
class LinksScriptTest {

    @TempDir
    private Path folder;
    private Path lib;
    private Path to;

    @BeforeEach
    void install() throws IOException {
        lib = Files.createDirectories(folder.resolve("opt ü/tokenlane/lib"));
        to = Files.createDirectories(folder.resolve("usr ü"));
        Files.copy(Path.of("jpackage/linux/links.sh"), lib.resolve("links.sh"));
        for (String name : List.of("tokenlane.sh", "bash-completion/tokenlane", "man/man1/tokenlane.1",
                "man/man1/tokenlane-import.1")) {
            Files.createDirectories(lib.resolve(name).getParent());
            Files.writeString(lib.resolve(name), name);
        }
    }

    @Test
    void theCommandItsPagesAndItsCompletionAreReachedAndRemovedAgain() throws Exception {
        assertThat(links("add")).isZero();
        assertThat(files()).containsExactlyInAnyOrder("bin/tokenlane", "share/bash-completion/completions/tokenlane",
                "share/man/man1/tokenlane.1", "share/man/man1/tokenlane-import.1");
        assertThat(to.resolve("bin/tokenlane")).hasContent("tokenlane.sh");
        assertThat(to.resolve("share/man/man1/tokenlane-import.1")).hasContent("man/man1/tokenlane-import.1");
        assertThat(links("add")).isZero();
        assertThat(links("remove")).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileOfTheSameNameThatIsNotOursStays() throws Exception {
        Path command = Files.createDirectories(to.resolve("bin")).resolve("tokenlane");
        Files.writeString(command, "another program");
        Path page = Files.createDirectories(to.resolve("share/man/man1")).resolve("tokenlane.1");
        Files.createSymbolicLink(page, Path.of("/nowhere/tokenlane.1"));
        assertThat(links("add")).isZero();
        assertThat(links("remove")).isZero();
        assertThat(command).hasContent("another program");
        assertThat(Files.readSymbolicLink(page)).isEqualTo(Path.of("/nowhere/tokenlane.1"));
        assertThat(files()).containsExactlyInAnyOrder("bin/tokenlane", "share/man/man1/tokenlane.1");
    }

    @Test
    void theCommandFindsItsProgramThroughAChainOfLinksInstalledAndPortable() throws Exception {
        Path program = lib.resolveSibling("bin/tokenlane");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        for (Path command : List.of(lib.resolve("tokenlane.sh"), lib.resolveSibling("tokenlane"))) {
            Files.copy(Path.of("jpackage/linux/tokenlane.sh"), command, StandardCopyOption.REPLACE_EXISTING);
            Path first = Files.createDirectories(folder.resolve("my links")).resolve("tl");
            Files.deleteIfExists(first);
            Files.createSymbolicLink(first, first.getParent().relativize(command));
            Path second = folder.resolve("second");
            Files.deleteIfExists(second);
            Files.createSymbolicLink(second, Path.of("my links/tl"));
            for (String typed : List.of(command.toString(), first.toString(), "my links/tl", "second")) {
                assertThat(run(typed, "a b", "", "*")).isZero();
                assertThat(folder.resolve("output.txt")).as(typed).hasContent("[a b][][*]");
            }
        }
    }

    private int links(String action) throws IOException, InterruptedException {
        return run(lib.resolve("links.sh").toString(), action, to.toString());
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process script = new ProcessBuilder(Stream.concat(Stream.of("/bin/sh"), Stream.of(command)).toList())
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile()).start();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return script.exitValue();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(to)) {
            return all.filter(path -> !Files.isDirectory(path)).map(path -> to.relativize(path).toString()).toList();
        }
    }
}
