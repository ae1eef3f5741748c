package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the real launcher of Unix-like systems, in a folder as the build leaves it, with a program that prints what
 * reached it.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

    private static final Path SCRIPT = Path.of("src/main/launcher/tokenlane").toAbsolutePath();
    private static final Path RUNNING_JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String ODD_NAME = "Søren 日本 'x' $HOME *";
    private static final String PROGRAM = """
            public class Echo {
                public static void main(String[] arguments) throws Exception {
                    for (String argument : arguments) {
                        System.out.println("[" + argument + "]" + (java.nio.file.Files.isRegularFile(java.nio.file.Path.of(argument)) ? " is a file" : ""));
                    }
                    if (System.getProperty("test.tuning") != null) {
                        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(option -> option.startsWith("-XX")).forEach(System.out::println);
                    }
                    System.out.println(System.getProperty("test.option") + " " + java.nio.charset.Charset.defaultCharset());
                    System.err.println("é");
                    System.exit(arguments.length);
                }
            }
            """;

    /** Several collecting threads, and a heap that grows only when it must and gives back what is free. */
    private static final String LONG_RUNNING = "-XX:+UseParallelGC -XX:GCTimeRatio=19 -XX:MinHeapFreeRatio=10 "
            + "-XX:MaxHeapFreeRatio=30";

    @TempDir
    private static Path compiled;
    private static byte[] program;

    @TempDir
    private Path folder;
    private Path installed;
    private Path elsewhere;

    /** What a run left: its exit code and what it wrote, read as UTF-8. */
    private record Run(int exitCode, String output, String errors) {
    }

    @BeforeAll
    static void compileTheProgramThatPrintsItsArguments() throws IOException {
        program = RunnableJar.of("Echo", PROGRAM, compiled);
    }

    @BeforeEach
    void install() throws IOException {
        installed = folder.resolve(ODD_NAME).resolve("tokenlane");
        elsewhere = Files.createDirectories(folder.resolve("case files"));
        Files.createDirectories(installed.resolve("bin"));
        Files.createDirectories(installed.resolve("lib"));
        Files.copy(SCRIPT, script());
        Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.write(installed.resolve("lib/tokenlane.jar"), program);
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "POSIX", "C.UTF-8", "xx_XX.ISO-8859-15" })
    void everyArgumentArrivesAsTypedInAnyLocale(String locale) throws Exception {
        Files.writeString(elsewhere.resolve("Übersicht 日本.csv"), "");
        Run run = run(script(), Map.of("LC_ALL", locale, "JAVA_HOME", RUNNING_JAVA_HOME.toString()), "Übersicht 日本.csv",
                "", ODD_NAME, "say \"hi\"",
                "back\\slash", "-Dnot=an option", "two\nlines", "@file", "*");
        assertThat(run.output())
                .isEqualTo("[Übersicht 日本.csv] is a file\n[]\n[" + ODD_NAME + "]\n[say \"hi\"]\n[back\\slash]\n"
                        + "[-Dnot=an option]\n[two\nlines]\n[@file]\n[*]\nnull UTF-8\n");
        assertThat(run.errors()).isEqualTo("é\n");
        assertThat(run.exitCode()).isEqualTo(9);
    }

    @Test
    void aChainOfLinksLeadsToTheProgram() throws Exception {
        Path first = Files.createSymbolicLink(elsewhere.resolve("tokenlane"), elsewhere.relativize(script()));
        Path second = Files.createSymbolicLink(folder.resolve("shortcut"), first);
        assertThat(run(second, Map.of("JAVA_HOME", RUNNING_JAVA_HOME.toString()), "a").output()).startsWith("[a]\n");
    }

    @Test
    void furtherOptionsReachJava() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", RUNNING_JAVA_HOME.toString(), "TOKENLANE_OPTS",
                "-Xmx64m -Dtest.option=*");
        assertThat(run(script(), environment).output()).isEqualTo("* UTF-8\n");
    }

    @ParameterizedTest
    @CsvSource({ "session, -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "--help, -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "import, " + LONG_RUNNING, "a.tlcase, " + LONG_RUNNING, "sessionx, " + LONG_RUNNING })
    void commandsThatAnswerAndEndRunWithOneCompilerAndOneCollectingThread(String command, String options)
            throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", RUNNING_JAVA_HOME.toString(), "TOKENLANE_OPTS",
                "-Dtest.tuning=yes");
        assertThat(run(script(), environment, command).output())
                .isEqualTo("[" + command + "]\n" + options.replace(' ', '\n') + "\nnull UTF-8\n");
    }

    @Test
    void aCollectorThatIsChosenTakesThePlaceOfTheUsualOne() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", RUNNING_JAVA_HOME.toString(), "TOKENLANE_OPTS",
                "-XX:+UseParallelGC -Dtest.tuning=yes");
        assertThat(run(script(), environment, "session").output())
                .isEqualTo("[session]\n-XX:+UseParallelGC\nnull UTF-8\n");
    }

    @Test
    void theJavaNamedForTokenlaneComesBeforeTheBundledOneThatBeforeJavaHomeAndThatBeforeThePath() throws Exception {
        Path named = java("named", "25.0.3");
        java(ODD_NAME + "/tokenlane/runtime", "26-ea");
        Path home = java("home", "25");
        Path onPath = java("on-path", "27.0.1");
        Map<String, String> all = Map.of("TOKENLANE_JAVA_HOME", named.toString(), "JAVA_HOME", home.toString(), "PATH",
                path(onPath));
        Map<String, String> withoutNamed = Map.of("JAVA_HOME", home.toString(), "PATH", path(onPath));
        assertThat(run(script(), all).output()).isEqualTo("named\n");
        assertThat(run(script(), withoutNamed).output()).isEqualTo(ODD_NAME + "/tokenlane/runtime\n");
        Files.delete(installed.resolve("runtime/release"));
        assertThat(run(script(), withoutNamed).output()).isEqualTo("home\n");
        assertThat(run(script(), Map.of("PATH", path(onPath))).output()).isEqualTo("on-path\n");
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        java(ODD_NAME + "/tokenlane/runtime", "24.0.2");
        Map<String, String> environment = Map.of("JAVA_HOME", java("old", "1.8.0_412").toString(), "PATH",
                path(java("new", "25.0.1")));
        assertThat(run(script(), environment).output()).isEqualTo("new\n");
    }

    @Test
    void aJavaOnThePathIsKnownByTheHomeItsLinksLeadTo() throws Exception {
        java("linked", "25.0.1");
        Path link = Files.createDirectories(folder.resolve("links/bin")).resolve("java");
        Files.createSymbolicLink(link, Path.of("../../linked/bin/java"));
        assertThat(run(script(), Map.of("PATH", path(folder.resolve("links")))).output()).isEqualTo("linked\n");
    }

    @Test
    void aJavaOnThePathWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
        Path shim = java("shim", "25");
        Files.delete(shim.resolve("release"));
        Files.writeString(shim.resolve("bin/java"),
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"25.0.2\" 2026-01-20' >&2 || echo shim\n");
        assertThat(run(script(), Map.of("PATH", path(shim))).output()).isEqualTo("shim\n");
    }

    @Test
    void aJavaNamedForTokenlaneThatIsTooOldIsRefusedInOneSentence() throws Exception {
        Path old = java("old", "17.0.15");
        Run run = run(script(),
                Map.of("TOKENLANE_JAVA_HOME", old.toString(), "JAVA_HOME", RUNNING_JAVA_HOME.toString()));
        assertThat(run.errors())
                .isEqualTo("TOKENLANE_JAVA_HOME is set to " + old + ", which is not the home of a Java 25 or newer.\n");
        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Path script() {
        return installed.resolve("bin/tokenlane");
    }

    private static String path(Path javaHome) {
        return javaHome.resolve("bin") + ":/usr/bin:/bin";
    }

    /** A home with a release file as every JDK has it, whose java prints the name that the home was given. */
    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"99\"\nJAVA_VERSION=\"" + version
                        + "\"\nOS_NAME=\"Any\"");
        Path java = Files.writeString(home.resolve("bin/java"),
                "#!/bin/sh\nprintf '%s\\n' '" + name.replace("'", "'\\''") + "'\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(script.toString());
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
