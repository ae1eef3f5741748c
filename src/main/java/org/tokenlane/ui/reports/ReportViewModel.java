package org.tokenlane.ui.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.Work;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.pdf.PageImages;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.StepText;
import org.tokenlane.ui.reports.ReportChoices.Length;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.Settings;

/** The report that is being put together: what is to be in it, its pages to look at, and its way into a file. */
final class ReportViewModel {

    /** A page as pixels: width, height, then rows of {@code 0xaarrggbb}. */
    record Page(int[] pixels) {
    }

    private static final float DOTS_PER_INCH = 96;
    private final Selection selection;
    private final Rules rules;
    private final ObservableValue<Enrichment> enrichment;
    private final Runner background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Page> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty pages = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper shownSessions = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canBeOneSession = new ReadOnlyBooleanWrapper();
    private final ReportChoices choices;
    private Task<?> task = Task.NONE;
    private Task<?> turned = Task.NONE;
    private byte @Nullable [] pdf;
    private @Nullable PageImages images;

    /** Starts with the choices of the last report. */
    ReportViewModel(Selection selection, Rules rules, ObservableValue<Enrichment> enrichment, Runner background,
            Settings settings) {
        this.selection = selection;
        this.rules = rules;
        this.enrichment = enrichment;
        this.background = background;
        choices = new ReportChoices(background, settings, this::changed, state::set);
        page.addListener((property, before, now) -> turn());
    }

    /** What is to be in the report. */
    ReportChoices choices() {
        return choices;
    }

    /** Starts again with the case as it is. */
    void begin() {
        boolean one = selection.view().get().session() != null;
        canBeOneSession.set(one);
        choices.length().set(one ? Length.ONE : Length.SIGNIFICANT);
        shownSessions.set(sessionsShown().size());
        forget();
        state.set("");
        open.set(true);
    }

    void dismiss() {
        task.cancel();
        // with it, the report and the case that it was made of are forgotten
        task = Task.NONE;
        running.set(false);
        forget();
        turned = Task.NONE;
        open.set(false);
    }

    /** A change makes the pages that are shown outdated. */
    void changed() {
        if (pdf != null) {
            forget();
            state.set(ReportsText.CHANGED.text());
        }
    }

    private void forget() {
        pdf = null;
        shown.set(null);
        pages.set(0);
        if (images != null) {
            PageImages old = images;
            images = null;
            turned.cancel();
            background.task(WorkLane.SHORT, progress -> {
                old.close();
                return old;
            }).start();
        }
    }

    /** Makes the report and shows its first page. */
    void preview() {
        make(bytes -> {
            pdf = bytes;
            task = background.task(WorkLane.LONG, progress -> new PageImages(bytes)).onDone(made -> {
                images = made;
                pages.set(made.pages());
                page.set(0);
                turn();
            }).onFailed(failure -> state.set(ReportsText.PAGES_FAILED.text(Reasons.of(failure)))).start();
        });
    }

    private void turn() {
        PageImages of = images;
        int number = page.get();
        if (of != null && number >= 0 && number < pages.get()) {
            turned = background
                    .latest("report-page", WorkLane.SHORT, progress -> new Page(of.pixels(number, DOTS_PER_INCH)))
                    .onDone(shown::set)
                    .onFailed(failure -> state.set(ReportsText.PAGE_FAILED.text(Reasons.of(failure)))).start();
        }
    }

    private void make(Consumer<byte[]> then) {
        OpenCase now = selection.openCase().get();
        Detection detection = rules.detection().get();
        if (now == null || detection == null) {
            state.set(ReportsText.RULES_RUNNING.text());
            return;
        }
        ReportOptions options = choices.options(selection.view().get().session(), sessionsShown());
        Enrichment beside = enrichment.getValue();
        Work<Detection> findings = findings(now, detection);
        make(progress -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(content(now, findings, options, beside, progress), out, progress);
            return out.toByteArray();
        }, then);
    }

    private void make(Work<byte[]> report, Consumer<byte[]> then) {
        choices.remember();
        running.set(true);
        state.set(ReportsText.LAYING_OUT.text());
        Language spoken = choices.language().get();
        task = background.task(WorkLane.LONG, progress -> spoken.during(() -> report.run(progress)))
                .onProgress(step -> state.set(StepText.of(step, Count.LINES)))
                .onDone(bytes -> {
                    running.set(false);
                    state.set("");
                    then.accept(bytes);
                }).onFailed(failure -> {
                    running.set(false);
                    state.set(ReportsText.FAILED.text(Reasons.of(failure)));
                }).start();
    }

    /** Stops a report that is being made. */
    void cancel() {
        task.cancel();
        running.set(false);
        state.set(ReportsText.CANCELLED.text());
    }

    /** Findings are in the language in which the rules ran, so for another language they run again. */
    private Work<Detection> findings(OpenCase now, Detection shown) {
        return choices.language().get() == Language.current() ? progress -> shown : rules.work(now);
    }

    private static ReportContent content(OpenCase now, Work<Detection> findings, ReportOptions options,
            Enrichment beside, Progress progress) throws Exception {
        return new ReportBuilder(now.file(), now.correlation(), findings.run(progress), options, beside,
                new RecordDetails(), progress).build();
    }

    private List<String> sessionsShown() {
        OpenCase now = selection.openCase().get();
        TextColumn ids = now.events().dictionary(EventField.SESSION_ID);
        return now.correlation().sessionsAmong(selection.matching().get().set()).stream()
                .mapToObj(code -> ids.get(code))
                .toList();
    }

    /**
     * Writes the report, a PDF or by the file's ending an HTML page; beside the file first, so that an older one stays
     * whole where it fails.
     */
    void save(Path file) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            saveHtml(file);
        } else if (pdf != null) {
            write(file, pdf);
        } else {
            make(bytes -> write(file, bytes));
        }
    }

    private void saveHtml(Path file) {
        OpenCase now = selection.openCase().get();
        Detection detection = rules.detection().get();
        if (now != null && detection != null) {
            ReportOptions options = choices.options(selection.view().get().session(), sessionsShown());
            Enrichment beside = enrichment.getValue();
            Work<Detection> findings = findings(now, detection);
            make(progress -> ReportHtml.forBrowser(content(now, findings, options, beside, progress))
                    .getBytes(StandardCharsets.UTF_8), bytes -> write(file, bytes));
        }
    }

    private void write(Path file, byte[] bytes) {
        OpenCase now = selection.openCase().get();
        String who = choices.analyst().get();
        background.task(WorkLane.LONG, progress -> {
            ExportFile.bytes(now.file(), ExportKind.REPORT, file, "analyst " + who, out -> out.write(bytes));
            return file;
        }).onDone(written -> state.set(ReportsText.SAVED.text(written, bytes.length)))
                .onFailed(failure -> state.set(ReportsText.NOT_SAVED.text(file, Reasons.of(failure))))
                .start();
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, or how it ended. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Page> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The page that is shown, counted from 0. */
    IntegerProperty page() {
        return page;
    }

    IntegerProperty pages() {
        return pages;
    }

    /** How many sessions have events that the filter selects. */
    ReadOnlyIntegerProperty shownSessions() {
        return shownSessions.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canBeOneSession() {
        return canBeOneSession.getReadOnlyProperty();
    }
}
