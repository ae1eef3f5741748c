package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;

/**
 * The analyst's marks are kept with who and when, outlive the program, can be undone, and cannot be changed behind the
 * audit trail's back.
 */
class MarksTest {

    private static final MarkTarget TOKEN = MarkTarget.of(Kind.TOKEN, "oqH_Cm3tFE2Xq9kLbWQiAA");
    private static final MarkTarget SESSION = MarkTarget.of(Kind.SESSION, "00AB12CD-0000-0000-0000-00000000000F");
    private static final MarkTarget EVENT = MarkTarget.of(Kind.EVENT, "e00112233445566ff");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void makeACase() {
        file = folder.resolve("a.tlcase");
        CaseFile.create(file, null, "Adele").close();
    }

    private <T> T asked(Function<CaseFile, T> question) {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            return question.apply(caseFile);
        }
    }

    private void done(Consumer<Marks> change) {
        asked(caseFile -> {
            change.accept(caseFile.marks());
            return null;
        });
    }

    private CaseMarks marks() {
        return asked(caseFile -> caseFile.marks().all());
    }

    private List<String> trail() {
        return asked(caseFile -> caseFile.auditTrail().entries().stream().skip(1)
                .map(entry -> entry.who() + ": " + entry.what() + ": " + entry.detail()).toList());
    }

    private void everyKindOfMark() {
        done(marks -> {
            marks.verdict(List.of(TOKEN), Verdict.MALICIOUS, "used from another network", "Adele");
            marks.tag(List.of(SESSION, EVENT), "bec", "Søren");
            marks.bookmark(List.of(EVENT), "Søren");
            marks.note(List.of(SESSION), "日本 | with\nbreak ‮", "Adele");
            marks.ownEvent(1_789_113_600_123_000_000L, "the user got a phone call", "Adele");
            marks.indicators("kit", "kit.csv", List.of(new Indicator(Indicator.Type.IP, "203.0.113.77", "relay")),
                    "Adele");
        });
    }

    @Test
    void marksAreThereAgainWithAuthorAndTimeAfterTheCaseWasOpenedAgain() {
        everyKindOfMark();
        CaseMarks found = marks();
        assertThat(found.all()).hasSize(7).allSatisfy(mark -> assertThat(mark.stamp().at()).isNotNull());
        assertThat(found.verdict(TOKEN).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(found.verdict(TOKEN).reason()).isEqualTo("used from another network");
        assertThat(found.on(SESSION, Tag.class)).extracting(Tag::name).containsExactly("bec");
        assertThat(found.on(SESSION, Tag.class).getFirst().stamp().author()).isEqualTo("Søren");
        assertThat(found.isBookmarked(EVENT)).isTrue();
        assertThat(found.on(SESSION, Note.class)).extracting(Note::text).containsExactly("日本 | with\nbreak ‮");
        assertThat(found.all(OwnEvent.class)).extracting(OwnEvent::time).containsExactly(1_789_113_600_123_000_000L);
        assertThat(found.list("KIT").indicators())
                .containsExactly(new Indicator(Indicator.Type.IP, "203.0.113.77", "relay"));
    }

    @Test
    void eachChangeIsAnEntryOfTheTrailThatTellsAllOfItAndTheCaseVerifies() {
        everyKindOfMark();
        assertThat(trail()).hasSize(6);
        assertThat(trail().getFirst()).isEqualTo(
                "Adele: verdict: token oqH_Cm3tFE2Xq9kLbWQiAA: malicious, because: used from another network");
        assertThat(trail().get(1))
                .isEqualTo("Søren: tag: session " + SESSION.key() + ": bec; event " + EVENT.key() + ": bec");
        assertThat(trail().get(4)).isEqualTo("Adele: own event: 2026-09-11T08:00:00.123Z: the user got a phone call");
        assertThat(trail().get(5)).startsWith("Adele: indicator list: kit from kit.csv: 1 indicator, SHA-256 ");
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void marksThatAreReplacedInAnotherOrderThanTheyWereMadeVerify() {
        done(marks -> {
            marks.verdict(List.of(TOKEN, SESSION), Verdict.SUSPICIOUS, "", "Adele");
            marks.verdict(List.of(SESSION, TOKEN), Verdict.MALICIOUS, "", "Adele");
        });
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void anotherVerdictTakesThePlaceOfTheFirstAndTheSameAgainIsNoChange() {
        done(marks -> {
            marks.verdict(List.of(TOKEN), Verdict.SUSPICIOUS, "", "Adele");
            marks.verdict(List.of(TOKEN), Verdict.SUSPICIOUS, "", "Adele");
            marks.verdict(List.of(TOKEN), Verdict.BENIGN, "the user's own", "Adele");
        });
        assertThat(marks().all()).extracting(Mark::words)
                .containsExactly("token oqH_Cm3tFE2Xq9kLbWQiAA: benign, because: the user's own");
        assertThat(trail()).hasSize(2).last().asString()
                .endsWith("; in place of: token oqH_Cm3tFE2Xq9kLbWQiAA: suspicious");
    }

    @Test
    void undoAndRedoGoBackAndForthOverOpeningsAndAreEntriesThemselves() {
        everyKindOfMark();
        done(marks -> marks.clearVerdict(List.of(TOKEN), "Adele"));
        assertThat(marks().verdict(TOKEN)).isNull();
        assertThat(this.<String> asked(caseFile -> caseFile.marks().nextUndo()))
                .startsWith("verdict removed: token ");
        assertThat(this.<String> asked(caseFile -> caseFile.marks().undo("Bob")))
                .startsWith("verdict removed: token ");
        assertThat(marks().verdict(TOKEN)).isNotNull();
        done(marks -> {
            while (marks.undo("Bob") != null) {
                assertThat(marks.nextRedo()).isNotNull();
            }
        });
        assertThat(marks().all()).isEmpty();
        assertThat(trail()).hasSize(14).last().asString().startsWith("Bob: undone: entry 2, verdict: token ");
        done(marks -> marks.redo("Bob"));
        assertThat(marks().verdict(TOKEN).stamp().author()).isEqualTo("Adele");
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void severalMarksAtOnceAreOneEntryAndOneStepToUndo() {
        done(marks -> {
            marks.tag(List.of(TOKEN), "old", "Adele");
            marks.change(batch -> {
                batch.verdict(List.of(TOKEN, SESSION), Verdict.MALICIOUS, "phished");
                batch.tag(List.of(SESSION), "bec");
                batch.untag(List.of(TOKEN), "old");
                batch.note(List.of(EVENT), "asked her");
            }, "Adele");
        });
        assertThat(marks().all()).hasSize(4);
        assertThat(trail()).hasSize(2);
        assertThat(asked(CaseFile::verify)).isEmpty();
        done(marks -> marks.undo("Adele"));
        assertThat(marks().all()).extracting(Mark::words).containsExactly("token oqH_Cm3tFE2Xq9kLbWQiAA: old");
        done(marks -> marks.redo("Adele"));
        assertThat(marks().all()).hasSize(4);
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void ofSeveralMarksAtOnceNothingIsKeptWhereOneIsRefused() {
        done(marks -> assertThatThrownBy(() -> marks.change(batch -> {
            batch.bookmark(List.of(TOKEN));
            batch.note(List.of(EVENT), " ");
        }, "Adele")).isInstanceOf(CaseFileException.class));
        assertThat(marks().all()).isEmpty();
        assertThat(trail()).isEmpty();
    }

    @Test
    void whatWasUndoneStaysSoOnceSomethingElseWasDone() {
        done(marks -> {
            marks.bookmark(List.of(EVENT), "Adele");
            marks.undo("Adele");
            marks.bookmark(List.of(TOKEN), "Adele");
            assertThat(marks.nextRedo()).isNull();
            assertThat(marks.redo("Adele")).isNull();
            marks.undo("Adele");
            assertThat(marks.undo("Adele")).isNull();
        });
        assertThat(marks().all()).isEmpty();
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void marksAreTakenOutOnceAndTheirListIsReplacedByOneOfItsName() {
        everyKindOfMark();
        Note note = marks().on(SESSION, Note.class).getFirst();
        done(marks -> {
            marks.takeOut(List.of(note), "Adele");
            marks.takeOut(List.of(note), "Adele");
            marks.untag(List.of(SESSION, EVENT, TOKEN), "bec", "Adele");
            marks.unbookmark(List.of(EVENT), "Adele");
            marks.indicators("Kit", "second.txt", List.of(), "Adele");
        });
        assertThat(marks().all()).hasSize(3);
        assertThat(marks().all(IndicatorList.class)).extracting(IndicatorList::source).containsExactly("second.txt");
        assertThat(trail()).hasSize(10);
        assertThat(asked(CaseFile::verify)).isEmpty();
    }

    @Test
    void nothingIsKeptOfAnEmptyNoteOrANamelessTag() {
        done(marks -> {
            assertThatThrownBy(() -> marks.note(List.of(EVENT), " \n", "Adele")).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.EMPTY_NOTE.text());
            assertThatThrownBy(() -> marks.tag(List.of(EVENT), "", "Adele")).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.TAG_WITHOUT_NAME.text());
        });
        assertThat(trail()).isEmpty();
    }

    @Test
    void aCaseThatCanOnlyBeReadRefusesInASentence() {
        everyKindOfMark();
        assertThat(file.toFile().setWritable(false)).isTrue();
        done(marks -> {
            assertThat(marks.all().all()).hasSize(7);
            if (!file.toFile().canWrite()) {
                assertThatThrownBy(() -> marks.bookmark(List.of(TOKEN), "Adele")).isInstanceOf(CaseFileException.class)
                        .hasMessageContaining("read-only");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "update mark set text = 'BENIGN' where kind = 'VERDICT'",
        "update mark set target = 'other' where kind = 'NOTE'",
        "delete from mark where kind = 'TAG'", "update mark_change set state = 1 where number = 2",
        "delete from mark_change where number = 3",
        "update mark_change set entry = 1 where number = 1",
        "update mark set reason = 'another' where kind = 'VERDICT'", "update mark set time_nanos = 0 where id = 6",
        "insert into mark_removal (change_number, mark) values (2, 1)",
        "update indicator set text = '198.51.100.1'" })
    void aMarkThatWasChangedBehindTheTrailsBackIsFound(String sql) {
        everyKindOfMark();
        assertThat(PlainJdbc.run(file, sql)).isPositive();
        assertThat(asked(CaseFile::verify)).isNotEmpty();
    }

    @Test
    void targetsAreNamedAsEventsAreInAnySpelling() {
        assertThat(MarkTarget.of(Kind.SESSION, "{00AB12CD-0000-0000-0000-00000000000F}")).isEqualTo(SESSION);
        assertThat(MarkTarget.of(Kind.IP, "[2001:DB8::1]:443").key()).isEqualTo("2001:db8::1");
        assertThat(MarkTarget.of(Kind.IP, "nonsense")).isNull();
        assertThat(MarkTarget.of(Kind.USER, "Adele@Contoso.Example").key()).isEqualTo("adele@contoso.example");
        assertThat(MarkTarget.of(Kind.EVENT, "17")).isNull();
        assertThat(MarkTarget.origin("s1", "AS1|agent|x").originKey()).isEqualTo("AS1|agent|x");
    }
}
