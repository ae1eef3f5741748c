package org.tokenlane.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The case's first page: what came in, what is missing, where to begin. */
public final class OverviewView extends BorderPane {

    private final Workbench workbench;
    private final VBox page = new VBox(14);
    private final Consumer<String> search;

    /**
     * @param search
     *            takes what was pasted into the box
     */
    public OverviewView(Workbench workbench, Consumer<String> search) {
        this.workbench = workbench;
        this.search = search;
        OverviewViewModel model = new OverviewViewModel(workbench);
        page.setPadding(new Insets(16, 24, 24, 24));
        page.setMaxWidth(1180);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.overview().addListener((property, before, now) -> show(now));
        workbench.zone().addListener((property, before, now) -> show(model.overview().get()));
        show(model.overview().get());
    }

    private void show(OverviewViewModel.Overview overview) {
        page.getChildren().clear();
        if (overview == null) {
            return;
        }
        Label title = new Label("Start here: " + overview.name());
        title.getStyleClass().add("page-title");
        HBox columns = new HBox(20, section("Sessions worth opening first", "bi-eye", sessions(overview)),
                section("What is missing", "bi-puzzle", gaps(overview)));
        columns.getChildren().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        page.getChildren().addAll(title, pasteBox(), columns,
                section("What came in", "bi-box-arrow-in-down", sources(overview)));
    }

    private VBox pasteBox() {
        TextField box = new TextField();
        box.setId("paste");
        box.setPromptText(
                "Paste anything: a session id, UTI, request id, address, user, message id, or a whole log line");
        box.setOnAction(event -> search.accept(box.getText()));
        Label hint = new Label(
                "Enter shows where it occurs in every log. A UTI and the request id of its sign-in find each other.");
        hint.getStyleClass().add("muted");
        return new VBox(4, box, hint);
    }

    private static VBox section(String title, String icon, Node content) {
        Label heading = new Label(title, new FontIcon(icon));
        heading.getStyleClass().add("section-title");
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
        overview.worth().forEach(worth -> list.getChildren().add(worth(worth)));
        if (overview.worth().isEmpty()) {
            list.getChildren().add(new WrappedLabel(overview.rulesRun()
                    ? "No session stands out: no rule found anything of weight. That proves nothing; see what is missing"
                            + (overview.notEvaluated() == 0 ? "."
                                    : ", and " + Texts.count(overview.notEvaluated(), "rule")
                                            + " could not be evaluated.")
                    : "The rules are running…"));
        }
        Hyperlink all = new Hyperlink("All " + Texts.count(overview.sessions(), "session") + " →");
        all.setId("all-sessions");
        all.setOnAction(event -> workbench.page().set(Page.SESSIONS));
        list.getChildren().add(all);
        return list;
    }

    private static List<Filter.FieldIs> values(SessionFacts facts) {
        List<Filter.FieldIs> values = new ArrayList<>();
        facts.upns().forEach(upn -> values.add(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
        values.add(new Filter.FieldIs(FilterField.SESSION, List.of(facts.sessionId())));
        return values;
    }

    /** “Likely …: session of …, because of …; against it: …”. */
    private VBox worth(OverviewViewModel.Worth worth) {
        SessionFacts facts = worth.facts();
        Hyperlink link = new Hyperlink(
                facts.upns().isEmpty() ? "(no user on record)" : Texts.oneLine(String.join(", ", facts.upns())));
        link.setOnAction(event -> workbench.investigate(facts.sessionId()));
        link.setMinWidth(0);
        link.setOnContextMenuRequested(
                event -> ValueMenu.ofEach(workbench, values(facts)).show(link, event.getScreenX(), event.getScreenY()));
        HBox heading = new HBox(8, link);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(2, heading);
        if (!worth.risk().because().isEmpty()) {
            Finding heaviest = worth.risk().because().getFirst();
            SeverityMark mark = new SeverityMark(worth.risk().severity());
            mark.setText("risk " + worth.risk().points());
            heading.getChildren().add(mark);
            Hyperlink why = new Hyperlink("why →");
            why.setOnAction(event -> {
                workbench.go(ViewState.ofSession(facts.sessionId()));
                workbench.page().set(Page.FINDINGS);
            });
            heading.getChildren().add(why);
            long rules = worth.risk().because().stream().map(Finding::rule).distinct().count();
            card.getChildren()
                    .add(new WrappedLabel(
                            (heaviest.severity() == Severity.HIGH ? "Likely: " : "Perhaps: ") + heaviest.title()
                                    + (rules > 1 ? ", and " + (rules - 1) + " more findings" : "") + ". "
                                    + Texts.visible(heaviest.why())));
            card.getChildren().add(new WrappedLabel(heaviest.against().isEmpty() ? "Against it: nothing on record."
                    : "Against it: " + Texts.visible(String.join(" ", heaviest.against())), "muted"));
        }
        card.getChildren().add(new WrappedLabel(worth.why() + ".", "muted"));
        return card;
    }

    private static VBox gaps(OverviewViewModel.Overview overview) {
        VBox list = new VBox(8);
        for (Coverage.Gap gap : overview.gaps()) {
            list.getChildren().add(new VBox(new WrappedLabel(gap.what()), new WrappedLabel(gap.fetch(), "muted")));
        }
        if (overview.gaps().isEmpty()) {
            list.getChildren().add(new Label("Nothing that could be noticed."));
        }
        return list;
    }

    private GridPane sources(OverviewViewModel.Overview overview) {
        GridPane grid = new GridPane(22, 5);
        String zone = " (" + Times.name(workbench.zone().get()) + ")";
        List<String> titles = List.of("Log", "Events", "First" + zone, "Last" + zone, "Days without", "Files",
                "Records", "Duplicates", "Rejected");
        for (int column = 0; column < titles.size(); column++) {
            Label label = new Label(titles.get(column));
            label.getStyleClass().add("muted");
            grid.add(label, column, 0);
        }
        int row = 1;
        for (OverviewViewModel.SourceLine line : overview.sources()) {
            Coverage.Source source = line.source();
            Label log = new Label(source.source().title());
            log.setOnContextMenuRequested(event -> ValueMenu
                    .of(workbench, new Filter.SourceIs(List.of(source.source())), source.source().title()).show(log,
                            event.getScreenX(), event.getScreenY()));
            Node[] cells = { log, number(source.events()),
                new Label(Times.seconds(source.first(), workbench.zone().get())),
                new Label(Times.seconds(source.last(), workbench.zone().get())), number(source.daysWithout()),
                number(line.files()), number(line.records()),
                number(line.duplicates()), number(line.rejected()) };
            grid.addRow(row++, cells);
        }
        return grid;
    }

    private static Label number(long number) {
        Label label = new Label(Texts.number(number));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
