package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command of the packages, in a folder as jpackage leaves it, with a program that prints what reached it: short
 * commands run in Java itself, everything else in jpackage's launcher.
 */
@EnabledOnOs(OS.LINUX)
class PackageScriptTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String PROGRAM = """
            public class Echo {
                public static void main(String[] arguments) throws Exception {
                    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                            .filter(option -> option.startsWith("-XX:+") || option.startsWith("-XX:Tiered"))
                            .forEach(System.out::println);
                    for (String argument : arguments) {
                        System.out.println("[" + argument + "]");
                    }
                }
            }
            """;
    private static final String SHORT = "-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n";

    @TempDir
    private static Path compiled;
    private static byte[] program;

    @TempDir
    private Path folder;
    private Path image;

    /** What a run wrote, read as UTF-8. */
    private record Run(int exitCode, String output, String errors) {
    }

    @BeforeAll
    static void compileTheProgramThatPrintsItsArguments() throws IOException {
        program = RunnableJar.of("Echo", PROGRAM, compiled);
    }

    @BeforeEach
    void install() throws IOException {
        image = folder.resolve("Søren 日本 'x' *").resolve("tokenlane");
        Files.createDirectories(image.resolve("lib/app"));
        Files.createDirectories(image.resolve("bin"));
        Files.copy(Path.of("jpackage/linux/tokenlane.sh"), script());
        Files.copy(Path.of("jpackage/linux/commands.args"), image.resolve("lib/commands.args"));
        Path java = Files.writeString(
                Files.createDirectories(image.resolve("lib/runtime/bin")).resolve("java"),
                "#!/bin/sh\nexec '" + JAVA_HOME + "/bin/java' \"$@\"\n");
        Files.write(image.resolve("lib/app/tokenlane.jar"), program);
        Path launcher = Files.writeString(image.resolve("bin/tokenlane"),
                "#!/bin/sh\necho launcher\nprintf '[%s]\\n' \"$@\"\n");
        for (Path run : List.of(script(), launcher, java)) {
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "C.UTF-8" })
    void aShortCommandRunsWithOneCompilerAndOneCollectingThreadAndItsArgumentsArriveAsTyped(String locale)
            throws Exception {
        Run run = run(script(), locale, "session", "Übersicht 日本.csv", "", "two\nlines", "-Dnot=an option", "@file",
                "*");
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).isEqualTo(
                SHORT + "[session]\n[Übersicht 日本.csv]\n[]\n[two\nlines]\n[-Dnot=an option]\n[@file]\n[*]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "import", "a.tlcase", "sessionx", "report" })
    void whatMayTakeLongRunsAsTheWindowDoes(String word) throws Exception {
        assertThat(run(script(), "C.UTF-8", word, "a b").output()).isEqualTo("launcher\n[" + word + "]\n[a b]\n");
    }

    @Test
    void withoutAWordTheWindowOpens() throws Exception {
        assertThat(run(script(), "C.UTF-8").output()).isEqualTo("launcher\n[]\n");
    }

    @Test
    void linksAndTheTopFolderOfThePortableFormLeadToTheProgram() throws Exception {
        Path top = Files.copy(script(), image.resolve("tokenlane"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.relativize(script()));
        Path shortcut = Files.createSymbolicLink(folder.resolve("shortcut"), link);
        assertThat(run(top, "C.UTF-8", "sessions").output()).isEqualTo(SHORT + "[sessions]\n");
        assertThat(run(shortcut, "C.UTF-8", "sessions").output()).isEqualTo(SHORT + "[sessions]\n");
    }

    @Test
    void aCacheOfClassesThatFitsIsUsedAndOneThatDoesNotIsPassedOverInSilence() throws Exception {
        Path jar = image.resolve("lib/app/tokenlane.jar");
        Path cache = image.resolve("lib/app/classes.aot");
        make(cache, jar);
        Run with = run(script(), "C.UTF-8", "sessions");
        assertThat(with).isEqualTo(new Run(0, SHORT + "[sessions]\n", ""));
        assertThat(java("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar", jar.toString())).isZero();

        make(cache, jar, "-XX:+UseCompactObjectHeaders");
        assertThat(java("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar", jar.toString())).isNotZero();
        assertThat(run(script(), "C.UTF-8", "sessions")).isEqualTo(with);
        Files.writeString(cache, "no cache");
        assertThat(run(script(), "C.UTF-8", "sessions")).isEqualTo(with);
    }

    @Test
    void theSameCommandsAreShortInEveryForm() throws IOException {
        Set<String> here = shortCommands(Path.of("jpackage/linux/tokenlane.sh"), "case \\$\\{1:-} in\n([^)]+)\\)");
        assertThat(here).contains("sessions", "--help").doesNotContain("import");
        assertThat(shortCommands(Path.of("src/main/launcher/tokenlane"), "case \\$\\{1:-} in\n([^)]+)\\)"))
                .isEqualTo(here);
        assertThat(shortCommands(Path.of("src/main/launcher/tokenlane.bat"), "for %%C in \\(([^)]+)\\)"))
                .isEqualTo(here);
    }

    @Test
    void whatTheCacheIsMadeOfAreShortCommandsAndAtLastTheWindow() throws IOException {
        Set<String> known = shortCommands(Path.of("jpackage/linux/tokenlane.sh"), "case \\$\\{1:-} in\n([^)]+)\\)");
        List<String> lines = Files.readAllLines(Path.of("jpackage/commands.txt")).stream()
                .filter(line -> !line.startsWith("#")).toList();
        assertThat(lines.getLast()).isEqualTo("CASE");
        assertThat(lines.subList(0, lines.size() - 1)).isNotEmpty()
                .allSatisfy(line -> assertThat(known).contains(line.split(" ")[0]));
    }

    private void make(Path cache, Path jar, String... further) throws IOException, InterruptedException {
        Path recorded = folder.resolve("recorded");
        for (List<String> step : List.of(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded),
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + cache))) {
            List<String> words = new ArrayList<>(List.of(further));
            words.addAll(step);
            words.addAll(List.of("-jar", jar.toString()));
            assertThat(java(words.toArray(String[]::new))).isZero();
        }
    }

    private static Set<String> shortCommands(Path script, String list) throws IOException {
        Matcher found = Pattern.compile(list).matcher(Files.readString(script));
        assertThat(found.find()).isTrue();
        return new TreeSet<>(Arrays.asList(found.group(1).replaceAll("[|\\\\]", " ").strip().split("\\s+")));
    }

    private Path script() {
        return image.resolve("lib/tokenlane.sh");
    }

    /** Runs the image's Java with the options of short commands; gives its exit code. */
    private int java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(image.resolve("lib/runtime/bin/java").toString(), "@" + image.resolve("lib/commands.args")));
        command.addAll(List.of(arguments));
        return run(command, "C.UTF-8").exitCode();
    }

    private Run run(Path script, String locale, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        return run(command, locale);
    }

    private Run run(List<String> command, String locale) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        process.environment().clear();
        process.environment().put("PATH", "/usr/bin:/bin");
        process.environment().put("LC_ALL", locale);
        Process run = process.start();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(run.exitValue(), Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
