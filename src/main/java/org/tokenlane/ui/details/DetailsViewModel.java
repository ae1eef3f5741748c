package org.tokenlane.ui.details;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.IndicatorHits;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordField;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.MarkText;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.KnownValues;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** Everything known about the selected event, and where it is in the evidence. */
final class DetailsViewModel {

    /** Where a fact is shown, in the order in which a reader asks. */
    enum Section implements TextKey {
        WHO,
        WHERE,
        WHEN,
        WHAT,
        /** Folded: whoever needs an ID looks for it. */
        IDS
    }

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
     *            what selects the events with it where that is not a field, or null
     */
    record Fact(Section section, String name, String shown, String value, @Nullable FilterField field,
            @Nullable Filter filter) {

        static Fact plain(Section section, DetailsText name, String shown) {
            return new Fact(section, name.text(), shown, shown, null, null);
        }
    }

    /**
     * One of the event's records as it is in the evidence.
     *
     * @param text
     *            as it is in the file, to the byte
     * @param fields
     *            the same as a tree
     * @param derived
     *            whether it is a row of another file (Parquet, a workbook), written as JSON
     */
    record Raw(String shape, String place, String hash, String text, List<RecordField> fields, boolean derived) {
    }

    /**
     * A mark that applies to the event.
     *
     * @param verdict
     *            its verdict if that is the one that decides, else null
     */
    record Marked(String kind, String text, @Nullable Verdict verdict) {
    }

    /**
     * The event.
     *
     * @param sentence
     *            what it states that was done
     */
    record Details(String title, String sentence, List<Fact> facts, String link, List<Raw> records, List<String> ids,
            List<Marked> marks) {
    }

    private static final Map<EventField, Section> SECTIONS = sections();

    private static final List<EventField> NOT_SHOWN = List.of(EventField.OPERATION, EventField.SESSION_ID_PATH);

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final ObservableValue<Enrichment> enrichment;
    private final KnownOrigins library;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Details> details = new ReadOnlyObjectWrapper<>();

    DetailsViewModel(Selection selection, Marking marking, Display display, ObservableValue<Enrichment> enrichment,
            KnownOrigins library, Messages messages, Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.enrichment = enrichment;
        this.library = library;
        this.messages = messages;
        this.background = background;
        selection.event().addListener((property, before, now) -> read());
        selection.openCase().addListener((property, before, now) -> read());
        display.zone().addListener((property, before, now) -> read());
        enrichment.addListener((property, before, now) -> read());
        library.library().addListener((property, before, now) -> read());
        marking.marked().addListener((property, before, now) -> read());
    }

    private static Map<EventField, Section> sections() {
        Map<EventField, Section> sections = new EnumMap<>(EventField.class);
        for (EventField field : List.of(EventField.UPN, EventField.USER_NAME, EventField.ACTOR, EventField.USER_TYPE,
                EventField.AGENT_NAME, EventField.AGENT_TYPE)) {
            sections.put(field, Section.WHO);
        }
        for (EventField field : List.of(EventField.IP, EventField.IP_RAW, EventField.ASN, EventField.COUNTRY,
                EventField.CITY, EventField.USER_AGENT, EventField.DEVICE_NAME,
                EventField.APP_NAME, EventField.CLIENT_APP)) {
            sections.put(field, Section.WHERE);
        }
        for (EventField field : List.of(EventField.USER_OBJECT_ID, EventField.TENANT_ID, EventField.SESSION_ID,
                EventField.UTI, EventField.REQUEST_ID, EventField.CORRELATION_ID, EventField.DEVICE_ID,
                EventField.APP_ID, EventField.RESOURCE_ID, EventField.RECORD_ID, EventField.HOME_TENANT_ID,
                EventField.RESOURCE_TENANT_ID, EventField.AGENT_ID, EventField.AGENT_PARENT_ID,
                EventField.AGENT_BLUEPRINT_ID, EventField.INTERNET_MESSAGE_ID, EventField.NETWORK_MESSAGE_ID)) {
            sections.put(field, Section.IDS);
        }
        return sections;
    }

    private static Section section(EventField field) {
        return SECTIONS.getOrDefault(field, Section.WHAT);
    }

    ReadOnlyObjectProperty<Details> details() {
        return details.getReadOnlyProperty();
    }

    private void read() {
        OpenCase open = selection.openCase().get();
        int event = selection.event().get();
        ExternalFacts beside = new ExternalFacts(enrichment.getValue());
        KnownValues known = library.known();
        MarkedEvents marks = marking.marked().get();
        ZoneId zone = display.zone().get();
        background
                .latest("details", WorkLane.SHORT,
                        progress -> open == null || event < 0
                                ? Optional.<Details> empty()
                                : Optional.of(read(open, event, beside, known, marks, zone)))
                .onDone(read -> details.set(read.orElse(null)))
                .onFailed(failure -> messages.failed(DetailsText.NOT_READ, failure))
                .start();
    }

    private static Details read(OpenCase open, int event, ExternalFacts beside, KnownValues known,
            MarkedEvents marks, ZoneId zone) {
        CaseEvents events = open.events();
        List<Fact> facts = new ArrayList<>();
        times(events, event, zone, facts);
        facts.add(selectedBy(DetailsText.KIND, events.kind(event).text(),
                new Filter.KindIs(List.of(events.kind(event)))));
        facts.add(selectedBy(DetailsText.SOURCE, events.source(event).title(),
                new Filter.SourceIs(List.of(events.source(event)))));
        facts.add(selectedBy(DetailsText.RESULT, events.result(event).text(),
                new Filter.ResultIs(List.of(events.result(event)))));
        for (EventField field : EventField.values()) {
            String text = NOT_SHOWN.contains(field) ? null : events.text(field, event);
            if (text != null) {
                boolean found = field == EventField.UPN && events.isUpnResolved(event);
                facts.add(new Fact(section(field), Texts.name(field),
                        found ? DetailsText.BY_OBJECT_ID.text(Texts.oneLine(text)) : Texts.oneLine(text), text,
                        filterOf(field), null));
                known.about(filterOf(field), text)
                        .forEach(words -> facts.add(Fact.plain(section(field), DetailsText.EARLIER_CASE, words)));
            }
            facts.addAll(beside.after(field, events, event));
        }
        (known.hasOrigins() ? origin(open, event) : Optional.<String> empty()).stream()
                .flatMap(key -> known.aboutOrigin(key).stream())
                .forEach(words -> facts.add(Fact.plain(Section.WHERE, DetailsText.EARLIER_CASE_ORIGIN, words)));
        numbers(events, event, zone, facts);
        String operation = events.text(EventField.OPERATION, event);
        EventDetails contents = new EventDetails(events, open.file().rawRecords(), new RecordDetails());
        return new Details(operation == null ? events.kind(event).text() : Texts.oneLine(operation),
                Texts.oneLine(new Sentences(events, contents).of(event).toString()), facts, link(open, event),
                records(open, event, contents),
                ids(events, event), marks(marks, event, zone));
    }

    /** The key of the event's origin in its session, where it has one. */
    private static Optional<String> origin(OpenCase open, int event) {
        int session = open.correlation().session(event);
        return session == 0 || open.correlation().rule(event).isInferred() ? Optional.empty()
                : new Origins(open.events()).ofSession(open.correlation(), session).stream()
                        .filter(origin -> origin.events().contains(event)).map(Origins.Origin::key).findFirst();
    }

    private static TextKey kind(Mark mark) {
        return switch (mark) {
        case VerdictMark verdict -> DetailsText.KIND_VERDICT;
        case Tag tag -> DetailsText.KIND_TAG;
        case Note note -> DetailsText.KIND_NOTE;
        case Bookmark bookmark -> DetailsText.KIND_BOOKMARK;
        case OwnEvent own -> DetailsText.KIND_OWN_EVENT;
        case IndicatorList list -> DetailsText.KIND_INDICATORS;
        };
    }

    private static List<Marked> marks(MarkedEvents marked, int event, ZoneId zone) {
        List<Marked> all = new ArrayList<>();
        VerdictMark decided = marked.decidedBy(event);
        for (Mark mark : marked.on(event)) {
            MarkTarget target = mark.target();
            String kind = kind(mark).text();
            String by = DetailsText.MARKED_BY.text(mark.stamp().author(),
                    Times.seconds(mark.stamp().at().toEpochMilli() * 1_000_000, zone),
                    Times.name(zone));
            String says = Texts.visible(MarkText.says(mark));
            boolean overridden = mark instanceof VerdictMark && mark != decided;
            String what = overridden ? DetailsText.OVERRIDDEN.text(says) : says;
            all.add(new Marked(
                    target == null || target.kind() == MarkTarget.Kind.EVENT ? kind
                            : DetailsText.MARK_OF_PARENT.text(kind, target.kind().inside()),
                    what.isEmpty() ? by : what + "\n" + by, mark == decided ? decided.verdict() : null));
        }
        for (IndicatorHits hits : marked.hits()) {
            hits.on(event).forEach(indicator -> all.add(new Marked(DetailsText.INDICATOR.text(),
                    DetailsText.INDICATOR_HIT.text(Texts.oneLine(hits.list().name()), indicator.type().words(),
                            Texts.oneLine(indicator.value()), indicator.comment().isEmpty() ? 0 : 1,
                            Texts.oneLine(indicator.comment())),
                    null)));
        }
        return all;
    }

    private static void times(CaseEvents events, int event, ZoneId zone, List<Fact> facts) {
        String time = Times.exact(events.time(event), events.timeDigits(event), zone);
        boolean dated = events.time(event) != AuditEvent.NO_TIME;
        facts.add(Fact.plain(Section.WHEN, DetailsText.TIME,
                dated ? DetailsText.TIME_IN_ZONE.text(time, Times.name(zone)) : time));
        if (dated && !zone.normalized().equals(ZoneOffset.UTC)) {
            String utc = Times.exact(events.time(event), events.timeDigits(event), ZoneOffset.UTC);
            facts.add(Fact.plain(Section.WHEN, DetailsText.TIME,
                    DetailsText.TIME_IN_ZONE.text(utc, Times.name(ZoneOffset.UTC))));
        }
        DetailsText note = switch (events.timeQuality(event)) {
        case UNDATED -> DetailsText.TIME_UNDATED;
        case FROM_OTHER_FIELD -> DetailsText.TIME_FROM_OTHER_FIELD;
        case ORDER_CHOSEN -> DetailsText.TIME_ORDER_AMBIGUOUS;
        case READ -> null;
        };
        if (note != null) {
            facts.add(Fact.plain(Section.WHEN, DetailsText.TIME_NOTE, note.text()));
        }
    }

    private static Fact selectedBy(DetailsText name, String shown, Filter filter) {
        return new Fact(Section.WHAT, name.text(), shown, shown, null, filter);
    }

    private static void numbers(CaseEvents events, int event, ZoneId zone, List<Fact> facts) {
        if (events.tokenIssuedAt(event) != AuditEvent.NO_TIME) {
            facts.add(Fact.plain(Section.WHEN, DetailsText.TOKEN_ISSUED,
                    DetailsText.TIME_IN_ZONE.text(Times.seconds(events.tokenIssuedAt(event), zone),
                            Times.name(zone))));
        }
        if (events.recordedAt(event) != AuditEvent.NO_TIME) {
            facts.add(Fact.plain(Section.WHEN, DetailsText.RECORDED,
                    DetailsText.TIME_IN_ZONE.text(Times.seconds(events.recordedAt(event), zone), Times.name(zone))));
        }
        if (events.itemCount(event) >= 0) {
            facts.add(Fact.plain(Section.WHAT, DetailsText.ITEMS, Texts.number(events.itemCount(event))));
        }
        if (events.port(event) >= 0) {
            facts.add(Fact.plain(Section.WHERE, DetailsText.PORT, Integer.toString(events.port(event))));
        }
        if (events.isThrottled(event)) {
            facts.add(Fact.plain(Section.WHAT, DetailsText.THROTTLED, DetailsText.THROTTLED_MEANS.text()));
        }
        facts.add(Fact.plain(Section.IDS, DetailsText.EVENT_ID, events.id(event)));
    }

    static @Nullable FilterField filterOf(EventField field) {
        for (FilterField filter : FilterField.values()) {
            if (filter.fields().getFirst() == field && filter != FilterField.USER) {
                return filter;
            }
        }
        return field == EventField.APP_ID ? FilterField.APP
                : field == EventField.RESOURCE_ID ? FilterField.RESOURCE : null;
    }

    /**
     * What selects the events with a value of a record: the field that the event has it in, else the text of the
     * records.
     */
    static Fact ofRecord(RecordField field, List<Fact> facts) {
        String value = String.valueOf(field.value());
        for (Fact fact : facts) {
            if (fact.field() != null && fact.value().equalsIgnoreCase(value)) {
                return fact;
            }
        }
        return new Fact(Section.WHAT, field.name(), value, value, null, new Filter.RawText(value));
    }

    private static String link(OpenCase open, int event) {
        LinkRule rule = open.correlation().rule(event);
        if (rule == LinkRule.NONE) {
            return DetailsText.NOT_LINKED.text();
        }
        String path = open.events().text(EventField.SESSION_ID_PATH, event);
        UtiOrigin origin = open.events().utiOrigin(event);
        return rule.isInferred() ? DetailsText.INFERRED.text(Double.toString(rule.confidence()), rule.words())
                : DetailsText.LINKED.text(rule.words(), path == null ? 0 : 1, path == null ? "" : path,
                        origin == UtiOrigin.REQUEST_ID ? 1 : 0);
    }

    private static List<Raw> records(OpenCase open, int event, EventDetails contents) {
        List<Raw> records = new ArrayList<>();
        List<RecordDetail> details = contents.all(event);
        List<RawPlace> places = open.events().places(event);
        Set<Integer> derived = open.file().derived();
        for (CaseEvents.RawRecord record : open.events().records(event)) {
            Evidence file = open.events().evidence(record.place().evidence());
            records.add(new Raw(record.shape(),
                    DetailsText.PLACE.text(file.path(), Integer.toString(record.place().line())),
                    file.origin() == null ? file.exportedSha256()
                            : DetailsText.HASH_OF_COMPLETE_FILE.text(file.exportedSha256(), file.origin().words()),
                    open.file().rawRecords().text(record.place()),
                    details.get(places.indexOf(record.place())).fields().tree(),
                    derived.contains(record.place().evidence())));
        }
        return records;
    }

    /** The event's ids in every spelling that its records may use; they are highlighted in the records. */
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
