package org.tokenlane.extract.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.store.CaseFileException;

class PseudonymiserTest {

    private static final Set<PseudonymKind> ALL = EnumSet.allOf(PseudonymKind.class);

    private final PseudonymKey key = new PseudonymKey();
    private final Pseudonymiser all = of(ALL);

    private Pseudonymiser of(Set<PseudonymKind> kinds) {
        return new Pseudonymiser(kinds, key, ip -> ip.startsWith("40.9"));
    }

    private static String json(Pseudonymiser pseudonymiser, String record)
            throws UnreadableFileException, DamagedRecordException {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        FileForm form = FileForm.of(bytes, Map.of());
        pseudonymiser.learn(form, bytes);
        return new String(pseudonymiser.rewritten(form, bytes), StandardCharsets.UTF_8);
    }

    private static String row(Pseudonymiser pseudonymiser, String header, String row, Charset charset)
            throws UnreadableFileException, DamagedRecordException {
        FileForm form = FileForm.of((header + "\n" + row).getBytes(charset), Map.of());
        pseudonymiser.learn(form, row.getBytes(charset));
        return new String(pseudonymiser.rewritten(form, row.getBytes(charset)), charset);
    }

    @Test
    void aUserHasOnePseudonymUnderEveryNameAndInEverySpelling() throws Exception {
        String after = json(all,
                """
                        {"UserId":"Jane.Doe@Corp.example","Other":"mail of jane.doe@corp.example","SiteUrl":"https://corp-my.sharepoint.com/personal/jane_doe_corp_example/Documents/a.txt"}""");
        assertThat(after)
                .contains("\"UserId\":\"user-1@domain-1.example\"", "mail of user-1@domain-1.example",
                        "/personal/user-1_domain-1_example/Documents/file-1.txt")
                .doesNotContainIgnoringCase("jane").doesNotContainIgnoringCase("corp");
    }

    @Test
    void aNameThatOneFieldTellsIsFoundInTheTextsOfOthersThatComeBeforeIt() throws Exception {
        String record = "{\"Text\":\"sent by Anna Świątek yesterday\",\"userDisplayName\":\"Anna Świątek\"}";
        assertThat(json(all, record))
                .isEqualTo("{\"Text\":\"sent by Person 1 yesterday\",\"userDisplayName\":\"Person 1\"}");
    }

    @Test
    void aDisplayNameIsAPersonsOnlyWhereItIsSaidToBe() throws Exception {
        assertThat(json(all,
                "{\"targetResources\":[{\"type\":\"User\",\"displayName\":\"Ole Lund\"},"
                        + "{\"type\":\"ServicePrincipal\",\"displayName\":\"Backup Tool\"}]}"))
                .contains("Person 1", "Backup Tool").doesNotContain("Ole Lund");
    }

    @Test
    void jsonInsideATableCellIsWrittenAgainInsideTheCell() throws Exception {
        String header = "RecordId,AuditData";
        String row = "1,\"{\"\"UserId\"\":\"\"x.y@corp.example\"\",\"\"ClientIP\"\":\"\"203.0.113.9\"\","
                + "\"\"N\"\":12.50,\"\"B\"\":true,\"\"Z\"\":null}\"";
        assertThat(row(all, header, row, StandardCharsets.UTF_8))
                .isEqualTo(
                        "1,\"{\"\"UserId\"\":\"\"user-1@domain-1.example\"\",\"\"ClientIP\"\":\"\"240.0.1.1\"\","
                                + "\"\"N\"\":12.50,\"\"B\"\":true,\"\"Z\"\":null}\"");
    }

    @Test
    void theIdOfAChatIsNobodysAddress() throws Exception {
        String record = "{\"ChatThreadId\":\"19:3f0c@thread.v2\",\"ItemName\":\"19:3f0c@Thread.TacV2\","
                + "\"Note\":\"thread\"}";
        assertThat(json(all, record)).isEqualTo(record);
    }

    @Test
    void delimiterAndEncodingOfTheFileAreKept() throws Exception {
        assertThat(row(all, "User;IP address;Note", "Jürgen Groß;192.0.2.77;\"a;b\"", StandardCharsets.UTF_16LE))
                .isEqualTo("Person 1;240.0.1.1;\"a;b\"");
    }

    @Test
    void addressesOfOneNetworkStayInOneAndThoseThatTellNothingStay() {
        assertThat(all.text("198.51.100.7 and 198.51.100.8, 192.0.2.7:443, [2001:db8:5:6::1]:80, 2001:db8:5:6:ffff::2"))
                .isEqualTo("240.0.1.1 and 240.0.1.2, 240.0.2.1:443, [2001:db8:0:1::1]:80, 2001:db8:0:1::2");
        assertThat(all.text("10.1.2.3 127.0.0.1 ::1 40.90.1.2 ::ffff:198.51.100.7"))
                .isEqualTo("10.1.2.3 127.0.0.1 ::1 40.90.1.2 240.0.1.1");
        assertThat(all.address("198.51.100.7")).isEqualTo("240.0.1.1");
    }

    @Test
    void versionsAndTimesAreNoAddresses() throws Exception {
        String agent = "{\"UserAgent\":\"Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36\","
                + "\"When\":\"2026-09-10T10:20:30Z\",\"Build\":\"Outlook/16.0.1.2 10:20:30\"}";
        assertThat(json(all, agent)).isEqualTo(agent);
    }

    @Test
    void sessionsTokensAndOperationsAreNeverReplaced() throws Exception {
        String record = "{\"SessionId\":\"a0000000-0000-4000-8000-000000000001\","
                + "\"UniqueTokenId\":\"OPD3UZnmTkud24wRw6ATAA\",\"Operation\":\"New-InboxRule\","
                + "\"AppId\":\"9199bf20-a13f-4107-85dc-02114787ef48\"}";
        assertThat(json(all, record)).isEqualTo(record);
    }

    @Test
    void mailKeepsItsUsualFoldersAndLosesItsWords() throws Exception {
        String after = json(all,
                """
                        {"Folders":[{"Path":"\\\\Inbox\\\\Project Falcon","FolderItems":[{"InternetMessageId":"<abc.def@corp.example>","Subject":"Offer for Falcon"}]}],\
                        "Parameters":[{"Name":"SubjectContainsWords","Value":"invoice;offer"},{"Name":"MoveToFolder","Value":"RSS Feeds"}]}""");
        assertThat(after)
                .contains("\\\\Inbox\\\\folder-1", "<message-1@mail.example>", "Subject 1", "words 1", "RSS Feeds")
                .doesNotContainIgnoringCase("falcon")
                .doesNotContain("invoice");
    }

    @Test
    void systemAccountsMicrosoftsTenantsAndPublicMailDomainsStay() throws Exception {
        String record = "{\"UserId\":\"NT AUTHORITY\\\\SYSTEM (w3wp)\",\"UserKey\":\"Not Available\","
                + "\"TenantId\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a\"}";
        assertThat(json(all, record)).isEqualTo(record);
        assertThat(all.text("thief@gmail.com")).isEqualTo("user-1@gmail.com");
    }

    @Test
    void guestsAndTenantsOfMicrosoftsOwnDomainsAreTold() {
        assertThat(all.text("bob_corp.example#EXT#@fabrikam.onmicrosoft.com"))
                .isEqualTo("user-1#EXT#@tenant-1.onmicrosoft.com");
        assertThat(all.text("https://fabrikam.sharepoint.com/sites/Deal/Shared%20Documents/x"))
                .startsWith("https://tenant-1.sharepoint.com/sites/folder-1/Shared%20Documents/");
    }

    @Test
    void onlyTheChosenKindsAreReplaced() {
        assertThat(of(EnumSet.of(PseudonymKind.TENANT)).text("a.b@corp.example from 192.0.2.1"))
                .isEqualTo("a.b@domain-1.example from 192.0.2.1");
        assertThat(of(EnumSet.of(PseudonymKind.USERS)).text("a.b@corp.example from 192.0.2.1"))
                .isEqualTo("user-1@corp.example from 192.0.2.1");
    }

    @Test
    void whatWasReplacedAndStillStandsSomewhereIsFound() throws Exception {
        json(all, "{\"UserId\":\"erika.muster@corp.example\"}");
        assertThat(all.stillIn("x=ERIKA.MUSTER@corp.example;")).isEqualTo("erika.muster@corp.example");
        assertThat(all.stillIn("xxerika.musterxx")).as("inside a word too").isEqualTo("erika.muster");
        assertThat(all.stillIn("user-1@domain-1.example")).isNull();
    }

    @Test
    void aShortNameIsReplacedAndFoundWhereItIsTheWholeValueAndNotInsideOthers() throws Exception {
        String after = json(all, "{\"location\":{\"city\":\"Århus\",\"state\":\"Århus\"},\"Region\":\"Århus\","
                + "\"Text\":\"Århusgade\"}");
        assertThat(after).contains("\"state\":\"City 1\"", "\"Region\":\"City 1\"", "Århusgade");
        assertThat(all.stillIn("{\"Other\":\"århus\"}")).isEqualTo("århus");
        assertThat(all.stillIn("a;Århus;b")).isEqualTo("århus");
        assertThat(all.stillIn("{\"Other\":\"\\u00c5rhus\"}")).isEqualTo("århus");
        assertThat(all.stillIn("{\"Århus\":\"x\", \"y\":\"Århusgade\"}")).as("a field's name, another word").isNull();
    }

    @Test
    void cityAndStateAreReplacedAndTheCountryStays() throws Exception {
        assertThat(row(all, "Location", "\"Århus, Århus, DK\"", StandardCharsets.UTF_8))
                .isEqualTo("\"City 1, City 1, DK\"");
        assertThat(row(all, "Location", "\"Aalborg, DK\"", StandardCharsets.UTF_8)).isEqualTo("\"City 2, DK\"");
        assertThat(json(all, "{\"ForwardingSmtpAddress\":\"smtp:x.y@else.example\"}"))
                .isEqualTo("{\"ForwardingSmtpAddress\":\"smtp:user-1@domain-1.example\"}");
    }

    @Test
    void theCodeOfAStateIsReplacedInItsOwnFieldOnlyAndAThirdLetterMakesItAName() throws Exception {
        assertThat(row(all, "Location", "\"Los Angeles, CA, US\"", StandardCharsets.UTF_8))
                .isEqualTo("\"City 1, City 2, US\"");
        String after = json(all, "{\"location\":{\"city\":\"Sydney\",\"state\":\"WA\",\"countryOrRegion\":\"CA\"},"
                + "\"UsageLocation\":\"CA\",\"Text\":\"WA\"}");
        assertThat(after).contains("\"state\":\"City 4\"", "\"countryOrRegion\":\"CA\"",
                "\"UsageLocation\":\"CA\"", "\"Text\":\"WA\"");
        assertThat(all.stillIn("{\"countryOrRegion\":\"CA\"}")).isNull();
        json(all, "{\"location\":{\"city\":\"Sydney\",\"state\":\"NSW\"}}");
        assertThat(all.stillIn("{\"Other\":\"nsw\"}")).isEqualTo("nsw");
    }

    @Test
    void theKeyHasTheOriginalsInTheirOwnSpelling(@TempDir Path folder) throws Exception {
        json(all, "{\"userDisplayName\":\"Søren Østergård\"}");
        Path file = folder.resolve("key.json");
        key.write(file);
        assertThat(Files.readString(file)).contains("\"Søren Østergård\"");
        PseudonymKey again = PseudonymKey.read(file);
        assertThat(again.of("person", "SØREN ØSTERGÅRD", n -> "new " + n)).isEqualTo("Person 1");
        again.write(file);
        assertThat(Files.readString(file)).contains("\"Søren Østergård\"");
    }

    @Test
    void othersMailAddressesStayWhereOnlyOwnOnesAreReplaced() {
        Pseudonymiser ours = new Pseudonymiser(ALL, new PseudonymKey(), ip -> ip.equals("203.0.113.7"),
                domain -> !domain.equals("corp.example"));
        assertThat(ours.text("ase@corp.example wrote to thief@kit.example from 203.0.113.7 and 198.51.100.9"))
                .isEqualTo("user-1@domain-1.example wrote to thief@kit.example from 203.0.113.7 and 240.0.1.1");
    }

    @Test
    void aTextThatIsReplacedTwiceStaysAsItWasAfterTheFirst() {
        String once = all.text("jo.do@corp.example at https://corp.sharepoint.com/sites/Secret/Plan.docx");
        assertThat(all.text(once)).isEqualTo(once);
    }

    @Test
    void theKeyIsReadAgainAsItWasWrittenAndOnlyItsOwnerMayReadIt(@TempDir Path folder) throws IOException {
        all.text("=cmd|x@corp.example \"Åse\" <ase@corp.example>");
        Path file = folder.resolve("key.json");
        key.write(file);
        PseudonymKey again = PseudonymKey.read(file);
        assertThat(again.size()).isEqualTo(key.size()).isPositive();
        assertThat(new Pseudonymiser(ALL, again, ip -> false).text("ase@corp.example"))
                .isEqualTo(all.text("ase@corp.example"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        Files.writeString(file, "[1]");
        assertThatThrownBy(() -> PseudonymKey.read(file)).isInstanceOf(CaseFileException.class)
                .hasMessage(PseudonymText.NOT_A_KEY.text(file));
    }
}
