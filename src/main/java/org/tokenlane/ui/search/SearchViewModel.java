package org.tokenlane.ui.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.PastedIds;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

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
    record Found(TextKey kind, String text, String detail, int events, Filter filter, @Nullable Runnable action) {

        Found(TextKey kind, String text, String detail, int events, Filter filter) {
            this(kind, text, detail, events, filter, null);
        }
    }

    /** What is known of these is made from tokens and sessions, and is completed by their events. */
    private static final List<TextKey> OF_TOKENS = List.of(SearchText.SESSION, SearchText.TOKEN,
            EventField.REQUEST_ID);
    private static final int MOST_OF_A_KIND = 6;
    private static final int MOST_MESSAGES = 3;
    private static final int MOST_READ = 20_000;
    private static final int MOST_COMMANDS = 8;
    private static final int LONGEST_NAME = 160;
    private static final List<FilterField> KINDS = List.of(FilterField.UPN, FilterField.IP, FilterField.OPERATION,
            FilterField.DEVICE, FilterField.USER_AGENT,
            FilterField.MAILBOX);

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private Task<?> names = Task.NONE;
    private Task<?> records = Task.NONE;
    private Supplier<List<Command>> commands = List::of;
    private Function<String, List<Command>> handbook = words -> List.of();
    private final ObservableList<Found> found = FXCollections.observableArrayList();

    SearchViewModel(Selection selection, Navigation navigation, Messages messages, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
        this.background = background;
    }

    /** What can be done besides looking for values; asked at each search. */
    void commands(Supplier<List<Command>> all) {
        commands = all;
    }

    /** Finds the sections of the handbook that have these words. */
    void handbook(Function<String, List<Command>> find) {
        handbook = find;
    }

    private List<Found> commands(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).replace('/', ' ').replace('_', ' ').split("\\s+");
        return Stream.concat(commands.get().stream().filter(command -> command.fits(words)).limit(MOST_COMMANDS),
                handbook.apply(text).stream()).map(SearchViewModel::found).toList();
    }

    private static Found found(Command command) {
        return new Found(command.kind(), command.text(), command.group(), 0, new Filter.Everything(), command.run());
    }

    ObservableList<Found> found() {
        return found;
    }

    /** Whether something is still being searched, so that more may be found. */
    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** Ends the search; what was found stays. */
    void stop() {
        names.cancel();
        records.cancel();
        searching.set(false);
    }

    void search(String typed) {
        OpenCase open = selection.openCase().get();
        String text = typed.strip();
        if (open == null || text.length() < 2) {
            stop();
            found.setAll(text.length() < 2 ? List.of() : commands(text));
            return;
        }
        searching.set(true);
        if (isPasted(text)) {
            records.cancel();
            names = background.latest("search-names", WorkLane.SHORT, progress -> pasted(open, text, progress))
                    .onDone(all -> {
                        searching.set(false);
                        found.setAll(all);
                    }).onFailed(failure -> failed(SearchText.SEARCH_FAILED, failure)).start();
            return;
        }
        records.cancel();
        names = background.latest("search-names", WorkLane.SHORT, progress -> known(open, text, progress))
                .onDone(names -> {
                    found.setAll(names);
                    found.addAll(commands(text));
                    records = background
                            .latest("search-records", WorkLane.LONG, progress -> records(open, text, progress))
                            .onDone(all -> {
                                searching.set(false);
                                all.ifPresent(found::add);
                            }).onFailed(failure -> failed(SearchText.RECORDS_FAILED, failure)).start();
                }).onFailed(failure -> failed(SearchText.SEARCH_FAILED, failure)).start();
    }

    private void failed(TextKey what, Exception failure) {
        searching.set(false);
        messages.failed(what, failure);
    }

    /** A whole log line, or a part of a record, and not one id or name. */
    private static boolean isPasted(String text) {
        return text.length() > LONGEST_NAME || text.indexOf('{') >= 0
                || text.indexOf('"') >= 0 && text.indexOf(':') >= 0;
    }

    /** Every id of the text with what is known of it, what the case knows first. */
    private static List<Found> pasted(OpenCase open, String text, Progress progress) {
        PastedIds ids = PastedIds.in(text);
        List<Found> all = new ArrayList<>();
        for (String guid : ids.guids()) {
            ids(open, guid, all, progress);
            add(open, EventField.RECORD_ID, guid, FilterField.RECORD, all, progress);
            add(open, EventField.CORRELATION_ID, guid, FilterField.CORRELATION, all, progress);
            add(open, EventField.USER_OBJECT_ID, guid, FilterField.OBJECT_ID, all, progress);
        }
        ids.utis().forEach(uti -> ids(open, uti, all, progress));
        ids.upns().forEach(upn -> add(open, EventField.UPN, upn, FilterField.UPN, all, progress));
        ids.addresses().forEach(ip -> add(open, EventField.IP, ip, FilterField.IP, all, progress));
        ids.messageIds().stream().limit(MOST_MESSAGES).forEach(message -> {
            Filter anywhere = new Filter.RawText(message);
            all.add(with(open, new Found(SearchText.MESSAGE_ID, message, "", 0, anywhere), progress));
        });
        all.replaceAll(
                found -> OF_TOKENS.contains(found.kind()) ? with(open, found, progress) : found);
        all.removeIf(found -> found.events() == 0);
        record(open, text, all, progress).ifPresent(record -> all.addFirst(record));
        return all;
    }

    /** The record that was pasted, looked for among the events with the rarest of its IDs. */
    private static Optional<Found> record(OpenCase open, String text, List<Found> known, Progress progress) {
        Optional<Found> rarest = known.stream().min(Comparator.comparingInt(Found::events))
                .filter(found -> found.events() <= MOST_READ);
        if (rarest.isEmpty()) {
            return Optional.empty();
        }
        FilterEvaluator evaluator = open.evaluator(open.marked(), progress);
        BitSet events = evaluator.events(new Filter.RawText(text), evaluator.events(rarest.get().filter()));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = events.stream().limit(MOST_OF_A_KIND).mapToObj(open.events()::id).toList();
        int first = events.nextSetBit(0);
        String operation = open.events().text(EventField.OPERATION, first);
        return Optional.of(with(open, new Found(SearchText.THIS_RECORD,
                operation == null ? open.events().kind(first).text() : operation, "", 0, new Filter.EventIs(ids)),
                progress));
    }

    private static void add(OpenCase open, TextKey kind, String value, FilterField field, List<Found> all,
            Progress progress) {
        all.add(with(open, new Found(kind, value, "", 0, new Filter.FieldIs(field, List.of(value))), progress));
    }

    /** What was found, with its events in every log, and the first and last of them. */
    private static Found with(OpenCase open, Found found, Progress progress) {
        BitSet events = open.evaluator(open.marked(), progress).events(found.filter());
        Map<LogSource, Integer> bySource = new EnumMap<>(LogSource.class);
        events.stream().forEach(event -> bySource.merge(open.events().source(event), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        if (!found.detail().isEmpty()) {
            words.add(found.detail());
        }
        bySource.forEach((source, count) -> words.add(SearchText.OF_SOURCE.text(source.title(), count)));
        int first = events.nextSetBit(0);
        if (first >= 0 && open.events().time(first) != AuditEvent.NO_TIME) {
            words.add(SearchText.FROM.text(Times.seconds(open.events().time(first), ZoneOffset.UTC)));
        }
        return new Found(found.kind(), found.text(), String.join(", ", words), events.cardinality(), found.filter());
    }

    private static List<Found> known(OpenCase open, String text, Progress progress) {
        List<Found> all = new ArrayList<>();
        ids(open, text, all, progress);
        for (FilterField field : KINDS) {
            values(open, field, text, all);
        }
        return all;
    }

    private static void ids(OpenCase open, String text, List<Found> all, Progress progress) {
        SessionId session = SessionId.of(text);
        if (session != null && open.correlation().sessionCode(session.value()) != 0) {
            int code = open.correlation().sessionCode(session.value());
            all.add(new Found(SearchText.SESSION, session.value(), String.join(", ", open.queries().facts(code).upns()),
                    open.correlation().eventsOfSession(code).length,
                    new Filter.FieldIs(FilterField.SESSION, List.of(session.value()))));
        }
        Uti uti = Uti.fromRequestId(text) == null ? Uti.of(text) : Uti.fromRequestId(text);
        if (uti != null && open.correlation().tokenCode(uti.value()) != 0) {
            int code = open.correlation().tokenCode(uti.value());
            TokenTrail trail = open.queries().token(code);
            all.add(new Found(SearchText.TOKEN, uti.value(),
                    token(trail, uti),
                    open.correlation().eventsOfToken(code).length,
                    new Filter.FieldIs(FilterField.TOKEN, List.of(uti.value()))));
        }
        if (uti != null) {
            Filter request = new Filter.FieldIs(FilterField.REQUEST, List.of(text));
            int count = open.evaluator(open.marked(), progress).events(request).cardinality();
            if (count > 0) {
                all.add(new Found(EventField.REQUEST_ID, text, "", count, request));
            }
        }
    }

    private static String token(TokenTrail trail, Uti uti) {
        List<String> words = new ArrayList<>();
        if (trail.app() != null) {
            words.add(trail.app());
        }
        words.add(Count.OPERATIONS.of(trail.operations()));
        String requestId = uti.toRequestId();
        if (requestId != null) {
            words.add(SearchText.REQUEST_ID.text(requestId));
        }
        return String.join(", ", words);
    }

    private static void values(OpenCase open, FilterField field, String text, List<Found> all) {
        EventField column = field.fields().getFirst();
        TextColumn values = open.events().dictionary(column);
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Integer> codes = new ArrayList<>();
        for (int code = 1; code < values.size() && codes.size() < MOST_OF_A_KIND; code++) {
            if (values.get(code).toLowerCase(Locale.ROOT).contains(wanted)) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            return;
        }
        int[] counts = open.events().codes(column).counts(values.size());
        for (int code : codes) {
            if (counts[code] > 0) {
                all.add(new Found(column, values.get(code), "", counts[code],
                        new Filter.FieldIs(field, List.of(values.get(code)))));
            }
        }
    }

    private static Optional<Found> records(OpenCase open, String text, Progress progress) {
        Filter anywhere = new Filter.Anywhere(text);
        int count = open.evaluator(open.marked(), progress).events(anywhere).cardinality();
        return count == 0 ? Optional.empty()
                : Optional.of(new Found(SearchText.ANYWHERE, SearchText.QUOTED.text(text),
                        SearchText.ANYWHERE_DETAIL.text(), count, anywhere));
    }

    /** Looks at what was found. */
    void open(Found one) {
        if (one.action() != null) {
            one.action().run();
            return;
        }
        navigation.go(ViewState.of(one.filter()));
        navigation.page().set(Page.INVESTIGATE);
    }
}
