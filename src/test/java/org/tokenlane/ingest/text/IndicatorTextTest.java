package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.Indicator.Type;

/** What an indicator is, by its form and by the type that its list gives. */
class IndicatorTextTest {

    private static final String GUID = "0a7fa1a2-ed6d-4d14-97ab-d90b6d642200";

    @ParameterizedTest(name = "{0} of type {1} is {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "203.0.113.7 | `` | 203.0.113.7 | IP",
        "203[.]0(.)113[dot]7 | `` | 203.0.113.7 | IP", "203.0.113.0/31 | `` | 203.0.113.0/31 | NETWORK",
        "203.0.113.0/0 | `` | 203.0.113.0/0 | NETWORK", "2001:db8::/127 | `` | 2001:db8::/127 | NETWORK",
        "2001:db8::1/128 | `` | 2001:db8::1 | IP", "2001:db8::/32 | ip | 2001:db8::/32 | NETWORK",
        "203.0.113.7 | network | 203.0.113.7 | IP", "evil.example | `` | evil.example | DOMAIN",
        "*.Evil.Example. | domain | evil.example | DOMAIN", "hxxp[://]a.example/x | `` | a.example | DOMAIN",
        "https://user@a.example:8443/x?y#z | url | a.example | DOMAIN",
        "http://[2001:db8::1]/x | url | 2001:db8::1 | IP",
        "axios/1.2 | `` | axios/1.2 | USER_AGENT", "axios | useragent | axios | USER_AGENT",
        "*axios | `` | *axios | USER_AGENT", "curl 8 | `` | curl 8 | USER_AGENT",
        "oqH_Cm3tFE2Xq9kLbWQiAA | `` | oqH_Cm3tFE2Xq9kLbWQiAA | TOKEN",
        "oqH/Cm3tFE2Xq9kLbWQiAA== | token | oqH_Cm3tFE2Xq9kLbWQiAA | TOKEN",
        "d41d8cd98f00b204e9800998ecf8427e | ua | d41d8cd98f00b204e9800998ecf8427e | USER_AGENT",
        "203.0.113.7 | unheard | 203.0.113.7 | IP" })
    void anIndicatorIsNormalised(String text, String type, String value, Type kind) throws DamagedRecordException {
        assertThat(IndicatorText.read(text, type)).isEqualTo(Map.of(value, kind));
    }

    @Test
    void aGuidOfATypeIsOnlyThat() throws DamagedRecordException {
        assertThat(IndicatorText.read(GUID, "session")).containsOnlyKeys(GUID);
        assertThat(IndicatorText.read(GUID, "uti")).hasSize(1).containsValue(Type.TOKEN);
        assertThat(IndicatorText.read(GUID, "")).hasSize(2);
        assertThat(IndicatorText.isType("uti")).isTrue();
        assertThat(IndicatorText.isType("comment")).isFalse();
    }

    @ParameterizedTest(name = "{0} of type {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "d41d8cd98f00b204e9800998ecf8427e | `` | INDICATOR_FILE_HASH",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709 | domain | INDICATOR_FILE_HASH",
        "a@b.example | `` | INDICATOR_MAIL_ADDRESS", "word | `` | INDICATOR_UNKNOWN",
        "word | ip | INDICATOR_OF_ANOTHER_TYPE",
        "203.0.113.0/33 | `` | INDICATOR_UNKNOWN", "203.0.113.0/x | `` | INDICATOR_UNKNOWN",
        "2001:db8::/129 | `` | INDICATOR_UNKNOWN",
        "evil | domain | INDICATOR_OF_ANOTHER_TYPE", "word | session | INDICATOR_OF_ANOTHER_TYPE",
        "word | token | INDICATOR_OF_ANOTHER_TYPE" })
    void whatTheseLogsDoNotHoldIsRefused(String text, String type, ReadingText reason) {
        assertThat(refusal(text, type)).isEqualTo(reason);
    }

    private static Object refusal(String text, String type) {
        try {
            return IndicatorText.read(text, type);
        } catch (DamagedRecordException refused) {
            return refused.reason().key();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "203.0.113.7, true", "evil.example, true", "axios/1, false", "word, false", "a@b.example, false",
        "'@b c', false" })
    void aTextNamesAnIndicatorByItsForm(String text, boolean names) {
        assertThat(IndicatorText.names(text)).isEqualTo(names);
    }

    @Test
    void linesAreCountedAndCommentsKept() throws UnreadableFileException {
        IndicatorFile.Content read = IndicatorFile.of("""

                # list
                203.0.113.7 # a, b
                203.0.113.8,c # d
                word
                #203.0.113.9
                203.0.113.7 # a, b
                """);
        assertThat(read.indicators()).containsExactly(new Indicator(Type.IP, "203.0.113.7", "a, b"),
                new Indicator(Type.IP, "203.0.113.8", "c"));
        assertThat(read.refused()).containsExactly(
                new IndicatorFile.Refused(5, "word", read.refused().getFirst().reason()));
    }

    @Test
    void theFirstColumnOfCommentsCountsAndADamagedRowIsRefused() throws UnreadableFileException {
        IndicatorFile.Content read = IndicatorFile.of("""
                # list
                value|note|source|kind
                evil.example|first|second|domain

                #x.example|a|b|c
                "a"b|c
                other.example
                """);
        assertThat(read.indicators()).containsExactly(new Indicator(Type.DOMAIN, "evil.example", "first"),
                new Indicator(Type.DOMAIN, "other.example", ""));
        assertThat(read.refused()).containsExactly(
                new IndicatorFile.Refused(6, "\"a\"b|c", ReadingText.INDICATOR_ROW_DAMAGED.text()));
        assertThat(List.of(IndicatorFile.of("ip\n").indicators().size())).containsExactly(0);
    }
}
