package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/**
 * A day's work in one window, again and again: import, filter, mark, undo, findings, report, close, open. What the
 * program holds does not grow. The first round, in which each kind of report is made once, is not counted. {@code mvn verify -Ptrust}; {@code -Dtrust.minutes} asks for another time than
 * {@value #MINUTES}.
 */
@Tag("trust")
@EnabledOnOs(OS.LINUX) // counts open files in /proc
@ExtendWith(WindowExtension.class)
class SoakTest {

    private static final int MINUTES = 10;
    private static final int LEAST_ROUNDS = 6;
    private static final List<String> REPORTS = List.of("html", "pdf", "docx", "xlsx");
    private static final int MOST_MINUTES_TO_WAIT = 5;
    /** By so much the least of the last third of the rounds may be above that of the first third. */
    private static final long MORE_HEAP = 8L << 20;
    private static final long MORE_METASPACE = 4L << 20;
    private static final long MORE_THREADS = 2;
    private static final long MORE_FILES = 3;

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    /** What the program holds after a full collection; memory in bytes. */
    private record Held(long heap, long metaspace, long threads, long files) {

        static Held now() throws IOException, InterruptedException {
            // what waits for a collection to be cleaned up is cleaned up by threads of its own
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(200);
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace")).map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed()).sum();
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace,
                        ManagementFactory.getThreadMXBean().getThreadCount(), open.count());
            }
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "heap %.1f MB, metaspace %.1f MB, %d threads, %d open files", heap / 1e6,
                    metaspace / 1e6, threads, files);
        }
    }

    /** On a busy machine a report or an import takes more than a minute. */
    private static void await(BooleanSupplier condition) {
        SampleWindow.await(MOST_MINUTES_TO_WAIT, condition);
    }

    private boolean isShown(FxRobot robot, String wanted) {
        Node node = robot.lookup(wanted).tryQuery().orElse(null);
        boolean shown = node != null;
        for (; node != null; node = node.getParent()) {
            shown &= node.isVisible();
        }
        return shown;
    }

    private void fire(FxRobot robot, String button) {
        await(() -> isShown(robot, button) && !robot.lookup(button).queryButton().isDisabled());
        robot.interact(() -> robot.lookup(button).<Button> query().fire());
    }

    private void importIntoANewCase(FxRobot robot, String name) {
        robot.interact(() -> sample.window.takeIn(List.of(SharedSample.exports())));
        await(() -> isShown(robot, "#import-start"));
        robot.interact(() -> robot.lookup("#new-case-name").queryTextInputControl().setText(name));
        fire(robot, "#import-start");
        fire(robot, "#import-close");
        awaitTheRules();
    }

    private void awaitTheRules() {
        await(() -> sample.workbench.selection().openCase().get() != null
                && sample.workbench.rules().detection().get() != null);
    }

    private void filter(String text) {
        ViewState wanted;
        try {
            wanted = ViewState.of(FilterParser.parse(text));
        } catch (FilterSyntaxException e) {
            throw new AssertionError(e);
        }
        Platform.runLater(() -> sample.workbench.navigation().go(wanted));
        await(() -> sample.workbench.selection().view().get().filter().toText().equals(text)
                && !sample.workbench.selection().busy().get());
        assertThat(sample.workbench.selection().matching().get().events()).isNotEmpty();
    }

    private int marks() {
        return sample.workbench.marking().marked().get().marks().all().size();
    }

    private void markAndUndo(FxRobot robot, String session) {
        int before = marks();
        robot.interact(() -> sample.workbench.navigation().investigate(session));
        robot.interact(() -> sample.workbench.marking().change((marks, who) -> marks
                .verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, session)), Verdict.MALICIOUS, "soak", who)));
        await(() -> marks() == before + 1);
        robot.interact(() -> sample.workbench.marking().undo());
        await(() -> marks() == before);
    }

    private void lookAtPages(FxRobot robot) {
        for (Page page : Page.values()) {
            robot.interact(() -> sample.workbench.navigation().page().set(page));
        }
        robot.interact(() -> sample.workbench.navigation()
                .showFinding(sample.workbench.rules().detection().get().findings().getFirst()));
    }

    private void report(FxRobot robot, String ending) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await(() -> isShown(robot, "#report-save"));
        Path file = sample.folder.resolve("soak." + ending);
        sample.dialogs.fileToWrite = file;
        fire(robot, "#report-save");
        await(() -> robot.lookup("#report-state").<Labeled> query().getText().contains(file.toString())
                && Files.exists(file));
        assertThat(file).isNotEmptyFile();
        fire(robot, "#report-close");
        Files.delete(file);
    }

    private void closeTheCase(FxRobot robot) {
        robot.interact(() -> sample.window.cases().close());
        await(() -> sample.workbench.selection().openCase().get() == null);
    }

    private void round(FxRobot robot, int number, List<String> reports) throws IOException {
        String session = SharedSample.answers().aitmSession();
        importIntoANewCase(robot, "soak " + number);
        Path file = sample.workbench.selection().openCase().get().file().path();
        filter("op:MailItemsAccessed");
        filter("op:Send");
        markAndUndo(robot, session);
        lookAtPages(robot);
        for (String ending : reports) {
            report(robot, ending);
        }
        closeTheCase(robot);
        robot.interact(() -> sample.window.cases().open(file));
        awaitTheRules();
        markAndUndo(robot, session);
        closeTheCase(robot);
        Files.delete(file);
    }

    @Test
    void whatTheProgramHoldsDoesNotGrow(FxRobot robot) throws Exception {
        Duration time = Duration.ofMinutes(Integer.getInteger("trust.minutes", MINUTES));
        List<Held> rounds = new ArrayList<>();
        long begun = System.nanoTime();
        round(robot, -1, REPORTS);
        System.out.println("first round: " + Held.now());
        while (rounds.size() < LEAST_ROUNDS || System.nanoTime() - begun < time.toNanos()) {
            round(robot, rounds.size(), REPORTS.subList(rounds.size() % 4, rounds.size() % 4 + 1));
            rounds.add(Held.now());
            System.out.println("round " + rounds.size() + " after "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s: " + rounds.getLast());
        }
        assertThat(sample.problems).isEmpty();
        isFlat(rounds, "heap", Held::heap, MORE_HEAP);
        isFlat(rounds, "metaspace", Held::metaspace, MORE_METASPACE);
        isFlat(rounds, "threads", Held::threads, MORE_THREADS);
        isFlat(rounds, "open files", Held::files, MORE_FILES);
    }

    private static void isFlat(List<Held> rounds, String what, ToLongFunction<Held> value, long more) {
        int third = rounds.size() / 3;
        long first = least(rounds.subList(0, third), value);
        long last = least(rounds.subList(rounds.size() - third, rounds.size()), value);
        System.out.println(what + ": " + first + " in the first third, " + last + " in the last");
        assertThat(last).as(what).isLessThanOrEqualTo(first + more);
    }

    private static long least(List<Held> rounds, ToLongFunction<Held> value) {
        return rounds.stream().mapToLong(value).min().orElseThrow();
    }
}
