package org.tokenlane.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsOfWordsTest {

    /** The text with a bar at each place where it may be broken. */
    private static String places(String text) {
        PartsOfWords parts = new PartsOfWords();
        parts.setText(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int place = parts.next(); place != BreakIterator.DONE; place = parts.next()) {
            result.append(text, from, place).append('|');
            from = place;
        }
        return result.append(text.substring(from)).toString();
    }

    @ParameterizedTest
    @CsvSource({ "lea.larsen@contoso.example, lea.|larsen|@contoso.|example|",
        "PT1H-2026.jsonl:497, PT1H-|2026.|jsonl:|497|",
        "203.0.113.200, 203.|0.|113.|200|",
        "2001:db8::1, 2001:|db8::|1|" })
    void addressesPathsAndPlacesAreBrokenBehindTheirParts(String text, String places) {
        assertThat(places(text)).isEqualTo(places);
    }

    @Test
    void aPartOfTenLettersStaysWholeAndOneOfElevenMayBeBrokenWithFourAtBothEnds() {
        assertThat(places("abcdefghij")).isEqualTo("abcdefghij|");
        assertThat(places("abcdefghijk")).isEqualTo("abcd|e|f|g|hijk|");
        assertThat(places("x.abcdefghij.y")).isEqualTo("x.|abcdefghij.|y|");
        assertThat(places("x.abcdefghijk.y")).isEqualTo("x.|abcd|e|f|g|hijk.|y|");
    }

    @Test
    void ofAnIdSevenCharactersStayWholeAndEightMayBeBroken() {
        assertThat(places("aBcDeF1")).isEqualTo("aBcDeF1|");
        assertThat(places("aBcDeF1h")).isEqualTo("aBcD|eF1h|");
        assertThat(places("Abcdefgh")).isEqualTo("Abcdefgh|");
    }

    @ParameterizedTest
    @CsvSource({ "CopilotInteraction, Copilot|Interaction|", "attackerinTheMiddle, attackerin|The|Middle|",
        "StsRefreshTokenValidFrom, Sts|Refresh|Token|Valid|From|", "MoveToDeletedItems, Move|To|Deleted|Items|",
        "MFASettingsItem, MFA|Settings|Item|", "anMFA, anMFA|", "annMFA, ann|MFA|", "iPhone, iPhone|",
        "theAuthenticationx, the|Auth|e|n|t|i|c|a|t|ionx|",
        "theAuthentication, the|Authentication|" })
    void wordsWrittenTogetherAreBrokenInFrontOfCapitalsOnly(String text, String places) {
        assertThat(places(text)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({ "2026-09-15 08:36:00.1234567, 2026-09-15| 08:36:00.1234567|", "08:36, 08:36|",
        "2026-09-15T08:36, 2026-09-15T08:36|", "2001:10:20::1, 2001:|10:|20::|1|" })
    void aTimeAndADateStayWhole(String text, String places) {
        assertThat(places(text).replace(" |", "| ")).isEqualTo(places);
    }

    @Test
    void aHashIsBrokenInRowsOfSixteen() {
        String row = "0123456789abcdef";
        assertThat(places(row.repeat(4))).isEqualTo((row + "|").repeat(4));
        assertThat(places(row.repeat(3))).as("what is left of one").isEqualTo((row + "|").repeat(3));
        assertThat(places(row.repeat(3) + "0123456789abcde")).doesNotStartWith(row + "|0123456789abcdef|0")
                .contains("0|1|2");
    }

    @Test
    void threeSignsStayTogetherAndARowOfFourMayBeBrokenAnywhere() {
        assertThat(places("x+++y")).isEqualTo("x+++|y|");
        assertThat(places("x++++y")).isEqualTo("x+|+|+|+|y|");
        assertThat(places("\u25a0\u25a1\u25a0")).isEqualTo("\u25a0\u25a1\u25a0|");
        assertThat(places("\u25a0\u25a1\u25a0\u25a0")).isEqualTo("\u25a0|\u25a1|\u25a0|\u25a0|");
    }

    @Test
    void everyEndOfAWordIsAPlaceAsTheLayoutExpects() {
        String text = "Sent to ann@mailbox.example, twice";
        WholeWords words = new WholeWords();
        words.setText(text);
        PartsOfWords parts = new PartsOfWords();
        parts.setText(text);
        int part = parts.next();
        for (int word = words.next(); word != BreakIterator.DONE; word = words.next()) {
            while (part < word) {
                part = parts.next();
            }
            assertThat(part).isEqualTo(word);
        }
    }

    @Test
    void noCharacterIsTakenApart() {
        assertThat(places("\ud83d\ude00".repeat(6))).doesNotContain("\ud83d|").endsWith("|");
        assertThat(places("e\u0301".repeat(12))).doesNotContain("e|\u0301");
    }

    @Test
    void anEmptyTextHasNoPlaceButItsEnd() {
        assertThat(places("")).isEmpty();
    }
}
