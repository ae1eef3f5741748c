package org.tokenlane.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * What selected events accessed, with whose hands that was done by: what a user reads in a session that an attacker
 * shares is not the attacker's. Every output takes its numbers from here.
 */
public final class PartedExposure {

    private final Exposure all;
    /** What each party that did anything accessed, in a line: the lists of a part would be as large as those of all. */
    private final Map<Party, String> parts;
    private final CaseEvents events;
    private final IntFunction<Party> party;
    private final Stated sentences;
    /** Made when the first address is asked for: most sessions are only summed up. */
    private @Nullable Map<Integer, Set<String>> countries;

    private PartedExposure(Exposure all, Map<Party, String> parts, CaseEvents events, IntFunction<Party> party,
            Stated sentences) {
        this.all = all;
        this.parts = parts;
        this.events = events;
        this.party = party;
        this.sentences = sentences;
    }

    private static Map<Integer, Set<String>> countries(CaseEvents events) {
        Map<Integer, Set<String>> countries = new HashMap<>();
        IntColumn ofAddress = events.codes(EventField.COUNTRY);
        IntColumn addresses = events.codes(EventField.IP);
        TextColumn names = events.dictionary(EventField.COUNTRY);
        for (int event = 0; event < addresses.size(); event++) {
            if (addresses.get(event) != 0 && ofAddress.get(event) != 0) {
                countries.computeIfAbsent(addresses.get(event), key -> new HashSet<>(1))
                        .add(names.get(ofAddress.get(event)));
            }
        }
        return countries;
    }

    /**
     * Determines what these events accessed.
     *
     * @param party
     *            whose hands an event was done by
     */
    public static PartedExposure of(ExposureQuery query, CaseEvents events, BitSet chosen, IntFunction<Party> party,
            Progress progress) {
        Map<Party, BitSet> byParty = new EnumMap<>(Party.class);
        chosen.stream().filter(event -> events.kind(event).isOperation())
                .forEach(event -> byParty.computeIfAbsent(party.apply(event), key -> new BitSet()).set(event));
        Map<Party, String> parts = new EnumMap<>(Party.class);
        if (byParty.size() > 1) {
            // one after the other and before all of them, so that no two are in memory together
            byParty.forEach(
                    (one, ofParty) -> parts.put(one, ExposureTables.summary(query.of(ofParty, progress))));
        }
        Exposure all = query.of(chosen, progress);
        byParty.keySet().forEach(one -> parts.computeIfAbsent(one, only -> ExposureTables.summary(all)));
        return new PartedExposure(all, parts, events, party, sentences(query, all, progress));
    }

    /** What events, in ascending order, state that was done. */
    private record Stated(int[] events, String[] sentences) {

        @Nullable
        String of(int event) {
            int place = Arrays.binarySearch(events, event);
            return place < 0 ? null : sentences[place];
        }
    }

    /** By event; many of a large case say the same. */
    private static Stated sentences(ExposureQuery query, Exposure all, Progress progress) {
        Sentences words = query.sentences();
        Map<String, String> known = new HashMap<>();
        int[] stating = ExposureTables.operations(all, progress).stream().toArray();
        String[] sentences = new String[stating.length];
        for (int i = 0; i < stating.length; i++) {
            progress.stopIfCancelled();
            sentences[i] = known.computeIfAbsent(words.of(stating[i]).toString(), same -> same);
        }
        return new Stated(stating, sentences);
    }

    /** What all of the events accessed. */
    public Exposure all() {
        return all;
    }

    /** What the first of these events, a row's of a list that names operations, states that was done. */
    @Nullable
    String sentence(int[] used) {
        return sentences.of(used[0]);
    }

    /** How many of these events each party did. */
    public Map<Party, Integer> by(int[] used) {
        Map<Party, Integer> by = new EnumMap<>(Party.class);
        for (int event : used) {
            by.merge(party.apply(event), 1, Integer::sum);
        }
        return by;
    }

    /** The same in words: {@code attacker}, or {@code attacker (3), user (1)} where several did it. */
    public String byWords(int[] used) {
        Map<Party, Integer> by = by(used);
        if (by.size() == 1) {
            return by.keySet().iterator().next().text();
        }
        return by.entrySet().stream().map(one -> ExportText.BY_TIMES.text(one.getKey().text(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * The addresses that the events came from, the most frequent first, each with its country where the logs of the
     * case agree on one.
     */
    public List<String> from(int[] used) {
        Map<Integer, Integer> times = new LinkedHashMap<>();
        for (int event : used) {
            int address = events.code(EventField.IP, event);
            if (address != 0) {
                times.merge(address, 1, Integer::sum);
            }
        }
        return times.entrySet().stream().sorted(Comparator.comparing(one -> -one.getValue()))
                .map(one -> from(one.getKey())).toList();
    }

    private String from(int address) {
        String ip = events.dictionary(EventField.IP).get(address);
        Map<Integer, Set<String>> all = countries;
        if (all == null) {
            all = countries(events);
            countries = all;
        }
        Set<String> known = all.getOrDefault(address, Set.of());
        return known.size() == 1 ? ExportText.FROM_COUNTRY.text(ip, known.iterator().next()) : ip;
    }

    /** What was accessed or changed in a line, what the attacker did first. */
    public String summary() {
        if (all.operations() == 0) {
            return ExposureTables.summary(all);
        }
        return Arrays.stream(Party.values()).filter(one -> one == Party.ATTACKER || parts.containsKey(one))
                .map(one -> words(one, parts.get(one))).collect(Collectors.joining("; "));
    }

    private static String words(Party one, @Nullable String part) {
        String summary = part == null ? ExportText.SUM_NOTHING.text() : part;
        return (switch (one) {
        case ATTACKER -> ExportText.SUM_ATTACKER;
        case USER -> ExportText.SUM_USER;
        case UNCLEAR -> ExportText.SUM_UNCLEAR;
        }).text(summary);
    }

    /** All lists, the empty ones too, each row with who did it and from where. */
    public List<ExposureTable> tables() {
        return ExposureTables.of(this);
    }

    /** The lists that are not empty. */
    public List<ExposureTable> filledTables() {
        return tables().stream().filter(table -> !table.rows().isEmpty()).toList();
    }
}
