package org.tokenlane.ui.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.Work;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;
import org.tokenlane.report.pdf.PageImages;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.StepText;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.Settings;

/** The report that is being put together: what is to be in it, its pages to look at, and its way into a file. */
final class ReportViewModel {

    /** Which sessions are described in detail. */
    enum Length {
        ONE,
        SHOWN,
        SIGNIFICANT
    }

    /** A page as pixels: width, height, then rows of {@code 0xaarrggbb}. */
    record Page(int[] pixels) {
    }

    private static final float DOTS_PER_INCH = 96;
    private static final String TEMPLATE = "report.template";

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
    private final ObjectProperty<Length> length = new SimpleObjectProperty<>(Length.SIGNIFICANT);
    private final ReadOnlyIntegerWrapper shownSessions = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canBeOneSession = new ReadOnlyBooleanWrapper();
    private final StringProperty analyst = new SimpleStringProperty(Analyst.name());
    private final StringProperty organisation = new SimpleStringProperty("");
    private final IntegerProperty mostEvents = new SimpleIntegerProperty(1_000);
    /** All sections in the report's order, and those that are in it. */
    private final ObservableList<Section> order = FXCollections.observableArrayList(Section.values());
    private final ObservableSet<Section> sections = FXCollections.observableSet(EnumSet.allOf(Section.class));
    private final ObjectProperty<ReportLogo> logo = new SimpleObjectProperty<>();
    private final Settings settings;
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
        this.settings = settings;
        String last = settings.text(TEMPLATE, "");
        if (!last.isEmpty()) {
            try {
                use(ReportTemplate.ofJson(last));
            } catch (IOException outdated) {
                settings.put(TEMPLATE, "");
            }
        }
        page.addListener((property, before, now) -> turn());
    }

    /** Starts again with the case as it is. */
    void begin() {
        boolean one = selection.view().get().session() != null;
        canBeOneSession.set(one);
        length.set(one ? Length.ONE : Length.SIGNIFICANT);
        shownSessions.set(sessionsShown().size());
        forget();
        state.set("");
        open.set(true);
    }

    void dismiss() {
        task.cancel();
        running.set(false);
        forget();
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

    void toggle(Section section, boolean wanted) {
        if (wanted ? sections.add(section) : sections.remove(section)) {
            changed();
        }
    }

    /** Moves a section towards the report's beginning or its end. */
    void move(Section section, int by) {
        int from = order.indexOf(section);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < order.size()) {
            List<Section> moved = new ArrayList<>(order);
            moved.remove(from);
            moved.add(to, section);
            order.setAll(moved);
            changed();
        }
    }

    private List<Section> chosen() {
        return order.stream().filter(sections::contains).toList();
    }

    private ReportTemplate template() {
        return new ReportTemplate(organisation.get(), logo.get(), chosen(), mostEvents.get());
    }

    private void use(ReportTemplate template) {
        organisation.set(template.organisation());
        logo.set(template.logo());
        mostEvents.set(template.mostEvents());
        sections.clear();
        sections.addAll(template.sections());
        List<Section> all = new ArrayList<>(template.sections());
        Arrays.stream(Section.values()).filter(section -> !all.contains(section)).forEach(all::add);
        order.setAll(all);
        changed();
    }

    /** Takes organisation, logo and sections from a file. */
    void openTemplate(Path file) {
        background.task(WorkLane.SHORT, progress -> ReportTemplate.ofJson(Files.readString(file)))
                .onDone(read -> {
                    use(read);
                    state.set(ReportsText.TEMPLATE_APPLIED.text(file.getFileName()));
                }).onFailed(e -> state.set(e instanceof NoSuchFileException
                        ? ReportsText.TEMPLATE_MISSING.text(file)
                        : ReportsText.TEMPLATE_UNUSABLE.text(Objects.toString(e.getMessage(), ""))))
                .start();
    }

    void saveTemplate(Path file) {
        String json = template().toJson();
        background.task(WorkLane.CHANGE, progress -> {
            ExportFile.settings(file, writer -> writer.write(json));
            return file;
        }).onDone(saved -> state.set(ReportsText.TEMPLATE_SAVED.text(saved))).onFailed(failure -> state
                .set(ReportsText.TEMPLATE_NOT_SAVED.text(file, Reasons.of(failure)))).start();
    }

    /** Puts a picture on the title page, or removes it if the file is null. */
    void chooseLogo(@Nullable Path file) {
        background.latest("logo", WorkLane.SHORT, progress -> file == null ? Optional.<ReportLogo> empty()
                : Optional.of(ReportLogo.read(file))).onDone(read -> {
                    logo.set(read.orElse(null));
                    changed();
                }).onFailed(e -> state.set(ReportsText.LOGO_UNUSABLE.text(Objects.toString(e.getMessage(), ""))))
                .start();
    }

    private void remember() {
        settings.put(TEMPLATE, template().toJson());
        settings.saveBy(background);
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
        ReportOptions options = options();
        Enrichment beside = enrichment.getValue();
        make(progress -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(content(now, detection, options, beside, progress), out, progress);
            return out.toByteArray();
        }, then);
    }

    private void make(Work<byte[]> report, Consumer<byte[]> then) {
        remember();
        running.set(true);
        state.set(ReportsText.LAYING_OUT.text());
        task = background.task(WorkLane.LONG, report)
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

    private static ReportContent content(OpenCase now, Detection detection, ReportOptions options, Enrichment beside,
            Progress progress) {
        return new ReportBuilder(now.file(), now.correlation(), detection, options, beside, new RecordDetails(),
                progress).build();
    }

    private List<String> sessionsShown() {
        OpenCase now = selection.openCase().get();
        String[] ids = now.events().dictionary(EventField.SESSION_ID);
        return now.correlation().sessionsAmong(selection.matching().get().set()).stream().mapToObj(code -> ids[code])
                .toList();
    }

    private ReportOptions options() {
        String session = selection.view().get().session();
        return new ReportOptions(switch (length.get()) {
        case ONE -> session == null ? List.<String> of() : List.of(session);
        case SHOWN -> sessionsShown();
        case SIGNIFICANT -> List.<String> of();
        }, analyst.get(), organisation.get(), logo.get(), chosen(),
                mostEvents.get(),
                Instant.now());
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
            ReportOptions options = options();
            Enrichment beside = enrichment.getValue();
            make(progress -> ReportHtml.forBrowser(content(now, detection, options, beside, progress))
                    .getBytes(StandardCharsets.UTF_8), bytes -> write(file, bytes));
        }
    }

    private void write(Path file, byte[] bytes) {
        OpenCase now = selection.openCase().get();
        String who = analyst.get();
        background.task(WorkLane.LONG, progress -> {
            ExportFile.bytes(now.file(), ExportKind.REPORT, file, "analyst " + who, out -> out.write(bytes));
            return file;
        }).onDone(written -> state.set(ReportsText.SAVED.text(written, bytes.length)))
                .onFailed(failure -> state.set(ReportsText.NOT_SAVED.text(file, Reasons.of(failure))))
                .start();
    }

    /** All sections in the order of the report. */
    ObservableList<Section> order() {
        return order;
    }

    /** The sections that are in the report. */
    ObservableSet<Section> sections() {
        return sections;
    }

    ReadOnlyObjectProperty<ReportLogo> logo() {
        return logo;
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

    /** Which sessions are described in detail. */
    ObjectProperty<Length> length() {
        return length;
    }

    /** How many sessions have events that the filter selects. */
    ReadOnlyIntegerProperty shownSessions() {
        return shownSessions.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canBeOneSession() {
        return canBeOneSession.getReadOnlyProperty();
    }

    StringProperty analyst() {
        return analyst;
    }

    StringProperty organisation() {
        return organisation;
    }

    IntegerProperty mostEvents() {
        return mostEvents;
    }
}
