package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;

/**
 * Two sessions of one user at one address, and an operation at 08:30 that names neither: what it says of its device,
 * user agent, mail client, application or file chooses one of them, or just does not.
 */
class RivalSessionsTest {

    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/"
            + "139.0.0.0 Safari/537.36 Edg/139.0.0.0";
    private static final String OLD_EDGE = EDGE.replace("139", "138");
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/"
            + "139.0.0.0 Safari/537.36";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/"
            + "605.1.15 Version/18.6 Mobile/15E148 Safari/604.1";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
            + "Version/18.6 Safari/605.1.15";
    private static final String TEAMS = EDGE + " Teams/25163.3611";
    private static final String EXCEL = "Microsoft Office Excel/16.0.19029 (Windows/10.0; Desktop x64; en-US)";
    private static final String OWA = "Client=OWA;Action=ViaProxy";
    private static final String OUTLOOK_IOS = "Client=OutlookService;Outlook-iOS/2.0;";
    private static final String OUTLOOK = "Client=MSExchangeRPC";
    private static final String LAPTOP = "61000000-0000-4000-8000-000000000001";
    private static final String TABLET = "61000000-0000-4000-8000-000000000002";
    private static final String WEB_APP = "9199bf20-a13f-4107-85dc-02114787ef48";
    private static final String TEAMS_APP = "1fec8e78-bce4-4aaf-ab1b-5451cc387264";
    private static final String HOME_APP = "4765445b-32c6-49b0-83e6-1d93765276ca";

    @TempDir
    private Path folder;
    private TestCase test;
    private final List<String> signIns = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static String session(char name) {
        return "00c46fa3-45a8-11c0-96d6-00000000000" + name;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** A sign-in of session a or b at 203.0.113.1. */
    private RivalSessionsTest signIn(char session, String time, String agent, String app, String device) {
        return signIn(session, time, agent, app, device, "nonInteractiveUser", 0, "203.0.113.1");
    }

    private RivalSessionsTest signIn(char session, String time, String agent, String app, String device, String type,
            int code, String ip) {
        signIns.add(("{'id':'c42bc73e-1db5-4f71-ad79-0000000%03d00','createdDateTime':'2026-09-15T%sZ',"
                + "'userPrincipalName':'adele@contoso.example','userId':'2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10',"
                + "'appId':'%s','appDisplayName':'App','ipAddress':'%s','sessionId':'%s','userAgent':'%s',"
                + "'deviceDetail':{'deviceId':'%s'},'isInteractive':%s,"
                + "'signInEventTypes':['%s'],'status':{'errorCode':%d}}")
                .formatted(signIns.size(), time, app, ip, session(session), agent, device,
                        type.equals("interactiveUser"), type, code));
        return this;
    }

    private RivalSessionsTest signIn(char session, String agent) {
        return signIn(session, "08:00:00", agent, HOME_APP, "");
    }

    /** An audit record of SharePoint; the session is left out where it is blank. */
    private RivalSessionsTest record(char session, String time, String operation, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Workload", "SharePoint");
        fields.put("UserId", "adele@contoso.example");
        fields.put("ClientIP", "203.0.113.1");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        StringBuilder more = new StringBuilder();
        fields.forEach((name, value) -> more.append(',').append(quoted(name)).append(':').append(quoted(value)));
        operations.add(("{'CreationTime':'2026-09-15T%s','Id':'10000000-0000-4000-8000-%012d','Operation':'%s',"
                + "'OrganizationId':'75243ab2-44f8-435c-a7a6-b479385df6d4','RecordType':%d%s%s}")
                .formatted(time, operations.size(), operation, fields.get("Workload").equals("Exchange") ? 2 : 6,
                        session == ' ' ? ""
                                : ",'AppAccessContext':{'AADSessionId':'" + session(session) + "'}",
                        more));
        return this;
    }

    private RivalSessionsTest mail(char session, String time, String client, String... more) {
        List<String> fields = new ArrayList<>(List.of("Workload", "Exchange", "ClientInfoString", client));
        fields.addAll(List.of(more));
        return record(session, time, "Send", fields.toArray(String[]::new));
    }

    /** The rule by which the last operation is linked and the letter of its session. */
    private String linked() {
        test.load(test.write("signins.json", ("[" + String.join(",", signIns) + "]").replace('\'', '"')));
        test.load(test.write("audit.jsonl", String.join("\n", operations).replace('\'', '"') + "\n"));
        Correlation correlation = Correlation.upToDate(test.caseFile());
        String id = "10000000-0000-4000-8000-%012d".formatted(operations.size() - 1);
        for (int event = 0; event < correlation.events().size(); event++) {
            if (id.equals(correlation.events().text(EventField.RECORD_ID, event))) {
                String name = correlation.events().dictionary(EventField.SESSION_ID).get(correlation.session(event));
                assertThat(correlation.rule(event).isInferred()).isEqualTo(name != null);
                return correlation.rule(event) + " " + (name == null ? "-" : name.substring(name.length() - 1));
            }
        }
        throw new AssertionError("the operation was not stored");
    }

    private void assertLinked(LinkRule rule, char session) {
        assertThat(linked()).isEqualTo(rule + " " + session);
    }

    private void assertUnlinked() {
        assertThat(linked()).isEqualTo(LinkRule.NONE + " -");
    }

    // the user agent

    @Test
    void theUserAgentOfOneOfTwoSessionsChoosesIt() {
        signIn('a', EDGE).signIn('b', IPHONE).record(' ', "08:30:00", "PageViewed", "UserAgent", IPHONE);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @Test
    void aUserAgentThatBothSessionsUseChoosesNeither() {
        signIn('a', EDGE).signIn('b', EDGE).record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertUnlinked();
    }

    @Test
    void aUserAgentThatDiffersFromBothOnlyInItsVersionChoosesNeither() {
        signIn('a', EDGE).signIn('b', EDGE.replace("139", "137"))
                .record(' ', "08:30:00", "PageViewed", "UserAgent", OLD_EDGE);
        assertUnlinked();
    }

    @Test
    void aUserAgentOfOneSessionThatTheOtherMayHaveBeenUpdatedToChoosesNeither() {
        signIn('a', EDGE).signIn('b', OLD_EDGE).record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertUnlinked();
    }

    @ParameterizedTest
    @CsvSource({ "08:30:01, USER_IP_TIME_AGENT a", "08:30:00, NONE -" })
    void theOtherSessionIsOutWhereItHadTheOlderVersionEvenLater(String later, String expected) {
        signIn('a', EDGE).signIn('b', OLD_EDGE).signIn('b', later, OLD_EDGE, HOME_APP, "")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertThat(linked()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "08:29:59, USER_IP_TIME_AGENT b", "08:30:00, NONE -" })
    void theOtherSessionIsOutWhereItHadTheNewerVersionBefore(String before, String expected) {
        signIn('a', before, EDGE, HOME_APP, "").signIn('b', OLD_EDGE)
                .record('a', "08:20:00", "PageViewed")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", OLD_EDGE);
        assertThat(linked()).isEqualTo(expected);
    }

    @Test
    void aSessionWhoseBrowserWasUpdatedBeforeIsNotTheOneOfTheOldVersion() {
        signIn('a', OLD_EDGE).signIn('a', "08:20:00", EDGE, HOME_APP, "").signIn('b', OLD_EDGE)
                .record(' ', "08:30:00", "PageViewed", "UserAgent", OLD_EDGE);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @Test
    void aSessionWhoseBrowserIsUpdatedLaterIsNotTheOneOfTheNewVersion() {
        signIn('a', OLD_EDGE).signIn('a', "08:40:00", EDGE, HOME_APP, "").signIn('b', EDGE)
                .record('a', "08:35:00", "PageViewed", "UserAgent", OLD_EDGE)
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @Test
    void twoVersionsSideBySideAreTwoProgramsAndNoUpdate() {
        signIn('a', OLD_EDGE).signIn('a', "08:10:00", EDGE, HOME_APP, "")
                .signIn('a', "08:40:00", OLD_EDGE, HOME_APP, "")
                .signIn('b', OLD_EDGE).record(' ', "08:30:00", "PageViewed", "UserAgent", OLD_EDGE);
        assertUnlinked();
    }

    @Test
    void aBrowserIsNotTheOneOfAnotherBrowsersSession() {
        signIn('a', EDGE).signIn('b', CHROME).record(' ', "08:30:00", "PageViewed", "UserAgent", CHROME);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @ParameterizedTest
    @ValueSource(strings = { TEAMS, EXCEL })
    void aProgramBesideTheBrowserMayBelongToEverySessionOnTheSameSystem(String program) {
        signIn('a', EDGE).signIn('b', EDGE).record('b', "08:10:00", "PageViewed", "UserAgent", program)
                .record(' ', "08:30:00", "PageViewed", "UserAgent", program);
        assertUnlinked();
    }

    @Test
    void aProgramOfAComputerIsNotThePhones() {
        signIn('a', IPHONE).signIn('b', EDGE).record('b', "08:10:00", "PageViewed", "UserAgent", EXCEL)
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EXCEL);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @Test
    void aTabletMayAskForPagesAsAMacDoes() {
        String tablet = IPHONE.replace("iPhone", "iPad");
        signIn('a', MAC).signIn('b', tablet).record(' ', "08:30:00", "PageViewed", "UserAgent", MAC);
        assertUnlinked();
    }

    @Test
    void aPhoneIsNoMac() {
        signIn('a', MAC).signIn('b', IPHONE).record(' ', "08:30:00", "PageViewed", "UserAgent", MAC);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'a');
    }

    @Test
    void aServiceThatActsForTheUserMayDoSoForBoth() {
        signIn('a', EDGE).signIn('b', IPHONE).record('a', "08:10:00", "PageViewed", "UserAgent", "MSWAC")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", "MSWAC");
        assertUnlinked();
    }

    @Test
    void aSessionOfWhoseProgramsNothingIsKnownMayBeTheOne() {
        signIn('a', "").signIn('b', IPHONE).record(' ', "08:30:00", "PageViewed", "UserAgent", IPHONE);
        assertUnlinked();
    }

    @Test
    void aScriptIsTheSessionsThatUsedIt() {
        signIn('a', EDGE).signIn('b', "python-requests/2.32.3")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", "python-requests/2.32.3");
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    // time and address

    @ParameterizedTest
    @CsvSource({ "07:30:00, USER_IP_TIME_AGENT b", "07:29:59, NONE -" })
    void theChosenSessionWasSeenWithinTheHourBefore(String last, String expected) {
        signIn('a', EDGE).signIn('b', last, IPHONE, HOME_APP, "")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", IPHONE);
        assertThat(linked()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "07:00:00, NONE -", "06:59:59, USER_IP_TIME a" })
    void anotherSessionIsARivalAsLongAsItsTokenMayBeValid(String last, String expected) {
        signIn('a', EDGE).signIn('b', last, EDGE, HOME_APP, "")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertThat(linked()).isEqualTo(expected);
    }

    @Test
    void betweenTwoSessionsAnEventIsOfTheFirstOnlyWithItsUserAgent() {
        signIn('a', EDGE).signIn('b', "09:00:00", IPHONE, HOME_APP, "")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", IPHONE);
        assertUnlinked();
    }

    @Test
    void theOnlySessionIsNotTheOneOfAnotherSystem() {
        signIn('a', EDGE).record(' ', "08:30:00", "PageViewed", "UserAgent", IPHONE);
        assertUnlinked();
    }

    @Test
    void theOnlySessionIsNotTheOneOfAnotherDevice() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).record(' ', "08:30:00", "PageViewed", "DeviceId", TABLET);
        assertUnlinked();
    }

    @Test
    void theOnlySessionMayHaveADeviceThatItsSignInDoesNotGive() {
        signIn('a', EDGE).record(' ', "08:30:00", "PageViewed", "DeviceId", TABLET);
        assertLinked(LinkRule.USER_IP_TIME, 'a');
    }

    @Test
    void theOnlySessionKeepsTheEventOfANewerVersion() {
        signIn('a', OLD_EDGE).record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertLinked(LinkRule.USER_IP_TIME, 'a');
    }

    @Test
    void aRivalAtAnotherAddressIsNone() {
        signIn('a', EDGE).signIn('b', "08:00:00", EDGE, HOME_APP, "", "nonInteractiveUser", 0, "203.0.113.2")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertLinked(LinkRule.USER_IP_TIME, 'a');
    }

    @ParameterizedTest
    @CsvSource({ "0, NONE -", "50126, USER_IP_TIME a", "50074, USER_IP_TIME a" })
    void aSessionThatNobodyEnteredIsNoRival(int code, String expected) {
        signIn('a', EDGE).signIn('b', "08:00:00", EDGE, HOME_APP, "", "interactiveUser", code, "203.0.113.1")
                .record(' ', "08:30:00", "PageViewed", "UserAgent", EDGE);
        assertThat(linked()).isEqualTo(expected);
    }

    // the device

    @Test
    void theDeviceOfOneOfTwoSessionsChoosesIt() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).signIn('b', "08:00:00", EDGE, HOME_APP, TABLET)
                .record(' ', "08:30:00", "PageViewed", "DeviceId", TABLET);
        assertLinked(LinkRule.USER_IP_TIME_DEVICE, 'b');
    }

    @Test
    void aDeviceOfBothSessionsChoosesNeither() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).signIn('b', "08:00:00", EDGE, HOME_APP, LAPTOP)
                .record(' ', "08:30:00", "PageViewed", "DeviceId", LAPTOP);
        assertUnlinked();
    }

    @Test
    void aSessionWithoutSignInsOnRecordMayHaveTheDevice() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).record('b', "08:00:00", "PageViewed")
                .record(' ', "08:30:00", "PageViewed", "DeviceId", LAPTOP);
        assertUnlinked();
    }

    @Test
    void aDeviceAgainstTheUserAgentChoosesNeither() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).signIn('b', "08:00:00", IPHONE, HOME_APP, TABLET)
                .record(' ', "08:30:00", "PageViewed", "DeviceId", LAPTOP, "UserAgent", IPHONE);
        assertUnlinked();
    }

    @Test
    void theDeviceIsNamedBeforeTheUserAgentThatAgrees() {
        signIn('a', "08:00:00", EDGE, HOME_APP, LAPTOP).signIn('b', "08:00:00", IPHONE, HOME_APP, TABLET)
                .record(' ', "08:30:00", "PageViewed", "DeviceId", TABLET, "UserAgent", IPHONE);
        assertLinked(LinkRule.USER_IP_TIME_DEVICE, 'b');
    }

    // the mail client

    @Test
    void theMailClientOfOneOfTwoSessionsChoosesIt() {
        signIn('a', EDGE).signIn('b', EDGE).mail('a', "08:10:00", OWA).mail('b', "08:10:00", OUTLOOK + "X")
                .mail(' ', "08:30:00", OWA);
        assertLinked(LinkRule.USER_IP_TIME_CLIENT, 'a');
    }

    @Test
    void aMailClientOfBothSessionsChoosesNeither() {
        signIn('a', EDGE).signIn('b', EDGE).mail('a', "08:10:00", OWA).mail('b', "08:10:00", OWA)
                .mail(' ', "08:30:00", OWA);
        assertUnlinked();
    }

    @Test
    void aMailClientThatDiffersOnlyInWhatFollowsItsNameMayBeTheSame() {
        signIn('a', EDGE).signIn('b', EDGE).mail('a', "08:10:00", OWA).mail('b', "08:10:00", "Client=OWA;Action=Get")
                .mail(' ', "08:30:00", OWA);
        assertUnlinked();
    }

    @Test
    void aSessionWithoutMailOnRecordMayHaveUsedTheClient() {
        signIn('a', EDGE).signIn('b', EDGE).mail('a', "08:10:00", OWA).mail(' ', "08:30:00", OWA);
        assertUnlinked();
    }

    @Test
    void aMailClientOfPhonesIsThePhones() {
        signIn('a', EDGE).signIn('b', IPHONE).mail(' ', "08:30:00", OUTLOOK_IOS);
        assertLinked(LinkRule.USER_IP_TIME_CLIENT, 'b');
    }

    @Test
    void aMailClientOfPhonesAndTabletsMayBeOfBoth() {
        signIn('a', MAC).signIn('b', IPHONE).mail(' ', "08:30:00", OUTLOOK_IOS);
        assertUnlinked();
    }

    @Test
    void aMailClientOfWindowsIsNotThePhones() {
        signIn('a', EDGE).signIn('b', IPHONE).mail(' ', "08:30:00", OUTLOOK);
        assertLinked(LinkRule.USER_IP_TIME_CLIENT, 'a');
    }

    @Test
    void aUserAgentWithinTheClientStringCountsAsOne() {
        signIn('a', EDGE).signIn('b', IPHONE).mail(' ', "08:30:00", "Client=OWA;" + IPHONE);
        assertLinked(LinkRule.USER_IP_TIME_AGENT, 'b');
    }

    @Test
    void theProgrammingInterfaceNamesNoMailClient() {
        signIn('a', EDGE).signIn('b', EDGE).mail('a', "08:10:00", "Client=REST;Client=RESTSystem;;")
                .mail('b', "08:10:00", OWA).mail(' ', "08:30:00", "Client=REST;Client=RESTSystem;;");
        assertUnlinked();
    }

    // the application

    @Test
    void theApplicationOfOneOfTwoSessionsChoosesIt() {
        signIn('a', "08:00:00", EDGE, WEB_APP, "").signIn('b', "08:00:00", EDGE, TEAMS_APP, "")
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertLinked(LinkRule.USER_IP_TIME_APP, 'b');
    }

    @Test
    void anApplicationThatBothSessionsUsedChoosesNeither() {
        signIn('a', "08:00:00", EDGE, TEAMS_APP, "").signIn('b', "08:00:00", EDGE, TEAMS_APP, "")
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertUnlinked();
    }

    @Test
    void anApplicationThatTheOtherSessionUsedLongBeforeChoosesNeither() {
        signIn('a', "05:00:00", EDGE, TEAMS_APP, "").signIn('a', "08:00:00", EDGE, WEB_APP, "")
                .signIn('b', "08:00:00", EDGE, TEAMS_APP, "")
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertUnlinked();
    }

    @ParameterizedTest
    @CsvSource({ "07:30:00, USER_IP_TIME_APP b", "07:29:59, NONE -", "08:30:00, USER_IP_TIME_APP b",
        "08:30:01, NONE -" })
    void theTokenForTheApplicationIsIssuedBeforeTheEventAndStillValid(String issued, String expected) {
        signIn('a', "08:00:00", EDGE, WEB_APP, "").signIn('b', "07:00:00", EDGE, HOME_APP, "")
                .signIn('b', "08:25:00", EDGE, HOME_APP, "").signIn('b', issued, EDGE, TEAMS_APP, "")
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertThat(linked()).isEqualTo(expected);
    }

    @Test
    void aSessionWhoseRenewalsAreNotOnRecordMayHaveATokenForTheApplication() {
        signIn('a', "08:00:00", EDGE, HOME_APP, "", "interactiveUser", 0, "203.0.113.1")
                .signIn('b', "08:00:00", EDGE, TEAMS_APP, "")
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertUnlinked();
    }

    @Test
    void aSessionThatUsedAnotherApplicationInTheServiceIsNotTheOne() {
        signIn('a', "08:00:00", EDGE, HOME_APP, "", "interactiveUser", 0, "203.0.113.1")
                .signIn('b', "08:00:00", EDGE, TEAMS_APP, "")
                .record('a', "08:10:00", "PageViewed", "ClientAppId", WEB_APP)
                .record(' ', "08:30:00", "PageViewed", "ClientAppId", TEAMS_APP);
        assertLinked(LinkRule.USER_IP_TIME_APP, 'b');
    }

    // the file

    private static final String FILE = "https://contoso.sharepoint.example/sites/finance/Draft.docx";

    @ParameterizedTest
    @CsvSource({ "05:30:00, USER_IP_TIME_FILE b", "05:29:59, NONE -",
        "08:30:00, USER_IP_TIME_FILE b", "08:30:01, NONE -" })
    void anExtendedAccessGoesOnInTheSessionThatOpenedTheFileInTheThreeHoursBefore(String opened, String expected) {
        signIn('a', EDGE).signIn('b', "05:00:00", EDGE, HOME_APP, "").signIn('b', EDGE)
                .record('b', opened, "FileAccessed", "ObjectId", FILE)
                .record(' ', "08:30:00", "FileAccessedExtended", "ObjectId", FILE);
        assertThat(linked()).isEqualTo(expected);
    }

    @Test
    void aModificationGoesOnInTheSessionThatModifiedTheFile() {
        signIn('a', EDGE).signIn('b', EDGE).record('b', "08:20:00", "FileModified", "ObjectId", FILE)
                .record(' ', "08:30:00", "FileModifiedExtended", "ObjectId", FILE);
        assertThat(linked()).isEqualTo("USER_IP_TIME_FILE b");
    }

    @Test
    void anExtendedAccessToAFileThatBothOpenedIsOfNeither() {
        signIn('a', EDGE).signIn('b', EDGE).record('a', "08:10:00", "FileAccessed", "ObjectId", FILE)
                .record('b', "08:20:00", "FileAccessed", "ObjectId", FILE)
                .record(' ', "08:30:00", "FileAccessedExtended", "ObjectId", FILE);
        assertUnlinked();
    }

    @Test
    void anExtendedAccessIsOfNeitherWhereTheFileWasAlsoOpenedWithoutASession() {
        signIn('a', EDGE).signIn('b', EDGE).record('b', "08:20:00", "FileAccessed", "ObjectId", FILE)
                .record(' ', "08:21:00", "FileAccessed", "ObjectId", FILE)
                .record(' ', "08:30:00", "FileAccessedExtended", "ObjectId", FILE);
        assertUnlinked();
    }

    @ParameterizedTest
    @CsvSource({ "FileModifiedExtended, Draft.docx", "FileAccessedExtended, Draft2.docx", "FileAccessed, Draft.docx",
        "FileSyncDownloadedFull, Draft.docx" })
    void anotherOperationOrFileDoesNotGoOnWithTheAccess(String operation, String file) {
        signIn('a', EDGE).signIn('b', EDGE).record('b', "08:20:00", "FileAccessed", "ObjectId", FILE)
                .record(' ', "08:30:00", operation, "ObjectId", FILE.replace("Draft.docx", file));
        assertUnlinked();
    }
}
