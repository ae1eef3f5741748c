package org.tokenlane.extract.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.text.Text;

/** Files of marks as they come from somebody else: read whole, or refused with the line. */
class MarksFileTest {

    private static final String GOOD = """
            {
              "format" : "tokenlane-marks",
              "version" : 1,
              "caseKey" : "abc",
              "caseName" : "contoso",
              "marks" : [
                {
                  "kind" : "verdict",
                  "targetKind" : "ip",
                  "target" : "203.0.113.9",
                  "verdict" : "malicious",
                  "reason" : "relay",
                  "author" : "Anna",
                  "at" : "2026-09-15T08:00:00.123Z"
                },
                {
                  "kind" : "origin split",
                  "session" : "00c46fa3-45a8-11c0-96d6-32c905791857",
                  "origin" : "AS1|x",
                  "by" : "TIME",
                  "value" : "1789113600123456789",
                  "author" : "Ben",
                  "at" : "2026-09-15T08:00:00Z",
                  "removedBy" : "Anna",
                  "removedAt" : "2026-09-15T09:00:00Z"
                },
                {
                  "kind" : "indicator list",
                  "name" : "Kit",
                  "source" : "kit.csv",
                  "indicators" : [
                    {
                      "type" : "IP",
                      "value" : "203.0.113.77",
                      "comment" : ""
                    }
                  ],
                  "author" : "Anna",
                  "at" : "2026-09-15T08:00:00Z"
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("marks.json"), text);
    }

    private void refused(String text, Text why) throws IOException {
        assertThat(text).isNotEqualTo(GOOD);
        Path file = write(text);
        assertThatThrownBy(() -> MarksFile.read(file)).isInstanceOf(MarksFileException.class)
                .hasMessage(why.toString());
    }

    @Test
    void aFileIsReadAsItWasWritten() throws IOException {
        MarksFile read = MarksFile.read(write(GOOD));
        assertThat(read.caseKey()).isEqualTo("abc");
        assertThat(read.caseName()).isEqualTo("contoso");
        assertThat(read.marks()).hasSize(3).filteredOn(SharedMark::inForce).hasSize(2);
        try (var out = Files.newBufferedWriter(folder.resolve("again.json"))) {
            MarksFile.write(out, read.caseKey(), read.caseName(), read.marks());
        }
        MarksFile again = MarksFile.read(folder.resolve("again.json"));
        assertThat(again.marks()).containsExactlyInAnyOrderElementsOf(read.marks());
        assertThat(MarksFile.read(write("\uFEFF" + GOOD)).marks()).hasSize(3);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"target\" : \"203.0.113.9\"; \"target\" : \"203.0.113\"; 10; NOT_A_TARGET; 203.0.113",
        "\"targetKind\" : \"ip\"; \"targetKind\" : \"planet\"; 9; UNKNOWN_TARGET_KIND; planet",
        "\"verdict\" : \"malicious\"; \"verdict\" : \"bad\"; 11; NOT_A_VERDICT; bad",
        "\"kind\" : \"verdict\"; \"kind\" : \"judgement\"; 8; UNKNOWN_KIND; judgement",
        "2026-09-15T08:00:00.123Z; yesterday; 14; NOT_A_TIME; yesterday",
        "2026-09-15T08:00:00.123Z; 1969-12-31T23:59:59Z; 14; NOT_A_TIME; 1969-12-31T23:59:59Z",
        "2026-09-15T08:00:00.123Z; 2262-01-01T00:00:00Z; 14; NOT_A_TIME; 2262-01-01T00:00:00Z",
        "\"reason\" : \"relay\"; \"reason\" : 7; 12; NOT_A_TEXT; reason",
        "\"reason\" : \"relay\"; \"why\" : \"relay\"; 7; MISSING_FIELD; reason",
        "\"reason\" : \"relay\"; \"reason\" : \"\", \"more\" : \"x\"; 12; UNKNOWN_FIELD; more",
        "\"by\" : \"TIME\"; \"by\" : \"MOON\"; 20; NOT_A_SPLIT; MOON",
        "\"value\" : \"1789113600123456789\"; \"value\" : \"noon\"; 20; NOT_A_SPLIT; TIME",
        "\"removedBy\" : \"Anna\"; \"removedBy\" : null; 24; NOT_A_TEXT; removedBy",
        "\"type\" : \"IP\"; \"type\" : \"DNA\"; 33; NOT_AN_INDICATOR; DNA",
        "\"name\" : \"Kit\"; \"name\" : \" \"; 29; EMPTY; name",
    })
    void aLineThatCannotBeReadIsNamed(String old, String changed, int line, MarksFileText why, String what)
            throws IOException {
        refused(GOOD.replace(old, changed), MarksFileText.BAD_LINE.with(folder.resolve("marks.json"),
                Integer.toString(line), why.with(what)));
    }

    @Test
    void bothSidesOfTheTimesThatAreRead() throws IOException {
        for (String time : List.of("1970-01-01T00:00:00Z", "2261-12-31T23:59:59.999Z")) {
            assertThat(MarksFile.read(write(GOOD.replace("2026-09-15T08:00:00.123Z", time))).marks()).hasSize(3);
        }
    }

    @Test
    void whatIsNoFileOfMarksIsRefused() throws IOException {
        Path file = folder.resolve("marks.json");
        refused("{}", MarksFileText.NOT_MARKS.with(file));
        refused("[1]", MarksFileText.NOT_MARKS.with(file));
        refused("", MarksFileText.NOT_MARKS.with(file));
        refused(GOOD.replace("tokenlane-marks", "other"), MarksFileText.NOT_MARKS.with(file));
        refused(GOOD.replace("\"caseKey\" : \"abc\",", ""), MarksFileText.NOT_MARKS.with(file));
        refused("case,mark\n1,2", MarksFileText.NOT_JSON.with(file, "1"));
        refused(GOOD.replace("\"version\" : 1", "\"version\" : 2"), MarksFileText.NEWER.with(file, "2", "1"));
        refused(GOOD + "{}", MarksFileText.NOT_JSON.with(file, "43"));
        Files.write(file, "{\"format\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> MarksFile.read(file)).hasMessage(MarksFileText.NOT_UTF8.text(file));
        Files.delete(file);
        assertThatThrownBy(() -> MarksFile.read(file)).hasMessage(MarksFileText.NO_SUCH_FILE.text(file));
    }

    @Test
    void twoMarksInOnePlaceAreRefused() throws IOException {
        String mark = GOOD.substring(GOOD.indexOf("    {\n      \"kind\" : \"verdict\""),
                GOOD.indexOf("    {\n      \"kind\" : \"origin split\""));
        refused(GOOD.replace(mark, mark + mark.replace("malicious", "benign")), MarksFileText.BAD_LINE
                .with(folder.resolve("marks.json"), "16", MarksFileText.TWICE.with()));
    }

    @Test
    void aFileThatIsCutOrChangedAnywhereIsReadOrRefusedAndNothingElse() throws IOException {
        Random random = new Random(5);
        for (int length = 0; length < GOOD.length() - 2; length += 7) {
            Path file = write(GOOD.substring(0, length));
            assertThatThrownBy(() -> MarksFile.read(file)).isInstanceOf(MarksFileException.class);
        }
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("marks.json"), bytes);
            try {
                assertThat(MarksFile.read(file).marks()).hasSize(3);
            } catch (MarksFileException refused) {
                assertThat(refused.shown().toString()).contains("marks.json");
            }
        }
        Path deep = write(GOOD.replace("\"relay\"", "[".repeat(100_000)));
        assertThatThrownBy(() -> MarksFile.read(deep)).isInstanceOf(MarksFileException.class);
    }
}
