package org.tokenlane.ui.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.job.Runner;
import org.tokenlane.store.CaseTime;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Completion;
import org.tokenlane.ui.kit.Late;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Activities;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Message;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The case, what the filter leaves of it, the latest message, and the zone of all times. */
final class StatusLine extends HBox {

    private static final Duration INFO_SHOWN = Duration.seconds(10);
    private static final Duration HINT_SHOWN = Duration.seconds(15);

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int MOST_ZONES = 30;

    /** In letters. */
    static final int LONGEST_NAME = 30;

    private final PauseTransition pause = new PauseTransition();
    private final Selection selection;
    private final Display display;
    private final Runner background;
    private final Label facts = new Label();
    private final Label readOnly = new Label();
    private final Label message = new Label();

    StatusLine(Selection selection, Messages messages, Activities activities, Display display, Runner background) {
        super(14);
        this.background = background;
        this.selection = selection;
        this.display = display;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 10, 2, 10));
        message.setId("message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        messages.latest().addListener((property, before, now) -> tell(now));
        facts.setId("status");
        facts.setMinWidth(USE_PREF_SIZE);
        Late.of(selection.busy()).addListener(
                (property, before, now) -> facts.pseudoClassStateChanged(PseudoClass.getPseudoClass("stale"), now));
        pause.setOnFinished(event -> messages.clear());
        TextField zones = zones();
        zones.setMinWidth(USE_PREF_SIZE);
        Label times = Captions.label(ShellText.TIMES_IN);
        times.setMinWidth(USE_PREF_SIZE);
        readOnly.setId("read-only");
        readOnly.setGraphic(new FontIcon("bi-lock"));
        readOnly.getStyleClass().add("message-hint");
        readOnly.setMinWidth(USE_PREF_SIZE);
        readOnly.managedProperty().bind(readOnly.visibleProperty());
        getChildren().addAll(facts, readOnly, new ActivityBox(activities, "activity", selection.openCase().isNotNull()),
                message, times, zones);
        selection.openCase().addListener((property, before, now) -> describe());
        selection.matching().addListener((property, before, now) -> describe());
        describe();
    }

    private void describe() {
        OpenCase open = selection.openCase().get();
        readOnly.setVisible(open != null && open.file().isReadOnly());
        Instant copied = open == null ? null : open.file().copiedAt();
        if (copied == null) {
            Captions.set(readOnly, ShellText.READ_ONLY);
            Captions.tip(readOnly, ShellText.READ_ONLY_TIP);
        } else {
            Captions.set(readOnly, ShellText.READ_ONLY_COPY, CaseTime.text(copied));
            Captions.tip(readOnly, ShellText.READ_ONLY_COPY_TIP);
        }
        if (open == null) {
            Captions.set(facts, ShellText.NO_CASE);
        } else {
            Captions.set(facts, ShellText.STATUS, shortened(open.name()), selection.matching().get().events().length,
                    open.events().size(), open.sessions().size());
        }
    }

    /** A long name would leave no room for what is beside it; the title bar has it in full. */
    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** Shows a message; its kind is told by a sign, a colour, and to a screen reader by a word. */
    private void tell(@Nullable Message now) {
        pause.stop();
        message.getStyleClass().removeAll("message-info", "message-hint", "message-error");
        if (now == null) {
            Captions.value(message, "");
            message.setGraphic(null);
            message.setTooltip(null);
            return;
        }
        Captions.set(message, now.text());
        message.setTooltip(Captions.valueTooltip(now.text().toString()));
        if (now.kind() != Message.Kind.ERROR) {
            // only what failed waits until it was read
            pause.setDuration(now.kind() == Message.Kind.HINT ? HINT_SHOWN : INFO_SHOWN);
            pause.playFromStart();
        }
        switch (now.kind()) {
        case INFO, TURNED -> {
            message.setGraphic(null);
            message.getStyleClass().add("message-info");
            Captions.accessible(message, ShellText.MESSAGE_INFO, now.text());
        }
        case HINT -> {
            message.setGraphic(new FontIcon("bi-info-circle"));
            message.getStyleClass().add("message-hint");
            Captions.accessible(message, ShellText.MESSAGE_HINT, now.text());
        }
        case ERROR -> {
            message.setGraphic(new FontIcon("bi-exclamation-triangle-fill"));
            message.getStyleClass().add("message-error");
            Captions.accessible(message, ShellText.MESSAGE_ERROR, now.text());
        }
        }
    }

    /** The zone's name, which is typed; this computer's zone is offered first. */
    private TextField zones() {
        TextField field = new TextField();
        field.setId("zone");
        field.setPrefColumnCount(18);
        Captions.tip(field, ShellText.ZONE_TIP);
        Captions.prompt(field, ShellText.ZONE_PROMPT);
        Captions.accessible(field, ShellText.TIMES_IN);
        Runnable asItIs = () -> {
            field.pseudoClassStateChanged(WRONG, false);
            Captions.value(field, Times.name(display.zone().get()));
        };
        display.zone().addListener((property, before, now) -> asItIs.run());
        field.textProperty().addListener((property, before, now) -> field.pseudoClassStateChanged(WRONG, false));
        Runnable apply = () -> {
            ZoneId zone = Zones.of(field.getText());
            if (zone == null) {
                field.pseudoClassStateChanged(WRONG, true);
            } else {
                display.zone().set(zone);
                asItIs.run();
            }
        };
        field.setOnAction(event -> apply.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                Platform.runLater(field::selectAll);
            } else {
                asItIs.run();
            }
        });
        new Completion(field, background, this::offers, apply);
        asItIs.run();
        return field;
    }

    /** The zones that fit what is typed; first those in which the user who is looked at usually works. */
    private List<Completion.Offer> offers(String typed) {
        // the field holds the zone that is used until something is typed
        List<ZoneId> fitting = Zones.fitting(typed.equals(Times.name(display.zone().get())) ? "" : typed);
        OpenCase open = selection.openCase().get();
        UsualZones.Usual usual = open == null ? null
                : UsualZones.of(open.events(), selection.matching().get().events());
        List<Completion.Offer> offers = new ArrayList<>();
        if (usual != null) {
            String note = ShellText.ZONE_USUAL.text(usual.user(), usual.country(), usual.days(), usual.allDays());
            usual.zones().stream().filter(fitting::contains)
                    .forEach(zone -> offers.add(new Completion.Offer(Times.name(zone), note)));
        }
        fitting.stream().filter(zone -> usual == null || !usual.zones().contains(zone))
                .forEach(zone -> offers.add(new Completion.Offer(Times.name(zone), "")));
        return offers.subList(0, Math.min(MOST_ZONES, offers.size()));
    }
}
