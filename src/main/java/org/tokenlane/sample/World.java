package org.tokenlane.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Uti;

/** What happened in the made-up tenant; the exports are written from it. Times are nanoseconds since 1970, UTC. */
final class World {

    static final String TENANT = "6b1fd9c2-7a44-4d0e-9c55-0e7a5b1f2c31";
    static final String DOMAIN = "contoso.example";

    static final App OFFICE_HOME = new App("OfficeHome", "4765445b-32c6-49b0-83e6-1d93765276ca");
    static final App OUTLOOK_WEB = new App("One Outlook Web", "9199bf20-a13f-4107-85dc-02114787ef48");
    static final App OUTLOOK_MOBILE = new App("Outlook Mobile", "27922004-5251-4030-b22d-91ecd9a37ea4");
    static final App OFFICE_DESKTOP = new App("Microsoft Office", "d3590ed6-52b3-4102-aeff-aad2292ab01c");
    static final App TEAMS = new App("Microsoft Teams", "1fec8e78-bce4-4aaf-ab1b-5451cc387264");
    static final App BROKER = new App("Microsoft Authentication Broker", "29d9ed98-a469-4536-ade2-f981bc1d605e");
    static final App EXCHANGE = new App("Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000");
    static final App SHAREPOINT = new App("Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000");
    static final App GRAPH = new App("Microsoft Graph", "00000003-0000-0000-c000-000000000000");

    record App(String name, String id) {
    }

    record Person(String upn, String name, String objectId) {
    }

    /** Where somebody is: an address of a network. */
    record Place(String ip, int asn, String country, String city) {
    }

    record Device(String id, String name, String userAgent, String system) {
    }

    /**
     * How a token was asked for.
     *
     * @param incoming
     *            the kind of token that was presented
     * @param method
     *            how the sign-in was transferred
     */
    record Grant(String incoming, String method, String protocol, String binding) {
    }

    /** How a sign-in ended; with {@code code} 0 a token was issued in it. */
    record Outcome(int code, String reason) {
    }

    /**
     * A sign-in.
     *
     * @param category
     *            the diagnostic category: SignInLogs, NonInteractiveUserSignInLogs, ServicePrincipalSignInLogs,
     *            ManagedIdentitySignInLogs
     */
    record SignIn(String id, long time, String category, Person person, App app, App resource, Place place,
            Device device, String session, Grant grant, Outcome outcome, String correlation,
            @Nullable Partner partner) {

        SignIn(String id, long time, String category, Person person, App app, App resource, Place place,
                Device device, String session, Grant grant, Outcome outcome, String correlation) {
            this(id, time, category, person, app, resource, place, device, session, grant, outcome, correlation, null);
        }

        SignIn by(Partner other) {
            return new SignIn(id, time, category, person, app, resource, place, device, session, grant, outcome,
                    correlation, other);
        }

        String homeTenant() {
            return partner == null ? TENANT : partner.tenant();
        }

        String crossTenantAccess() {
            return partner == null ? "none" : partner.access();
        }

        String uti() {
            return Objects.requireNonNull(Uti.fromRequestId(id), "an id that is a GUID").value(); // not for people
        }

        boolean isOfUser() {
            return category.equals("SignInLogs") || category.equals("NonInteractiveUserSignInLogs");
        }
    }

    /** Whoever signs in from another tenant, and by which kind of access. */
    record Partner(String tenant, String access) {
    }

    /** A property that a directory change changed; its values are JSON texts. */
    record Changed(String name, String before, String after) {
    }

    /**
     * A record of the unified audit log.
     *
     * @param signIn
     *            the sign-in that issued its token, or null
     * @param uti
     *            the token's identifier, or null where the record gives none
     * @param details
     *            the members of AuditData beside the common ones
     */
    record Audited(String id, long time, String workload, int recordType, String operation, Person person, Place place,
            @Nullable String session, @Nullable String uti, @Nullable SignIn signIn,
            @Nullable App client,
            Map<String, Object> details) {

        boolean isLogon() {
            return recordType == 15;
        }

        /** The same record without the ids of session and token, as older records and some services write it. */
        Audited withoutIds() {
            return new Audited(id, time, workload, recordType, operation, person, place, null, null, signIn, client,
                    details);
        }

        /** The same record without the application. */
        Audited withoutApp() {
            return new Audited(id, time, workload, recordType, operation, person, place, session, uti, signIn, null,
                    details);
        }

        /** Tells whether the record keeps silent about the session in which it was made. */
        boolean isSilent() {
            return session == null && !isLogon() && signIn != null;
        }
    }

    record GraphCall(String requestId, long time, SignIn signIn, String method, String uri, int status, Place place) {
    }

    record DirectoryChange(String id, long time, String activity, String category, String service, Person actor,
            Place place, String userAgent, String targetName, String targetId, String correlation,
            List<Changed> changed) {

        DirectoryChange(String id, long time, String activity, String category, String service, Person actor,
                Place place, String userAgent, String targetName, String targetId, String correlation) {
            this(id, time, activity, category, service, actor, place, userAgent, targetName, targetId, correlation,
                    List.of());
        }
    }

    record Risk(String id, SignIn signIn, String type) {
    }

    /** A message to one recipient, with the link in it. */
    record Message(String networkId, String internetId, long time, String sender, String senderIp, Person recipient,
            String subject, String link) {
    }

    /** A link that somebody followed. */
    record Click(String id, Message message, long time, String ip, boolean allowed) {
    }

    final List<Message> messages = new ArrayList<>();
    final List<Click> clicks = new ArrayList<>();
    final List<SignIn> signIns = new ArrayList<>();
    final List<Audited> audited = new ArrayList<>();
    final List<GraphCall> graphCalls = new ArrayList<>();
    final List<DirectoryChange> directoryChanges = new ArrayList<>();
    final List<Risk> risks = new ArrayList<>();
    /** Sessions whose sign-ins were not exported. */
    final Set<String> unrecorded = new HashSet<>();
    final List<SampleAnswers.Planted> planted = new ArrayList<>();
    @SuppressWarnings("NullAway.Init") // the builder plans the attacks last
    Attack attack;

    /** The two attacks. */
    record Attack(String aitmSession, String aitmUpn, String exchangeToken, String sharePointToken, String graphToken,
            String deviceCodeSession, String deviceCodeUpn,
            List<String> victimTokens, List<String> attackerTokens) {
    }
}
