package org.tokenlane.correlate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.query.EventTable;
import org.tokenlane.query.ValuePattern;
import org.tokenlane.store.CaseFile;

/**
 * The analyst's marks, carried from what they are on to the events that they hold for: a verdict on a session holds for
 * all that was done in it by fact, unless its token,
 * the origin inside it or the event itself has a verdict of its own. Inferred links carry no mark. Never changes;
 * another mark makes a new one.
 */
public final class MarkedEvents {

    /** Of a case without marks. */
    public static final MarkedEvents NONE = new MarkedEvents(CaseMarks.NONE, Map.of(), List.of(), 0);

    private final CaseMarks marks;
    private final Map<MarkTarget, int[]> events;
    private final List<IndicatorHits> hits;
    /** From the widest to the narrowest. */
    private final List<VerdictMark> verdicts;
    /**
     * By event the number of the verdict that holds, counted from 1; 0 for none. Empty where the case has no verdicts.
     */
    private final int[] decided;

    private MarkedEvents(CaseMarks marks, Map<MarkTarget, int[]> events, List<IndicatorHits> hits, int size) {
        this.marks = marks;
        this.events = events;
        this.hits = hits;
        this.verdicts = marks.all(VerdictMark.class).stream().sorted(Comparator
                .<VerdictMark> comparingInt(mark -> -mark.target().kind().ordinal())
                // a part of an origin is narrower than the whole, and its key is longer
                .thenComparingInt(
                        mark -> mark.target().kind() == MarkTarget.Kind.ORIGIN ? mark.target().key().length() : 0)
                .thenComparingInt(mark -> mark.stamp().id()))
                .toList();
        this.decided = verdicts.isEmpty() ? new int[0] : new int[size];
        for (int number = 1; number <= verdicts.size(); number++) {
            for (int event : of(verdicts.get(number - 1).target())) {
                decided[event] = number;
            }
        }
    }

    /** Reads the marks that are in force. */
    public static MarkedEvents of(CaseFile caseFile, Correlation correlation) {
        return of(caseFile.marks().all(), caseFile, correlation);
    }

    private static MarkedEvents of(CaseMarks marks, CaseFile caseFile, Correlation correlation) {
        if (marks.all().isEmpty()) {
            return NONE;
        }
        EventTable linked = new LinkedEvents(correlation);
        List<MarkTarget> targets = marks.all().stream().map(Mark::target).filter(target -> target != null).distinct()
                .toList();
        return new MarkedEvents(marks,
                new MarkTargets(correlation, linked, caseFile.settings()::originSplits).events(targets),
                marks.all(IndicatorList.class).stream().map(list -> IndicatorHits.of(list, linked)).toList(),
                linked.size());
    }

    /** Those of the targets that no event of the case belongs to by fact. */
    public static Set<MarkTarget> withoutEvents(Collection<MarkTarget> targets, CaseFile caseFile,
            Correlation correlation) {
        Set<MarkTarget> without = new HashSet<>();
        if (!targets.isEmpty()) {
            new MarkTargets(correlation, new LinkedEvents(correlation), caseFile.settings()::originSplits)
                    .events(targets).forEach((target, events) -> {
                        if (events.length == 0) {
                            without.add(target);
                        }
                    });
        }
        return without;
    }

    public CaseMarks marks() {
        return marks;
    }

    /**
     * The events that a marked target stands for, in time order; none for a target without a mark. Not to be changed.
     */
    public int[] of(MarkTarget target) {
        return events.getOrDefault(target, new int[0]);
    }

    /** The verdict that holds for an event, or null. */
    public @Nullable Verdict verdict(int event) {
        VerdictMark mark = decidedBy(event);
        return mark == null ? null : mark.verdict();
    }

    /** The mark whose verdict holds for an event: that on the narrowest of what it belongs to; or null. */
    public @Nullable VerdictMark decidedBy(int event) {
        int number = decided.length == 0 ? 0 : decided[event];
        return number == 0 ? null : verdicts.get(number - 1);
    }

    /** All marks that hold for an event, those on narrower targets first; overridden verdicts among them. */
    public List<Mark> on(int event) {
        return events.entrySet().stream().filter(entry -> Arrays.binarySearch(entry.getValue(), event) >= 0)
                .map(Map.Entry::getKey).sorted(Comparator.comparing(MarkTarget::kind))
                .flatMap(target -> marks.on(target).stream()).toList();
    }

    /** The tags that hold for an event, in the order of the alphabet. */
    public List<String> tags(int event) {
        return events.entrySet().stream()
                .filter(entry -> !marks.on(entry.getKey(), Tag.class).isEmpty()
                        && Arrays.binarySearch(entry.getValue(), event) >= 0)
                .flatMap(entry -> marks.on(entry.getKey(), Tag.class).stream()).map(Tag::name).distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** What each list of indicators hits. */
    public List<IndicatorHits> hits() {
        return hits;
    }

    /** The events that count as the attacker's. */
    public BitSet hostile() {
        return withVerdict(Verdict.MALICIOUS.word());
    }

    /** The events that a filter by marks chooses. */
    public BitSet events(Filter.Marked filter) {
        BitSet found = new BitSet();
        for (String value : filter.values()) {
            found.or(switch (filter.by()) {
            case VERDICT -> withVerdict(value.toLowerCase(Locale.ROOT));
            case TAG -> with(tagged(ValuePattern.whole(value)));
            case NOTE -> with(mark -> mark instanceof Note note
                    && note.text().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)));
            case INDICATOR -> hit(ValuePattern.whole(value));
            case MARKED -> ofKind(value.toLowerCase(Locale.ROOT));
            });
        }
        return found;
    }

    private BitSet ofKind(String kind) {
        return switch (kind) {
        case "verdict" -> with(mark -> mark instanceof VerdictMark);
        case "tag" -> with(mark -> mark instanceof Tag);
        case "note" -> with(mark -> mark instanceof Note);
        case "bookmark" -> with(mark -> mark instanceof Bookmark);
        default -> hit(name -> true);
        };
    }

    private static Predicate<Mark> tagged(Predicate<String> name) {
        return mark -> mark instanceof Tag tag && name.test(tag.name());
    }

    private BitSet withVerdict(String word) {
        BitSet found = new BitSet();
        for (int event = 0; event < decided.length; event++) {
            found.set(event, decided[event] != 0 && verdicts.get(decided[event] - 1).verdict().word().equals(word));
        }
        return found;
    }

    private BitSet with(Predicate<Mark> fits) {
        BitSet found = new BitSet();
        events.forEach((target, members) -> {
            if (marks.on(target).stream().anyMatch(fits)) {
                Arrays.stream(members).forEach(found::set);
            }
        });
        return found;
    }

    private BitSet hit(Predicate<String> name) {
        BitSet found = new BitSet();
        hits.stream().filter(list -> name.test(list.list().name())).forEach(list -> found.or(list.events()));
        return found;
    }

    /** How many events the marks of each verdict hold for, the weightiest verdict first. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            int count = withVerdict(verdict.word()).cardinality();
            if (count > 0) {
                counts.put(verdict, count);
            }
        }
        return counts;
    }
}
