package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.session.LinkRule;

/**
 * By which rule an event joins a session: for each rule one that it joins, one that it just does not, and one where two
 * answers leave it alone.
 */
class LinkRulesTest {

    private static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    private static final String OTHER_SESSION = "00d57ab4-45a8-11c0-96d6-32c905791857";
    private static final String REQUEST = "c42bc73e-1db5-4f71-ad79-f198f21b8d00";
    private static final String OTHER_REQUEST = "7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00";
    private static final String UTI = Uti.fromRequestId(REQUEST).value();

    @TempDir
    private Path folder;
    private TestCase test;
    private final List<String> signIns = new ArrayList<>();
    private int records;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void signIn(String request, String session, String time, String ip, String correlation) {
        signIns.add(
                ("{'id':'%s','createdDateTime':'2026-09-15T%sZ','userPrincipalName':'adele@contoso.example',"
                        + "'userId':'2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10',"
                        + "'appId':'d3590ed6-52b3-4102-aeff-aad2292ab01c','appDisplayName':'Office',"
                        + "'ipAddress':'%s','correlationId':'%s','sessionId':'%s',"
                        + "'signInEventTypes':['interactiveUser'],'status':{'errorCode':0}}")
                        .formatted(request, time, ip, correlation, session));
    }

    private String operation(String more) {
        return ("{'CreationTime':'2026-09-15T08:30:00','Id':'10000000-0000-4000-8000-%012d',"
                + "'Operation':'FileAccessed','OrganizationId':'75243ab2-44f8-435c-a7a6-b479385df6d4',"
                + "'RecordType':6,'Workload':'SharePoint','UserId':'adele@contoso.example'%s}")
                .formatted(++records, more);
    }

    /** The rule by which the only operation of the case is linked, with the session. */
    private String linked(String operation) {
        test.load(test.write("signins.json", ("[" + String.join(",", signIns) + "]").replace('\'', '"')));
        test.load(test.write("audit.jsonl", operation.replace('\'', '"') + "\n"));
        Correlation correlation = Correlation.upToDate(test.caseFile());
        for (int event = 0; event < correlation.events().size(); event++) {
            if (!"Sign-in".equals(correlation.events().text(EventField.OPERATION, event))) {
                int session = correlation.session(event);
                return correlation.rule(event) + " "
                        + (session == 0 ? "-" : correlation.events().dictionary(EventField.SESSION_ID).get(session));
            }
        }
        throw new AssertionError("the operation was not stored");
    }

    @Test
    void aGivenTokenBringsTheSessionOfItsSignIn() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        assertThat(linked(operation(",'AppAccessContext':{'UniqueTokenId':'" + UTI + "'}")))
                .isEqualTo(LinkRule.UTI_GIVEN + " " + SESSION);
    }

    @Test
    void aTokenInOtherLettersIsAnotherToken() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        assertThat(linked(
                operation(",'AppAccessContext':{'UniqueTokenId':'" + UTI.toLowerCase(java.util.Locale.ROOT) + "'}")))
                .isEqualTo(LinkRule.UTI_GIVEN + " -");
    }

    @Test
    void aGivenSessionIsEnough() {
        assertThat(linkedWithout(
                operation(",'AppAccessContext':{'AADSessionId':'" + SESSION.toUpperCase(java.util.Locale.ROOT) + "'}")))
                .isEqualTo(LinkRule.SESSION_GIVEN + " " + SESSION);
    }

    private String linkedWithout(String operation) {
        signIn(OTHER_REQUEST, OTHER_SESSION, "01:00:00", "198.51.100.9", "z");
        return linked(operation);
    }

    private String logon(String intraSystemId) {
        return ("{'CreationTime':'2026-09-15T08:00:00','Id':'20000000-0000-4000-8000-000000000001',"
                + "'Operation':'UserLoggedIn','OrganizationId':'75243ab2-44f8-435c-a7a6-b479385df6d4',"
                + "'RecordType':15,'Workload':'AzureActiveDirectory','UserId':'adele@contoso.example',"
                + "'ActorIpAddress':'198.51.100.77','IntraSystemId':'%s'}")
                .formatted(intraSystemId);
    }

    @Test
    void anAuditLogonJoinsTheSignInThatItsIntraSystemIdNames() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        assertThat(linked(logon(REQUEST))).isEqualTo(LinkRule.INTRA_SYSTEM_ID + " " + SESSION);
        assertThat(LinkRule.INTRA_SYSTEM_ID.isInferred()).isTrue();
        assertThat(LinkRule.INTRA_SYSTEM_ID.confidence()).isLessThan(1);
    }

    @Test
    void anAuditLogonOfAnUnknownSignInJoinsNothing() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        assertThat(linked(logon(OTHER_REQUEST))).isEqualTo(LinkRule.NONE + " -");
    }

    private String issued(String time) {
        return operation(
                ",'ClientAppId':'d3590ed6-52b3-4102-aeff-aad2292ab01c',"
                        + "'AppAccessContext':{'ClientAppId':'d3590ed6-52b3-4102-aeff-aad2292ab01c',"
                        + "'IssuedAtTime':'2026-09-15T"
                        + time + "'}");
    }

    @Test
    void aTokensIssueTimeFiveMinutesBeforeASignInOfUserAndAppJoinsIt() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.1", "a");
        assertThat(linked(issued("08:00:01"))).isEqualTo(LinkRule.TOKEN_ISSUE_TIME + " " + SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = { "07:59:58", "08:00:02" })
    void anIssueTimeTwoSecondsOffIsStillTheSame(String issued) {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.1", "a");
        assertThat(linked(issued(issued))).isEqualTo(LinkRule.TOKEN_ISSUE_TIME + " " + SESSION);
    }

    @ParameterizedTest
    @CsvSource({ "08:04:58, true", "08:04:57.9999999, false", "08:05:02, true", "08:05:02.0000001, false" })
    void theSignInMayBeTwoSecondsFromTheIssueTimeAndNotAMomentMore(String signIn, boolean joins) {
        signIn(REQUEST, SESSION, signIn, "203.0.113.1", "a");
        assertThat(linked(issued("08:00:00")))
                .isEqualTo(joins ? LinkRule.TOKEN_ISSUE_TIME + " " + SESSION : LinkRule.NONE + " -");
    }

    @Test
    void anIssueTimeThreeSecondsTooEarlyJoinsNothing() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.1", "a");
        assertThat(linked(issued("07:59:57"))).isEqualTo(LinkRule.NONE + " -");
    }

    @ParameterizedTest
    @ValueSource(strings = { "07:30:00", "08:30:00" })
    void userAndAddressAtTheFirstMomentOrJustAnHourBehindTheLastJoinIt(String signIn) {
        signIn(REQUEST, SESSION, signIn, "203.0.113.1", "a");
        assertThat(linked(operation(",'ClientIP':'203.0.113.1'"))).isEqualTo(LinkRule.USER_IP_TIME + " " + SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = { "07:29:59", "08:30:01" })
    void userAndAddressASecondBeyondJoinNothing(String signIn) {
        signIn(REQUEST, SESSION, signIn, "203.0.113.1", "a");
        assertThat(linked(operation(",'ClientIP':'203.0.113.1'"))).isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void anIssueTimeThreeSecondsOffJoinsNothing() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.1", "a");
        assertThat(linked(issued("08:00:03"))).isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void twoSignInsOfOneIssueTimeLeaveTheOperationAlone() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.1", "a");
        signIn(OTHER_REQUEST, OTHER_SESSION, "08:05:01", "203.0.113.2", "b");
        assertThat(linked(issued("08:00:00"))).isEqualTo(LinkRule.NONE + " -");
    }

    private String correlated(String id) {
        return operation(",'AppAccessContext':{'CorrelationId':'" + id + "'}");
    }

    @Test
    void theCorrelationIdOfOneSessionJoinsIt() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "50000000-0000-4000-8000-000000000001");
        assertThat(linked(correlated("50000000-0000-4000-8000-000000000001")))
                .isEqualTo(LinkRule.CORRELATION_ID + " " + SESSION);
    }

    @Test
    void anotherCorrelationIdJoinsNothing() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "50000000-0000-4000-8000-000000000001");
        assertThat(linked(correlated("50000000-0000-4000-8000-000000000002"))).isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void aCorrelationIdOfTwoSessionsJoinsNothing() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "50000000-0000-4000-8000-000000000001");
        signIn(OTHER_REQUEST, OTHER_SESSION, "08:00:00", "203.0.113.2", "50000000-0000-4000-8000-000000000001");
        assertThat(linked(correlated("50000000-0000-4000-8000-000000000001"))).isEqualTo(LinkRule.NONE + " -");
    }

    private static final String CORRELATION = "50000000-0000-4000-8000-000000000001";
    private static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";

    /** An operation at the address of the session's sign-in, with a correlation id and an issue time. */
    private String saysMore(String app, String issued) {
        return operation(",'ClientIP':'203.0.113.1','ClientAppId':'" + app + "','AppAccessContext':{'ClientAppId':'"
                + app + "','IssuedAtTime':'2026-09-15T" + issued + "','CorrelationId':'" + CORRELATION + "'}");
    }

    @Test
    void theIssueTimeIsStrongerThanTheCorrelationIdOfAnotherSession() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.9", "a");
        signIn(OTHER_REQUEST, OTHER_SESSION, "01:00:00", "203.0.113.1", CORRELATION);
        assertThat(linked(saysMore(OFFICE, "08:00:00"))).isEqualTo(LinkRule.TOKEN_ISSUE_TIME + " " + SESSION);
    }

    @Test
    void theCorrelationIdIsStrongerThanUserAndAddress() {
        signIn(REQUEST, SESSION, "08:20:00", "203.0.113.1", "a");
        signIn(OTHER_REQUEST, OTHER_SESSION, "01:00:00", "203.0.113.9", CORRELATION);
        assertThat(linked(saysMore(OFFICE, "08:00:00"))).isEqualTo(LinkRule.CORRELATION_ID + " " + OTHER_SESSION);
    }

    @Test
    void whereIssueTimeAndCorrelationIdSayNothingUserAndAddressDo() {
        signIn(REQUEST, SESSION, "08:20:00", "203.0.113.1", "a");
        assertThat(linked(saysMore(OFFICE, "08:00:00"))).isEqualTo(LinkRule.USER_IP_TIME + " " + SESSION);
    }

    @Test
    void whereTheCorrelationIdIsOfTwoSessionsUserAndAddressDecide() {
        signIn(REQUEST, SESSION, "08:20:00", "203.0.113.1", CORRELATION);
        signIn(OTHER_REQUEST, OTHER_SESSION, "08:20:00", "203.0.113.9", CORRELATION);
        assertThat(linked(saysMore(OFFICE, "07:00:00"))).isEqualTo(LinkRule.USER_IP_TIME + " " + SESSION);
    }

    @Test
    void theIssueTimeOfAnotherApplicationsTokenJoinsNothing() {
        signIn(REQUEST, SESSION, "08:05:00", "203.0.113.9", "a");
        assertThat(linked(saysMore("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "08:00:00")))
                .isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void userAndAddressWithinAnHourOfTheOnlySessionJoinIt() {
        signIn(REQUEST, SESSION, "07:31:00", "203.0.113.1", "a");
        assertThat(linked(operation(",'ClientIP':'203.0.113.1'"))).isEqualTo(LinkRule.USER_IP_TIME + " " + SESSION);
    }

    @Test
    void userAndAddressBeforeTheSessionOrMoreThanAnHourBehindItJoinNothing() {
        signIn(REQUEST, SESSION, "07:29:00", "203.0.113.1", "a");
        signIn(OTHER_REQUEST, OTHER_SESSION, "08:31:00", "203.0.113.1", "b");
        assertThat(linked(operation(",'ClientIP':'203.0.113.1'"))).isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void twoSessionsAtTheAddressLeaveAnOperationAloneThatSaysNothingMore() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        signIn(OTHER_REQUEST, OTHER_SESSION, "08:10:00", "203.0.113.1", "b");
        assertThat(linked(operation(",'ClientIP':'203.0.113.1'"))).isEqualTo(LinkRule.NONE + " -");
    }

    @Test
    void aFilterForASessionFindsTheOperationsThatJoinItByTheirTokenButNoInferredOnes() {
        signIn(REQUEST, SESSION, "08:00:00", "203.0.113.1", "a");
        linked(operation(",'AppAccessContext':{'UniqueTokenId':'" + UTI + "'}"));
        test.load(test.write("inferred.jsonl", operation(",'ClientIP':'203.0.113.1'").replace('\'', '"') + "\n"));
        Correlation correlation = Correlation.upToDate(test.caseFile());
        var filter = new org.tokenlane.model.filter.Filter.FieldIs(org.tokenlane.model.filter.FilterField.SESSION,
                List.of(SESSION));
        assertThat(new org.tokenlane.query.FilterEvaluator(new LinkedEvents(correlation)).events(filter).cardinality())
                .isEqualTo(2);
        assertThat(correlation.eventsOfSession(correlation.sessionCode(SESSION))).hasSize(3);
    }
}
