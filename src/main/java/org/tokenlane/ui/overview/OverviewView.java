package org.tokenlane.ui.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.Detection;
import org.tokenlane.job.Runner;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateWords;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The first page of a case: what was imported, what is missing, where to begin. */
public final class OverviewView extends BorderPane {

    private static final int MOST_FILES = 200;
    private static final int MOST_SETTINGS = 200;
    private static final int MOST_APART = 3;

    private final Navigation navigation;
    private final Display display;
    /** From this width on there is room for two sections side by side. */
    private static final double TWO_COLUMNS = 1500;
    private static final double ONE_WIDE = 1180;
    private static final double TWO_WIDE = 2200;

    private final Selection selection;
    private final Rules rules;
    private final CaseAnswers known;
    private final VBox page = new VBox(14);
    private final VBox sentence = new VBox();
    private boolean wide;
    private final Region answers;
    private final Consumer<String> search;
    private final Runnable evidence;

    /**
     * @param answers
     *            the first questions with their answers
     * @param search
     *            takes what was pasted into the box
     * @param evidence
     *            shows the files with their hashes
     */
    public OverviewView(Selection selection, Navigation navigation, Rules rules, CaseAnswers known, Display display,
            Messages messages, Runner background, Region answers, Consumer<String> search, Runnable evidence) {
        this.evidence = evidence;
        this.selection = selection;
        this.rules = rules;
        this.known = known;
        this.answers = answers;
        this.navigation = navigation;
        this.display = display;
        this.search = search;
        OverviewViewModel model = new OverviewViewModel(selection, rules, known, messages, background);
        page.setPadding(new Insets(16, 24, 24, 24));
        page.setMaxWidth(ONE_WIDE);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.overview().addListener((property, before, now) -> show(now));
        display.zone().addListener((property, before, now) -> show(model.overview().get()));
        // the sentence and the questions appear together, also while the rest of the page is summed up again
        known.answers().addListener((property, before, now) -> say());
        rules.detection().addListener((property, before, now) -> say());
        scroll.viewportBoundsProperty().addListener((property, before, now) -> {
            if (now.getWidth() >= TWO_COLUMNS != wide) {
                wide = !wide;
                page.setMaxWidth(wide ? TWO_WIDE : ONE_WIDE);
                show(model.overview().get());
            }
        });
        show(model.overview().get());
    }

    private void show(OverviewViewModel.@Nullable Overview overview) {
        page.getChildren().clear();
        if (overview == null) {
            // of a case that is closed nothing is seen; one that was opened is on its way
            page.getChildren().add(Captions.muted(OverviewText.SUMMING_UP));
            return;
        }
        Label title = Captions.label(OverviewText.TITLE, overview.name());
        title.getStyleClass().add("page-title");
        say();
        page.getChildren().addAll(title, sentence, pasteBox());
        if (overview.map() == null) {
            page.getChildren().add(answers);
        } else {
            pair(section(OverviewText.MAP, "bi-calendar3-week",
                    new CaseMapView(navigation, display, overview.map())), answers);
        }
        page.getChildren().add(beside(section(OverviewText.WORTH_OPENING, "bi-eye", sessions(overview)),
                section(OverviewText.MISSING, "bi-puzzle", gaps(overview))));
        pair(section(OverviewText.IMPORTED, "bi-box-arrow-in-down", sources(overview)),
                section(OverviewText.EVIDENCE, "bi-file-earmark-text", files(overview)));
        if (!overview.settings().isEmpty()) {
            page.getChildren().add(section(OverviewText.SETTINGS, "bi-envelope-open", settings(overview.settings())));
        }
    }

    /** Says what is known by now. */
    private void say() {
        sentence.getChildren().clear();
        OpenCase open = selection.openCase().get();
        if (open != null) {
            Detection detection = rules.detection().get();
            sentence.getChildren().add(new KnownSentence(navigation, open,
                    detection == null ? null : known.answers().get(), detection, display.zone().get()));
        }
    }

    /** Two sections side by side where there is room, else one below the other. */
    private void pair(Region first, Region second) {
        if (wide) {
            page.getChildren().add(beside(first, second));
        } else {
            page.getChildren().addAll(first, second);
        }
    }

    private static HBox beside(Region first, Region second) {
        HBox both = new HBox(20, first, second);
        for (Region one : List.of(first, second)) {
            one.setMinWidth(0);
            one.setPrefWidth(400);
            HBox.setHgrow(one, Priority.ALWAYS);
        }
        return both;
    }

    private VBox pasteBox() {
        TextField box = new TextField();
        box.setId("paste");
        Captions.prompt(box, OverviewText.PASTE_PROMPT);
        box.setOnAction(event -> search.accept(box.getText()));
        return new VBox(4, box, Captions.muted(OverviewText.PASTE_HINT));
    }

    private static VBox section(TextKey title, String icon, Node content) {
        Label heading = Captions.heading(title);
        heading.setGraphic(new FontIcon(icon));
        VBox section = new VBox(8, heading, content);
        section.getStyleClass().add("card");
        section.setPadding(new Insets(12, 14, 12, 14));
        section.setMinWidth(0);
        section.setPrefWidth(400);
        return section;
    }

    private VBox sessions(OverviewViewModel.Overview overview) {
        VBox list = new VBox(6);
        list.setId("worth-opening");
        OverviewViewModel.Begin begin = overview.begin();
        begin.sessions().forEach(worth -> list.getChildren().add(worth(worth)));
        if (!begin.users().isEmpty()) {
            list.getChildren().add(Captions.muted(OverviewText.USERS_APART));
            begin.users().forEach(user -> list.getChildren().add(user(user)));
        }
        if (!begin.others().isEmpty()) {
            list.getChildren().add(Captions.muted(OverviewText.FINDINGS_APART));
            begin.others().forEach(finding -> list.getChildren().add(finding(finding)));
        }
        if (begin.sessions().isEmpty() && begin.users().isEmpty() && begin.others().isEmpty()) {
            list.getChildren().add(new WrappedLabel(nothingStandsOut(overview)));
        }
        Hyperlink all = Captions.link(OverviewText.ALL_SESSIONS, overview.sessions());
        all.setId("all-sessions");
        all.setOnAction(event -> navigation.page().set(Page.SESSIONS));
        list.getChildren().add(all);
        return list;
    }

    private static Text nothingStandsOut(OverviewViewModel.Overview overview) {
        if (!overview.rulesRun()) {
            return OverviewText.RULES_RUNNING.with();
        }
        return overview.notEvaluated() == 0 ? OverviewText.NO_FINDINGS.with()
                : OverviewText.NO_FINDINGS_NOT_EVALUATED.with(overview.notEvaluated());
    }

    private static List<Filter.FieldIs> values(SessionFacts facts) {
        List<Filter.FieldIs> values = new ArrayList<>();
        facts.upns().forEach(upn -> values.add(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
        values.add(new Filter.FieldIs(FilterField.SESSION, List.of(facts.sessionId())));
        return values;
    }

    /** A user with the risk of all findings on the user, and those of them that belong to no session. */
    private VBox user(OverviewViewModel.UserWorth user) {
        Hyperlink link = Captions.valueLink(Texts.oneLine(user.upn()));
        link.setMinWidth(0);
        link.setOnAction(event -> navigation.investigate(
                ViewState.of(new Filter.FieldIs(FilterField.UPN, List.of(user.upn()))),
                user.apart().getFirst().events().getFirst()));
        SeverityMark mark = new SeverityMark(user.risk().severity());
        Captions.set(mark, OverviewText.RISK, user.risk().points());
        HBox heading = new HBox(8, link, mark);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(2, heading);
        user.apart().stream().limit(MOST_APART).forEach(finding -> card.getChildren().add(finding(finding)));
        if (user.apart().size() > MOST_APART) {
            card.getChildren().add(Captions.muted(OverviewText.MORE_FINDINGS, user.apart().size() - MOST_APART));
        }
        return card;
    }

    private VBox finding(Finding finding) {
        Hyperlink title = Captions.valueLink(finding.title());
        title.setMinWidth(0);
        title.setOnAction(event -> navigation.investigate(ViewState.of(new Filter.EventIs(finding.eventIds())),
                finding.events().getFirst()));
        HBox heading = new HBox(8, title, new SeverityMark(finding.severity()));
        heading.setAlignment(Pos.CENTER_LEFT);
        return new VBox(1, heading, new WrappedLabel(Texts.visible(finding.why()), "muted"));
    }

    /** A session with its risk, the heaviest finding on it, and the counter-evidence. */
    private VBox worth(OverviewViewModel.Worth worth) {
        SessionFacts facts = worth.facts();
        Hyperlink link = Captions.valueLink(facts.upns().isEmpty() ? OverviewText.NO_USER.text()
                : Texts.oneLine(String.join(", ", facts.upns())));
        link.setOnAction(event -> navigation.investigate(facts.sessionId()));
        link.setMinWidth(0);
        link.setOnContextMenuRequested(
                event -> ValueMenu.ofEach(navigation, values(facts)).show(link, event.getScreenX(),
                        event.getScreenY()));
        HBox heading = new HBox(8, link);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(2, heading);
        if (!worth.risk().because().isEmpty()) {
            Finding heaviest = worth.risk().because().getFirst();
            SeverityMark mark = new SeverityMark(worth.risk().severity());
            Captions.set(mark, OverviewText.RISK, worth.risk().points());
            heading.getChildren().add(mark);
            Hyperlink why = Captions.link(OverviewText.WHY);
            why.setOnAction(event -> navigation.showFinding(heaviest));
            heading.getChildren().add(why);
            long rules = worth.risk().because().stream().map(Finding::rule).distinct().count();
            TextKey sentence = heaviest.severity() == Severity.HIGH ? OverviewText.LIKELY : OverviewText.POSSIBLE;
            card.getChildren().add(new WrappedLabel(
                    sentence.with(heaviest.title(), rules - 1, Texts.visible(heaviest.why()))));
            card.getChildren()
                    .add(new WrappedLabel(heaviest.against().isEmpty() ? OverviewText.NO_COUNTER_EVIDENCE.with()
                            : OverviewText.COUNTER_EVIDENCE.with(Texts.visible(String.join(" ", heaviest.against()))),
                            "muted"));
        }
        card.getChildren().add(new WrappedLabel(worth.why(), "muted"));
        return card;
    }

    private static VBox gaps(OverviewViewModel.Overview overview) {
        VBox list = new VBox(8);
        for (Coverage.Gap gap : overview.gaps()) {
            list.getChildren().add(new VBox(new WrappedLabel(gap.what()), new WrappedLabel(gap.fetch(), "muted")));
        }
        if (overview.gaps().isEmpty()) {
            list.getChildren().add(Captions.label(OverviewText.NOTHING_MISSING));
        }
        return list;
    }

    private GridPane sources(OverviewViewModel.Overview overview) {
        GridPane grid = new GridPane(14, 5);
        String zone = Times.name(display.zone().get());
        grid.addRow(0, Captions.muted(OverviewText.LOG), Captions.muted(OverviewText.EVENTS),
                Captions.muted(OverviewText.FIRST, zone), Captions.muted(OverviewText.LAST, zone),
                Captions.muted(OverviewText.DAYS_WITHOUT), Captions.muted(OverviewText.FILES),
                Captions.muted(OverviewText.RECORDS), Captions.muted(OverviewText.DUPLICATES),
                Captions.muted(OverviewText.REJECTED));
        int row = 1;
        for (OverviewViewModel.SourceLine line : overview.sources()) {
            Coverage.Source source = line.source();
            Label log = Captions.valueLabel(source.source().title());
            log.setOnContextMenuRequested(event -> ValueMenu
                    .of(navigation, new Filter.SourceIs(List.of(source.source())), source.source().title()).show(log,
                            event.getScreenX(), event.getScreenY()));
            Node[] cells = { log, number(source.events()),
                Captions.valueLabel(Times.seconds(source.first(), display.zone().get())),
                Captions.valueLabel(Times.seconds(source.last(), display.zone().get())), number(source.daysWithout()),
                number(line.files()), number(line.records()),
                number(line.duplicates()), number(line.rejected()) };
            grid.addRow(row++, cells);
        }
        grid.getChildren().forEach(cell -> keptWhole((Label) cell));
        return grid;
    }

    /** In a narrow window, names and times go on in a second line, so that no number is cut off. */
    private static void keptWhole(Label cell) {
        if (cell.getText().indexOf(' ') < 0) {
            cell.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            Captions.wrapped(cell).setMinWidth(78);
        }
    }

    /** How mailboxes are set, what sends mail elsewhere first; of very many settings the rest is only counted. */
    private static VBox settings(List<CaseState.Line> lines) {
        GridPane grid = new GridPane(16, 5);
        grid.setId("settings");
        double[] widths = { 18, 11, 12, 37, 22 };
        for (double width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, Captions.muted(OverviewText.MAILBOX), Captions.muted(OverviewText.KIND),
                Captions.muted(OverviewText.RULE), Captions.muted(OverviewText.SETTING),
                Captions.muted(OverviewText.EXPORTED));
        int row = 1;
        for (CaseState.Line line : lines.stream()
                .sorted(Comparator.comparing(line -> StateWords.remark(line.fact()).isEmpty())).limit(MOST_SETTINGS)
                .toList()) {
            StateFact fact = line.fact();
            String remark = StateWords.remark(fact);
            VBox setting = new VBox(1, new WrappedLabel(Texts.oneLine(StateWords.of(fact))));
            if (!remark.isEmpty()) {
                setting.getChildren().add(new WrappedLabel(Texts.oneLine(remark), "import-warning"));
            }
            grid.addRow(row++, new WrappedLabel(Texts.oneLine(Objects.requireNonNullElse(fact.mailbox(), ""))),
                    new WrappedLabel(fact.kind().text()),
                    new WrappedLabel(Texts.oneLine(Objects.requireNonNullElse(fact.name(), ""))), setting,
                    new WrappedLabel(OverviewText.EXPORTED_IN.with(line.last().exported().words(),
                            Texts.oneLine(line.last().path()), Integer.toString(line.last().place().line())),
                            "muted"));
        }
        VBox list = new VBox(6, new WrappedLabel(OverviewText.SETTINGS_LIMIT.with(), "muted"), grid);
        if (lines.size() > MOST_SETTINGS) {
            list.getChildren().add(Captions.muted(OverviewText.MORE_SETTINGS, lines.size() - MOST_SETTINGS));
        }
        return list;
    }

    /** Every file with its warnings; of very many files without any the rest is only counted. */
    private VBox files(OverviewViewModel.Overview overview) {
        VBox list = new VBox(6);
        list.setId("evidence-list");
        Hyperlink hashes = Captions.link(OverviewText.HASHES, overview.files().size());
        hashes.setId("open-evidence");
        hashes.setOnAction(event -> evidence.run());
        list.getChildren().add(hashes);
        int shown = 0;
        for (OverviewViewModel.FileLine line : overview.files()) {
            if (line.warnings().isEmpty() && shown >= MOST_FILES) {
                continue;
            }
            shown++;
            Evidence file = line.file();
            VBox entry = new VBox(1, new WrappedLabel(Texts.oneLine(file.path())),
                    new WrappedLabel(OverviewText.FILE_ACCOUNT.with(file.records(), file.stored(), file.duplicates(),
                            file.rejected(), file.shapes()), "muted"));
            for (ImportWarning warning : line.warnings()) {
                WrappedLabel words = new WrappedLabel(OverviewText.WARNING.with(warning.text()), "import-warning");
                words.setGraphic(new FontIcon("bi-exclamation-triangle"));
                entry.getChildren().add(words);
            }
            list.getChildren().add(entry);
        }
        if (shown < overview.files().size()) {
            list.getChildren().add(Captions.muted(OverviewText.MORE_FILES, overview.files().size() - shown));
        }
        return list;
    }

    private static Label number(long number) {
        Label label = Captions.valueLabel(Texts.number(number));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
