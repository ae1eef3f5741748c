package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own files lie where each operating system's users look for them. */
class ProgramFoldersTest {

    @Test
    void logsLieWhereTheSystemWantsThem() {
        assertThat(ProgramFolders.logs("Linux", "/home/a", Map.of()))
                .isEqualTo(Path.of("/home/a/.local/state/tokenlane"));
        assertThat(ProgramFolders.logs("Linux", "/home/a", Map.of("XDG_STATE_HOME", "/var/s")))
                .isEqualTo(Path.of("/var/s/tokenlane"));
        assertThat(ProgramFolders.logs("Mac OS X", "/Users/a", Map.of()))
                .isEqualTo(Path.of("/Users/a/Library/Logs/Tokenlane"));
        assertThat(ProgramFolders.logs("Windows 11", "C:/Users/a", Map.of("LOCALAPPDATA", "D:/local")))
                .isEqualTo(Path.of("D:/local/Tokenlane/Logs"));
        assertThat(ProgramFolders.logs("Windows 11", "C:/Users/a", Map.of()))
                .isEqualTo(Path.of("C:/Users/a/AppData/Local/Tokenlane/Logs"));
    }

    @Test
    void theHomeOfTheEnvironmentComesBeforeTheOneThatJavaKnows() {
        assertThat(ProgramFolders.settings("Linux", "/home/a", Map.of("HOME", "/mnt/b")))
                .isEqualTo(Path.of("/mnt/b/.config/tokenlane"));
        assertThat(ProgramFolders.logs("Linux", "/home/a", Map.of("HOME", "/mnt/b")))
                .isEqualTo(Path.of("/mnt/b/.local/state/tokenlane"));
        assertThat(ProgramFolders.settings("Linux", "/home/a", Map.of("HOME", " ")))
                .isEqualTo(Path.of("/home/a/.config/tokenlane"));
        assertThat(ProgramFolders.settings("Windows 11", "C:/Users/a", Map.of("HOME", "D:/b")))
                .isEqualTo(Path.of("C:/Users/a/AppData/Local/Tokenlane"));
    }

    @Test
    void casesLieWithTheDocumentsWhereThereAreAny(@TempDir Path home) throws Exception {
        assertThat(ProgramFolders.cases("Linux", home.toString(), Map.of())).isEqualTo(home.resolve("Tokenlane"));
        Files.createDirectory(home.resolve("Documents"));
        assertThat(ProgramFolders.cases("Windows 11", home.toString(), Map.of()))
                .isEqualTo(home.resolve("Documents/Tokenlane"));
    }

    @Test
    void settingsLieWhereTheSystemWantsThem() {
        assertThat(ProgramFolders.settings("Linux", "/home/a", Map.of()))
                .isEqualTo(Path.of("/home/a/.config/tokenlane"));
        assertThat(ProgramFolders.settings("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "/etc/c")))
                .isEqualTo(Path.of("/etc/c/tokenlane"));
        assertThat(ProgramFolders.settings("Mac OS X", "/Users/a", Map.of()))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Tokenlane"));
        assertThat(ProgramFolders.settings("Windows 11", "C:/Users/a", Map.of("LOCALAPPDATA", "D:/local")))
                .isEqualTo(Path.of("D:/local/Tokenlane"));
    }
}
