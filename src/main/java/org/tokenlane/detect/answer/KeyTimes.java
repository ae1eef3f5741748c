package org.tokenlane.detect.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.KeyTime.Kind;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.time.Durations;

/** Finds the times by which an incident is measured: of the whole incident, or of some of its accounts. */
public final class KeyTimes {

    private static final long SECOND = 1_000_000_000L;
    /** An older detection is about something else. */
    private static final long DAY = 86_400 * SECOND;
    private static final String DETECTED = "detectedDateTime";

    private record Detected(int event, long time) {
    }

    private final CaseFacts facts;
    private final List<Account> affected;
    private final List<Integer> events;

    private KeyTimes(CaseFacts facts, List<Account> affected, List<Integer> events) {
        this.facts = facts;
        this.affected = affected;
        this.events = events;
    }

    /**
     * The times of the whole incident, at most one of a kind, in the order of the kinds. None where there is no
     * attacker or all attempts failed.
     */
    public static List<KeyTime> of(Incident incident) {
        return incident.isEmpty() || incident.isOnlyAttempts() ? List.of()
                : new KeyTimes(incident.attribution().facts(), incident.accounts(),
                        incident.events().stream().boxed().toList())
                        .all(incident.first(), incident.last(), incident.containedAt());
    }

    /** The same of some accounts of the incident alone; none where the attacker got into none of them. */
    public static List<KeyTime> of(Incident incident, List<Account> accounts) {
        List<Account> used = accounts.stream().filter(Account::accessed).toList();
        return used.isEmpty() ? List.of()
                : new KeyTimes(incident.attribution().facts(), used, used.stream()
                        .flatMap(account -> account.events().stream()).distinct().sorted().toList())
                        .all(used.stream().mapToLong(Account::first).min().orElseThrow(),
                                used.stream().mapToLong(Account::last).max().orElseThrow(),
                                Incident.containedAt(used));
    }

    private List<KeyTime> all(long first, long last, long contained) {
        List<KeyTime> all = new ArrayList<>();
        all.add(new KeyTime(Kind.FIRST_ACCESS, first, AnswerText.FIRST_ACCESS.text(Words.time(first)), at(first)));
        all.add(new KeyTime(Kind.LAST_ACT, last, AnswerText.LAST_ACT.text(Words.time(last)), at(last)));
        Detected detected = detected(first);
        all.add(detected == null
                ? new KeyTime(Kind.DETECTED, AuditEvent.NO_TIME, AnswerText.NOT_DETECTED.text(), List.of())
                : new KeyTime(Kind.DETECTED, detected.time(),
                        AnswerText.DETECTED.text(Words.time(detected.time()), lag(detected.time() - first)),
                        List.of(detected.event())));
        arrived(first, all);
        all.add(new KeyTime(Kind.CONTAINED, contained, contained == AuditEvent.NO_TIME
                ? AnswerText.NO_CONTAINMENT.text()
                : AnswerText.CONTAINED_AT.text(Words.time(contained)), List.of()));
        return List.copyOf(all);
    }

    private List<Integer> at(long time) {
        return events.stream().filter(event -> facts.events().time(event) == time).toList();
    }

    /** When the first record of the attacker was in a log: before, nobody could have seen it. */
    private void arrived(long first, List<KeyTime> all) {
        int earliest = -1;
        for (int event : events) {
            long arrived = facts.events().recordedAt(event);
            if (arrived != AuditEvent.NO_TIME
                    && (earliest < 0 || arrived < facts.events().recordedAt(earliest))) {
                earliest = event;
            }
        }
        if (earliest >= 0) {
            long at = facts.events().recordedAt(earliest);
            all.add(new KeyTime(Kind.LOG_ARRIVED, at, AnswerText.LOG_ARRIVED.text(Words.time(at), lag(at - first)),
                    List.of(earliest)));
        }
    }

    private static String lag(long nanos) {
        return nanos < 0 ? AnswerText.BEFORE_FIRST.text(Durations.words(-nanos))
                : AnswerText.AFTER_FIRST.text(Durations.words(nanos));
    }

    /** The earliest risk detection or alert on an account, by the time at which it was detected where that is given. */
    private @Nullable Detected detected(long first) {
        Set<String> names = new HashSet<>();
        affected.forEach(account -> names.add(account.name()));
        Detected earliest = null;
        for (int event = 0; event < facts.events().size(); event++) {
            EventKind kind = facts.events().kind(event);
            if ((kind == EventKind.RISK || kind == EventKind.ALERT)
                    && (names.contains(String.valueOf(facts.text(EventField.UPN, event)))
                            || names.contains(String.valueOf(facts.text(EventField.USER_OBJECT_ID, event))))) {
                long time = detectedAt(event);
                if (time != AuditEvent.NO_TIME && time >= first - DAY
                        && (earliest == null || time < earliest.time())) {
                    earliest = new Detected(event, time);
                }
            }
        }
        return earliest;
    }

    private long detectedAt(int event) {
        for (String value : facts.details().of(event).fields().values(DETECTED)) {
            try {
                Instant at = Instant.parse(value.strip());
                return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
            } catch (DateTimeException | ArithmeticException notATime) {
                return facts.events().time(event);
            }
        }
        return facts.events().time(event);
    }
}
