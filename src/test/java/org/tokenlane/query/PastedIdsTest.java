package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.model.identity.Uti;

/** Which ids are found in a pasted line, and what is taken for none. */
class PastedIdsTest {

    private static final String REQUEST = "c42bc73e-1db5-4f71-ad79-f198f21b8d00";

    @Test
    void everyKindIsFoundInARecordOnceAndInItsNormalForm() {
        PastedIds ids = PastedIds.in(
                "{\"SessionId\":\"00C46FA3-45A8-11C0-96D6-32C905791857\",\"ClientIP\":\"203.0.113.77:4711\","
                        + "\"UserId\":\"Adele@Contoso.example\","
                        + "\"UniqueTokenId\":\"OPD3UZnmTkud24wRw6ATAA\","
                        + "\"InternetMessageId\":\"<a.b-1@mail.contoso.example>\","
                        + "\"Again\":\"adele@contoso.example\"}");
        assertThat(ids.guids()).containsExactly("00c46fa3-45a8-11c0-96d6-32c905791857");
        assertThat(ids.utis()).containsExactly("OPD3UZnmTkud24wRw6ATAA");
        assertThat(ids.addresses()).containsExactly("203.0.113.77");
        assertThat(ids.upns()).containsExactly("adele@contoso.example");
        assertThat(ids.messageIds()).containsExactly("<a.b-1@mail.contoso.example>");
    }

    @Test
    void aRequestIdAndItsTokenAreOne() {
        PastedIds ids = PastedIds.in(REQUEST + "," + Uti.fromRequestId(REQUEST).value());
        assertThat(ids.guids()).containsExactly(REQUEST);
        assertThat(ids.utis()).isEmpty();
    }

    @Test
    void timesVersionsAndWordsAreNoAddressesOrTokens() {
        PastedIds ids = PastedIds.in("2026-09-15T08:12:00Z Chrome/138.0.0.0 MicrosoftOfficeOutlooks 08:12:00 1.2.3");
        assertThat(ids.addresses()).doesNotContain("08:12:00", "1.2.3");
        assertThat(ids.utis()).isEmpty();
        assertThat(ids.guids()).isEmpty();
    }

    @Test
    void ipv6IsFoundInItsNormalForm() {
        assertThat(PastedIds.in("from 2001:DB8:40:0:0:0:0:16 on").addresses()).containsExactly("2001:db8:40::16");
    }

    @Test
    void aMegabyteOfTextIsReadThrough() {
        String line = "{\"a\":\"" + "x".repeat(200) + "\",\"ip\":\"203.0.113.9\"}\n";
        assertThat(PastedIds.in(line.repeat(1_000_000 / line.length())).addresses()).containsExactly("203.0.113.9");
    }
}
