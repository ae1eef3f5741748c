package org.tokenlane.ui.reports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.state.Settings;

/** What is to be in the report, and how it is to look; remembered for the next one, and kept as a template. */
final class ReportChoices {

    /** Which sessions are described in detail. */
    enum Length {
        ONE,
        SHOWN,
        SIGNIFICANT
    }

    private static final String TEMPLATE = "report.template";
    private static final String LANGUAGE = "report.language";

    private final Runner background;
    private final Settings settings;
    private final Runnable changed;
    private final Consumer<String> said;
    private final ObjectProperty<Length> length = new SimpleObjectProperty<>(Length.SIGNIFICANT);
    private final StringProperty analyst = new SimpleStringProperty(Analyst.name());
    private final StringProperty organisation = new SimpleStringProperty("");
    private final StringProperty introduction = new SimpleStringProperty("");
    private final IntegerProperty mostEvents = new SimpleIntegerProperty(1_000);
    /** All sections in the report's order, and those that are in it. */
    private final ObservableList<Section> order = FXCollections.observableArrayList(Section.values());
    private final ObservableSet<Section> sections = FXCollections.observableSet(EnumSet.allOf(Section.class));
    private final ReadOnlyObjectWrapper<@Nullable ReportKind> kind = new ReadOnlyObjectWrapper<>(ReportKind.FULL);
    private final ObjectProperty<Language> language;
    private final ObjectProperty<ReportLogo> logo = new SimpleObjectProperty<>();

    /**
     * Starts with the choices of the last report.
     *
     * @param changed
     *            is run when other sections or another look are wanted
     * @param said
     *            takes how reading and writing of files ended
     */
    ReportChoices(Runner background, Settings settings, Runnable changed, Consumer<String> said) {
        this.background = background;
        this.settings = settings;
        this.changed = () -> {
            kind.set(ReportKind.of(chosen()));
            changed.run();
        };
        this.said = said;
        language = new SimpleObjectProperty<>(
                Language.of(settings.text(LANGUAGE, "")).orElseGet(Language::current));
        language.addListener((property, before, now) -> changed.run());
        String last = settings.text(TEMPLATE, "");
        if (!last.isEmpty()) {
            try {
                use(ReportTemplate.ofJson(last));
            } catch (IOException outdated) {
                settings.put(TEMPLATE, "");
            }
        }
    }

    void toggle(Section section, boolean wanted) {
        if (wanted ? sections.add(section) : sections.remove(section)) {
            changed.run();
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
            changed.run();
        }
    }

    /** Takes the sections of a kind of report, in their usual order. */
    void choose(ReportKind wanted) {
        if (wanted != kind.get()) {
            use(wanted.sections());
        }
    }

    private void use(List<Section> wanted) {
        sections.clear();
        sections.addAll(wanted);
        List<Section> all = new ArrayList<>(wanted);
        Arrays.stream(Section.values()).filter(section -> !all.contains(section)).forEach(all::add);
        order.setAll(all);
        changed.run();
    }

    private List<Section> chosen() {
        return order.stream().filter(sections::contains).toList();
    }

    private ReportTemplate template() {
        return new ReportTemplate(organisation.get(), logo.get(), chosen(), mostEvents.get(),
                introduction.get());
    }

    private void use(ReportTemplate template) {
        organisation.set(template.organisation());
        logo.set(template.logo());
        mostEvents.set(template.mostEvents());
        introduction.set(template.introduction());
        use(template.sections());
    }

    /** Takes organisation, logo, sections and the introduction from a file. */
    void openTemplate(Path file) {
        background.task(WorkLane.SHORT, progress -> ReportTemplate.ofJson(HeldFiles.text(file)))
                .onDone(read -> {
                    use(read);
                    said.accept(ReportsText.TEMPLATE_APPLIED.text(file.getFileName()));
                }).onFailed(e -> said.accept(e instanceof NoSuchFileException
                        ? ReportsText.TEMPLATE_MISSING.text(file)
                        : ReportsText.TEMPLATE_UNUSABLE.text(Objects.toString(e.getMessage(), ""))))
                .start();
    }

    void saveTemplate(Path file) {
        String json = template().toJson();
        background.task(WorkLane.CHANGE, progress -> {
            ExportFile.settings(file, writer -> writer.write(json));
            return file;
        }).onDone(saved -> said.accept(ReportsText.TEMPLATE_SAVED.text(saved))).onFailed(failure -> said
                .accept(ReportsText.TEMPLATE_NOT_SAVED.text(file, Reasons.of(failure)))).start();
    }

    /** Puts a picture on the title page, or removes it if the file is null. */
    void chooseLogo(@Nullable Path file) {
        background.latest("logo", WorkLane.SHORT, progress -> file == null ? Optional.<ReportLogo> empty()
                : Optional.of(ReportLogo.read(file))).onDone(read -> {
                    logo.set(read.orElse(null));
                    changed.run();
                }).onFailed(e -> said.accept(ReportsText.LOGO_UNUSABLE.text(Objects.toString(e.getMessage(), ""))))
                .start();
    }

    /** Remembers the choices for the next report, which may be of another case: not what was written for this one. */
    void remember() {
        settings.put(TEMPLATE, template().withoutIntroduction().toJson());
        settings.put(LANGUAGE, language.get().tag());
        settings.saveBy(background);
    }

    /**
     * The choices as they are.
     *
     * @param session
     *            the session that is looked at, or null
     * @param shown
     *            the sessions with events that the filter selects
     */
    ReportOptions options(@Nullable String session, List<String> shown) {
        List<String> chosen = switch (length.get()) {
        case ONE -> session == null ? List.of() : List.of(session);
        case SHOWN -> shown;
        case SIGNIFICANT -> List.of();
        };
        return new ReportOptions(chosen, analyst.get(), organisation.get(), logo.get(), chosen(), mostEvents.get(),
                Instant.now(), introduction.get());
    }

    /** All sections in the order of the report. */
    ObservableList<Section> order() {
        return order;
    }

    /** The sections that are in the report. */
    ObservableSet<Section> sections() {
        return sections;
    }

    /** The kind of report that has just these sections in this order, or null where none has. */
    ReadOnlyObjectProperty<@Nullable ReportKind> kind() {
        return kind.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReportLogo> logo() {
        return logo;
    }

    /** Which sessions are described in detail. */
    ObjectProperty<Length> length() {
        return length;
    }

    /** The language of the report, whatever the window's is. */
    ObjectProperty<Language> language() {
        return language;
    }

    StringProperty analyst() {
        return analyst;
    }

    /** The analyst's own text on the first page. */
    StringProperty introduction() {
        return introduction;
    }

    StringProperty organisation() {
        return organisation;
    }

    IntegerProperty mostEvents() {
        return mostEvents;
    }
}
