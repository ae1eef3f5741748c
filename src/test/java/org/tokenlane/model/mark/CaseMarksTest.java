package org.tokenlane.model.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.UtcText;

/** All marks of a case, and those on one target. */
class CaseMarksTest {

    private static final MarkTarget USER = new MarkTarget(Kind.USER, "adele@contoso.example");
    private static final MarkTarget IP = new MarkTarget(Kind.IP, "203.0.113.7");
    private static final Stamp STAMP = new Stamp(1, "Åse", Instant.EPOCH);

    private static final VerdictMark FIRST = new VerdictMark(STAMP, USER, Verdict.BENIGN, "");
    private static final VerdictMark LAST = new VerdictMark(STAMP, USER, Verdict.MALICIOUS, "her phone was at home");
    private static final Note NOTE = new Note(STAMP, USER, "call her");
    private static final Bookmark BOOKMARK = new Bookmark(STAMP, IP);
    private static final OwnEvent CALL = new OwnEvent(STAMP, 5_000_000_000L, "a call");
    private static final IndicatorList LIST = new IndicatorList(STAMP, "Feed", "feed.csv",
            List.of(new Indicator(Indicator.Type.IP, "203.0.113.7", "proxy")));

    private static Tag tag(MarkTarget target, String name) {
        return new Tag(STAMP, target, name);
    }

    @Test
    void marksAreFoundByTargetAndKindInTheirOrder() {
        CaseMarks marks = new CaseMarks(List.of(FIRST, NOTE, BOOKMARK, CALL, LIST, LAST));
        assertThat(marks.all()).containsExactly(FIRST, NOTE, BOOKMARK, CALL, LIST, LAST);
        assertThat(marks.all(VerdictMark.class)).containsExactly(FIRST, LAST);
        assertThat(marks.on(USER)).containsExactly(FIRST, NOTE, LAST);
        assertThat(marks.on(USER, Note.class)).containsExactly(NOTE);
        assertThat(marks.on(new MarkTarget(Kind.APP, "adele@contoso.example"))).isEmpty();
        assertThat(CaseMarks.NONE.all()).isEmpty();
    }

    @Test
    void theLastVerdictApplies() {
        CaseMarks marks = new CaseMarks(List.of(FIRST, LAST, BOOKMARK));
        assertThat(marks.verdict(USER)).isEqualTo(LAST);
        assertThat(marks.verdict(IP)).isNull();
        assertThat(marks.isBookmarked(IP)).isTrue();
        assertThat(marks.isBookmarked(USER)).isFalse();
    }

    @Test
    void tagNamesAreSortedInAnyCaseAndEachIsThereOnce() {
        CaseMarks marks = new CaseMarks(List.of(tag(USER, "phish"), tag(IP, "BEC"), tag(IP, "phish"), tag(IP, "aitm")));
        assertThat(marks.tagNames()).containsExactly("aitm", "BEC", "phish");
    }

    @Test
    void aListIsFoundByItsNameInAnyCase() {
        CaseMarks marks = new CaseMarks(List.of(LIST));
        assertThat(marks.list("FEED")).isEqualTo(LIST);
        assertThat(marks.list("other")).isNull();
    }

    @Test
    void eachMarkNamesItsKindAndItsTarget() {
        assertThat(List.of(LAST.kind(), NOTE.kind(), tag(IP, "x").kind(), BOOKMARK.kind(), CALL.kind(), LIST.kind()))
                .containsExactly("verdict", "note", "tag", "bookmark", "own event", "indicator list");
        assertThat(FIRST.words()).isEqualTo(MarkText.VERDICT.text(USER.words(), "benign"));
        assertThat(LAST.words())
                .isEqualTo(MarkText.VERDICT_BECAUSE.text(USER.words(), "malicious", "her phone was at home"));
        assertThat(NOTE.words()).isEqualTo(MarkText.ON.text(USER.words(), "call her"));
        assertThat(tag(IP, "x").words()).isEqualTo(MarkText.ON.text(IP.words(), "x"));
        assertThat(BOOKMARK.words()).isEqualTo(IP.words());
        assertThat(CALL.words()).isEqualTo(MarkText.ON.text(UtcText.of(5_000_000_000L), "a call"));
        assertThat(CALL.target()).isNull();
        assertThat(LIST.target()).isNull();
    }

    @Test
    void aListIsDescribedWithTheHashOfItsTypesValuesAndComments() {
        assertThat(LIST.words()).isEqualTo(MarkText.LIST.text("Feed", "feed.csv", Count.INDICATORS.of(1),
                org.tokenlane.model.evidence.Sha256.of("IP\t203.0.113.7\tproxy\n")));
    }

    @Test
    void aVerdictIsFoundByItsWordAndOnlyMaliciousIsHostile() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(Verdict.named(verdict.word())).isEqualTo(verdict);
            assertThat(verdict.isHostile()).isEqualTo(verdict == Verdict.MALICIOUS);
        }
        assertThat(Verdict.named("Benign")).isEqualTo(Verdict.BENIGN);
        assertThat(Verdict.named("bad")).isNull();
        assertThat(Indicator.Type.IP.words()).isEqualTo("address");
    }
}
