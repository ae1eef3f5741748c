package org.tokenlane.extract.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.MarkMerge;
import org.tokenlane.model.mark.MarkMerge.State;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.SharedKind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.store.AuditField;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.store.StoreText;

/** Two analysts mark copies of one case, and merge what the other said. */
@ExtendWith(QuickKeys.class)
class MarksMergeTest {

    private static final MarkTarget SESSION = MarkTarget.of(Kind.SESSION, BareSignIns.SESSION);
    private static final MarkTarget TOKEN = MarkTarget.of(Kind.TOKEN, BareSignIns.UTI);
    private static final MarkTarget ELSEWHERE = MarkTarget.of(Kind.EVENT, "e00112233445566ff");
    private static final MarkTarget ADDRESS = MarkTarget.of(Kind.IP, "203.0.113.9");
    private static final String ORIGIN = "AS64511|Mozilla/5.0|||";
    private static final OriginSplit BY_ADDRESS = new OriginSplit(ORIGIN, OriginSplit.By.ADDRESS, "203.0.113.9");
    private static final OriginSplit BY_TOKEN = new OriginSplit(ORIGIN, OriginSplit.By.TOKEN, BareSignIns.UTI);
    private static final OriginSplit INNER = new OriginSplit(BY_ADDRESS.key(), OriginSplit.By.USER_AGENT, "curl");
    private static final Predicate<MarkMerge.Item> OURS = item -> false;
    private static final Predicate<MarkMerge.Item> THEIRS = item -> true;
    private static final Predicate<MarkMerge.Item> NEWEST = MarkMerge.Item::theirsIsNewer;

    @TempDir
    private Path folder;
    private TwoCopies two;

    @BeforeEach
    void makeTwoCopies() {
        two = new TwoCopies(folder, null,
                made -> made.marks().verdict(List.of(SESSION), Verdict.SUSPICIOUS, "", "Anna"));
    }

    @AfterEach
    void bothCopiesVerify() {
        assertThat(two.anna.verify()).isEmpty();
        assertThat(two.ben.verify()).isEmpty();
        two.close();
    }

    private static void waitForTheNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() <= now) {
            Thread.onSpinWait();
        }
    }

    private void benSaysAll() {
        two.ben.marks().verdict(List.of(TOKEN, ELSEWHERE), Verdict.MALICIOUS, "relay", "Ben");
        two.ben.marks().tag(List.of(SESSION), "bec", "Ben");
        two.ben.marks().bookmark(List.of(TOKEN), "Ben");
        two.ben.marks().note(List.of(SESSION), "日本 | with\nbreak \"quoted\"", "Ben");
        two.ben.marks().ownEvent(1_789_113_600_123_456_789L, "phone call", "Ben");
        two.ben.marks().indicators("Kit", "kit.csv", List.of(new Indicator(Indicator.Type.IP, "203.0.113.77", "c")),
                "Ben");
        two.ben.settings().setActor(BareSignIns.SESSION, List.of(ORIGIN, BY_ADDRESS.key()), "attacker", "Ben");
        two.ben.settings().splitOrigin(BareSignIns.SESSION, BY_ADDRESS, true, "Ben");
        two.ben.settings().splitOrigin(BareSignIns.SESSION, INNER, true, "Ben");
        two.ben.settings().saveFilter("mine", "result:failure", "Ben");
        two.ben.settings().tickContainment("password:adele", true, "Reset the password", "Ben");
    }

    @Test
    void allThatIsNewIsAddedWithItsAuthorAndTimeAndTheTrailSaysWhoMergedWhat() {
        benSaysAll();
        MarksMerge compared = two.compare(two.ben, two.anna);
        assertThat(compared.compared().in(State.NEW)).extracting(item -> item.theirs().what().kind())
                .contains(SharedKind.values()).hasSize(13);
        assertThat(compared.compared().in(State.SAME)).hasSize(1);
        MarksMerge.Outcome outcome = compared.run(two.anna, OURS, "Anna");
        assertThat(outcome).isEqualTo(new MarksMerge.Outcome(13, 0, 0, 1, 0)).isEqualTo(compared.outcome(OURS));
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(TwoCopies.inForce(two.ben));
        assertThat(two.anna.marks().all().on(SESSION, Note.class)).singleElement()
                .satisfies(note -> assertThat(note.stamp().author()).isEqualTo("Ben"));
        assertThat(two.anna.marks().all().all(OwnEvent.class)).extracting(OwnEvent::time)
                .containsExactly(1_789_113_600_123_456_789L);
        assertThat(two.anna.settings().originSplits(BareSignIns.SESSION)).containsExactly(BY_ADDRESS, INNER);
        assertThat(two.anna.settings().containmentTicks().get("password:adele").who()).isEqualTo("Ben");
        AuditTrail.Entry merge = two.anna.auditTrail().entries().stream()
                .filter(entry -> entry.kind() == AuditKind.MARKS_MERGED).findFirst().orElseThrow();
        assertThat(merge.who()).isEqualTo("Anna");
        assertThat(merge.fields()).containsEntry(AuditField.SHA256, compared.file().sha256())
                .containsEntry(AuditField.FILE, compared.file().name()).containsEntry(AuditField.ADDED, "13")
                .containsEntry(AuditField.REPLACED, "0").containsEntry(AuditField.LEFT, "0");
        assertThat(two.anna.auditTrail().entries()).filteredOn(entry -> entry.fields().containsKey(AuditField.AUTHOR))
                .isNotEmpty().allSatisfy(entry -> {
                    assertThat(entry.who()).isEqualTo("Anna");
                    assertThat(entry.fields()).containsEntry(AuditField.AUTHOR, "Ben")
                            .containsEntry(AuditField.PART_OF, Integer.toString(merge.number()));
                });
    }

    @Test
    void theSameMarksGiveTheSameBytesWhicheverCopyTheyAreFrom() throws IOException {
        benSaysAll();
        two.merge(two.ben, two.anna, OURS, "Anna");
        assertThat(Files.readString(two.export(two.anna)).replace("\"anna\"", "\"ben\""))
                .isEqualTo(Files.readString(two.export(two.ben)));
    }

    @Test
    void aMergeIsOneStepToUndoAndToDoAgain() {
        benSaysAll();
        two.ben.marks().verdict(List.of(SESSION), Verdict.MALICIOUS, "", "Ben");
        List<String> before = TwoCopies.inForce(two.anna);
        two.merge(two.ben, two.anna, THEIRS, "Anna");
        List<String> after = TwoCopies.inForce(two.anna);
        assertThat(two.anna.history().undo("Anna").marks()).as("settings are read again too").isFalse();
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(before);
        assertThat(two.anna.verify()).isEmpty();
        assertThat(two.compare(two.ben, two.anna).compared().in(State.NEW)).as("can be merged again").hasSize(13);
        two.anna.history().redo("Anna");
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(after);
        two.anna.marks().undo("Anna");
        assertThat(TwoCopies.inForce(two.anna)).as("also by the command").isEqualTo(before);
        two.anna.marks().redo("Anna");
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(after);
        two.anna.history().undo("Anna");
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(before);
    }

    @Test
    void theSameMarkIsTheSameAndMergingItLeavesNoTrace() {
        int entries = two.anna.auditTrail().entries().size();
        assertThat(two.merge(two.ben, two.anna, THEIRS, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 1, 0));
        assertThat(two.anna.auditTrail().entries()).hasSize(entries);
    }

    @Test
    void theSameVerdictByAnotherAnalystIsNoConflictAndOnlyNewestOrTheirsTakesIt() {
        two.anna.marks().verdict(List.of(TOKEN), Verdict.MALICIOUS, "relay", "Anna");
        waitForTheNextMillisecond();
        two.ben.marks().verdict(List.of(TOKEN), Verdict.MALICIOUS, "relay", "Ben");
        MarksMerge compared = two.compare(two.ben, two.anna);
        assertThat(compared.compared().in(State.AGREED)).hasSize(1);
        assertThat(compared.outcome(OURS)).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 2, 0));
        assertThat(compared.outcome(NEWEST)).isEqualTo(new MarksMerge.Outcome(0, 1, 0, 1, 0));
        assertThat(two.compare(two.anna, two.ben).outcome(NEWEST))
                .isEqualTo(new MarksMerge.Outcome(0, 0, 0, 2, 0));
        compared.run(two.anna, NEWEST, "Anna");
        assertThat(two.anna.marks().all().verdict(TOKEN).stamp().author()).isEqualTo("Ben");
    }

    @Test
    void anotherVerdictIsAConflictThatChangesNothingUntilItIsDecided() {
        two.anna.marks().verdict(List.of(TOKEN), Verdict.BENIGN, "her own", "Anna");
        waitForTheNextMillisecond();
        two.ben.marks().verdict(List.of(TOKEN), Verdict.MALICIOUS, "relay", "Ben");
        two.ben.marks().tag(List.of(TOKEN), "bec", "Ben");
        MarksMerge compared = two.compare(two.ben, two.anna);
        MarkMerge.Item conflict = compared.compared().in(State.CONFLICT).getFirst();
        assertThat(conflict.ours().what().words()).contains("benign", "her own");
        assertThat(conflict.theirs().what().words()).contains("malicious", "relay");
        assertThat(conflict.ours().said().author()).isEqualTo("Anna");
        assertThat(conflict.theirs().said().author()).isEqualTo("Ben");
        assertThat(conflict.theirsIsNewer()).isTrue();
        assertThat(compared.run(two.anna, OURS, "Anna")).isEqualTo(new MarksMerge.Outcome(1, 0, 0, 1, 1));
        assertThat(two.anna.marks().all().verdict(TOKEN).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(two.merge(two.ben, two.anna, THEIRS, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 1, 0, 2, 0));
        VerdictMark now = two.anna.marks().all().verdict(TOKEN);
        assertThat(now.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(now.stamp().author()).isEqualTo("Ben");
        assertThat(now.stamp().at()).isEqualTo(two.ben.marks().all().verdict(TOKEN).stamp().at());
    }

    @Test
    void whatOneCopyRemovedIsAConflictInBothDirectionsAndTheRemovalIsNewer() {
        waitForTheNextMillisecond();
        two.ben.marks().clearVerdict(List.of(SESSION), "Ben");
        MarkMerge.Item atAnna = two.compare(two.ben, two.anna).compared().in(State.CONFLICT).getFirst();
        assertThat(atAnna.theirs().inForce()).isFalse();
        assertThat(atAnna.theirs().removed().author()).isEqualTo("Ben");
        MarkMerge.Item atBen = two.compare(two.anna, two.ben).compared().in(State.CONFLICT).getFirst();
        assertThat(atBen.ours().inForce()).isFalse();
        assertThat(atBen.theirs().inForce()).isTrue();
        assertThat(two.merge(two.anna, two.ben, NEWEST, "Ben")).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 0, 1));
        assertThat(two.merge(two.ben, two.anna, NEWEST, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 0, 1, 0, 0));
        assertThat(two.anna.marks().all().verdict(SESSION)).isNull();
        assertThat(two.merge(two.ben, two.anna, NEWEST, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 0, 0));
    }

    @Test
    void whatOneCopyRemovedCanBeTakenBackFromTheOther() {
        two.ben.marks().clearVerdict(List.of(SESSION), "Ben");
        assertThat(two.merge(two.anna, two.ben, THEIRS, "Ben")).isEqualTo(new MarksMerge.Outcome(1, 0, 0, 0, 0));
        assertThat(TwoCopies.inForce(two.ben)).isEqualTo(TwoCopies.inForce(two.anna));
    }

    @Test
    void anUndoneMarkOfOneCopyIsRemovedThereToo() {
        assertThat(two.ben.marks().undo("Ben")).isNotNull();
        assertThat(two.compare(two.ben, two.anna).compared().in(State.CONFLICT)).singleElement()
                .satisfies(item -> assertThat(item.theirs().inForce()).isFalse());
    }

    @Test
    void aMarkThatAnotherAnalystMadeIsNotRemovedBecauseSomebodyUndidHisOwn() {
        two.anna.marks().verdict(List.of(TOKEN), Verdict.MALICIOUS, "", "Anna");
        two.ben.marks().verdict(List.of(TOKEN), Verdict.MALICIOUS, "", "Ben");
        two.ben.marks().undo("Ben");
        assertThat(two.merge(two.ben, two.anna, NEWEST, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 1, 0));
    }

    @Test
    void namesThatDifferAreConflictsAndAClearedOneIsAsWell() {
        two.anna.settings().setActor(BareSignIns.SESSION, ORIGIN, "user", "Anna");
        waitForTheNextMillisecond();
        two.ben.settings().setActor(BareSignIns.SESSION, ORIGIN, "attacker", "Ben");
        assertThat(two.merge(two.anna, two.ben, OURS, "Ben")).isEqualTo(new MarksMerge.Outcome(0, 0, 0, 1, 1));
        assertThat(two.merge(two.ben, two.anna, NEWEST, "Anna")).isEqualTo(new MarksMerge.Outcome(0, 1, 0, 1, 0));
        assertThat(two.anna.settings().actors(BareSignIns.SESSION)).containsEntry(ORIGIN, "attacker");
        waitForTheNextMillisecond();
        two.anna.settings().setActor(BareSignIns.SESSION, ORIGIN, null, "Anna");
        assertThat(two.merge(two.anna, two.ben, NEWEST, "Ben")).isEqualTo(new MarksMerge.Outcome(0, 0, 1, 1, 0));
        assertThat(two.ben.settings().actors(BareSignIns.SESSION)).isEmpty();
        two.ben.history().undo("Ben");
        assertThat(two.ben.settings().actors(BareSignIns.SESSION)).containsEntry(ORIGIN, "attacker");
    }

    @Test
    void splitsOfBothCopiesComeIntoTheOrderInWhichTheyWereMade() {
        two.anna.settings().splitOrigin(BareSignIns.SESSION, BY_ADDRESS, true, "Anna");
        waitForTheNextMillisecond();
        two.ben.settings().splitOrigin(BareSignIns.SESSION, BY_TOKEN, true, "Ben");
        waitForTheNextMillisecond();
        two.anna.settings().splitOrigin(BareSignIns.SESSION, INNER, true, "Anna");
        two.merge(two.anna, two.ben, OURS, "Ben");
        two.merge(two.ben, two.anna, OURS, "Anna");
        assertThat(two.anna.settings().originSplits(BareSignIns.SESSION)).containsExactly(BY_ADDRESS, BY_TOKEN, INNER);
        assertThat(two.ben.settings().originSplits(BareSignIns.SESSION)).containsExactly(BY_ADDRESS, BY_TOKEN, INNER);
    }

    @Test
    void aMarkOnWhatThisCaseDoesNotHaveIsNamedAndKept() {
        two.ben.marks().tag(List.of(ELSEWHERE, TOKEN), "bec", "Ben");
        MarksMerge compared = two.compare(two.ben, two.anna);
        assertThat(compared.missing()).containsExactly(ELSEWHERE);
        assertThat(compared.compared().items().stream().filter(compared::isMissing)).singleElement()
                .satisfies(item -> assertThat(item.theirs().what().on()).contains(ELSEWHERE.key()));
        compared.run(two.anna, OURS, "Anna");
        assertThat(two.anna.marks().all().on(ELSEWHERE)).hasSize(1);
    }

    @Test
    void anotherCaseIsRefusedWithItsName() {
        try (CaseFile other = CaseFile.create(folder.resolve("other.tlcase"), null, "Anna")) {
            Path file = two.export(two.ben);
            assertThatThrownBy(() -> TwoCopies.compare(other, file)).isInstanceOf(MarksFileException.class)
                    .hasMessage(MarksFileText.OTHER_CASE.text(file, "ben"));
        }
    }

    @Test
    void aCaseThatCanOnlyBeReadIsComparedExportedAndNotChanged() {
        two.ben.marks().tag(List.of(TOKEN), "bec", "Ben");
        Path file = two.export(two.ben);
        two.anna.close();
        assertThat(folder.resolve("anna.tlcase").toFile().setWritable(false)).isTrue();
        two.anna = CaseFile.open(folder.resolve("anna.tlcase"), null);
        if (two.anna.isReadOnly()) {
            MarksMerge compared = TwoCopies.compare(two.anna, file);
            assertThat(compared.outcome(OURS).added()).isEqualTo(1);
            assertThatThrownBy(() -> compared.run(two.anna, OURS, "Anna")).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.READ_ONLY.text(two.anna.path()));
            assertThat(MarksFile.read(two.export(two.anna)).marks()).hasSize(1);
        }
    }

    @Test
    void encryptedCopiesAreMergedLikeOthers(@TempDir Path own) {
        try (TwoCopies encrypted = new TwoCopies(own, "geheim".toCharArray(), made -> {
        })) {
            encrypted.ben.marks().tag(List.of(TOKEN), "bec", "Ben");
            assertThat(encrypted.merge(encrypted.ben, encrypted.anna, OURS, "Anna").added()).isEqualTo(1);
            assertThat(TwoCopies.inForce(encrypted.anna)).isEqualTo(TwoCopies.inForce(encrypted.ben));
        }
    }

    @Test
    void aCaseThatChangedAfterTheComparisonIsNotMerged() {
        two.ben.marks().tag(List.of(TOKEN), "bec", "Ben");
        two.ben.marks().bookmark(List.of(TOKEN), "Ben");
        MarksMerge compared = two.compare(two.ben, two.anna);
        two.anna.marks().bookmark(List.of(TOKEN), "Anna");
        List<String> before = TwoCopies.inForce(two.anna);
        assertThatThrownBy(() -> compared.run(two.anna, THEIRS, "Anna"))
                .hasMessage(StoreText.CHANGED_MEANWHILE.text());
        assertThat(TwoCopies.inForce(two.anna)).isEqualTo(before);
    }

    @Test
    void notesOfBothAnalystsStayBesideEachOther() {
        two.anna.marks().note(List.of(TOKEN), "seen", "Anna");
        two.ben.marks().note(List.of(TOKEN), "seen", "Ben");
        assertThat(two.merge(two.ben, two.anna, OURS, "Anna").added()).isEqualTo(1);
        assertThat(two.anna.marks().all().on(TOKEN, Note.class)).extracting(note -> note.stamp().author())
                .containsExactlyInAnyOrder("Anna", "Ben");
    }

    /** What two analysts may do to a copy, many times over. */
    private static void something(CaseFile copy, String who, Random random) {
        List<MarkTarget> targets = List.of(SESSION, TOKEN, ADDRESS, ELSEWHERE);
        MarkTarget target = targets.get(random.nextInt(targets.size()));
        String word = List.of("bec", "exfil").get(random.nextInt(2));
        boolean yes = random.nextBoolean();
        switch (random.nextInt(11)) {
        case 0, 1 -> copy.marks().verdict(List.of(target), Verdict.values()[random.nextInt(4)], "", who);
        case 2 -> copy.marks().clearVerdict(List.of(target), who);
        case 3 -> copy.marks().tag(List.of(target), word, who);
        case 4 -> copy.marks().untag(List.of(target), word, who);
        case 5 -> copy.marks().bookmark(targets, who);
        case 6 -> copy.marks().ownEvent(random.nextInt(1000), word, who);
        case 7 -> copy.marks().indicators(word, who, List.of(), who);
        case 8 -> copy.settings().setActor(BareSignIns.SESSION, ORIGIN, yes ? word : null, who);
        case 9 -> {
            OriginSplit split = yes ? BY_ADDRESS : BY_TOKEN;
            boolean there = copy.settings().originSplits(BareSignIns.SESSION).contains(split);
            copy.settings().splitOrigin(BareSignIns.SESSION, split, !there, who);
        }
        default -> copy.settings().saveFilter(word, yes ? "ip:203.0.113." + random.nextInt(9) : null, who);
        }
        if (random.nextInt(6) == 0) {
            copy.history().undo(who);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void mergingTwiceChangesNothingAndBothDirectionsWithNewestGiveTheSame(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 12; i++) {
                boolean atAnna = random.nextBoolean();
                something(atAnna ? two.anna : two.ben, atAnna ? "Anna" : "Ben", random);
            }
            Path fromAnna = two.export(two.anna);
            Path fromBen = two.export(two.ben);
            TwoCopies.compare(two.anna, fromBen).run(two.anna, NEWEST, "Anna");
            List<String> once = TwoCopies.inForce(two.anna);
            assertThat(TwoCopies.compare(two.anna, fromBen).outcome(NEWEST)).satisfies(
                    again -> assertThat(again.added() + again.replaced() + again.removed()).isZero());
            TwoCopies.compare(two.anna, fromBen).run(two.anna, NEWEST, "Anna");
            assertThat(TwoCopies.inForce(two.anna)).isEqualTo(once);
            TwoCopies.compare(two.ben, round == 1 ? two.export(two.anna) : fromAnna).run(two.ben, NEWEST, "Ben");
            assertThat(TwoCopies.inForce(two.ben)).as("round " + round).isEqualTo(once);
            assertThat(two.ben.settings().originSplits(BareSignIns.SESSION))
                    .containsExactlyInAnyOrderElementsOf(two.anna.settings().originSplits(BareSignIns.SESSION));
        }
    }
}
