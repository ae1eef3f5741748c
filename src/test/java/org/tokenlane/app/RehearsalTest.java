package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ui.state.Page;

/**
 * The commands and the window that the packages' cache of classes is made of run in one process and end by themselves; a
 * command that fails stops the build.
 */
class RehearsalTest {

    @TempDir
    private Path folder;

    private int rehearse(String commands, Path caseFile) throws Exception {
        ProcessBuilder rehearsal = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en", "-Dglass.platform=Headless", "-Dprism.order=sw", "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName(), Files.writeString(folder.resolve("commands.txt"), commands).toString(),
                caseFile.toString()).redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        rehearsal.environment().put("HOME", folder.toString());
        rehearsal.environment().put("XDG_CONFIG_HOME", folder.resolve("settings").toString());
        Process process = rehearsal.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void eachCommandRunsOnTheCaseUntilOneFails() throws Exception {
        Path file = folder.resolve("a b.tlcase");
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 3));
        CommandRun.of("import", "--case", file, export).isDone();
        assertThat(rehearse("# two commands\nsessions --case CASE\nrules --case CASE\n", file)).isZero();
        assertThat(Files.readString(folder.resolve("out.txt"))).contains(PurviewRows.SESSION, "mass-download");

        assertThat(rehearse("session --case CASE none\nrules --case CASE\n", file)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out.txt"))).doesNotContain("mass-download");
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("none");
    }

    @Test
    void aCaseAloneOpensTheWindowWhichClosesByItself() throws Exception {
        Path file = folder.resolve("a b.tlcase");
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 3));
        CommandRun.of("import", "--case", file, export).isDone();
        assertThat(rehearse("rules --case CASE\nCASE\n", file)).as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        assertThat(folder.resolve("settings/tokenlane").resolve(WindowProgram.SETTINGS)).content()
                .contains("a\\ b.tlcase=" + Page.INVESTIGATE);
    }
}
