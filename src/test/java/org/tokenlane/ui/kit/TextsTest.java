package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Language;

/** Words, numbers and times as the window writes them, the same in every locale. */
class TextsTest {

    @Test
    void namesOfFieldsAreWords() {
        assertThat(Texts.name(EventField.USER_OBJECT_ID)).isEqualTo("User object ID");
        assertThat(Texts.name(EventField.UPN)).isEqualTo("UPN");
    }

    @Test
    void oneIsOneAndThousandsAreParted() {
        assertThat(Count.TOKENS.of(1)).isEqualTo("1 token");
        assertThat(Count.EVENTS.of(1_234_567)).isEqualTo("1,234,567 events");
    }

    @Test
    void numbersAreWrittenAsInTheSentencesAroundThem() {
        assertThat(Texts.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Texts.number(999)).isEqualTo("999");
        Language.choose(Language.GERMAN);
        try {
            assertThat(Texts.number(1_234_567)).isEqualTo("1.234.567");
            assertThat(Count.EVENTS.of(1_234_567)).startsWith(Texts.number(1_234_567) + " ");
        } finally {
            Language.choose(Language.ENGLISH);
        }
    }

    @Test
    void whatALogHoldsCannotDisguiseItself() {
        assertThat(Texts.oneLine("invoice\u202egnp.exe\u0007\nnext")).isEqualTo("invoice\\u202Egnp.exe\\u0007 next");
    }

    @Test
    void aRecordKeepsItsLinesAndNothingElseThatCannotBeSeen() {
        assertThat(Texts.visible("a\r\n\tb\u202ec\u0000")).isEqualTo("a\n\tb\\u202Ec\\u0000");
    }

    @Test
    void timesAreThoseOfTheZoneAndAsExactAsTheirRecord() {
        long nanos = Instant.parse("2026-09-15T22:30:00.1234567Z").getEpochSecond() * 1_000_000_000L + 123_456_700;
        assertThat(Times.seconds(nanos, ZoneOffset.UTC)).isEqualTo("2026-09-15 22:30:00");
        assertThat(Times.exact(nanos, 7, ZoneId.of("Europe/Copenhagen"))).isEqualTo("2026-09-16 00:30:00.1234567");
        assertThat(Times.seconds(AuditEvent.NO_TIME, ZoneOffset.UTC)).isEqualTo("undated");
        assertThat(Times.name(ZoneId.of("Etc/UTC"))).isEqualTo("UTC");
    }

    @Test
    void longAddressesMayBeBrokenAtTheirPartsAndShortOnesAreLeftAlone() {
        assertThat(Texts.wrappable("https://h.example/a_long_path/file.docx")).isEqualTo(
                "https:\u2028//\u2028h.\u2028example/\u2028a_\u2028long_\u2028path/\u2028file.\u2028docx");
        assertThat(Texts.wrappable("exactly.24.letters.longx")).hasSize(24);
        assertThat(Texts.wrappable("exactly.25.letters.longxy")).hasSize(28);
        assertThat(Texts.wrappable("short a@b.example  words\n")).isEqualTo("short a@b.example  words\n");
        assertThat(Texts.wrappable("")).isEmpty();
    }

    @Test
    void anAddressWithRightToLeftLettersKeepsTheOrderOfItsParts() {
        assertThat(Texts.oneLine("\u05D0\u05D1@\u05D2.example"))
                .isEqualTo("\u200E\u05D0\u05D1\u200E@\u200E\u05D2\u200E.\u200Eexample");
        assertThat(Texts.oneLine("\u05D0\u05D1 \u05D2")).as("words are no address").doesNotContain("\u200E");
        assertThat(Texts.oneLine("lea@contoso.example")).isEqualTo("lea@contoso.example");
    }
}
