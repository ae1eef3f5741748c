package org.tokenlane.ui.events;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.Work;
import org.tokenlane.job.WorkLane;
import org.tokenlane.report.EventExport;
import org.tokenlane.report.EventForm;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.ui.state.OpenCase;

/**
 * Writes events to the clipboard or a file, event by event in the background; one job at a time, which can be stopped.
 */
final class EventOutput {

    /**
     * What is written: events of a case in an order.
     *
     * @param columns
     *            the columns of the table as shown; null for another form
     * @param form
     *            where there are no columns
     * @param activity
     *            what is hostile in the case
     */
    record Content(OpenCase open, @Nullable List<EventExport.Column> columns, @Nullable EventForm form,
            int[] events, Supplier<HostileActivity> activity) {

        void write(Writer out, Step step) {
            IntStream all = IntStream.range(0, events.length).map(i -> {
                step.at(i);
                return events[i];
            });
            if (form != null && columns == null) {
                PrintWriter printer = new PrintWriter(out);
                form.write(printer, open.file(), open.correlation(), all, activity);
                printer.flush();
            } else if (columns != null) {
                EventExport.csv(out, columns, all);
            }
        }
    }

    /** Called before each event. */
    private interface Step {
        void at(int event);
    }

    /** More characters than a clipboard, and the programs one pastes into, can handle well. */
    static final int MOST_COPIED = 20_000_000;

    private final Runner background;
    /** From 0 to 1, or -1 if nothing is being written. */
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private Task<?> task = Task.NONE;

    EventOutput(Runner background) {
        this.background = background;
    }

    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    boolean isBusy() {
        return progress.get() >= 0;
    }

    void cancel() {
        task.cancel();
    }

    /**
     * Makes the text for the clipboard.
     *
     * @param done
     *            takes the text
     * @param tooMuch
     *            takes the number of events that fitted, if there are more
     */
    void text(Content content, Consumer<String> done, Consumer<Integer> tooMuch, Consumer<Exception> failed) {
        LimitedText text = new LimitedText(MOST_COPIED);
        int[] at = new int[1];
        begin(content, progress -> {
            try {
                content.write(text, stepping(progress, at));
                return Optional.of(text.toString());
            } catch (LimitedText.Full full) {
                return Optional.<String> empty();
            }
        }, written -> written.ifPresentOrElse(done, () -> tooMuch.accept(at[0])), failed);
    }

    /**
     * Writes a file; an existing one stays until the new one is complete.
     *
     * @param filter
     *            how the events were selected, for the audit trail
     */
    void save(Content content, String filter, Path file, Consumer<Integer> done, Consumer<Exception> failed) {
        begin(content, progress -> {
            ExportFile.Text text = out -> content.write(out, stepping(progress, new int[1]));
            ExportFile.text(content.open().file(), ExportKind.EVENTS, file,
                    content.events().length + " events" + (filter.isEmpty() ? "" : ", filter " + filter),
                    content.columns() == null ? text : ExportFile.marked(text));
            return content.events().length;
        }, done, failed);
    }

    private <T> void begin(Content content, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        progress.set(0);
        task = background.task(WorkLane.LONG, work)
                .onProgress(step -> progress.set((double) step.records() / content.events().length))
                .onDone(outcome -> {
                    progress.set(-1);
                    done.accept(outcome);
                }).onFailed(failure -> {
                    progress.set(-1);
                    failed.accept(failure);
                }).onCancelled(() -> {
                    progress.set(-1);
                    failed.accept(new CancellationException());
                }).start();
    }

    private static Step stepping(Progress progress, int[] at) {
        progress.begin("", -1);
        return event -> {
            at[0] = event;
            progress.stopIfCancelled();
            progress.advance(0, 1);
        };
    }
}
