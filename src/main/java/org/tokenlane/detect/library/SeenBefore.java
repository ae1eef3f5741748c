package org.tokenlane.detect.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;

/** Recognizes what the library holds in a case. An entry that comes from the very case says nothing new. */
public final class SeenBefore {

    /** The id of its findings. */
    public static final String RULE = "known-from-earlier-case";

    /** The most events that a finding keeps; its sentence still gives the full number. */
    private static final int MOST_EVENTS = 2_000;

    private final CaseFacts facts;
    private final Library library;
    private final String caseName;

    private SeenBefore(CaseFacts facts, Library library, String caseName) {
        this.facts = facts;
        this.library = library;
        this.caseName = caseName;
    }

    /**
     * What of the library is in a case, a finding for each thing and session.
     *
     * @param caseName
     *            the name of the case
     */
    public static RuleOutcome run(CaseFacts facts, Library library, String caseName) {
        return new RuleOutcome(RULE, LibraryText.TITLE.text(), Severity.HIGH,
                new SeenBefore(facts, library, caseName).findings(), null);
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        Map<String, List<Integer>> origins = new HashMap<>();
        if (library.entries().stream().anyMatch(entry -> entry.kind() == MarkTarget.Kind.ORIGIN)) {
            Origins inSession = new Origins(facts.events());
            facts.sessions().forEach(session -> inSession.ofSession(facts.correlation(), session.code())
                    .forEach(origin -> origins.computeIfAbsent(origin.key(), key -> new ArrayList<>())
                            .addAll(origin.events())));
        }
        for (LibraryEntry entry : library.entries()) {
            if (!entry.caseName().equals(caseName)) {
                List<Integer> events = switch (entry.kind()) {
                case IP -> with(entry.value(), EventField.IP);
                case DEVICE -> with(entry.value(), EventField.DEVICE_ID);
                case APP -> with(entry.value(), EventField.APP_ID, EventField.APP_NAME);
                case ORIGIN -> origins.getOrDefault(entry.value(), List.of());
                default -> List.of();
                };
                add(entry, events, all);
            }
        }
        return all;
    }

    private List<Integer> with(String value, EventField... fields) {
        List<Integer> found = new ArrayList<>();
        for (EventField field : fields) {
            TextColumn values = facts.events().dictionary(field);
            IntColumn codes = facts.events().codes(field);
            for (int code = 1; code < values.size(); code++) {
                if (value.equals(values.get(code).toLowerCase(Locale.ROOT))) {
                    for (int event = 0; event < codes.size(); event++) {
                        if (codes.get(event) == code) {
                            found.add(event);
                        }
                    }
                }
            }
        }
        return found;
    }

    private void add(LibraryEntry entry, List<Integer> events, List<Finding> all) {
        Map<String, List<Integer>> bySession = new TreeMap<>();
        Map<String, List<Integer>> byUser = new LinkedHashMap<>();
        for (int event : events.stream().sorted().distinct().toList()) {
            String session = facts.sessionOf(event);
            if (facts.events().time(event) != AuditEvent.NO_TIME) {
                (session == null ? byUser : bySession)
                        .computeIfAbsent(session == null ? Objects.toString(facts.text(EventField.UPN, event), "")
                                : session, key -> new ArrayList<>())
                        .add(event);
            }
        }
        bySession.forEach((session, members) -> all.add(finding(entry, session, members)));
        byUser.forEach((user, members) -> all.add(finding(entry, null, members)));
    }

    private Finding finding(LibraryEntry entry, @Nullable String session, List<Integer> members) {
        int first = members.getFirst();
        // an application is used by many; an address at which the user is at home proves little
        Severity severity = entry.kind() == MarkTarget.Kind.APP || facts.isFamiliar(first) ? Severity.MEDIUM
                : Severity.HIGH;
        String upn = members.stream().map(event -> facts.text(EventField.UPN, event)).filter(Objects::nonNull)
                .findFirst().orElse(null);
        List<Integer> proof = members.stream().limit(MOST_EVENTS).toList();
        String why = LibraryText.SEEN.text(entry.kind().text(), Words.quoted(entry.value()), entry.caseName(),
                entry.at().toString().substring(0, 10), entry.who(), members.size(),
                Words.time(facts.events().time(first)));
        return new Finding(RULE, LibraryText.TITLE.text(), severity, List.of(), session, upn, proof,
                proof.stream().map(facts.events()::id).toList(), why, why, Against.of(facts, first),
                LibraryText.NEXT.text(), proof);
    }
}
