package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.ingest.PurviewRows;

/** A command starts quickly as long as it does not touch what it has no use for: which classes a run of it loads. */
class LoadedClassesTest {

    @TempDir
    private Path folder;

    /** The classes that a process of its own loads for a command, by their names. */
    private Set<String> loaded(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=\"" + log + "\":none", "-cp", System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
        process.environment().putAll(Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(),
                "XDG_STATE_HOME", folder.toString()));
        Process run = process.start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("err.txt"))).isZero();
        return Files.readAllLines(log).stream().map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> below(Set<String> classes, String... starts) {
        return classes.stream().filter(name -> List.of(starts).stream().anyMatch(name::startsWith)).toList();
    }

    @Test
    void theHelpLoadsNoCommandAndNothingThatCommandsWorkWith() throws Exception {
        Set<String> classes = loaded("--help");
        assertThat(classes).contains("org.tokenlane.cli.TokenlaneCommand");
        assertThat(classes.stream().filter(name -> name.matches("org\\.tokenlane\\.cli\\.\\w+Command"))
                .filter(name -> !name.endsWith(".TokenlaneCommand"))).isEmpty();
        assertThat(below(classes, "org.h2.", "com.github.luben.", "com.fasterxml.", "javafx.", "com.sun.javafx.",
                "org.tokenlane.query.", "org.tokenlane.ingest.", "org.tokenlane.report.", "org.tokenlane.correlate."))
                .isEmpty();
    }

    @Test
    void aCommandOnACaseLoadsNoOtherCommandAndNeitherWindowNorReports() throws Exception {
        Path file = folder.resolve("a.tlcase");
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 3));
        CommandRun.of("import", "--case", file, export).isDone();
        Set<String> classes = loaded("sessions", "--case", file.toString());
        assertThat(Files.readString(folder.resolve("out.txt"))).contains(PurviewRows.SESSION);
        assertThat(classes.stream().filter(name -> name.matches("org\\.tokenlane\\.cli\\.\\w+Command")))
                .containsExactly("org.tokenlane.cli.CaseCommand", "org.tokenlane.cli.SessionsCommand",
                        "org.tokenlane.cli.TokenlaneCommand");
        assertThat(below(classes, "javafx.", "com.sun.javafx.", "com.openhtmltopdf.", "org.apache.pdfbox.",
                "org.apache.parquet.", "org.dhatim.")).isEmpty();
    }
}
