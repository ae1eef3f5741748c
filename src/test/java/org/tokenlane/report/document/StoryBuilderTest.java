package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Kind;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Exposure.FileUse;
import org.tokenlane.detect.exposure.Exposure.MailChange;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.Technique.Tactic;

/** What the story of an account tells, what it leaves to the list of findings, and what it cites. */
class StoryBuilderTest {

    private static final String USER = "adele@contoso.example";
    private static final long SECOND = 1_000_000_000L;
    private static final String COLLECTION = "T1114.002";
    private static final String CREDENTIALS = "T1539";
    private static final String DISCOVERY = "T1087.004";

    private static Use use(int... events) {
        return new Use(events[0] * SECOND, events[events.length - 1] * SECOND, events.length, List.of(), events);
    }

    private static Exposure exposure(List<FileUse> files, List<MailChange> changes, boolean throttled) {
        int operations = files.stream().mapToInt(file -> file.use().times()).sum()
                + changes.stream().mapToInt(change -> change.use().times()).sum();
        return new Exposure(new Exposure.Period(operations, 0, 0, throttled),
                new Exposure.Mail(List.of(), List.of(), List.of(), List.of(), changes),
                new Exposure.Files(files, List.of(), List.of()),
                new Exposure.Settings(List.of(), List.of(), List.of()),
                new Exposure.Services(List.of(), List.of(), List.of(), List.of()), List.of());
    }

    private static final Exposure NOTHING = exposure(List.of(), List.of(), false);

    private static FileUse file(String name, int event, FileAction... actions) {
        Map<FileAction, Integer> done = new LinkedHashMap<>();
        Arrays.stream(actions).forEach(action -> done.put(action, 1));
        return new FileUse(null, "https://contoso.example/sites/a/" + name, done, use(event));
    }

    private static Finding finding(String rule, Severity severity, String technique, Integer... events) {
        return new Finding(rule, "title of " + rule, severity, List.of(technique), null, USER, List.of(events),
                Arrays.stream(events).map(event -> "e" + event).toList(), "told of " + rule, "why of " + rule,
                List.of(), "", List.of(events));
    }

    private static Finding finding(String rule, String technique, Integer... events) {
        return finding(rule, Severity.MEDIUM, technique, events);
    }

    private static Account account(int events, Milestone... steps) {
        return new Account(USER, null, IntStream.range(0, events).boxed().toList(), 0, events * SECOND, true,
                List.of(steps));
    }

    private static AccountPhases story(Account account, Story stations, Exposure exposure, List<Finding> listed,
            Finding... findings) {
        return new StoryBuilder(List.of(findings), listed, event -> event * SECOND, event -> "sentence " + event,
                event -> FileAction.DOWNLOADED, event -> false).of(account, stations, exposure);
    }

    private static List<String> lines(AccountPhases story, Tactic tactic) {
        return story.phases().stream().filter(phase -> phase.tactic() == tactic)
                .flatMap(phase -> phase.lines().stream()).map(Line::text).toList();
    }

    @Test
    void aFindingWhoseEventsAreAllToldInItsPhaseIsNotToldAgainAndOneWithOneMoreIs() {
        Exposure files = exposure(List.of(file("a", 1, FileAction.DOWNLOADED), file("b", 2, FileAction.VIEWED)),
                List.of(), false);
        assertThat(lines(story(account(5), null, files, List.of(), finding("r", COLLECTION, 1, 2)),
                Tactic.COLLECTION)).hasSize(1).doesNotContain("told of r");
        assertThat(lines(story(account(5), null, files, List.of(), finding("r", COLLECTION, 1, 2, 3)),
                Tactic.COLLECTION)).hasSize(2).contains("told of r");
        assertThat(lines(story(account(5), null, files, List.of(), finding("r", DISCOVERY, 1, 2)),
                Tactic.DISCOVERY)).as("a phase without an act").containsExactly("told of r");
    }

    @Test
    void aFindingOnAUsersOwnEventsOrOfLowSeverityIsNotTold() {
        assertThat(story(account(2), null, NOTHING, List.of(), finding("r", COLLECTION, 2)).phases()).isEmpty();
        assertThat(story(account(2), null, NOTHING, List.of(), finding("r", COLLECTION, 1, 2)).phases()).hasSize(1);
        assertThat(story(account(2), null, NOTHING, List.of(), finding("r", Severity.LOW, COLLECTION, 1)).phases())
                .isEmpty();
    }

    @Test
    void ofFindingsThatSayTheSameTheMostSevereIsTold() {
        AccountPhases story = story(account(9), null, NOTHING, List.of(),
                finding("session-several-networks", CREDENTIALS, 1, 2),
                finding("session-impossible-travel", Severity.HIGH, CREDENTIALS, 3),
                finding("device-code-new-network", CREDENTIALS, 4));
        assertThat(lines(story, Tactic.CREDENTIAL_ACCESS)).containsExactly("told of session-impossible-travel",
                "told of device-code-new-network");
    }

    @Test
    void whatMicrosoftReportsIsAnotherWitness() {
        AccountPhases story = story(account(9), null, NOTHING, List.of(),
                finding("token-used-elsewhere", CREDENTIALS, 1), finding("risk-token-theft", CREDENTIALS, 2));
        assertThat(lines(story, Tactic.CREDENTIAL_ACCESS)).hasSize(2);
    }

    /** As many findings of one phase as a number says; those that are told, and the number of the rest or 0. */
    @ParameterizedTest
    @CsvSource({ "4, true, 4, 0", "5, true, 4, 1", "6, true, 4, 2", "2, false, 2, 0", "3, false, 2, 0" })
    void aPhaseTellsSoManyFindings(int findings, boolean listed, int told, int more) {
        Finding[] all = IntStream.range(0, findings).mapToObj(i -> finding("rule-" + i, DISCOVERY, i))
                .toArray(Finding[]::new);
        List<String> expected = new ArrayList<>();
        IntStream.range(0, told).forEach(i -> expected.add("told of rule-" + i));
        if (more > 0) {
            expected.add(PhaseText.MORE_FINDINGS.text(more));
        }
        AccountPhases story = story(account(9), null, NOTHING, listed ? List.of(all) : List.of(), all);
        assertThat(lines(story, Tactic.DISCOVERY)).containsExactlyElementsOf(expected);
        assertThat(story.phases().getFirst().basis().isEmpty()).isNotEqualTo(listed);
    }

    private static Story stations(Station lure, Station signIn, Station replay) {
        List<Station> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(switch (kind) {
            case LURE -> lure;
            case SIGN_IN -> signIn;
            case REPLAY -> replay;
            default -> missing(kind);
            });
        }
        return new Story(USER, List.of(), all, -1, -1);
    }

    private static Station missing(Kind kind) {
        return new Station(kind, Certainty.MISSING, "not known", AuditEvent.NO_TIME, AuditEvent.NO_TIME, "",
                List.of(), "");
    }

    private static Station station(Kind kind, int event) {
        return new Station(kind, Certainty.FOUND, kind.name(), event * SECOND, event * SECOND, "", List.of(event), "");
    }

    @Test
    void theLinkIsToldWithItsMessageAndNotASecondTimeByTheFindingThatJoinsItToTheSignIn() {
        Story stations = stations(station(Kind.LURE, 1), missing(Kind.SIGN_IN), missing(Kind.REPLAY));
        Finding link = finding("link-then-sign-in", Severity.HIGH, "T1566.002", 1, 2);
        assertThat(lines(story(account(5), stations, NOTHING, List.of(), link), Tactic.INITIAL_ACCESS))
                .containsExactly(PhaseText.STATION.text(ReportTimes.seconds(SECOND), Kind.LURE.name()));
        assertThat(lines(story(account(5), null, NOTHING, List.of(), link), Tactic.INITIAL_ACCESS))
                .containsExactly("told of link-then-sign-in");
    }

    @Test
    void signInAndUseElsewhereAreToldAloneOnlyWhereNoFindingTellsThem() {
        Story stations = stations(missing(Kind.LURE), station(Kind.SIGN_IN, 1), station(Kind.REPLAY, 2));
        AccountPhases alone = story(account(5), stations, NOTHING, List.of());
        assertThat(lines(alone, Tactic.INITIAL_ACCESS)).hasSize(1);
        assertThat(lines(alone, Tactic.CREDENTIAL_ACCESS)).hasSize(1);
        AccountPhases told = story(account(5), stations, NOTHING, List.of(),
                finding("aitm-portal-then-elsewhere", CREDENTIALS, 1, 2, 3));
        assertThat(lines(told, Tactic.INITIAL_ACCESS)).isEmpty();
        assertThat(lines(told, Tactic.CREDENTIAL_ACCESS)).containsExactly("told of aitm-portal-then-elsewhere");
    }

    @Test
    void aStepByTheAccountItselfNamesNobodyElseAndOneByAnotherDoes() {
        assertThat(lines(story(account(2, step(USER)), null, NOTHING, List.of()), Tactic.DEFENSE_EVASION))
                .containsExactly(ReportText.STORY_STEP.text("sentence 1", ReportTimes.seconds(SECOND), 0, USER, 0));
        assertThat(lines(story(account(2, step("other@contoso.example")), null, NOTHING, List.of()),
                Tactic.DEFENSE_EVASION)).containsExactly(
                        ReportText.STORY_STEP.text("sentence 1", ReportTimes.seconds(SECOND), 1,
                                "other@contoso.example", 0));
    }

    @Test
    void aStepIsNotToldAgainByAFindingThatSeesAnotherTacticInIt() {
        assertThat(story(account(5, step(USER)), null, NOTHING, List.of(), finding("r", CREDENTIALS, 1)).phases())
                .extracting(AccountPhases.Phase::tactic).containsExactly(Tactic.DEFENSE_EVASION);
        assertThat(story(account(5, step(USER)), null, NOTHING, List.of(), finding("r", CREDENTIALS, 1, 2)).phases())
                .extracting(AccountPhases.Phase::tactic).containsExactly(Tactic.DEFENSE_EVASION,
                        Tactic.CREDENTIAL_ACCESS);
    }

    private static Milestone step(String by) {
        return new Milestone(MilestoneKind.RULE_SET, SECOND, USER, Set.of(USER), "..", by, Party.ATTACKER,
                List.of(1));
    }

    private static PhaseActs.Act only(Exposure exposure) {
        List<PhaseActs.Act> acts = PhaseActs.of(exposure, event -> event * SECOND, event -> FileAction.DOWNLOADED,
                new BitSet());
        assertThat(acts).hasSize(1);
        return acts.getFirst();
    }

    @Test
    void threeNamesAreListedAndAFourthIsCounted() {
        List<FileUse> files = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            files.add(file(name, files.size(), FileAction.DOWNLOADED));
        }
        String three = String.join(", ", List.of(Words.quoted("a"), Words.quoted("b"), Words.quoted("c")));
        assertThat(only(exposure(files, List.of(), false)).line().text()).isEqualTo(PhaseText.ACT.text(
                PhaseText.NAMED.text(PhaseText.DOWNLOADED.text(3), three), PhaseActs.when(0, 2 * SECOND)));
        files.add(file("d", 3, FileAction.DOWNLOADED));
        assertThat(only(exposure(files, List.of(), false)).line().text()).isEqualTo(PhaseText.ACT.text(
                PhaseText.NAMED.text(PhaseText.DOWNLOADED.text(4), PhaseText.AND_MORE.text(three, 1)),
                PhaseActs.when(0, 3 * SECOND)));
    }

    @Test
    void whatWasTakenIsNamedBeforeWhatWasLookedAt() {
        Exposure files = exposure(List.of(file("seen", 0, FileAction.VIEWED),
                file("taken", 1, FileAction.DOWNLOADED, FileAction.VIEWED)), List.of(), false);
        assertThat(only(files).line().text()).isEqualTo(PhaseText.ACT.text(PhaseText.NAMED.text(
                PhaseText.AND.text(PhaseText.DOWNLOADED.text(1), PhaseText.VIEWED.text(2)),
                Words.quoted("taken") + ", " + Words.quoted("seen")), PhaseActs.when(0, SECOND)));
    }

    @Test
    void filesThatWereDestroyedAreAnImpactAndSharedOnesLeftTheTenant() {
        Exposure files = exposure(List.of(file("a", 0, FileAction.DELETED), file("b", 1, FileAction.SHARED)),
                List.of(), false);
        assertThat(PhaseActs.of(files, event -> event, event -> event == 0 ? FileAction.DELETED
                : FileAction.SHARED, new BitSet())).extracting(PhaseActs.Act::tactic)
                .containsExactly(Tactic.IMPACT, Tactic.EXFILTRATION);
    }

    @Test
    void aFileThatWasReadAndLaterDeletedIsToldTwiceEachTimeWithTheEventsAndTimesOfTheAct() {
        FileUse both = new FileUse(null, "a", Map.of(FileAction.DOWNLOADED, 1, FileAction.DELETED, 1), use(3, 8));
        List<PhaseActs.Act> acts = PhaseActs.of(exposure(List.of(both), List.of(), false), event -> event * SECOND,
                event -> event == 3 ? FileAction.DOWNLOADED : FileAction.DELETED, new BitSet());
        assertThat(acts).extracting(PhaseActs.Act::tactic).containsExactly(Tactic.COLLECTION, Tactic.IMPACT);
        assertThat(acts).extracting(act -> act.line().events()).containsExactly(List.of(3), List.of(8));
        assertThat(acts.getLast().line().text()).isEqualTo(PhaseText.ACT.text(PhaseText.NAMED.text(
                PhaseText.DELETED.text(1), Words.quoted("a")), PhaseActs.when(8 * SECOND, 8 * SECOND)));
    }

    @ParameterizedTest
    @CsvSource({ "SoftDelete, DEFENSE_EVASION", "HardDelete, DEFENSE_EVASION", "MoveToDeletedItems, DEFENSE_EVASION",
        "Move, DEFENSE_EVASION", "Update, COLLECTION", "Create, COLLECTION" })
    void messagesThatWereRemovedAreAnEvasionAndEditedOnesAreNot(String operation, Tactic tactic) {
        MailChange change = new MailChange(null, operation, null, null, null, null, use(1));
        PhaseActs.Act act = only(exposure(List.of(), List.of(change), false));
        assertThat(act.tactic()).isEqualTo(tactic);
        assertThat(act.line().events()).containsExactly(1);
    }

    @Test
    void anActWithoutATimeIsToldWithoutOne() {
        Exposure files = exposure(List.of(file("a", 1, FileAction.VIEWED)), List.of(), false);
        Line line = PhaseActs.of(files, event -> AuditEvent.NO_TIME, event -> FileAction.VIEWED,
                new BitSet()).getFirst().line();
        assertThat(line.time()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(line.text()).contains(ReportText.UNKNOWN_TIME.text());
    }
}
