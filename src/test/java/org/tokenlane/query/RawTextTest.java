package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.filter.RawText;
import org.tokenlane.model.identity.IdSpellings;
import org.tokenlane.model.identity.Uti;

/** A text in the bytes of a record, and a filter's value in the fields of an event. */
class RawTextTest {

    private static boolean isIn(String text, String record, Charset charset) {
        byte[] bytes = record.getBytes(charset);
        return new RawText(List.of(text)).isIn(bytes, 0, bytes.length, charset);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = { "Send|xsEND|true", "Send|Sen|false", "Send|Sennd|false",
        "Send|SeSend|true", "zZ|Zz|true", "a b|A B|true", "a b|a\tb|true", "a b|ab|false", "a\"b|a\"b|true",
        "a\"b|a\\\"b|true", "a\"b|a\"\"b|true", "a\"b|ab|false", "a\\b|a\\\\b|true", "a\\b|a\\b|true",
        "a\\b|ab|false", "a/b|a\\/b|true", "a/b|a/b|true", "a/b|ab|false", "a'b|a\\u0027b|true",
        "a<b c|a\\u003Cb c|true", "a>b c|a>b c|true", "a&b|a\\u0026b|true", "a&b|a\\u0027b|false", "å|Å|true",
        "Å|x å|true", "å|\\u00E5|true", "å|\\u00c5|true", "å|a|false", "a.b c|a.B C|true", "a.b c|axb c|false",
        "😀|\\uD83D\\ude00|true", "😀|😀|true", "Ab 1|aB 1|true", "Ab 1|cB 1|false" })
    void aTextIsFoundInAnyCaseAndInAnyEscaping(String text, String record, boolean found) {
        assertThat(isIn(text, record, StandardCharsets.UTF_8)).isEqualTo(found);
        assertThat(isIn(text, record, StandardCharsets.UTF_16LE)).isEqualTo(found);
    }

    @Test
    void onlyTheBytesOfTheRecordAreSearched() {
        byte[] bytes = "Send,Update".getBytes(StandardCharsets.UTF_8);
        for (String text : List.of("send", "s\u0065nd", "send,")) {
            assertThat(new RawText(List.of(text)).isIn(bytes, 0, text.length(), StandardCharsets.UTF_8)).isTrue();
            assertThat(new RawText(List.of(text)).isIn(bytes, 0, text.length() - 1, StandardCharsets.UTF_8)).isFalse();
            assertThat(new RawText(List.of(text)).isIn(bytes, 1, 10, StandardCharsets.UTF_8)).isFalse();
        }
        assertThat(new RawText(List.of("e")).isIn(bytes, 10, 1, StandardCharsets.UTF_8)).isTrue();
        assertThat(new RawText(List.of("e")).isIn(bytes, 9, 1, StandardCharsets.UTF_8)).isFalse();
    }

    @Test
    void aBlockWithoutTheLongestPlainPartOfATextHoldsNoneOfIt() {
        RawText text = new RawText(List.of("my \"Report\"/2"));
        assertThat(text.mayBeIn("the REPORT".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isTrue();
        assertThat(text.mayBeIn("my \"/2".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isFalse();
        assertThat(text.mayBeIn("my".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE)).isTrue();
        assertThat(new RawText(List.of("å \"")).mayBeIn(new byte[1], StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void oneOfSeveralTextsIsEnough() {
        byte[] bytes = "Send,Update".getBytes(StandardCharsets.UTF_8);
        RawText either = new RawText(List.of("delete", "UPDATE"));
        assertThat(either.isIn(bytes, 0, bytes.length, StandardCharsets.UTF_8)).isTrue();
        assertThat(either.isIn(bytes, 0, 4, StandardCharsets.UTF_8)).isFalse();
    }

    @Test
    void anIdHasTwoSpellingsAndAnotherTextOne() {
        String request = "22608a25-1d9b-44b5-b0f2-cb94f06b2d00";
        String uti = Uti.fromRequestId(request).value();
        assertThat(IdSpellings.of(' ' + request)).containsExactly(request, uti);
        assertThat(IdSpellings.of(uti)).containsExactly(uti, request);
        assertThat(IdSpellings.of("Send")).containsExactly("Send");
        assertThat(IdSpellings.of("")).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "UPN|adele|ADELE|true", "UPN|adele|adele2|false", "UPN|a?ele|Adele|true",
        "UPN|a?ele|adeele|false", "UPN|*dele|Adele|true", "UPN|a.*|adele|false", "UPN|*|x|true", "CITY|ON|Bonn|true",
        "CITY|bonn|Bo|false", "ASN|AS64500|64500|true", "ASN|64500|64500|true", "ASN|6450|64500|false",
        "IP|203.0.113.7:443|203.0.113.7|true", "IP|2001:DB8::0|2001:db8::|true", "IP|203.0.113.7|203.0.113.8|false",
        "IP|203.0.113.0/24|203.0.113.8|true", "IP|203.0.113.0/24|203.0.114.8|false", "IP|203.0.113.*|203.0.113.8|true",
        "IP|''|203.0.113.8|false", "SESSION|{AB}|ab|true", "SESSION|ab|ac|false", "SESSION|null|null|false",
        "TOKEN|22608a25-1d9b-44b5-b0f2-cb94f06b2d00|JYpgIpsdtUSw8suU8GstAA|true",
        "TOKEN|JYpgIpsdtUSw8suU8GstAA==|JYpgIpsdtUSw8suU8GstAA|true",
        "TOKEN|jypgIpsdtUSw8suU8GstAA|JYpgIpsdtUSw8suU8GstAA|false", "TOKEN|jyp*|JYpgIpsdtUSw8suU8GstAA|false",
        "TOKEN|JYp*|JYpgIpsdtUSw8suU8GstAA|true", "TOKEN|''|x|false",
        "REQUEST|JYpgIpsdtUSw8suU8GstAA|22608a25-1d9b-44b5-b0f2-cb94f06b2d00|true",
        "REQUEST|' 22608A25-1d9b-44b5-b0f2-cb94f06b2d00'|22608a25-1d9b-44b5-b0f2-cb94f06b2d00|true",
        "REQUEST|22608a25-1d9b-44b5-b0f2-cb94f06b2d00|22608a25-1d9b-44b5-b0f2-cb94f06b2d01|false",
        "REQUEST|x|y|false" })
    void aValueIsComparedAsItsFieldIs(FilterField field, String value, String text, boolean fits) {
        assertThat(ValuePattern.of(field, value).test(text)).isEqualTo(fits);
    }

    @Test
    void aWholeValueHasWildcardsInAnyCase() {
        assertThat(ValuePattern.whole("a*").test("ABC")).isTrue();
        assertThat(ValuePattern.whole("a?").test("AB")).isTrue();
        assertThat(ValuePattern.whole("ab").test("AB")).isTrue();
        assertThat(ValuePattern.whole("ab").test("abc")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "*help*desk*|IT Helpdesk|true", "*help*desk*|desk of help|false",
        "*aab|aaab|true", "a*a|a|false", "a*a|aa|true", "**|''|true", "?|''|false", "?|x|true", "?|xy|false",
        "x?y|x\uD83D\uDE00y|true", "x??y|x\uD83D\uDE00y|false", "STRASSE*|straße|false", "ÄRGER*|ärgerlich|true",
        "a.c*|abc|false", "*a*b*c|aXbXcX|false", "*a*b*c|aXbXc|true" })
    void wildcardsStandForAnyTextAndForOneCharacter(String pattern, String text, boolean fits) {
        assertThat(ValuePattern.whole(pattern).test(text)).isEqualTo(fits);
    }

    @Test
    void pastedIdsOfOtherKindsAreApartAndNothingIsEmpty() {
        assertThat(PastedIds.in("nothing to see").isEmpty()).isTrue();
        for (String one : List.of("22608a25-1d9b-44b5-b0f2-cb94f06b2d00", "OPD3UZnmTkud24wRw6ATAA", "203.0.113.7",
                "adele@contoso.example", "<a@b.example>")) {
            PastedIds ids = PastedIds.in(one);
            assertThat(ids.isEmpty()).as(one).isFalse();
            assertThat(ids.guids().size() + ids.utis().size() + ids.addresses().size() + ids.upns().size()
                    + ids.messageIds().size()).as(one).isEqualTo(1);
        }
    }

    @Test
    void atMostSixtyIdsOfAKindAreFound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 61; i++) {
            text.append("203.0.113.").append(i).append(' ');
        }
        assertThat(PastedIds.in(text.toString()).addresses()).hasSize(60);
    }
}
