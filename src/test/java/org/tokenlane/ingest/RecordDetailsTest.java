package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordOpener;

/** What is read from a stored record beyond its event: parameters, mail items, changes, targets, any field by name. */
class RecordDetailsTest {

    private static final String MAIL = "{'CreationTime':'2026-09-15T08:20:00','Id':'a1',"
            + "'Operation':'MailItemsAccessed','RecordType':50,'Workload':'Exchange','UserId':'adele@contoso.example',"
            + "'OperationProperties':[{'Name':'MailAccessType','Value':'Bind'},{'Name':'IsThrottled',"
            + "'Value':'False'}],'OperationCount':2,'Folders':[{'Path':'\\\\Inbox','FolderItems':["
            + "{'InternetMessageId':'<1@contoso.example>','SizeInBytes':4096},"
            + "{'InternetMessageId':'<2@contoso.example>','SizeInBytes':'1156492.00'}]}]}";
    private static final String RULE = "{'CreationTime':'2026-09-15T08:20:00','Id':'a2','Operation':'New-InboxRule',"
            + "'RecordType':1,'Workload':'Exchange','UserId':'adele@contoso.example',"
            + "'Parameters':[{'Name':'ForwardTo','Value':'x@mailbox.example'},{'Name':'DeleteMessage',"
            + "'Value':'True'}]}";

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static RecordDetail read(String file, String record) {
        return new RecordDetails().file(file.getBytes(StandardCharsets.UTF_8), Map.of())
                .detail(record.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordDetail readJson(String record) {
        return read(json(record), json(record));
    }

    private static RecordDetail inPurviewCsv(String record) {
        String row = "a1,2026-09-15T08:20:00.0000000Z ,50,MailItemsAccessed,adele@contoso.example,\""
                + json(record).replace("\"", "\"\"") + "\",,";
        return read(
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,"
                        + "AssociatedAdminUnitsNames\r\n"
                        + row + "\r\n",
                row);
    }

    @Test
    void ofSeveralEventsInOneRecordEachHasItsOwnDetail() {
        String record = json("{'AuditData':[" + MAIL + "," + RULE + "]}");
        RecordOpener.File file = new RecordDetails().file(record.getBytes(StandardCharsets.UTF_8), Map.of());
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        assertThat(file.detail(bytes, () -> "a1").items()).hasSize(2);
        assertThat(file.detail(bytes, () -> "a2").items()).isEmpty();
        assertThat(file.detail(bytes, () -> "a2").parameter("ForwardTo")).isEqualTo("x@mailbox.example");
        assertThat(file.detail(bytes, () -> "a3").items()).as("the first where none has the id").hasSize(2);
    }

    @Test
    void theFieldsAloneAreThoseOfTheWholeDetail() {
        String record = json("{'AuditData':[" + MAIL + "," + RULE + "]}");
        RecordOpener.File file = new RecordDetails().file(record.getBytes(StandardCharsets.UTF_8), Map.of());
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        for (String id : List.of("a1", "a2", "a3")) {
            assertThat(file.fields(bytes, () -> id).all()).isNotEmpty()
                    .isEqualTo(file.detail(bytes, () -> id).fields().all());
        }
        assertThat(file.fields("{".getBytes(StandardCharsets.UTF_8), () -> null).all()).isEmpty();
    }

    @Test
    void mailItemsAreReadWithFolderAndSize() {
        assertThat(readJson(MAIL).items()).containsExactly(
                new RecordDetail.MailItem("<1@contoso.example>", "\\Inbox", null, 4096),
                new RecordDetail.MailItem("<2@contoso.example>", "\\Inbox", null, 1_156_492));
        assertThat(readJson(MAIL).parameter("mailaccesstype")).isEqualTo("Bind");
    }

    @Test
    void aRowOfACsvTellsTheSameAsTheObjectInside() {
        assertThat(inPurviewCsv(MAIL).items()).isEqualTo(readJson(MAIL).items());
        assertThat(inPurviewCsv(MAIL).fields().values("AssociatedAdminUnits")).isEmpty();
        assertThat(inPurviewCsv(MAIL).fields().values("RecordId")).containsExactly("a1");
    }

    @Test
    void parametersOfACmdletAreReadByNameAlsoAsPowerShellWritesThem() {
        assertThat(readJson(RULE).parameters()).containsEntry("ForwardTo", "x@mailbox.example")
                .containsEntry("DeleteMessage", "True");
        RecordDetail powerShell = readJson(
                "{'CreationTime':'2026-09-15T08:20:00','Id':'a2','Operation':'New-InboxRule','RecordType':1,"
                        + "'Workload':'Exchange',"
                        + "'Parameters':['@{Name=ForwardTo; Value=x@mailbox.example}','@{Name=DeleteMessage; "
                        + "Value=True}']}");
        assertThat(powerShell.parameters()).containsEntry("ForwardTo", "x@mailbox.example")
                .containsEntry("DeleteMessage", "True");
    }

    @Test
    void aSubjectAndAFolderOfADeletedMailAreRead() {
        RecordDetail deleted = readJson(
                "{'CreationTime':'2026-09-15T08:20:00','Id':'a3','Operation':'SoftDelete','RecordType':3,"
                        + "'Workload':'Exchange',"
                        + "'AffectedItems':[{'InternetMessageId':'<9@x>','Subject':'Re: Faktura',"
                        + "'ParentFolder':{'Path':'\\\\Inbox'}}]}");
        assertThat(deleted.items()).containsExactly(new RecordDetail.MailItem("<9@x>", "\\Inbox", "Re: Faktura", -1));
    }

    @Test
    void aSynchronisedFolderIsNamedWithoutItems() {
        RecordDetail sync = readJson(
                "{'CreationTime':'2026-09-15T08:20:00','Id':'a4','Operation':'MailItemsAccessed','RecordType':50,"
                        + "'Workload':'Exchange',"
                        + "'Item':{'ParentFolder':{'Id':'x','Name':'Inbox','Path':'\\\\Inbox'}},"
                        + "'OperationProperties':[{'Name':'MailAccessType','Value':'Sync'}]}");
        assertThat(sync.items()).isEmpty();
        assertThat(sync.folder()).isEqualTo("\\Inbox");
    }

    @Test
    void directoryChangesAreReadFromGraphAndFromTheAuditLog() {
        RecordDetail graph = readJson(
                "{'id':'d1','activityDisplayName':'Add member to role','activityDateTime':'2026-09-15T08:20:00Z',"
                        + "'category':'RoleManagement','result':'success',"
                        + "'initiatedBy':{'user':{'id':'u1','userPrincipalName':'a@contoso.example'}},"
                        + "'targetResources':[{'id':'t1','type':'User','userPrincipalName':'b@contoso.example',"
                        + "'modifiedProperties':[{'displayName':'Role.DisplayName','oldValue':null,"
                        + "'newValue':'\\\"Global Administrator\\\"'}]}],"
                        + "'additionalDetails':[{'key':'User-Agent','value':'EvoSTS'}]}");
        assertThat(graph.changedTo("role.displayname")).isEqualTo("Global Administrator");
        assertThat(graph.targets()).containsExactly(new RecordDetail.Target("User", "t1", "b@contoso.example"));
        assertThat(graph.parameter("User-Agent")).isEqualTo("EvoSTS");
        RecordDetail audited = readJson(
                "{'CreationTime':'2026-09-15T08:20:00','Id':'a5','Operation':'Add member to role.','RecordType':8,"
                        + "'Workload':'AzureActiveDirectory',"
                        + "'ModifiedProperties':[{'Name':'Role.DisplayName','NewValue':'Global Administrator',"
                        + "'OldValue':''}],'Target':[{'ID':'b@contoso.example','Type':5}]}");
        assertThat(audited.changedTo("Role.DisplayName")).isEqualTo("Global Administrator");
        assertThat(audited.targets()).extracting(RecordDetail.Target::name).contains("b@contoso.example");
    }

    @Test
    void anyFieldIsFoundByItsPathInAnyCaseThroughArraysPairsAndTextsOfJson() {
        assertThat(readJson(RULE).fields().values("parameters.ForwardTo")).containsExactly("x@mailbox.example");
        assertThat(readJson(MAIL).fields().values("Folders.FolderItems.InternetMessageId"))
                .containsExactly("<1@contoso.example>", "<2@contoso.example>");
        assertThat(inPurviewCsv(MAIL).fields().values("AuditData.UserId")).containsExactly("adele@contoso.example");
        assertThat(readJson(MAIL).fields().values("NoSuchField")).isEmpty();
        assertThat(readJson(MAIL).fields().all()).contains("<2@contoso.example>", "MailItemsAccessed");
    }

    @Test
    void aRecordThatIsNoneAnyMoreHasNoDetail() {
        assertThat(readJson("{'unknown':true}")).isEqualTo(RecordDetail.NONE);
        assertThat(read(json(MAIL), "{\"cut")).isEqualTo(RecordDetail.NONE);
    }
}
