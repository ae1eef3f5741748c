package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.report.Technique;
import org.tokenlane.report.Technique.Tactic;

/**
 * Puts what the attacker did with an account into phases by the tactics of ATT&amp;CK: the findings of a phase are
 * one sentence, steps that opened something are one each, and what was accessed is one.
 */
final class StoryBuilder {

    private static final long MINUTE = 60_000_000_000L;

    private final List<Finding> findings;
    private final boolean techniques;
    private final IntPredicate inferred;
    private final IntToLongFunction time;
    private final IntFunction<String> sentence;

    /**
     * @param findings
     *            what the rules found
     * @param time
     *            gives the time of an event
     * @param sentence
     *            gives what an event states that was done
     * @param inferred
     *            tells whether only a resemblance links an event to the attacker's session
     * @param techniques
     *            whether the ids of techniques are named; those who read no list of findings have no use for them
     */
    StoryBuilder(List<Finding> findings, IntToLongFunction time, IntFunction<String> sentence, IntPredicate inferred,
            boolean techniques) {
        this.findings = findings;
        this.inferred = inferred;
        this.techniques = techniques;
        this.time = time;
        this.sentence = sentence;
    }

    /**
     * The story of an account.
     *
     * @param exposure
     *            what the attacker's events of this account accessed
     */
    AccountPhases of(Account account, Exposure exposure) {
        Map<Tactic, List<Line>> lines = new EnumMap<>(Tactic.class);
        BitSet own = new BitSet();
        account.events().forEach(own::set);
        byTactic(own).forEach((tactic, found) -> lines.computeIfAbsent(tactic, key -> new ArrayList<>())
                .add(line(own, found)));
        account.milestones().stream().filter(Milestone::isAttackers).forEach(step -> {
            Tactic tactic = tactic(step);
            if (tactic != null) {
                lines.computeIfAbsent(tactic, key -> new ArrayList<>()).add(new Line(
                        ReportText.STORY_STEP.text(sentence.apply(step.events().getFirst()),
                                ReportTimes.seconds(step.time()), step.by() == null ? 0 : 1,
                                String.valueOf(step.by()), step.events().stream().allMatch(inferred::test) ? 1 : 0),
                        step.time(),
                        step.events()));
            }
        });
        if (exposure.operations() > 0) {
            lines.computeIfAbsent(Tactic.COLLECTION, key -> new ArrayList<>()).add(accessed(exposure));
        }
        List<AccountPhases.Phase> phases = new ArrayList<>();
        lines.forEach((tactic, all) -> phases
                .add(new AccountPhases.Phase(tactic,
                        all.stream().sorted(Comparator.comparingLong(Line::time)).toList())));
        // phases that begin in the same minute are in the order of the tactics
        phases.sort(Comparator.comparingLong((AccountPhases.Phase phase) -> phase.lines().getFirst().time() / MINUTE)
                .thenComparing(AccountPhases.Phase::tactic));
        return new AccountPhases(account.title(), account.isApplication(), account.first(), account.last(),
                account.containedAt(), phases,
                account.open().stream().map(step -> open(account, step)).distinct().toList());
    }

    private String open(Account account, Milestone step) {
        String of = step.detail() == null ? step.about() : step.detail();
        boolean named = of != null && !of.equalsIgnoreCase(account.title());
        return ReportText.STORY_OPEN.text(step.kind().text(), named ? 1 : 0, String.valueOf(of),
                step.events().stream().allMatch(inferred::test) ? 1 : 0);
    }

    private Map<Tactic, List<Finding>> byTactic(BitSet own) {
        Map<Tactic, List<Finding>> all = new EnumMap<>(Tactic.class);
        for (Finding finding : findings) {
            Tactic tactic = tactic(finding);
            if (tactic != null && finding.severity().compareTo(Severity.MEDIUM) >= 0
                    && finding.events().stream().anyMatch(own::get)) {
                all.computeIfAbsent(tactic, key -> new ArrayList<>()).add(finding);
            }
        }
        return all;
    }

    private static @Nullable Tactic tactic(Finding finding) {
        return finding.attack().stream().map(id -> Technique.of(id).tactics()).filter(all -> !all.isEmpty())
                .map(List::getFirst).findFirst().orElse(null);
    }

    private static @Nullable Tactic tactic(Milestone step) {
        return !step.kind().opens() ? null : switch (step.kind().about()) {
        case MAIL_RULE -> Tactic.DEFENSE_EVASION;
        case FORWARDING -> Tactic.EXFILTRATION;
        default -> Tactic.PERSISTENCE;
        };
    }

    private Line line(BitSet own, List<Finding> found) {
        TreeSet<Integer> events = new TreeSet<>();
        found.forEach(finding -> finding.events().stream().filter(own::get).forEach(events::add));
        long first = time.applyAsLong(events.first());
        long last = time.applyAsLong(events.last());
        return new Line(ReportText.STORY_FINDING.text(
                found.stream().sorted(Comparator.comparing(Finding::severity).reversed()).map(Finding::title).distinct()
                        .collect(Collectors.joining("; ")),
                ReportTimes.span(first, last), events.size(), first == last ? 0 : 1,
                found.stream().flatMap(finding -> finding.attack().stream()).distinct().sorted()
                        .collect(Collectors.joining(", ")),
                techniques ? 1 : 0), first, List.copyOf(events));
    }

    private static Line accessed(Exposure exposure) {
        BitSet events = new BitSet();
        Stream.of(exposure.mailItems().stream().map(Exposure.MailItem::use),
                exposure.folders().stream().map(Exposure.SyncedFolder::use),
                exposure.unnamed().stream().map(Exposure.Unnamed::use),
                exposure.sent().stream().map(Exposure.SentMail::use),
                exposure.files().stream().map(Exposure.FileUse::use),
                exposure.graph().stream().map(Exposure.GraphUse::use)).flatMap(uses -> uses).map(Use::events)
                .flatMapToInt(Arrays::stream).forEach(events::set);
        return new Line(ReportText.STORY_ACCESSED.text(ExposureTables.summary(exposure)), exposure.first(),
                events.stream().boxed().toList());
    }
}
