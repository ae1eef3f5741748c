package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.WayIn;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.Technique;
import org.tokenlane.report.Technique.Tactic;

/**
 * Tells what the attacker did with an account, in phases by the tactics of ATT&amp;CK. A phase has sentences on what was
 * done: the link, the sign-in and the use of the session elsewhere, each step that opened something, and each kind of
 * act. What a finding adds to them is a sentence, too: why somebody else must have been at work, or what is no act of
 * a kind, such as listing the directory. Findings that say the same of the account are one.
 */
final class StoryBuilder {

    private static final long MINUTE = 60_000_000_000L;
    /** How many findings a phase tells; the number of the others follows. */
    private static final int MOST_FINDINGS = 4;
    /** The same for readers without the list of findings, who read what decides. */
    private static final int FEW_FINDINGS = 2;
    /** The station of the lure says the same and names the message. */
    private static final String OF_THE_LURE = "link-then-sign-in";

    private final List<Finding> findings;
    private final List<Finding> listed;
    private final IntPredicate inferred;
    private final IntToLongFunction time;
    private final IntFunction<String> sentence;
    private final IntFunction<FileAction> fileAction;

    /**
     * @param findings
     *            what the rules found
     * @param listed
     *            those that the report lists, in its order; none for readers who have no such list
     * @param time
     *            gives the time of an event
     * @param sentence
     *            gives what an event states that was done
     * @param fileAction
     *            gives what an event did with a file
     * @param inferred
     *            tells whether only a resemblance links an event to the attacker's session
     */
    StoryBuilder(List<Finding> findings, List<Finding> listed, IntToLongFunction time, IntFunction<String> sentence,
            IntFunction<FileAction> fileAction, IntPredicate inferred) {
        this.findings = findings;
        this.listed = listed;
        this.inferred = inferred;
        this.time = time;
        this.sentence = sentence;
        this.fileAction = fileAction;
    }

    /**
     * The story of an account.
     *
     * @param stations
     *            how the attacker came in; null where the answers tell of too many accounts
     * @param exposure
     *            what the attacker's events of this account accessed
     */
    AccountPhases of(Account account, @Nullable Story stations, Exposure exposure) {
        Map<Tactic, List<Line>> lines = new EnumMap<>(Tactic.class);
        BitSet told = new BitSet();
        account.milestones().stream().filter(Milestone::isAttackers).forEach(step -> {
            Tactic tactic = tactic(step);
            if (tactic != null) {
                step.events().forEach(told::set);
                add(lines, tactic, line(account, step));
            }
        });
        PhaseActs.of(exposure, time, fileAction, told).forEach(act -> {
            add(lines, act.tactic(), act.line());
            act.line().events().forEach(told::set);
        });
        BitSet own = FindingGroup.events(account);
        Map<Tactic, List<Finding>> found = byTactic(own);
        boolean isLureTold = stations != null && stations.station(Story.Kind.LURE).isDated();
        BitSet ofSteps = new BitSet();
        account.milestones().stream().filter(Milestone::isAttackers).filter(step -> tactic(step) != null)
                .forEach(step -> step.events().forEach(ofSteps::set));
        Set<Tactic> withActs = Set.copyOf(lines.keySet());
        List<Finding> adding = adding(found.values().stream().flatMap(List::stream)
                .filter(finding -> !(isLureTold && finding.rule().equals(OF_THE_LURE)))
                .filter(finding -> finding.events().stream().filter(own::get)
                        .anyMatch(event -> !(withActs.contains(tactic(finding)) ? told : ofSteps).get(event)))
                .toList());
        Set<Finding> spoken = new HashSet<>();
        found.keySet().forEach(tactic -> spoken.addAll(findings(lines, tactic,
                adding.stream().filter(finding -> tactic(finding) == tactic).toList())));
        if (stations != null) {
            stations(stations, spoken).forEach((tactic, all) -> all.forEach(line -> add(lines, tactic, line)));
        }
        List<AccountPhases.Phase> phases = new ArrayList<>();
        lines.forEach((tactic, all) -> phases.add(new AccountPhases.Phase(tactic,
                all.stream().sorted(Comparator.comparingLong(Line::time)).toList(),
                basis(found.getOrDefault(tactic, List.of())))));
        // phases that begin in the same minute are in the order of the tactics
        phases.sort(Comparator.comparingLong((AccountPhases.Phase phase) -> phase.lines().getFirst().time() / MINUTE)
                .thenComparing(AccountPhases.Phase::tactic));
        return new AccountPhases(account.title(), account.isApplication(), account.first(), account.last(),
                account.containedAt(), phases,
                account.open().stream().map(step -> open(account, step)).distinct().toList());
    }

    /** Tells the first findings of a phase; gives those. */
    private List<Finding> findings(Map<Tactic, List<Line>> lines, Tactic tactic, List<Finding> adding) {
        List<Finding> spoken = adding.stream().limit(listed.isEmpty() ? FEW_FINDINGS : MOST_FINDINGS).toList();
        spoken.forEach(finding -> add(lines, tactic, line(finding)));
        if (!listed.isEmpty() && adding.size() > MOST_FINDINGS) {
            add(lines, tactic, new Line(PhaseText.MORE_FINDINGS.text(adding.size() - MOST_FINDINGS),
                    Long.MAX_VALUE, List.of()));
        }
        return spoken;
    }

    private static void add(Map<Tactic, List<Line>> lines, Tactic tactic, Line line) {
        lines.computeIfAbsent(tactic, key -> new ArrayList<>()).add(line);
    }

    /** Where the link, the sign-in and the use elsewhere are no part of a finding that is told, they are told alone. */
    private static Map<Tactic, List<Line>> stations(Story story, Set<Finding> spoken) {
        Map<Tactic, List<Line>> lines = new LinkedHashMap<>();
        for (Story.Kind kind : List.of(Story.Kind.LURE, Story.Kind.SIGN_IN, Story.Kind.REPLAY)) {
            Story.Station station = story.station(kind);
            boolean isPart = station.events().stream()
                    .allMatch(event -> spoken.stream().anyMatch(finding -> finding.events().contains(event)));
            if (station.isDated() && (kind == Story.Kind.LURE || !isPart)) {
                add(lines, kind == Story.Kind.REPLAY ? Tactic.CREDENTIAL_ACCESS : Tactic.INITIAL_ACCESS,
                        new Line(PhaseText.STATION.text(ReportTimes.seconds(station.from()), station.text()),
                                station.from(), station.events()));
            }
        }
        return lines;
    }

    /** Of findings that say the same of an account, the most severe; of these the first. */
    private static List<Finding> adding(List<Finding> all) {
        Map<String, Finding> bySaying = new LinkedHashMap<>();
        all.stream().sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(finding -> bySaying.putIfAbsent(WayIn.sameAs(finding.rule()), finding));
        return List.copyOf(bySaying.values());
    }

    /** The techniques of the findings of a phase and their numbers in the list of findings; empty without a list. */
    private String basis(List<Finding> found) {
        Map<Finding, Integer> numbers = new HashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            numbers.put(listed.get(i), i + 1);
        }
        List<String> names = found.stream().map(numbers::get).filter(number -> number != null).sorted()
                .map(FindingsSection::name).toList();
        return names.isEmpty() ? ""
                : PhaseText.BASIS.text(String.join(", ", names),
                        found.stream().flatMap(finding -> finding.attack().stream()).distinct().sorted()
                                .collect(Collectors.joining(", ")));
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

    private Line line(Account account, Milestone step) {
        return new Line(ReportText.STORY_STEP.text(sentence.apply(step.events().getFirst()),
                ReportTimes.seconds(step.time()),
                step.by() == null || step.by().equalsIgnoreCase(account.name()) ? 0 : 1,
                String.valueOf(step.by()), step.events().stream().allMatch(inferred::test) ? 1 : 0),
                step.time(), step.events());
    }

    private Line line(Finding finding) {
        TreeSet<Integer> events = new TreeSet<>(finding.events());
        return new Line(finding.told(), time.applyAsLong(events.first()), List.copyOf(events));
    }
}
