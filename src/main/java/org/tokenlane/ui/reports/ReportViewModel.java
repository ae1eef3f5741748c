package org.tokenlane.ui.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PageImages;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** The report that is being put together: what is to be in it, its pages to look at, and its way into a file. */
final class ReportViewModel {

    /** A page as pixels: width, height, then rows of {@code 0xaarrggbb}. */
    record Page(int[] pixels) {
    }

    private static final float DOTS_PER_INCH = 96;

    private final Workbench workbench;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Page> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty pages = new SimpleIntegerProperty();
    private final BooleanProperty onlyThisSession = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper canBeOneSession = new ReadOnlyBooleanWrapper();
    private final StringProperty analyst = new SimpleStringProperty(System.getProperty("user.name", ""));
    private final StringProperty organisation = new SimpleStringProperty("");
    private final IntegerProperty mostEvents = new SimpleIntegerProperty(1_000);
    private final Set<Section> sections = EnumSet.allOf(Section.class);
    private int work;
    private byte[] pdf;
    private PageImages images;

    ReportViewModel(Workbench workbench) {
        this.workbench = workbench;
        page.addListener((property, before, now) -> turn());
    }

    /** Begins anew with the case as it is. */
    void begin() {
        boolean one = workbench.view().get().session() != null;
        canBeOneSession.set(one);
        onlyThisSession.set(one);
        forget();
        state.set("");
        open.set(true);
    }

    void dismiss() {
        work++;
        running.set(false);
        forget();
        open.set(false);
    }

    /** What was changed makes the pages that are shown outdated. */
    void changed() {
        if (pdf != null) {
            forget();
            state.set("Changed since; look at it again.");
        }
    }

    private void forget() {
        pdf = null;
        shown.set(null);
        pages.set(0);
        if (images != null) {
            PageImages old = images;
            images = null;
            workbench.background().run(() -> {
                old.close();
                return null;
            }, done -> {
            }, failure -> {
            });
        }
    }

    void toggle(Section section, boolean wanted) {
        if (wanted ? sections.add(section) : sections.remove(section)) {
            changed();
        }
    }

    /** Makes the report and shows its first page. */
    void preview() {
        make(bytes -> {
            pdf = bytes;
            workbench.background().run(() -> new PageImages(bytes), made -> {
                images = made;
                pages.set(made.pages());
                page.set(0);
                turn();
            }, failure -> state.set("The pages cannot be shown: " + failure.getMessage()));
        });
    }

    private void turn() {
        PageImages of = images;
        int number = page.get();
        if (of != null && number >= 0 && number < pages.get()) {
            workbench.background().latest("report page", () -> new Page(of.pixels(number, DOTS_PER_INCH)), shown::set,
                    failure -> state.set("The page cannot be shown: " + failure.getMessage()));
        }
    }

    private void make(Consumer<byte[]> then) {
        OpenCase now = workbench.openCase().get();
        Detection detection = workbench.detection().get();
        if (now == null || detection == null) {
            state.set("The rules are still running; a moment.");
            return;
        }
        ReportOptions options = options();
        Enrichment beside = workbench.enrichment().get();
        int number = ++work;
        running.set(true);
        state.set("Laying out…");
        workbench.background().run(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(content(now, detection, options, beside), out);
            return out.toByteArray();
        }, bytes -> {
            if (number == work) {
                running.set(false);
                state.set("");
                then.accept(bytes);
            }
        }, failure -> failed(number, failure));
    }

    private void failed(int number, Exception failure) {
        if (number == work) {
            running.set(false);
            state.set("The report could not be made: " + failure.getMessage());
        }
    }

    /** Stops to wait for a report; what was begun is dropped when it is done. */
    void cancel() {
        work++;
        running.set(false);
        state.set("Cancelled.");
    }

    private static ReportContent content(OpenCase now, Detection detection, ReportOptions options, Enrichment beside) {
        return new ReportBuilder(now.file(), now.correlation(), detection, options, beside, new RecordDetails(), Progress.NONE).build();
    }

    private ReportOptions options() {
        String session = workbench.view().get().session();
        return new ReportOptions(onlyThisSession.get() && session != null ? List.of(session) : List.of(), analyst.get(), organisation.get(), List.copyOf(sections),
                mostEvents.get(),
                Instant.now());
    }

    /** Writes the report, a PDF or by the file's ending an HTML page; beside the file first, so that an older one stays whole where it fails. */
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
        OpenCase now = workbench.openCase().get();
        Detection detection = workbench.detection().get();
        if (now != null && detection != null) {
            ReportOptions options = options();
            Enrichment beside = workbench.enrichment().get();
            int number = ++work;
            running.set(true);
            workbench.background().run(() -> ReportHtml.forBrowser(content(now, detection, options, beside)).getBytes(StandardCharsets.UTF_8), bytes -> {
                if (number == work) {
                    running.set(false);
                    write(file, bytes);
                }
            }, failure -> failed(number, failure));
        }
    }

    private void write(Path file, byte[] bytes) {
        OpenCase now = workbench.openCase().get();
        String who = analyst.get();
        workbench.background().run(() -> {
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            if (!now.file().isReadOnly()) {
                now.file().audit(who, "report written", file.getFileName().toString());
            }
            return file;
        }, written -> state.set("Saved: " + written + ", " + Texts.number(bytes.length) + " bytes"),
                failure -> state.set("The report could not be written to " + file + ": "
                        + (failure instanceof IOException ? "the place cannot be written to." : failure.getMessage())));
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What is going on, in words. */
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

    BooleanProperty onlyThisSession() {
        return onlyThisSession;
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
