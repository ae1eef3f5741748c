package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.app.Launcher;

/**
 * How long it takes from the start of Java until the window is there, by turns with a window that only says hello. Both
 * run as programs of their own without the cache of classes. It prints figures and asserts on none.
 */
@Tag("benchmark")
class StartBenchmarkTest {

    private static final int ROUNDS = Integer.getInteger("benchmark.starts", 5);

    @TempDir
    private Path home;

    /** A window with a label. */
    public static final class Hello extends Application {

        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("Hello"), 800, 600));
            stage.show();
        }
    }

    /** Starts that window; Java refuses to start one from the class path itself. */
    static final class HelloProgram {

        private HelloProgram() {
        }

        public static void main(String[] arguments) {
            endWhenShown();
            Application.launch(Hello.class, arguments);
        }
    }

    /** The program without a case. */
    static final class Program {

        private Program() {
        }

        public static void main(String[] arguments) {
            endWhenShown();
            Launcher.main(arguments);
        }
    }

    /** Prints the processors' seconds and ends this program, once a window is there and the toolkit is idle again. */
    private static void endWhenShown() {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    Platform.runLater(() -> {
                        if (Window.getWindows().stream().anyMatch(Window::isShowing)) {
                            System.out.println(((com.sun.management.OperatingSystemMXBean) ManagementFactory
                                    .getOperatingSystemMXBean()).getProcessCpuTime() / 1e9);
                            System.out.flush();
                            Runtime.getRuntime().halt(0);
                        }
                    });
                } catch (IllegalStateException notStartedYet) {
                    // the toolkit is on its way
                }
                try {
                    Thread.sleep(10);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
    }

    @Test
    void theWindowIsThere() throws Exception {
        List<Measured> hello = new ArrayList<>();
        List<Measured> program = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            hello.add(started(HelloProgram.class));
            program.add(started(Program.class));
        }
        median(hello).print("hello-window");
        median(program).print("start to window");
        median(program).printTimes("start to window, times the hello-window", median(hello), "0.90");
    }

    private Measured started(Class<?> main) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + home,
                        "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"), main.getName()));
        String platform = System.getProperty("glass.platform");
        if (platform != null) {
            command.add(1, "-Dglass.platform=" + platform);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putIfAbsent("DISPLAY", ":0");
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(process.waitFor()).isZero();
        String[] lines = told.strip().split("\\R");
        return new Measured(seconds, Double.parseDouble(lines[lines.length - 1]));
    }

    private static Measured median(List<Measured> all) {
        double[] seconds = all.stream().mapToDouble(Measured::seconds).sorted().toArray();
        double[] cpu = all.stream().mapToDouble(Measured::cpu).sorted().toArray();
        return new Measured(seconds[seconds.length / 2], cpu[cpu.length / 2]);
    }
}
