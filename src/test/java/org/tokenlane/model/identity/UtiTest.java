package org.tokenlane.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token's identifier and the request id of its sign-in are one number in two spellings. */
class UtiTest {

    @ParameterizedTest
    @CsvSource({ "22608a25-1d9b-44b5-b0f2-cb94f06b2d00,JYpgIpsdtUSw8suU8GstAA",
        "f7d36837-9f88-41fa-89cd-dc16a7c9aa00,N2jT94if-kGJzdwWp8mqAA",
        "a3bdc22e-6587-4ea7-b90a-28279cae8c00,LsK9o4dlp065CignnK6MAA",
        "14d5478d-ab40-438f-ba8d-39ec57bd8c00,jUfVFECrj0O6jTnsV72MAA" })
    void thePublishedPairsConvertBothWays(String requestId, String uti) {
        assertThat(Uti.fromRequestId(requestId)).isEqualTo(new Uti(uti));
        assertThat(Uti.of(uti).toRequestId()).isEqualTo(requestId);
        assertThat(Uti.of(uti).isOfSignIn()).isTrue();
    }

    @Test
    void everyRequestIdSurvivesTheWayThereAndBack() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String requestId = new UUID(random.nextLong() & ~0xf000L | 0x4000L,
                    random.nextLong() & 0x3fffffffffffff00L | Long.MIN_VALUE).toString();
            Uti uti = Uti.fromRequestId(requestId);
            assertThat(uti.value()).hasSize(22).endsWith("A").doesNotContain("=", "+", "/");
            assertThat(uti.toRequestId()).isEqualTo(requestId);
            assertThat(Uti.of(uti.value() + "==")).as("padded").isEqualTo(uti);
            assertThat(Uti.of("\"" + uti.value() + "\"").value()).contains(uti.value());
            assertThat(Uti.fromRequestId(requestId.toUpperCase(java.util.Locale.ROOT))).as("in any case")
                    .isEqualTo(uti);
            String ascii = Base64.getEncoder().encodeToString(requestId.getBytes(StandardCharsets.US_ASCII));
            assertThat(ascii).hasSize(48);
            assertThat(Uti.of(ascii)).as("the form of 2022, the id's letters in base64").isEqualTo(uti);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "-TZsVeDWj0e_jamRtuUnAA", "-TZsVeDWj0e_jamRtuUnAA%3D%3D", "%2DTZsVeDWj0e%5fjamRtuUnAA",
        "%2bTZsVeDWj0e%2FjamRtuUnAA%3d%3d", "+TZsVeDWj0e/jamRtuUnAA==", "=-TZsVeDWj0e_jamRtuUnAA",
        "\"-TZsVeDWj0e_jamRtuUnAA\"", "=\"-TZsVeDWj0e_jamRtuUnAA\"", "'-TZsVeDWj0e_jamRtuUnAA" })
    void whatSpreadsheetsAndAddressesInTheWebMakeOfItIsTheSame(String text) {
        assertThat(Uti.of(text)).isEqualTo(new Uti("-TZsVeDWj0e_jamRtuUnAA"));
    }

    @Test
    void theLongFormOf2022IsTheSameIdentifier() {
        assertThat(Uti.of("MDg4YjQ0MDktOWU2My00MjVkLWI3NzctMmM4YzZjMzgwYjAw"))
                .isEqualTo(Uti.fromRequestId("088b4409-9e63-425d-b777-2c8c6c380b00"));
    }

    @Test
    void lettersAreNotFolded() {
        assertThat(Uti.of("jUfVFECrj0O6jTnsV72MAA")).isNotEqualTo(Uti.of("jufvfecrj0o6jtnsv72maa"));
    }

    @Test
    void aGuidInItsPlaceIsKeptAndIsNoSignIns() {
        Uti background = Uti.of("6C1B5E20-0C3A-4D1F-9E57-1A2B3C4D5E6F");
        assertThat(background).isNotNull();
        assertThat(background.isOfSignIn()).isFalse();
        assertThat(background.toRequestId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "-", "AAAAAAAAAAAAAAAAAAAAAA" })
    void whatStandsForNothingIsNone(String text) {
        assertThat(Uti.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "not-a-guid", "22608a25-1d9b-44b5-b0f2-cb94f06b2d0",
        "22608a25-1d9b-44b5-b0f2-cb94f06b2d0g" })
    void whatIsNoGuidGivesNoIdentifier(String text) {
        assertThat(Uti.fromRequestId(text)).isNull();
    }
}
