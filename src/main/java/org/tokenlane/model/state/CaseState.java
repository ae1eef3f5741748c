package org.tokenlane.model.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How things are set as far as the exports of the case show: each fact once, with all records that show it. */
public record CaseState(List<Line> lines) {

    /**
     * A fact and where it was seen, the latest export first; an export whose time is not known comes last.
     */
    public record Line(StateFact fact, List<SeenState> seen) {

        public SeenState last() {
            return seen.getFirst();
        }
    }

    /** The facts by mailbox, kind and name. */
    public static CaseState of(List<SeenState> seen) {
        Map<StateFact, List<SeenState>> byFact = new LinkedHashMap<>();
        seen.forEach(each -> byFact.computeIfAbsent(each.fact(), fact -> new ArrayList<>()).add(each));
        Comparator<SeenState> latest = Comparator
                .comparing((SeenState each) -> Objects.requireNonNullElse(each.exported().at(), Instant.MIN))
                .reversed();
        List<Line> lines = new ArrayList<>();
        byFact.forEach((fact, places) -> lines.add(new Line(fact, places.stream().sorted(latest).toList())));
        lines.sort(Comparator.comparing((Line line) -> Objects.requireNonNullElse(line.fact().mailbox(), ""))
                .thenComparing(line -> line.fact().kind())
                .thenComparing(line -> Objects.requireNonNullElse(line.fact().name(), "")));
        return new CaseState(List.copyOf(lines));
    }

    /** The facts of a mailbox, as far as exports name it so. */
    public List<Line> of(String mailbox) {
        String name = mailbox.toLowerCase(Locale.ROOT);
        return lines.stream().filter(line -> name.equals(line.fact().mailbox())).toList();
    }

    /** What sends mail on to another domain than the mailbox's, as far as it has an effect. */
    public List<Line> sendingElsewhere() {
        return lines.stream().filter(line -> line.fact().isActive() && !line.fact().targetsElsewhere().isEmpty())
                .toList();
    }
}
