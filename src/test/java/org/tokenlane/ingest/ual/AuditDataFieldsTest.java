package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

/** What makes AuditData hard to read, one oddity at a time. */
class AuditDataFieldsTest {

    /** The event of a record that is written here with apostrophes for quotes. */
    private static AuditEvent auditData(String json) {
        return UalFixture.auditData(json.replace('\'', '"'));
    }

    private static AuditEvent exchange(String more) {
        return auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Id':'1a2b3c4d-5e6f-4071-8293-a4b5c6d7e8f0','RecordType':1,"
                        + "'Workload':'Exchange'," + more + "}");
    }

    private static AuditEvent logon(String more) {
        return auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Id':'x','RecordType':15,'Workload':'AzureActiveDirectory',"
                        + more + "}");
    }

    @ParameterizedTest
    @CsvSource({ "15,SIGN_IN", "15.00,SIGN_IN", "AzureActiveDirectoryStsLogon,SIGN_IN",
        "azureActiveDirectoryStsLogon,SIGN_IN", "8,DIRECTORY_CHANGE",
        "AzureActiveDirectory,DIRECTORY_CHANGE",
        "294,RISK", "AadRiskDetection,RISK", "275,OPERATION", "6,OPERATION", "78,OPERATION" })
    void aRecordTypeIsKnownByNumberAndByName(String type, EventKind kind) {
        AuditEvent event = auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Operation':'Something','RecordType':'" + type
                        + "'}");
        assertThat(event.kind()).isEqualTo(kind);
    }

    @Test
    void withoutARecordTypeALogonIsKnownByItsOperation() {
        assertThat(auditData("{'CreationTime':'2026-09-10T06:35:44','Operation':'UserLoginFailed',"
                + "'Workload':'AzureActiveDirectory'}").kind()).isEqualTo(EventKind.SIGN_IN);
    }

    @ParameterizedTest
    @CsvSource({ "True,SUCCESS", "Succeeded,SUCCESS", "PartiallySucceeded,SUCCESS", "Success,SUCCESS", "False,FAILURE",
        "Failed,FAILURE",
        "Failure,FAILURE", "Odd,UNKNOWN" })
    void everySpellingOfAResultIsUnderstood(String status, EventResult result) {
        AuditEvent event = exchange("'Operation':'Set-Mailbox','ResultStatus':'" + status + "'");
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "UserLoginFailed,50126,FAILURE", "UserLoginFailed,50074,INTERRUPTED",
        "UserLoginFailed,50076,INTERRUPTED", "UserLoggedIn,0,SUCCESS",
        "UserLoggedIn,50140,SUCCESS" })
    void aLogonEndsAsItsOperationSays(String operation, String code, EventResult result) {
        assertThat(
                logon("'Operation':'" + operation + "','ResultStatus':'Success','ErrorNumber':'" + code + "'").result())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({ "Login:login,SIGN_IN_INTERACTIVE", "Cmsi:Cmsi,SIGN_IN_INTERACTIVE",
        "SAS:ProcessAuth,SIGN_IN_INTERACTIVE", "OAuth2:Token,SIGN_IN",
        "OAuth2:Authorize,SIGN_IN" })
    void onlyARequestThatShowsAPageIsSurelyInteractive(String request, EventKind kind) {
        assertThat(logon(
                "'Operation':'UserLoggedIn','ExtendedProperties':[{'Name':'RequestType','Value':'" + request + "'}]")
                .kind())
                .isEqualTo(kind);
    }

    @Test
    void namesThatDifferOnlyByCaseStayApartAndTheFirstOfEqualNamesWins() {
        AuditEvent event = exchange(
                "'operation':'lower','Operation':'Set-Mailbox','Operation':'Again','OPERATION':'upper'");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Set-Mailbox");
    }

    @Test
    void parametersAsTextDoNotHideTheRule() {
        AuditEvent event = exchange("'Operation':'New-InboxRule','ObjectId':'contoso.example\\\\adele',"
                + "'Parameters':'[{\\'Name\\':\\'Name\\',\\'Value\\':\\'..\\'}]'");
        assertThat(event.get(EventField.TARGET)).isEqualTo("contoso.example\\adele\\..");
    }

    @Test
    void aRuleMadeInOutlookIsNamedWithItsMailbox() {
        AuditEvent event = exchange("'Operation':'UpdateInboxRules','MailboxOwnerUPN':'Adele@contoso.example',"
                + "'OperationProperties':[{'Name':'RuleOperation','Value':'AddMailboxRule'},{'Name':'RuleName',"
                + "'Value':'tidy'}]");
        assertThat(event.get(EventField.TARGET)).isEqualTo("adele@contoso.example\\tidy");
    }

    @Test
    void aMailboxThatIsOnlyAGuidGivesWayToTheParametersName() {
        AuditEvent event = exchange("'Operation':'Set-Mailbox','ObjectId':'a1b2c3d4-0000-4000-8000-000000000001',"
                + "'Parameters':[{'Name':'Identity','Value':'bob@contoso.example'}]");
        assertThat(event.get(EventField.TARGET)).isEqualTo("bob@contoso.example");
    }

    @Test
    void aSentMessageIsNamedByItsSubject() {
        AuditEvent event = exchange(
                "'Operation':'SendAs','Item':{'Subject':'Overdue invoice','InternetMessageId':'<b@contoso.example>',"
                        + "'ParentFolder':{'Path':'\\\\Sent Items'}}");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Overdue invoice");
    }

    @Test
    void deletedMessagesAreNamedAndTheirDestinationToo() {
        AuditEvent event = exchange("'Operation':'MoveToDeletedItems','AffectedItems':[{'Subject':'A'},"
                + "{'InternetMessageId':'<c@contoso.example>'}],'DestFolder':{'Path':'\\\\Deleted Items'}");
        assertThat(event.get(EventField.TARGET)).isEqualTo("A; <c@contoso.example> \u2192 \\Deleted Items");
    }

    @Test
    void aSynchronisedFolderAndAnOpenedAttachmentAreNamed() {
        assertThat(exchange("'Operation':'MailItemsAccessed','Item':{'ParentFolder':{'Path':'\\\\Inbox'}}")
                .get(EventField.TARGET))
                .isEqualTo("\\Inbox");
        assertThat(exchange(
                "'Operation':'AttachmentAccess',"
                        + "'Messages':[{'MessageItems':[{'InternetMessageId':'<d@contoso.example>'}]}]")
                .get(EventField.TARGET))
                .isEqualTo("<d@contoso.example>");
    }

    @Test
    void objectsThatPowerShellWroteAsTextAreRead() {
        AuditEvent event = exchange(
                "'Operation':'MailItemsAccessed','OperationProperties':['@{Value=Bind; Name=MailAccessType}',"
                        + "'@{Value=True; Name=IsThrottled}'],"
                        + "'AppAccessContext':'@{AADSessionId=00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8; "
                        + "UniqueTokenId=G3oMXtKTSEyPYbJ9njoEAA}',"
                        + "'Folders':['@{Id=Lg/=; Path=\\\\Inbox; FolderItems=System.Object[]}']");
        assertThat(event.throttled()).isTrue();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(UalFixture.UTI);
        assertThat(event.get(EventField.TARGET)).isEqualTo("\\Inbox");
    }

    @Test
    void anEmptyAppAccessContextLeavesTheMailboxsSession() {
        AuditEvent event = exchange(
                "'Operation':'Set-Mailbox','AppAccessContext':{},'SessionId':'00A1B2C3-4D5E-6F70-8192-A3B4C5D6E7F8'");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("SessionId");
    }

    @Test
    void aSessionIdOutsideExchangeIsNotTheEntraSession() {
        AuditEvent event = auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Operation':'ViewReport','RecordType':20,'Workload':'PowerBI',"
                        + "'SessionId':'abc'}");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
    }

    @Test
    void aBackgroundTokensGuidIsKeptAsItIs() {
        AuditEvent event = exchange(
                "'Operation':'Create','AppAccessContext':{'UniqueTokenId':'AAAABBBB-1111-4222-8333-444455556666'}");
        assertThat(event.get(EventField.UTI)).isEqualTo("aaaabbbb-1111-4222-8333-444455556666");
    }

    @Test
    void anIdThatIsNoGuidIsNoKey() {
        AuditEvent event = logon("'Operation':'UserLoggedIn'");
        assertThat(event.key()).startsWith("content:");
        assertThat(event.get(EventField.RECORD_ID)).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({ "i:0#.f|membership|Adele@contoso.example,adele@contoso.example",
        "ServicePrincipal_3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13,",
        "app@sharepoint,app@sharepoint" })
    void aUserIsNamedAsFarAsTheRecordDoes(String userId, String upn) {
        AuditEvent event = exchange("'Operation':'Set-Mailbox','UserId':'" + userId + "'");
        assertThat(event.get(EventField.UPN)).isEqualTo(upn);
        assertThat(event.get(EventField.USER_OBJECT_ID))
                .isEqualTo(userId.startsWith("Service") ? UalFixture.OBJECT_ID : null);
    }

    @Test
    void anImpossibleTimeLeavesTheEventUndated() {
        AuditEvent event = auditData("{'CreationTime':'2026-09-10T06:35:99','Operation':'Set-Mailbox','RecordType':1}");
        assertThat(event.time()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.UNDATED);
    }

    @Test
    void aPairIsFoundUnderKeyInOneObjectAndInAnyCase() {
        String json = "{'a':[{'Key':'ClientName','Value':'x'}],'b':{'IsThrottled':true},"
                + "'c':[{'name':'MAILACCESSTYPE','value':'Sync'}]}";
        Value object = Fixture.text(json.replace('\'', '"')).getFirst();
        assertThat(NamedValues.value(object.get("a"), "ClientName").text()).isEqualTo("x");
        assertThat(NamedValues.value(object.get("b"), "IsThrottled").text()).isEqualTo("true");
        assertThat(NamedValues.value(object.get("c"), "MailAccessType").text()).isEqualTo("Sync");
    }

    @Test
    void aRoleIsGivenToAUserWhoIsNamedByUpn() {
        AuditEvent event = auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Operation':'Add member to role.','RecordType':8,"
                        + "'ObjectId':'Not Available',"
                        + "'Target':[{'ID':'User_3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13','Type':2},"
                        + "{'ID':'bob@contoso.example','Type':5}]}");
        assertThat(event.get(EventField.TARGET)).isEqualTo("bob@contoso.example");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("AzureActiveDirectory");
    }

    @Test
    void theApplicationThatAnAdministratorUsedIsNotTakenForTheAdministrator() {
        AuditEvent event = auditData("{'CreationTime':'2026-09-10T06:35:44','Operation':'Update user.','RecordType':8,"
                + "'ObjectId':'bob@contoso.example',"
                + "'Actor':[{'ID':'adele@contoso.example','Type':5},{'ID':'Admin Portal','Type':1},"
                + "{'ID':'aaaabbbb-0000-4000-8000-ccccddddeeee','Type':2},"
                + "{'ID':'User_3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13','Type':2},"
                + "{'ID':'3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13','Type':2}]}");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
        assertThat(event.get(EventField.APP_ID)).isEqualTo("aaaabbbb-0000-4000-8000-ccccddddeeee");
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Admin Portal");
        assertThat(event.get(EventField.TARGET)).isEqualTo("bob@contoso.example");
    }

    @Test
    void anApplicationKnownByManyAddressesIsNamedByItsName() {
        AuditEvent event = auditData(
                "{'CreationTime':'2026-09-10T06:35:44','Operation':'Add app role assignment to service principal.',"
                        + "'RecordType':8,"
                        + "'ObjectId':'https://mail.example;aaaabbbb-0000-4000-8000-ccccddddeeee',"
                        + "'Target':[{'ID':'Example Mail','Type':1}]}");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Example Mail");
    }
}
