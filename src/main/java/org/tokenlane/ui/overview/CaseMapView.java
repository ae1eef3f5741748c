package org.tokenlane.ui.overview;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.ViewState;

/**
 * Draws the map of a case: a strip for each affected user with the attacker's events and the findings, and below one
 * for each log with its gaps. A click on a strip shows the user's events of that time. It is made again for another
 * theme: it must not listen to what lives longer than itself.
 */
final class CaseMapView extends VBox {

    private static final double USER_HEIGHT = 22;
    private static final double LOG_HEIGHT = 10;
    private static final double FLAG = 5;
    private static final double HATCH = 4;

    private final Navigation navigation;
    private final Display display;
    private final CaseMap map;

    CaseMapView(Navigation navigation, Display display, CaseMap map) {
        super(6);
        this.navigation = navigation;
        this.display = display;
        this.map = map;
        setId("case-map");
        GridPane grid = new GridPane(10, 3);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(150);
        names.setPrefWidth(260);
        names.setMaxWidth(300);
        ColumnConstraints risks = new ColumnConstraints();
        risks.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints strips = new ColumnConstraints();
        strips.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, risks, strips);
        int row = 0;
        for (CaseMap.User user : map.users()) {
            grid.addRow(row++, name(user), risk(user), strip(USER_HEIGHT, (area, width) -> draw(area, width, user),
                    slice -> words(user, slice), slice -> show(user, slice)));
        }
        for (CaseMap.Log log : map.logs()) {
            Label name = Captions.valueLabel(log.source().title());
            name.getStyleClass().add("muted");
            name.setMinWidth(0);
            grid.add(name, 0, row, 2, 1);
            grid.add(strip(LOG_HEIGHT, (area, width) -> draw(area, width, log), slice -> words(log, slice), null), 2,
                    row++);
        }
        grid.add(axis(), 2, row);
        getChildren().add(grid);
        if (map.more() > 0) {
            getChildren().add(Captions.muted(OverviewText.MORE_USERS, map.more()));
        }
        getChildren().add(new WrappedLabel(OverviewText.MAP_LEGEND.with(), "muted"));
    }

    private Hyperlink name(CaseMap.User user) {
        Hyperlink name = Captions.valueLink(Texts.oneLine(user.upn()));
        name.setMinWidth(0);
        Captions.tip(name, user.session() == null ? OverviewText.MAP_OPEN_USER : OverviewText.MAP_OPEN_SESSION,
                user.upn());
        name.setOnAction(event -> {
            if (user.session() == null) {
                navigation.investigate(ViewState.of(of(user)), -1);
            } else {
                navigation.investigate(user.session());
            }
        });
        return name;
    }

    private static Node risk(CaseMap.User user) {
        if (user.risk().because().isEmpty()) {
            return new Label();
        }
        SeverityMark mark = new SeverityMark(user.risk().severity());
        Captions.set(mark, OverviewText.RISK, user.risk().points());
        return mark;
    }

    private static Filter of(CaseMap.User user) {
        return new Filter.FieldIs(FilterField.UPN, List.of(user.upn()));
    }

    private BorderPane axis() {
        ZoneId zone = display.zone().get();
        Label middle = time(map.start(CaseMap.SLICES / 2), zone);
        BorderPane axis = new BorderPane(middle);
        axis.setLeft(time(map.from(), zone));
        axis.setRight(time(map.to(), zone));
        return axis;
    }

    private static Label time(long nanos, ZoneId zone) {
        Label label = Captions.muted(OverviewText.AT, Times.clock(nanos, zone), Times.name(zone));
        label.setAlignment(Pos.CENTER);
        return label;
    }

    /** Draws into an area of a width. */
    private interface Painter {

        void paint(GraphicsContext area, double width);
    }

    private interface OfSlice<T> {

        T of(int slice);
    }

    /** A strip as wide as there is room. */
    private Pane strip(double height, Painter painter, OfSlice<String> words, @Nullable OfSlice<Boolean> click) {
        Canvas canvas = new Canvas(0, height);
        Pane pane = new Pane(canvas);
        canvas.setManaged(false);
        pane.setMinSize(0, height);
        pane.setPrefHeight(height);
        pane.widthProperty().addListener((property, before, now) -> {
            canvas.setWidth(now.doubleValue());
            GraphicsContext area = canvas.getGraphicsContext2D();
            area.setFill(palette().lane());
            area.fillRect(0, 0, canvas.getWidth(), height);
            painter.paint(area, canvas.getWidth());
        });
        Tooltip tip = Captions.valueTooltip("");
        Tooltip.install(pane, tip);
        pane.setOnMouseMoved(event -> Captions.value(tip, words.of(slice(event.getX(), canvas.getWidth()))));
        if (click != null) {
            pane.getStyleClass().add("clickable");
            pane.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    click.of(slice(event.getX(), canvas.getWidth()));
                }
            });
        }
        return pane;
    }

    private static int slice(double x, double width) {
        return (int) Math.clamp(x / Math.max(1, width) * CaseMap.SLICES, 0, CaseMap.SLICES - 1);
    }

    private Palette palette() {
        return Palette.of(display.dark().get());
    }

    private void draw(GraphicsContext area, double width, CaseMap.User user) {
        Palette palette = palette();
        int most = 1;
        for (int events : user.events()) {
            most = Math.max(most, events);
        }
        double slice = width / CaseMap.SLICES;
        double room = USER_HEIGHT - FLAG - 1;
        for (int i = 0; i < CaseMap.SLICES; i++) {
            if (user.events()[i] > 0) {
                // one event is seen beside thousands
                double height = 3 + (room - 3) * Math.log1p(user.events()[i]) / Math.log1p(most);
                area.setFill(user.attackers().get(i) ? palette.failure() : palette.muted());
                area.fillRect(i * slice, USER_HEIGHT - height, Math.max(2, slice), height);
            }
        }
        for (int i = 0; i < CaseMap.SLICES; i++) {
            Severity severity = user.findings()[i];
            if (severity != null && severity.compareTo(Severity.MEDIUM) >= 0) {
                double x = (i + 0.5) * slice;
                area.setFill(severity.compareTo(Severity.HIGH) >= 0 ? palette.failure() : palette.kind(1));
                area.fillPolygon(new double[] { x - FLAG, x + FLAG, x }, new double[] { 0, 0, FLAG }, 3);
            }
        }
    }

    private void draw(GraphicsContext area, double width, CaseMap.Log log) {
        Palette palette = palette();
        double slice = width / CaseMap.SLICES;
        for (int i = 0; i < CaseMap.SLICES; i++) {
            if (log.events().get(i)) {
                area.setFill(palette.accent());
                area.fillRect(i * slice, 2, Math.max(2, slice), LOG_HEIGHT - 4);
            } else if (log.gaps().get(i)) {
                hatch(area, i * slice, slice, palette.failure());
            }
        }
    }

    private static void hatch(GraphicsContext area, double x, double width, Color colour) {
        area.setStroke(colour);
        area.setLineWidth(1);
        for (double at = Math.ceil(x / HATCH) * HATCH; at < x + width; at += HATCH) {
            area.strokeLine(at, LOG_HEIGHT - 1, at + HATCH, 1);
        }
    }

    private String span(int slice) {
        ZoneId zone = display.zone().get();
        return OverviewText.SPAN.text(Times.clock(map.start(slice), zone), Times.clock(map.start(slice + 1), zone),
                Times.name(zone));
    }

    private String words(CaseMap.User user, int slice) {
        Severity severity = user.findings()[slice];
        return OverviewText.MAP_USER.text(user.upn(), span(slice), Count.EVENTS.of(user.events()[slice]),
                user.attackers().get(slice) ? 1 : 0, severity == null ? 0 : 1, severity == null ? "" : severity.text());
    }

    private String words(CaseMap.Log log, int slice) {
        return OverviewText.MAP_LOG.text(log.source().title(), span(slice),
                log.events().get(slice) ? 0 : log.gaps().get(slice) ? 1 : 2);
    }

    /** Shows the user's events of a slice; where it has none, all of the user. */
    private boolean show(CaseMap.User user, int slice) {
        boolean any = user.events()[slice] > 0;
        navigation.investigate(any ? ViewState.of(new Filter.And(List.of(of(user),
                new Filter.TimeFrom(map.start(slice)), new Filter.TimeBefore(map.start(slice + 1)))))
                : ViewState.of(of(user)), -1);
        return any;
    }
}
