package org.tokenlane.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.enrich.NetworkKinds.Kind;

/** The tables that ship with the program: what they know, and that they keep silent on the rest. */
class TablesTest {

    private final AppNames apps = AppNames.shipped();
    private final MicrosoftNetworks microsoft = MicrosoftNetworks.shipped();
    private final NetworkKinds kinds = NetworkKinds.shipped();

    @Test
    void wellKnownApplicationsAndResourcesHaveTheirNames() {
        assertThat(apps.of("D3590ED6-52B3-4102-AEFF-AAD2292AB01C").name()).isEqualTo("Microsoft Office");
        assertThat(apps.of(" 4765445b-32c6-49b0-83e6-1d93765276ca ").name()).isEqualTo("OfficeHome");
        assertThat(apps.of("00000003-0000-0000-c000-000000000000").words()).isEqualTo("Microsoft Graph (a resource)");
        assertThat(apps.of("00000002-0000-0ff1-ce00-000000000000").name()).isEqualTo("Office 365 Exchange Online");
        assertThat(apps.size()).isGreaterThan(200);
        assertThat(apps.label()).isEqualTo("Tokenlane's table of first-party applications 2026-11-23");
    }

    @Test
    void theFamilyOfClientIdsIsTold() {
        assertThat(apps.of("d3590ed6-52b3-4102-aeff-aad2292ab01c").inFamily()).isTrue();
        assertThat(apps.of("1fec8e78-bce4-4aaf-ab1b-5451cc387264").words())
                .isEqualTo(EnrichText.FAMILY_OF_CLIENT_IDS
                        .text("Microsoft Teams (the Teams programs on desktop and phone)"));
        assertThat(apps.of("29d9ed98-a469-4536-ade2-f981bc1d605e").inFamily()).as("the broker").isFalse();
        assertThat(apps.of("14d82eec-204b-4c2f-b7e8-296a70dab67e").inFamily()).as("Graph PowerShell").isFalse();
    }

    @Test
    void namesAndUnknownIdsStayAsTheyAre() {
        assertThat(apps.named("d3590ed6-52b3-4102-aeff-aad2292ab01c")).isEqualTo("Microsoft Office (by table)");
        assertThat(apps.named("Microsoft Office")).isEqualTo("Microsoft Office");
        assertThat(apps.named("6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31"))
                .isEqualTo("6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31");
        assertThat(apps.named(null)).isNull();
        assertThat(apps.of("")).isNull();
    }

    @Test
    void everyRowHasAnIdOfItsOwnAndAName() {
        List<List<String>> rows = Table.read("applications.csv", 4).rows();
        assertThat(rows).allMatch(
                row -> row.get(0).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") && !row.get(2).isBlank());
        assertThat(rows).allMatch(row -> row.get(1).isEmpty() || row.get(1).equals("family"));
        assertThat(rows.stream().map(List::getFirst)).doesNotHaveDuplicates();
        List<List<String>> systems = Table.read("systems.csv", 3).rows();
        assertThat(systems).allMatch(row -> row.get(0).matches("[1-9]\\d*") && !row.get(2).isBlank());
        assertThat(systems.stream().map(List::getFirst)).doesNotHaveDuplicates();
    }

    @Test
    void addressesOfMicrosoftsServicesAreKnownAndAzuresAreNot() {
        assertThat(microsoft.service("52.97.10.1")).isEqualTo("Exchange Online");
        assertThat(microsoft.service("[2603:1026:c0a::5]:443")).isEqualTo("Exchange Online");
        assertThat(microsoft.service("2603:1063:6000::1")).isEqualTo("SharePoint Online");
        assertThat(microsoft.service("40.126.31.1")).isEqualTo("Entra ID");
        assertThat(microsoft.service("40.94.255.255")).as("just beyond 40.92.0.0/15").isNull();
        assertThat(microsoft.service("20.50.1.1")).as("Azure").isNull();
        assertThat(microsoft.service("203.0.113.1")).isNull();
        assertThat(microsoft.service("garbage")).isNull();
        assertThat(microsoft.service(null)).isNull();
    }

    @Test
    void wellKnownSystemsAreToldByNumber() {
        assertThat(kinds.of("8069", null)).isEqualTo(Kind.MICROSOFT);
        assertThat(kinds.of("8075", "MICROSOFT-CORP-MSN-AS-BLOCK")).isEqualTo(Kind.AZURE);
        assertThat(kinds.of("14061", null)).isEqualTo(Kind.HOSTING);
        assertThat(kinds.of("208294", null)).isEqualTo(Kind.ANONYMISER);
        assertThat(kinds.of("21928", null)).isEqualTo(Kind.MOBILE);
        assertThat(kinds.name("24940")).isEqualTo("Hetzner");
        assertThat(kinds.of("64500", null)).isNull();
        assertThat(kinds.of(null, null)).isNull();
        assertThat(kinds.name(null)).isNull();
    }

    @Test
    void othersAreToldByAWordOfTheirName() {
        assertThat(kinds.of("64500", "Example Hosting Ltd")).isEqualTo(Kind.HOSTING);
        assertThat(kinds.of("64500", "EXAMPLE-VPN Services")).isEqualTo(Kind.ANONYMISER);
        assertThat(kinds.of("64500", "Example Mobile Communications")).isEqualTo(Kind.MOBILE);
        assertThat(kinds.of("64500", "Stadtwerke Ghostingen")).as("no word begins so").isNull();
        assertThat(kinds.of("64500", "Deutsche Telekom AG")).isNull();
        assertThat(kinds.of("64500", "Colorado Springs Utilities")).isNull();
    }
}
