package org.tokenlane.ui.state;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Texts;

/**
 * Looks at all that happened to the selected event's user around it, in every session; how long before and after is the
 * analyst's choice.
 */
public final class Around {

    /** What is offered; any other length can be typed. */
    public static final List<Duration> USUAL = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofMinutes(60),
            Duration.ofDays(1));

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*([a-z]*)");
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final ObjectProperty<Duration> span = new SimpleObjectProperty<>(Duration.ofMinutes(5));

    Around(Selection selection, Navigation navigation, Messages messages) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
    }

    /** How long before the event, and as long after it. */
    public ObjectProperty<Duration> span() {
        return span;
    }

    /** Looks around the selected event, this long before and after from now on. */
    public void look(Duration length) {
        span.set(length);
        look();
    }

    /** Looks around the selected event; its user where it has one, else everybody. */
    public void look() {
        OpenCase open = selection.openCase().get();
        int event = selection.event().get();
        if (open == null) {
            return;
        }
        if (event < 0 || open.events().time(event) == AuditEvent.NO_TIME) {
            messages.hint((event < 0 ? StateText.AROUND_NO_EVENT : StateText.AROUND_NO_TIME).with());
            return;
        }
        long time = open.events().time(event);
        String upn = open.events().text(EventField.UPN, event);
        ViewState view = ViewState.ALL.with(new Filter.TimeFrom(time - span.get().toNanos()))
                .with(new Filter.TimeBefore(time + span.get().toNanos() + 1));
        navigation.go(upn == null ? view : view.with(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
    }

    /** Asks how far to look, and looks. */
    public void ask(Dialogs dialogs) {
        String text = dialogs.text(StateText.AROUND_TITLE.with(), StateText.AROUND_QUESTION.with());
        Duration length = text == null ? null : length(text);
        if (length != null) {
            look(length);
        } else if (text != null) {
            messages.hint(StateText.AROUND_LENGTH_UNKNOWN.with(Texts.oneLine(text)));
        }
    }

    /**
     * Reads a length as {@link Durations#exact} writes it and as people type it, a bare number being minutes; null if
     * it is not
     * one or is longer than ten years.
     */
    public static @Nullable Duration length(String text) {
        Matcher parts = LENGTH.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return null;
        }
        int seconds = switch (parts.group(2)) {
        case "s", "sec", "second", "seconds" -> 1;
        case "", "m", "min", "minute", "minutes" -> 60;
        case "h", "hour", "hours" -> 3_600;
        case "d", "day", "days" -> 86_400;
        default -> 0;
        };
        Duration length = Duration
                .ofMillis(Math.round(Double.parseDouble(parts.group(1).replace(',', '.')) * seconds * 1_000));
        return length.toSeconds() < 1 || length.compareTo(LONGEST) > 0 ? null : Duration.ofSeconds(length.toSeconds());
    }
}
