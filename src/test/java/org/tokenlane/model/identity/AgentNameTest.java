package org.tokenlane.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User agents by name, what stands for no value, and the hashes of ids. */
class AgentNameTest {

    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0) Chrome/138.0.0.0 Safari/537.36";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { WINDOWS + "|Chrome on Windows", WINDOWS + " Edg/138|Edge on Windows",
        MAC + "|Safari on macOS", "Mozilla/5.0 Firefox/1|Firefox", "python-requests/2.31|python-requests",
        "' BAV2ROPC '|BAV2ROPC", "Mozilla (x)|Mozilla", "abcdefghijklmnopqrstuvwx y|abcdefghijklmnopqrstuvwx",
        "abcdefghijklmnopqrstuvwxy|abcdefghijklmnopqrstuvwx" })
    void anAgentIsNamedByItsProgramAndItsSystem(String agent, String name) {
        assertThat(AgentName.of(agent)).isEqualTo(name);
    }

    @Test
    void onlyTwoSystemsThatAreKnownAndDifferentAreOtherSystems() {
        assertThat(AgentName.areOfOtherSystems(WINDOWS, MAC)).isTrue();
        assertThat(AgentName.areOfOtherSystems(WINDOWS, WINDOWS)).isFalse();
        assertThat(AgentName.areOfOtherSystems("iPad", MAC)).as("a tablet may say that it is a computer").isFalse();
        assertThat(AgentName.areOfOtherSystems(WINDOWS, "curl")).isFalse();
        assertThat(AgentName.areOfOtherSystems("curl", WINDOWS)).isFalse();
        assertThat(AgentName.areOfOtherSystems(null, WINDOWS)).isFalse();
        assertThat(AgentName.areOfOtherSystems(WINDOWS, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "None", "'-", "#NAME?", "#FELD!?", "#ABCDEFGHIJ?", "#?",
        "Microsoft.Graph.PowerShell.Models.MicrosoftGraphGeo" })
    void whatAnExportWritesForNothingIsNoValue(String raw) {
        assertThat(Absent.clean(raw)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "a, a", "' a ', a", "#ABCDEFGHIJK?, #ABCDEFGHIJK?", "#Name?, #Name?", "#A B?, #A B?", "#NAME, #NAME",
        "NAME?, NAME?", "Microsoft.Graph.Models, Microsoft.Graph.Models", "'''a', a", "'''', ''''" })
    void anyOtherTextIsAValueWithoutItsBlanks(String raw, String value) {
        assertThat(Absent.clean(raw)).isEqualTo(value);
    }

    @Test
    void anIdHasOneHashAsATextAndInTheBytesOfARecord() {
        String guid = "C42BC73E-1db5-4f71-ad79-f198f21b8d00";
        byte[] record = ("{\"" + guid + "\":\"OPD3UZnmTkud24wRw6ATAA\"}")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int hash = MentionHash.of(guid);
        assertThat(MentionHash.of(guid.toLowerCase(java.util.Locale.ROOT))).isEqualTo(hash);
        assertThat(MentionHash.of(record, 2, 38, true)).isEqualTo(hash);
        assertThat(MentionHash.of(record, 2, 37, true)).isNotEqualTo(hash);
        assertThat(MentionHash.of(record, 41, 63, false)).isEqualTo(MentionHash.of("OPD3UZnmTkud24wRw6ATAA"));
        assertThat(MentionHash.of("opd3uznmtkud24wrw6ataa")).isNotEqualTo(MentionHash.of("OPD3UZnmTkud24wRw6ATAA"));
    }

    @Test
    void theHashStaysTheOneThatCasesHaveStored() {
        assertThat(MentionHash.of("")).isEqualTo(mixed(0x811c9dc5));
        assertThat(MentionHash.of("a")).isEqualTo(mixed(0xe40c292c));
    }

    /** The last step of the hash, behind the known FNV-1a values of the two texts. */
    private static int mixed(int fnv) {
        int h = fnv * 0x85ebca6b;
        return (h ^ h >>> 15) * 0xc2b2ae35 ^ h >>> 13;
    }

    @ParameterizedTest
    @CsvSource({ "Unknown User", "NT AUTHORITY\\SYSTEM", "S-1-5-18", "Not Applicable", "null" })
    void nobodyIsNoUser(String raw) {
        assertThat(Upn.of(raw)).isNull();
    }

    @Test
    void idsAreWrittenAsTheirValue() {
        assertThat(new Upn("a@b").toString()).isEqualTo("a@b");
        assertThat(new SessionId("x").toString()).isEqualTo("x");
        assertThat(new Uti("y").toString()).isEqualTo("y");
        assertThat(SessionId.of("{ A }")).isEqualTo(new SessionId("a"));
        assertThat(SessionId.of("{}")).isNull();
        assertThat(SessionId.of("{a")).isEqualTo(new SessionId("{a"));
        assertThat(Analyst.name()).isEqualTo(System.getProperty("user.name"));
    }

    @ParameterizedTest
    @CsvSource({ "JYpgIpsdtUSw8suU8GstAA, true", "JYpgIpsdtUSw8suU8GstAQ, true", "JYpgIpsdtUSw8suU8GstAB, false",
        "JYpgIpsdtUSw8suU8GstA, false", "JYpgIpsdtUSw8suU8GstAAA, false", "JYpgIpsdtUSw8suU8G.tAA, false",
        "azAZ09-_azAZ09-_azAZ0A, true", "`zAZ09-_azAZ09-_azAZ0A, false", "{zAZ09-_azAZ09-_azAZ0A, false",
        "@zAZ09-_azAZ09-_azAZ0A, false", "[zAZ09-_azAZ09-_azAZ0A, false", "/zAZ09-_azAZ09-_azAZ0A, false",
        ":zAZ09-_azAZ09-_azAZ0A, false" })
    void aUtiHas22LettersAndEndsAsSixteenBytesDo(String text, boolean looks) {
        assertThat(Uti.looksLike(text)).isEqualTo(looks);
    }

    @ParameterizedTest
    @CsvSource({ "22608a25-1d9b-44b5-b0f2-cb94f06b2d00, true", "22608A25-1D9B-44B5-B0F2-CB94F06B2DFF, true",
        "0123456789-1d9b-44b5-b0f2-cb94f06b2d, false", "g2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false",
        "G2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false", "@2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false",
        "`2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false", "/2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false",
        ":2608a25-1d9b-44b5-b0f2-cb94f06b2d00, false", "22608a25-1d9b-44b5-b0f2-cb94f06b2d0, false",
        "22608a25-1d9b-44b5-b0f20cb94f06b2d00, false", "22608a25-1d9b044b5-b0f2-cb94f06b2d00, false",
        "00000000-9999-aaaa-ffff-AAAAFFFF0909, true" })
    void aGuidHasFiveGroupsOfHexadecimalDigits(String text, boolean guid) {
        assertThat(Guids.isGuid(text)).isEqualTo(guid);
    }

    @Test
    void anAddressOfZerosAtTheEndsIsShortenedToItsLongestRun() {
        assertThat(IpAddress.compress(new int[] { 1, 0, 0, 2, 0, 0, 0, 3 })).isEqualTo("1:0:0:2::3");
        assertThat(IpAddress.compress(new int[] { 1, 0, 0, 2, 3, 0, 0, 4 })).isEqualTo("1::2:3:0:0:4");
        assertThat(IpAddress.compress(new int[] { 0, 1, 2, 3, 4, 5, 6, 7 })).isEqualTo("0:1:2:3:4:5:6:7");
    }

    @ParameterizedTest
    @CsvSource({ "203.0.113.7:65535, 65535", "203.0.113.7:0, 0" })
    void aPortIsUpTo65535(String raw, int port) {
        assertThat(IpAddress.of(raw)).isEqualTo(new IpAddress("203.0.113.7", port, true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "203.0.113.7:65536", "203.0.113.7:", "203.0.113.7:4a", "203.0.113.7:/", "203.0.113.256",
        "203.0.113.07", "203.0.113", "203.0.113.", "203.0.113.7.1", ".203.0.113" })
    void aTextBesideAnAddressIsNone(String raw) {
        assertThat(IpAddress.of(raw).isAddress()).isFalse();
    }

    @Test
    void aHostHasItsPortApart() {
        assertThat(IpAddress.of("host:443")).isEqualTo(new IpAddress("host", 443, false));
        assertThat(IpAddress.of("203.0.113.255").isAddress()).isTrue();
        assertThat(IpAddress.of("[203.0.113.7]x443")).isEqualTo(new IpAddress("203.0.113.7", -1, true));
    }
}
