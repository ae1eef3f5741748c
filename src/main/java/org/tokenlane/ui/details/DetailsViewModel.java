package org.tokenlane.ui.details;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.correlate.IndicatorHits;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.MarkText;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** All that is known of the selected event, and where it stands in the evidence. */
final class DetailsViewModel {

    /**
     * A fact of the event.
     *
     * @param shown
     *            the value as it is shown
     * @param value
     *            the value itself, as the record holds it
     * @param field
     *            what it can be filtered by, or null
     * @param filter
     *            what chooses the events with it where that is no field, or null
     */
    record Fact(String name, String shown, String value, FilterField field, Filter filter) {

        static Fact plain(String name, String shown) {
            return new Fact(name, shown, shown, null, null);
        }
    }

    /** One of the event's records as it stands in the evidence. */
    record Raw(String shape, String place, String hash, String text) {
    }

    /**
     * A mark that holds for the event.
     *
     * @param verdict
     *            its verdict, where that is what decides; else null
     */
    record Marked(String kind, String text, Verdict verdict) {
    }

    /** The event. */
    record Details(String title, List<Fact> facts, String link, List<Raw> records, List<String> ids,
            List<Marked> marks) {
    }

    private static final List<EventField> NOT_SHOWN = List.of(EventField.OPERATION, EventField.SESSION_ID_PATH);

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Details> details = new ReadOnlyObjectWrapper<>();

    DetailsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.event().addListener((property, before, now) -> read());
        workbench.openCase().addListener((property, before, now) -> read());
        workbench.zone().addListener((property, before, now) -> read());
        workbench.enrichment().addListener((property, before, now) -> read());
        workbench.marking().marked().addListener((property, before, now) -> read());
    }

    ReadOnlyObjectProperty<Details> details() {
        return details.getReadOnlyProperty();
    }

    private void read() {
        OpenCase open = workbench.openCase().get();
        int event = workbench.event().get();
        BesideTheLog beside = new BesideTheLog(workbench.enrichment().get());
        MarkedEvents marks = workbench.marking().marked().get();
        workbench.background().latest("details",
                () -> open == null || event < 0 ? null : read(open, event, beside, marks), details::set,
                failure -> workbench.problem().set("The event could not be read: " + failure.getMessage()));
    }

    private Details read(OpenCase open, int event, BesideTheLog beside, MarkedEvents marks) {
        CaseEvents events = open.events();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.plain("Time", Times.exact(events.time(event), events.timeDigits(event), workbench.zone().get())
                + (events.time(event) == AuditEvent.NO_TIME ? "" : " " + Times.name(workbench.zone().get()))));
        if (events.time(event) != AuditEvent.NO_TIME && !workbench.zone().get().normalized().equals(ZoneOffset.UTC)) {
            facts.add(
                    Fact.plain("", Times.exact(events.time(event), events.timeDigits(event), ZoneOffset.UTC) + " UTC"));
        }
        if (events.timeQuality(event) != TimeQuality.READ) {
            facts.add(Fact.plain("Time is",
                    Texts.sentence(events.timeQuality(event).name()).toLowerCase(java.util.Locale.ROOT)));
        }
        facts.add(chosenBy("Kind", Texts.sentence(events.kind(event).name()),
                new Filter.KindIs(List.of(events.kind(event)))));
        facts.add(chosenBy("Source", events.source(event).title(), new Filter.SourceIs(List.of(events.source(event)))));
        facts.add(chosenBy("Result", Texts.sentence(events.result(event).name()),
                new Filter.ResultIs(List.of(events.result(event)))));
        for (EventField field : EventField.values()) {
            String text = NOT_SHOWN.contains(field) ? null : events.text(field, event);
            if (text != null) {
                boolean found = field == EventField.UPN && events.isUpnResolved(event);
                facts.add(new Fact(Texts.name(field), Texts.oneLine(text) + (found ? " (by its object ID)" : ""), text,
                        filterOf(field), null));
            }
            facts.addAll(beside.after(field, events, event));
        }
        numbers(events, event, facts);
        String operation = events.text(EventField.OPERATION, event);
        return new Details(operation == null ? Texts.sentence(events.kind(event).name()) : Texts.oneLine(operation),
                facts, link(open, event), records(open, event),
                ids(events, event), marks(marks, event));
    }

    private List<Marked> marks(MarkedEvents marked, int event) {
        List<Marked> all = new ArrayList<>();
        VerdictMark decided = marked.decidedBy(event);
        for (Mark mark : marked.on(event)) {
            String on = mark.target().kind() == MarkTarget.Kind.EVENT ? ""
                    : " (its " + mark.target().kind().word() + ")";
            String by = mark.stamp().author() + ", "
                    + Times.seconds(mark.stamp().at().toEpochMilli() * 1_000_000, workbench.zone().get()) + " "
                    + Times.name(workbench.zone().get());
            boolean overridden = mark instanceof VerdictMark && mark != decided;
            all.add(new Marked(Texts.sentence(mark.kind()) + on,
                    Texts.visible(MarkText.says(mark)) + (overridden ? " (overridden by a narrower one)" : "")
                            + (MarkText.says(mark).isEmpty() ? "" : "\n") + by,
                    mark == decided ? decided.verdict() : null));
        }
        for (IndicatorHits hits : marked.hits()) {
            hits.on(event).forEach(indicator -> all.add(new Marked("Indicator",
                    Texts.oneLine(hits.list().name()) + ": " + indicator.type().words() + " "
                            + Texts.oneLine(indicator.value())
                            + (indicator.comment().isEmpty() ? "" : ", " + Texts.oneLine(indicator.comment())),
                    null)));
        }
        return all;
    }

    private static Fact chosenBy(String name, String shown, Filter filter) {
        return new Fact(name, shown, shown, null, filter);
    }

    private void numbers(CaseEvents events, int event, List<Fact> facts) {
        if (events.tokenIssuedAt(event) != AuditEvent.NO_TIME) {
            facts.add(Fact.plain("Token issued", Times.seconds(events.tokenIssuedAt(event), workbench.zone().get())
                    + " " + Times.name(workbench.zone().get())));
        }
        if (events.itemCount(event) >= 0) {
            facts.add(Fact.plain("Items", Texts.number(events.itemCount(event))));
        }
        if (events.port(event) >= 0) {
            facts.add(Fact.plain("Port", Integer.toString(events.port(event))));
        }
        if (events.isThrottled(event)) {
            facts.add(Fact.plain("Throttled", "yes: Exchange stopped logging for this mailbox for a while"));
        }
        facts.add(Fact.plain("Event ID", events.id(event)));
    }

    static FilterField filterOf(EventField field) {
        for (FilterField filter : FilterField.values()) {
            if (filter.fields().getFirst() == field && filter != FilterField.USER) {
                return filter;
            }
        }
        return field == EventField.APP_ID ? FilterField.APP
                : field == EventField.RESOURCE_ID ? FilterField.RESOURCE : null;
    }

    private static String link(OpenCase open, int event) {
        LinkRule rule = open.correlation().rule(event);
        if (rule == LinkRule.NONE) {
            return "Not linked to a session: " + rule.words() + ".";
        }
        String path = open.events().text(EventField.SESSION_ID_PATH, event);
        UtiOrigin origin = open.events().utiOrigin(event);
        String how = rule.isInferred() ? "Inferred, confidence " + rule.confidence() : "By fact";
        return how + ": " + rule.words() + (path == null ? "" : "; the session id stands in " + path)
                + (origin == UtiOrigin.REQUEST_ID ? "; the UTI is the request id in another spelling" : "") + ".";
    }

    private static List<Raw> records(OpenCase open, int event) {
        List<Raw> records = new ArrayList<>();
        for (CaseEvents.RawRecord record : open.events().records(event)) {
            Evidence file = open.events().evidence(record.place().evidence());
            records.add(new Raw(record.shape(), file.path() + ", line " + record.place().line(),
                    file.exportedSha256()
                            + (file.origin() == null ? "" : " (the whole file’s; " + file.origin().words() + ")"),
                    PrettyJson.of(open.file().rawRecords().text(record.place()))));
        }
        return records;
    }

    /** The ids of the event in all spellings that its records may use, to be marked in them. */
    private static List<String> ids(CaseEvents events, int event) {
        List<String> ids = new ArrayList<>();
        for (EventField field : new EventField[] { EventField.SESSION_ID, EventField.UTI, EventField.REQUEST_ID }) {
            String text = events.text(field, event);
            if (text != null) {
                ids.add(text);
                Uti uti = field == EventField.UTI ? Uti.of(text) : null;
                if (uti != null && uti.isOfSignIn()) {
                    ids.add(uti.toRequestId());
                }
            }
        }
        return ids;
    }
}
