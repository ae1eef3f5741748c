package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.Indicator.Type;

/** Lists of indicators are read in the spellings that people share them in. */
class IndicatorFileTest {

    private static Indicator indicator(Type type, String value, String comment) {
        return new Indicator(type, value, comment);
    }

    @Test
    void aTextFileHasOneOnEachLineInAnySpelling() throws UnreadableFileException {
        IndicatorFile.Content read = IndicatorFile.of("""
                # relays of the kit
                203.0.113[.]77 # first seen in May
                2001:DB8:0:0::1
                198.51.100.0/24
                192.0.2.1/32

                hxxps://login[.]contoso-sso.example/path?x=1
                *.Evil.Example
                198.51.100.9, from the customer
                Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)
                oqH_Cm3tFE2Xq9kLbWQiAA
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.indicators()).containsExactly(indicator(Type.IP, "203.0.113.77", "first seen in May"),
                indicator(Type.IP, "2001:db8::1", ""),
                indicator(Type.NETWORK, "198.51.100.0/24", ""), indicator(Type.IP, "192.0.2.1", ""),
                indicator(Type.DOMAIN, "login.contoso-sso.example", ""),
                indicator(Type.DOMAIN, "evil.example", ""), indicator(Type.IP, "198.51.100.9", "from the customer"),
                indicator(Type.USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
                        ""),
                indicator(Type.TOKEN, "oqH_Cm3tFE2Xq9kLbWQiAA", ""));
    }

    @Test
    void aGuidOfNoGivenTypeIsASessionOrTheRequestIdOfAToken() throws UnreadableFileException {
        assertThat(IndicatorFile.of("0a7fa1a2-ed6d-4d14-97ab-d90b6d642200").indicators()).extracting(Indicator::type)
                .containsExactly(Type.SESSION, Type.TOKEN);
        assertThat(IndicatorFile.of("session id\n{0A7FA1A2-ed6d-4d14-97ab-d90b6d642200}").indicators())
                .containsExactly(indicator(Type.SESSION, "0a7fa1a2-ed6d-4d14-97ab-d90b6d642200", ""));
    }

    @Test
    void aTableNamesItsColumnsByTypeOrHasATypeBesideTheValue() throws UnreadableFileException {
        IndicatorFile.Content general = IndicatorFile
                .of("Type;Indicator;Description\nipv4-addr;203.0.113.5;\"relay; one\"\nuser-agent;axios;\nURL;"
                        + "http://198.51.100.3:8080/x;panel\n;203.0.113.6;no type\n");
        assertThat(general.refused()).isEmpty();
        assertThat(general.indicators()).containsExactly(indicator(Type.IP, "203.0.113.5", "relay; one"),
                indicator(Type.USER_AGENT, "axios", ""),
                indicator(Type.IP, "198.51.100.3", "panel"), indicator(Type.IP, "203.0.113.6", "no type"));
        IndicatorFile.Content named = IndicatorFile
                .of("IP Address,Domain,Comment\n203.0.113.5,evil.example,both\n,second.example,one\n");
        assertThat(named.indicators()).containsExactly(indicator(Type.IP, "203.0.113.5", "both"),
                indicator(Type.DOMAIN, "evil.example", "both"),
                indicator(Type.DOMAIN, "second.example", "one"));
    }

    @Test
    void whatTheseLogsCannotHoldIsLeftOutWithLineAndReason() throws UnreadableFileException {
        IndicatorFile.Content read = IndicatorFile
                .of("203.0.113.5\nd41d8cd98f00b204e9800998ecf8427e\nmallory@evil.example\nwhatever\n203.0.113.0/99\n");
        assertThat(read.indicators()).hasSize(1);
        assertThat(read.refused()).extracting(IndicatorFile.Refused::line).containsExactly(2, 3, 4, 5);
        assertThat(read.refused().get(0).reason()).isEqualTo(ReadingText.INDICATOR_FILE_HASH.text());
        assertThat(read.refused().get(1).reason()).isEqualTo(ReadingText.INDICATOR_MAIL_ADDRESS.text());
        assertThat(IndicatorFile.of("ip\nnot-an-ip\n").refused()).extracting(IndicatorFile.Refused::reason)
                .containsExactly(ReadingText.INDICATOR_OF_ANOTHER_TYPE.text("address"));
    }

    @Test
    void aFileIsReadInTheEncodingsThatSpreadsheetsWrite(@TempDir Path folder)
            throws IOException, UnreadableFileException {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            Path file = folder.resolve(charset.name() + ".csv");
            Files.write(file, ("\ufeffip\tcomment\n203.0.113.5\tSøren 日本\n").getBytes(charset));
            assertThat(IndicatorFile.read(file).indicators())
                    .containsExactly(indicator(Type.IP, "203.0.113.5", "Søren 日本"));
        }
        Path workbook = folder.resolve("list.xlsx");
        Files.write(workbook, new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0, 0 });
        assertThatThrownBy(() -> IndicatorFile.read(workbook)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> IndicatorFile.of(" \n# nothing\n")).isInstanceOf(UnreadableFileException.class)
                .hasMessage(ReadingText.NO_INDICATORS.text());
    }
}
