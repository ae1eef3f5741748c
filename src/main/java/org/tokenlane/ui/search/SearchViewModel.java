package org.tokenlane.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Finds what a text could be: an id in any spelling, a value of the case, or any text of a record. */
final class SearchViewModel {

    /**
     * Something found.
     *
     * @param kind
     *            the group it is shown in
     * @param events
     *            how many events have it
     * @param filter
     *            chooses these events
     */
    record Found(String kind, String text, String detail, int events, Filter filter) {
    }

    private static final int MOST_OF_A_KIND = 6;
    private static final List<FilterField> KINDS = List.of(FilterField.UPN, FilterField.IP, FilterField.OPERATION, FilterField.DEVICE, FilterField.USER_AGENT,
            FilterField.MAILBOX);

    private final Workbench workbench;
    private final ObservableList<Found> found = FXCollections.observableArrayList();

    SearchViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    ObservableList<Found> found() {
        return found;
    }

    void search(String typed) {
        OpenCase open = workbench.openCase().get();
        String text = typed.strip();
        if (open == null || text.length() < 2) {
            found.clear();
            return;
        }
        workbench.background().latest("search names", () -> known(open, text), names -> {
            found.setAll(names);
            workbench.background().latest("search records", () -> records(open, text), all -> {
                if (all != null) {
                    found.add(all);
                }
            }, failure -> workbench.problem().set("The records could not be searched: " + failure.getMessage()));
        }, failure -> workbench.problem().set("The search failed: " + failure.getMessage()));
    }

    private static List<Found> known(OpenCase open, String text) {
        List<Found> all = new ArrayList<>();
        ids(open, text, all);
        for (FilterField field : KINDS) {
            values(open, field, text, all);
        }
        return all;
    }

    private static void ids(OpenCase open, String text, List<Found> all) {
        SessionId session = SessionId.of(text);
        if (session != null && open.correlation().sessionCode(session.value()) != 0) {
            int code = open.correlation().sessionCode(session.value());
            all.add(new Found("Session", session.value(), String.join(", ", open.queries().facts(code).upns()), open.correlation().eventsOfSession(code).length,
                    new Filter.FieldIs(FilterField.SESSION, List.of(session.value()))));
        }
        Uti uti = Uti.fromRequestId(text) == null ? Uti.of(text) : Uti.fromRequestId(text);
        if (uti != null && open.correlation().tokenCode(uti.value()) != 0) {
            int code = open.correlation().tokenCode(uti.value());
            var trail = open.queries().token(code);
            all.add(new Found("Token", uti.value(), (trail.app() == null ? "" : trail.app() + ", ") + Texts.count(trail.operations(), "operation")
                    + (uti.isOfSignIn() ? ", request id " + uti.toRequestId() : ""), open.correlation().eventsOfToken(code).length,
                    new Filter.FieldIs(FilterField.TOKEN, List.of(uti.value()))));
        }
        if (uti != null) {
            Filter request = new Filter.FieldIs(FilterField.REQUEST, List.of(text));
            int count = open.evaluator().events(request).cardinality();
            if (count > 0) {
                all.add(new Found("Request", text, "", count, request));
            }
        }
    }

    private static void values(OpenCase open, FilterField field, String text, List<Found> all) {
        EventField column = field.fields().getFirst();
        String[] values = open.events().dictionary(column);
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Integer> codes = new ArrayList<>();
        for (int code = 1; code < values.length && codes.size() < MOST_OF_A_KIND; code++) {
            if (values[code].toLowerCase(Locale.ROOT).contains(wanted)) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            return;
        }
        int[] counts = new int[values.length];
        for (int code : open.events().codes(column)) {
            counts[code]++;
        }
        for (int code : codes) {
            if (counts[code] > 0) {
                all.add(new Found(Texts.name(column), values[code], "", counts[code], new Filter.FieldIs(field, List.of(values[code]))));
            }
        }
    }

    private static Found records(OpenCase open, String text) {
        Filter anywhere = new Filter.Anywhere(text);
        int count = open.evaluator().events(anywhere).cardinality();
        return count == 0 ? null : new Found("Anywhere", "“" + text + "”", "in a field or a raw record", count, anywhere);
    }

    /** Looks at what was found. */
    void open(Found one) {
        workbench.go(ViewState.of(one.filter()));
        workbench.page().set(Workbench.Page.INVESTIGATE);
    }
}
