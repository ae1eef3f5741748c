package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.store.CaseFile;

/**
 * The work on a case makes no system call that would reach another computer. Each process runs in a network namespace
 * without interfaces ({@code unshare -rn}), and strace writes down its calls. {@code mvn verify -Ptrust}
 */
@Tag("trust")
@EnabledOnOs(OS.LINUX)
class NoNetworkTest {

    private static final Pattern CALL = Pattern.compile("\\b([a-z0-9]+)\\(");
    private static final Pattern REACHES_OUT = Pattern
            .compile("\\b(connect|bind|sendto|sendmsg|sendmmsg|listen|accept4?)\\(.*AF_INET");

    @TempDir
    private Path folder;
    private Path calls;
    private final Map<String, Integer> counted = new TreeMap<>();
    private int lines;

    @BeforeEach
    void name() {
        calls = folder.resolve("calls");
    }

    private void run(List<String> options, Class<?> main, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("unshare", "-rn", "strace", "-f", "--seccomp-bpf", "-e",
                "trace=network", "-o", calls.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED", "-classpath", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("DISPLAY");
        if (main == BriefWindow.class) {
            // which the launcher asks for, and the headless platform does not use
            builder.environment().put("DISPLAY", ":99");
        }
        builder.environment().remove("XDG_STATE_HOME");
        builder.environment().remove("XDG_CONFIG_HOME");
        Process process = builder.start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        List<String> traced = Files.readAllLines(calls, StandardCharsets.ISO_8859_1);
        for (String line : traced) {
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                counted.merge(call.group(1) + (line.contains("AF_INET") ? " AF_INET" : ""), 1, Integer::sum);
            }
        }
        lines += traced.size();
        assertThat(traced.stream().filter(line -> REACHES_OUT.matcher(line).find()).toList()).isEmpty();
    }

    private void command(Object... arguments) throws Exception {
        run(List.of(), Launcher.class, arguments);
    }

    @Test
    void theWatchSeesACallThatWouldReachOut() throws Exception {
        try {
            run(List.of(), ReachingOut.class);
        } catch (AssertionError seen) {
            assertThat(seen).hasMessageContaining("connect(");
            return;
        }
        throw new AssertionError("a connection was not seen");
    }

    /** A program that does what Tokenlane never does. */
    static final class ReachingOut {

        private ReachingOut() {
        }

        public static void main(String[] arguments) {
            try (var socket = new Socket("192.0.2.1", 443)) {
                System.out.println(socket);
            } catch (IOException noNetwork) {
                System.out.println(noNetwork);
            }
        }
    }

    @Test
    void theWholeWorkOnTheSampleTenantReachesNothing() throws Exception {
        Path exports = folder.resolve("exports");
        Path file = folder.resolve("a.tlcase");
        command("sample", "--out", exports);
        command("import", "--case", file, exports);
        String session;
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            session = caseFile.dictionary("SESSION_ID").stream().skip(1).findFirst().orElseThrow();
        }
        command("mark", "--case", file, "--session", session, "--verdict", "malicious");
        for (String command : List.of("sessions", "findings", "answers", "rules", "exposure", "containment",
                "verify")) {
            command(command, "--case", file);
        }
        for (String ending : List.of("pdf", "html", "docx", "xlsx")) {
            command("report", "--case", file, "--session", session, "--out", folder.resolve("report." + ending));
        }
        command("timeline", "--case", file, "--session", session, "--out", folder.resolve("timeline.png"));
        command("extract", "--case", file, "--session", session, "--out", folder.resolve("extract.tlcase"));
        run(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), BriefWindow.class, 25, file);
        assertThat(Files.readString(folder.resolve("output"))).contains("the window was shown");
        System.out.println(lines + " lines of system calls on sockets: " + counted);
    }
}
