package org.tokenlane.ingest.entra;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.Tenants;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;

/**
 * Maps a sign-in, whatever export it comes from: the shapes differ in the names and the nesting of the same fields
 * ("signIn resource type", learn.microsoft.com/graph/api/resources/signin).
 */
final class SignInFields {

    /**
     * Codes by which Entra asks for something more (multifactor, consent, "stay signed in?") or tries without a prompt
     * first; the sign-in goes on.
     */
    private static final Set<String> INTERRUPTS = Set.of("16000", "50055", "50058", "50072", "50074", "50076", "50079",
            "50097", "50125", "50127", "50129", "50140",
            "50144",
            "50203", "50207", "51006", "65001", "65004", "81010", "81012", "81014");
    private static final Map<String, String> METHODS = Map.of("devicecodeflow", "deviceCodeFlow", "devicecode",
            "deviceCodeFlow", "authenticationtransfer",
            "authenticationTransfer");
    private static final Map<String, String> PROTOCOLS = Map.of("devicecode", "deviceCode", "devicecodeflow",
            "deviceCode", "oauth2", "oAuth2", "oauth20", "oAuth2",
            "ropc", "ropc",
            "wsfederation", "wsFederation", "saml20", "saml20", "authenticationtransfer", "authenticationTransfer",
            "nativeauth", "nativeAuth");
    private static final Map<String, String> TOKEN_TYPES = Map.of("primaryrefreshtoken", "primaryRefreshToken",
            "refreshtoken", "refreshToken", "saml11", "saml11",
            "saml20",
            "saml20", "remotedesktoptoken", "remoteDesktopToken");

    private SignInFields() {
    }

    /**
     * Maps a sign-in record.
     *
     * @param signIn
     *            the sign-in itself
     * @param envelope
     *            the record around it, or the record itself: it may tell when the log took the sign-in in, and the
     *            caller's address
     */
    static Draft map(Value signIn, Value envelope, EventKind kind, RowContext context) throws DamagedRecordException {
        Value requestId = SignInColumns.REQUEST_ID.in(signIn);
        if (!Guids.isGuid(Absent.clean(requestId.text())) && SignInColumns.APP_ID.in(signIn).isMissing()
                && context.times().read(SignInColumns.TIME.in(signIn).text()) == null
                && (SignInColumns.APP_NAME.in(signIn).isMissing()
                        || context.times().read(envelope.find("timegenerated").text()) == null)) {
            throw new DamagedRecordException(RejectText.EMPTY_SIGN_IN.with());
        }
        Value recorded = envelope.find("timegenerated", "time");
        Value device = SignInColumns.DEVICE.in(signIn).opened();
        // the PowerShell SDK puts here what its version of the API does not know
        Value more = signIn.find("additionalproperties").opened();
        Draft draft = new Draft(kind, context).text(EventField.WORKLOAD, "Entra").text(EventField.OPERATION, "Sign-in")
                .time(SignInColumns.TIME.in(signIn), recorded, firstStep(signIn)).recordedAt(recorded)
                .key("signin", requestId).id(EventField.REQUEST_ID, requestId)
                .id(EventField.CORRELATION_ID, SignInColumns.CORRELATION_ID.in(signIn))
                .session(SignInColumns.SESSION_ID.in(signIn), "sessionId")
                .session(SignInColumns.SESSION_ID.in(more), "AdditionalProperties.sessionId")
                .uti(SignInColumns.UTI.in(signIn)).uti(SignInColumns.UTI.in(more)).utiFromRequestId(requestId)
                .upn(isApplication(kind) ? Value.MISSING : upn(signIn))
                .id(EventField.USER_OBJECT_ID, SignInColumns.USER_OBJECT_ID.in(signIn))
                .text(EventField.USER_NAME, SignInColumns.USER_NAME.in(signIn))
                .id(EventField.TENANT_ID,
                        Value.firstText(SignInColumns.TENANT_ID.in(signIn), envelope.find("aadtenantid")))
                .ip(SignInColumns.IP.in(signIn), envelope.find("calleripaddress"))
                .text(EventField.USER_AGENT,
                        Value.firstText(SignInColumns.USER_AGENT.in(signIn), SignInColumns.USER_AGENT.in(more)))
                .id(EventField.DEVICE_ID, Value.firstText(device.find("deviceid"), SignInColumns.DEVICE_ID.in(signIn)))
                .text(EventField.DEVICE_NAME,
                        Value.firstText(device.find("displayname"), SignInColumns.DEVICE_NAME.in(signIn)))
                .id(EventField.APP_ID, SignInColumns.APP_ID.in(signIn))
                .text(EventField.APP_NAME, SignInColumns.APP_NAME.in(signIn))
                .text(EventField.CLIENT_APP, SignInColumns.CLIENT_APP.in(signIn));
        resource(draft, SignInColumns.RESOURCE_ID.in(signIn), SignInColumns.RESOURCE_NAME.in(signIn));
        tenants(draft, signIn);
        agent(draft, signIn, kind);
        lineage(draft, SignInColumns.INCOMING_TOKEN_TYPE.in(more).isMissing() ? signIn : more);
        place(draft, signIn);
        result(draft, signIn);
        return draft;
    }

    /** The account's name; queries rename it to what is else the name of the person. */
    private static Value upn(Value signIn) {
        Value upn = SignInColumns.UPN.in(signIn);
        String name = upn.isMissing() ? SignInColumns.USER_NAME.in(signIn).text() : null;
        return name != null && name.indexOf('@') > 0 && name.indexOf(' ') < 0 ? SignInColumns.USER_NAME.in(signIn)
                : upn;
    }

    /** Takes from the record around a sign-in what the sign-in itself does not say. */
    static Draft withEnvelope(Draft draft, Value envelope) {
        String correlation = draft.get(EventField.CORRELATION_ID);
        draft.id(EventField.CORRELATION_ID, correlation == null ? envelope.find("correlationid").text() : correlation);
        if (!draft.has(EventField.COUNTRY)) {
            location(draft, envelope.find("location"));
        }
        if (!draft.has(EventField.RESULT_CODE)) {
            String code = Outcomes.code(envelope.find("resulttype").text());
            draft.text(EventField.RESULT_CODE, code).result(result(code, envelope.find("resultsignature").text()))
                    .fill(EventField.RESULT_TEXT, envelope.find("resultdescription"));
        }
        return draft.fill(EventField.USER_NAME, envelope.find("identity"));
    }

    /** When the first step of authentication was taken, where the record's own time cannot be read. */
    private static Value firstStep(Value signIn) {
        for (Value step : SignInColumns.AUTHENTICATION_STEPS.in(signIn).opened().items()) {
            Value time = step.find("authenticationstepdatetime");
            if (!time.isMissing()) {
                return time;
            }
        }
        return Value.MISSING;
    }

    /** Log Analytics has columns of these names that hold the log's own path ({@code /tenants/…}) and provider. */
    private static void resource(Draft draft, Value id, Value name) {
        if (id.text() != null && !id.text().startsWith("/")) {
            draft.id(EventField.RESOURCE_ID, id);
        }
        if (!"Microsoft.aadiam".equalsIgnoreCase(name.text())) {
            draft.text(EventField.RESOURCE_NAME, name);
        }
    }

    private static void tenants(Draft draft, Value signIn) {
        draft.id(EventField.HOME_TENANT_ID, SignInColumns.HOME_TENANT_ID.in(signIn))
                .id(EventField.RESOURCE_TENANT_ID, SignInColumns.RESOURCE_TENANT_ID.in(signIn))
                .text(EventField.CROSS_TENANT_ACCESS, Tenants.access(SignInColumns.CROSS_TENANT_ACCESS.in(signIn)))
                .text(EventField.USER_TYPE, Tenants.userType(SignInColumns.USER_TYPE.in(signIn)));
    }

    /**
     * An agent's sign-in, by its own identity or as an agent's user ("agentSignIn resource type",
     * learn.microsoft.com/graph/api/resources/agentic-agentsignin). No portal CSV with columns for it was seen yet: the
     * names of Graph's properties, with blanks or without, are unverified there.
     */
    private static void agent(Draft draft, Value signIn, EventKind kind) {
        Value agent = SignInColumns.AGENT.in(signIn).opened();
        String type = agentic(one(agent, signIn, "agenttype"));
        String subject = agentic(one(agent, signIn, "agentsubjecttype"));
        if (type == null && subject == null) {
            return;
        }
        draft.text(EventField.AGENT_TYPE, type == null ? subject : type)
                .id(EventField.AGENT_PARENT_ID, one(agent, signIn, "agentsubjectparentid"))
                .id(EventField.AGENT_BLUEPRINT_ID, one(agent, signIn, "parentappid")).actor(ActorKind.AGENT);
        if (isApplication(kind)) {
            draft.id(EventField.AGENT_ID, draft.get(EventField.USER_OBJECT_ID))
                    .text(EventField.AGENT_NAME, draft.get(EventField.USER_NAME));
        }
    }

    private static Value one(Value agent, Value signIn, String name) {
        Value inside = agent.find(name);
        return inside.isMissing() ? signIn.find(name) : inside;
    }

    private static @Nullable String agentic(Value type) {
        String text = Absent.clean(type.text());
        return text == null || text.equalsIgnoreCase("notAgentic") || text.equals("0") ? null : text;
    }

    private static void lineage(Draft draft, Value signIn) {
        Value binding = SignInColumns.TOKEN_PROTECTION.in(signIn).opened().find("signinsessionstatus");
        draft.text(EventField.INCOMING_TOKEN_TYPE, known(TOKEN_TYPES, SignInColumns.INCOMING_TOKEN_TYPE.in(signIn)))
                .text(EventField.TRANSFER_METHOD, known(METHODS, SignInColumns.TRANSFER_METHOD.in(signIn)))
                .text(EventField.AUTH_PROTOCOL, known(PROTOCOLS, SignInColumns.AUTH_PROTOCOL.in(signIn)))
                .text(EventField.TOKEN_BINDING,
                        known(Map.of(), binding.isMissing() ? SignInColumns.TOKEN_BINDING.in(signIn) : binding));
    }

    /**
     * One spelling for what Graph writes {@code deviceCodeFlow} and the portal {@code Device code flow}; what is not
     * known is kept as it is, "none" is nothing.
     */
    private static @Nullable String known(Map<String, String> spellings, Value value) {
        String text = Absent.clean(value.text());
        if (text == null || text.equalsIgnoreCase("none")) {
            return null;
        }
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return spellings.isEmpty() ? text.toLowerCase(Locale.ROOT) : spellings.getOrDefault(letters, text);
    }

    private static void place(Draft draft, Value signIn) {
        Value location = SignInColumns.LOCATION.in(signIn).opened();
        String asn = Absent.clean(SignInColumns.ASN.in(signIn).text());
        draft.text(EventField.ASN,
                asn == null ? null : Outcomes.withoutGroups(asn).replaceAll("\\..*|\\D", "").replaceFirst("^0+", ""));
        if (location.isObject()) {
            draft.text(EventField.CITY, location.find("city")).text(EventField.COUNTRY,
                    Value.firstText(location.find("countryorregion", "country"), signIn.find("location")));
        } else {
            location(draft, location);
        }
        if (!draft.has(EventField.CITY)) {
            draft.text(EventField.CITY, SignInColumns.CITY.in(signIn));
        }
        if (!draft.has(EventField.COUNTRY)) {
            draft.text(EventField.COUNTRY, SignInColumns.COUNTRY.in(signIn));
        }
    }

    /** A place as one text: {@code City, State, CC}, or the country alone. */
    private static void location(Draft draft, Value location) {
        String text = location.text();
        if (text == null) {
            return;
        }
        String[] parts = text.split(",", -1);
        draft.text(EventField.COUNTRY, parts[parts.length - 1]);
        draft.text(EventField.CITY,
                parts.length >= 3 ? text.substring(0, text.lastIndexOf(',', text.lastIndexOf(',') - 1)) : null);
    }

    private static void result(Draft draft, Value signIn) {
        Value status = SignInColumns.STATUS.in(signIn).opened();
        String code = Outcomes
                .code(Value.firstText(status.find("errorcode"), SignInColumns.RESULT_CODE.in(signIn)));
        String word = Absent.clean(status.text());
        if (code == null && Outcomes.isCode(word)) {
            code = word;
        }
        draft.text(EventField.RESULT_CODE, code).result(result(code, word))
                .text(EventField.RESULT_TEXT,
                        reason(Value.firstText(status.find("failurereason"), SignInColumns.RESULT_TEXT.in(signIn))));
    }

    /** What Graph writes as the failure reason of a sign-in that did not fail. */
    private static @Nullable String reason(@Nullable String text) {
        return text == null || text.strip().equals("Other.") ? null : text;
    }

    static EventResult result(@Nullable String code, @Nullable String word) {
        EventResult stated = Outcomes.ofSignIn(word);
        if (stated == EventResult.INTERRUPTED || code != null && INTERRUPTS.contains(code)) {
            return EventResult.INTERRUPTED;
        }
        if (Outcomes.isCode(code)) {
            return "0".equals(code) ? EventResult.SUCCESS : EventResult.FAILURE;
        }
        return stated == EventResult.UNKNOWN ? Outcomes.ofSignIn(code) : stated;
    }

    private static boolean isApplication(EventKind kind) {
        return kind == EventKind.SIGN_IN_SERVICE_PRINCIPAL || kind == EventKind.SIGN_IN_MANAGED_IDENTITY;
    }

    /** The kind of sign-in that the record itself tells, or {@link EventKind#SIGN_IN}. */
    static EventKind kind(Value signIn) {
        Value types = SignInColumns.EVENT_TYPES.in(signIn).opened();
        String told = (types.isArray() ? String.join(" ", types.texts()) : String.valueOf(types.text()))
                .toLowerCase(Locale.ROOT);
        if (told.contains("managedidentity")) {
            return EventKind.SIGN_IN_MANAGED_IDENTITY;
        }
        if (told.contains("serviceprincipal")) {
            return EventKind.SIGN_IN_SERVICE_PRINCIPAL;
        }
        if (told.contains("noninteractive")) {
            return EventKind.SIGN_IN_NON_INTERACTIVE;
        }
        if (told.contains("interactive")) {
            return EventKind.SIGN_IN_INTERACTIVE;
        }
        String interactive = String.valueOf(SignInColumns.IS_INTERACTIVE.in(signIn).text()).toLowerCase(Locale.ROOT);
        return switch (interactive) {
        case "true", "1" -> EventKind.SIGN_IN_INTERACTIVE;
        case "false", "0" -> EventKind.SIGN_IN_NON_INTERACTIVE;
        default -> EventKind.SIGN_IN;
        };
    }
}
