package org.tokenlane.sample;

import static org.tokenlane.sample.ExportFiles.iso;
import static org.tokenlane.sample.ExportFiles.json;
import static org.tokenlane.sample.ExportFiles.logAnalytics;
import static org.tokenlane.sample.MailAndFiles.ordered;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tokenlane.sample.World.SignIn;

/**
 * The exports of Entra sign-ins: portal, Graph, Log Analytics, diagnostic settings, Defender. They overlap, and some
 * rows are emitted twice, as in reality.
 */
final class SignInExports {

    private static final long DAY = WorldBuilder.DAY;
    private static final String PORTAL = "\"Date (UTC)\",\"Request ID\",\"User agent\",\"Correlation ID\",\"User "
            + "ID\",\"User\",\"Username\",\"User type\","
            + "\"Cross tenant access type\",\"Incoming token type\",\"Authentication Protocol\",\"Unique token "
            + "identifier\",\"Original transfer method\","
            + "\"Client credential type\",\"Token Protection - Sign In Session\",\"Token Protection - Sign In "
            + "Session StatusCode\",\"Application\",\"Application ID \","
            + "\"App owner tenant ID\",\"Resource\",\"Resource ID \",\"Resource tenant ID\",\"Resource owner tenant "
            + "ID\",\"Home tenant ID\",\"Home tenant name\","
            + "\"IP address\",\"Location\",\"Status\",\"Sign-in error code\",\"Failure reason\",\"Client app\","
            + "\"Device ID\",\"Browser\",\"Operating System\",\"Compliant\","
            + "\"Managed\",\"Join Type\",\"Multifactor authentication result\",\"Multifactor authentication auth "
            + "method\",\"Multifactor authentication auth detail\","
            + "\"Authentication requirement\",\"Sign-in identifier\",\"Session ID\",\"IP address (seen by "
            + "resource)\",\"Through Global Secure Access\","
            + "\"Global Secure Access IP address\",\"Autonomous system  number\",\"Flagged for review\",\"Token "
            + "issuer type\",\"Incoming token type\",\"Token issuer name\","
            + "\"Latency\",\"Conditional Access\",\"Managed Identity type\",\"Associated Resource Id\",\"Federated "
            + "Token Id\",\"Federated Token Issuer\"";
    private static final String APPLICATIONS = "\"Date (UTC)\",\"Request ID\",\"Correlation ID\",\"Service "
            + "principal ID\",\"Service principal name\",\"Credential key ID\","
            + "\"Credential thumbprint\",\"Application\",\"Application ID \",\"App owner tenant ID\",\"Resource\","
            + "\"Resource ID \",\"Resource tenant ID\","
            + "\"Resource owner tenant ID\",\"Home tenant ID\",\"Home tenant name\",\"IP address\",\"Location\","
            + "\"Status\",\"Sign-in error code\",\"Failure reason\","
            + "\"Conditional Access\"";
    private static final String LOG_ANALYTICS = "TimeGenerated [UTC],IPAddress,TenantId,OperationName,Category,"
            + "ResultType,ResultDescription,CorrelationId,Identity,Location,"
            + "AADTenantId,AppDisplayName,AppId,AuthenticationProtocol,AutonomousSystemNumber,ClientAppUsed,"
            + "CreatedDateTime [UTC],DeviceDetail,Id,IncomingTokenType,"
            + "LocationDetails,OriginalRequestId,OriginalTransferMethod,ResourceDisplayName,ResourceIdentity,"
            + "ResourceTenantId,SessionId,TokenProtectionStatusDetails,Status,"
            + "UniqueTokenIdentifier,UserAgent,UserDisplayName,UserId,UserPrincipalName,UserType,Type";
    private static final String DEFENDER = "Timestamp,Application,ApplicationId,LogonType,ErrorCode,CorrelationId,"
            + "SessionId,AccountDisplayName,AccountObjectId,AccountUpn,"
            + "IsExternalUser,ResourceDisplayName,ResourceId,ResourceTenantId,DeviceName,EntraIdDeviceId,OSPlatform,"
            + "UserAgent,ClientAppUsed,IPAddress,Country,City,RequestId,"
            + "ReportId,UniqueTokenId";

    private final World world;

    SignInExports(World world) {
        this.world = world;
    }

    void write(ExportFiles files) throws IOException {
        long middle = WorldBuilder.START + 13 * DAY;
        files.table("InteractiveSignIns_2026-09-01_2026-09-30.csv", "portal CSV", ExportFiles.BOM, true, PORTAL,
                rows(isOf("SignInLogs"), this::portal, 0));
        files.table("NonInteractiveSignIns_2026-09-01_2026-09-30.csv", "portal CSV", ExportFiles.BOM, true, PORTAL,
                rows(isOf("NonInteractiveUserSignInLogs").and(signIn -> signIn.time() < middle + 2 * DAY), this::portal,
                        0));
        files.table("ApplicationSignIns_2026-09-01_2026-09-30.csv", "portal CSV", ExportFiles.BOM, true, APPLICATIONS,
                rows(isOf("ServicePrincipalSignInLogs"), this::application, 0));
        files.table("SigninLogs.csv", "Log Analytics CSV", ExportFiles.BOM, false, LOG_ANALYTICS,
                rows(isOf("SignInLogs").and(signIn -> signIn.time() >= middle), this::logAnalyticsRow, 9));
        files.table("AADNonInteractiveUserSignInLogs.csv", "Log Analytics CSV", ExportFiles.BOM, false, LOG_ANALYTICS,
                rows(isOf("NonInteractiveUserSignInLogs").and(signIn -> signIn.time() >= middle), this::logAnalyticsRow,
                        9));
        blob(files, middle);
        List<Object> beta = new ArrayList<>();
        world.signIns.stream().filter(signIn -> signIn.isOfUser() && isVictim(signIn))
                .forEach(signIn -> beta.add(graph(signIn)));
        files.text("signIns-beta.json", "Graph beta JSON", beta.size(), 0,
                json(ordered("@odata.context", "https://graph.microsoft.com/beta/$metadata#auditLogs/signIns", "value",
                        beta)));
        files.table("EntraIdSignInEvents.csv", "Defender CSV", "", false, DEFENDER,
                rows(signIn -> signIn.isOfUser() && signIn.time() >= middle && signIn.time() < middle + 5 * DAY,
                        this::defender, 0));
    }

    private boolean isVictim(SignIn signIn) {
        return signIn.person().upn().equals(world.attack.aitmUpn())
                || signIn.person().upn().equals(world.attack.deviceCodeUpn());
    }

    private static Predicate<SignIn> isOf(String category) {
        return signIn -> signIn.category().equals(category);
    }

    private interface Row {

        List<String> of(SignIn signIn, boolean again);
    }

    /**
     * The rows of the chosen sign-ins; every so many-th is emitted again, taken in later, where {@code repeat} is not
     * 0.
     */
    private List<List<String>> rows(Predicate<SignIn> chosen, Row row, int repeat) {
        List<List<String>> rows = new ArrayList<>();
        for (SignIn signIn : world.signIns) {
            if (chosen.test(signIn)) {
                rows.add(row.of(signIn, false));
                if (repeat > 0 && rows.size() % repeat == 0) {
                    rows.add(row.of(signIn, true));
                }
            }
        }
        return rows;
    }

    private List<String> portal(SignIn s, boolean again) {
        String[] cells = new String[57];
        Arrays.fill(cells, "");
        Object[] placed = { 0, iso(s.time(), 0), 1, s.id(), 2, s.device().userAgent(), 3, s.correlation(), 4,
            s.person().objectId(), 5, s.person().name(), 6,
            s.person().upn(),
            7, "member", 8, s.crossTenantAccess(), 9, s.grant().incoming(), 10, s.grant().protocol(), 11, s.uti(), 12,
            s.grant().method(), 14, s.grant().binding(), 16,
            s.app().name(), 17, s.app().id(), 19,
            s.resource().name(), 20, s.resource().id(), 21, World.TENANT, 23, s.homeTenant(), 25, s.place().ip(), 26,
            s.place().city() + ", " + s.place().city() + ", " + s.place().country(), 27, status(s), 28,
            Integer.toString(s.outcome().code()), 29, s.outcome().reason(), 30, "Browser", 31,
            s.device().id(), 33, s.device().system(), 42, s.session(), 46, Integer.toString(s.place().asn()), 49,
            s.grant().incoming(), 51, "142" };
        for (int i = 0; i < placed.length; i += 2) {
            cells[(Integer) placed[i]] = (String) placed[i + 1];
        }
        return List.of(cells);
    }

    private static String status(SignIn s) {
        return s.outcome().code() == 0 ? "Success" : s.outcome().code() == 50074 ? "Interrupted" : "Failure";
    }

    private List<String> application(SignIn s, boolean again) {
        return List.of(iso(s.time(), 0), s.id(), s.correlation(), s.person().objectId(), s.person().name(), "", "",
                s.app().name(), s.app().id(), "", s.resource().name(),
                s.resource().id(), World.TENANT, "", World.TENANT, "", s.place().ip(),
                s.place().city() + ", " + s.place().city() + ", " + s.place().country(), status(s),
                Integer.toString(s.outcome().code()), s.outcome().reason(), "");
    }

    private List<String> logAnalyticsRow(SignIn s, boolean again) {
        long taken = s.time() + (again ? 190 : 95) * WorldBuilder.SECOND;
        boolean interactive = s.category().equals("SignInLogs");
        return List.of(logAnalytics(taken), s.place().ip(), "0a1b2c3d-0000-4000-8000-00000000feed", "Sign-in activity",
                s.category(), Integer.toString(s.outcome().code()),
                s.outcome().reason(),
                s.correlation(), s.person().name(), s.place().country(), World.TENANT, s.app().name(), s.app().id(),
                s.grant().protocol(), Integer.toString(s.place().asn()),
                "Browser",
                logAnalytics(s.time()), json(device(s)), s.id(), s.grant().incoming(), json(location(s)), s.id(),
                s.grant().method(),
                s.resource().name(), s.resource().id(),
                World.TENANT,
                s.session(), json(ordered("signInSessionStatus", s.grant().binding(), "signInSessionStatusCode", 0)),
                json(ordered("errorCode", s.outcome().code(), "failureReason",
                        s.outcome().reason().isEmpty() ? "Other." : s.outcome().reason())),
                s.uti(), s.device().userAgent(), s.person().name(),
                s.person().objectId(), s.person().upn(), "Member",
                interactive ? "SigninLogs" : "AADNonInteractiveUserSignInLogs");
    }

    private static Map<String, Object> device(SignIn s) {
        return ordered("deviceId", s.device().id(), "displayName", s.device().name(), "operatingSystem",
                s.device().system(), "browser", "");
    }

    private static Map<String, Object> location(SignIn s) {
        return ordered("city", s.place().city(), "state", s.place().city(), "countryOrRegion", s.place().country());
    }

    /** Graph's beta object. */
    private Map<String, Object> graph(SignIn s) {
        boolean interactive = s.category().equals("SignInLogs");
        String type = switch (s.category()) {
        case "SignInLogs" -> "interactiveUser";
        case "NonInteractiveUserSignInLogs" -> "nonInteractiveUser";
        case "ServicePrincipalSignInLogs" -> "servicePrincipal";
        default -> "managedIdentity";
        };
        Map<String, Object> map = ordered("id", s.id(), "createdDateTime", iso(s.time(), 0), "appId", s.app().id(),
                "appDisplayName", s.app().name(), "ipAddress",
                s.place().ip(), "clientAppUsed", "Browser", "userAgent", s.device().userAgent(), "correlationId",
                s.correlation(), "isInteractive", interactive,
                "tokenIssuerType", "AzureAD", "resourceDisplayName", s.resource().name(), "resourceId",
                s.resource().id(), "resourceTenantId", World.TENANT,
                "homeTenantId",
                s.homeTenant(), "crossTenantAccessType", s.crossTenantAccess(), "authenticationProtocol",
                s.grant().protocol(), "incomingTokenType", s.grant().incoming(),
                "originalTransferMethod", s.grant().method(), "uniqueTokenIdentifier",
                s.uti(),
                "signInEventTypes", List.of(type), "originalRequestId", s.id(), "autonomousSystemNumber",
                s.place().asn(), "status",
                ordered("errorCode", s.outcome().code(), "failureReason",
                        s.outcome().reason().isEmpty() ? "Other." : s.outcome().reason(),
                        "additionalDetails", null),
                "deviceDetail", device(s),
                "location",
                location(s), "tokenProtectionStatusDetails",
                ordered("signInSessionStatus", s.grant().binding(), "signInSessionStatusCode", null));
        if (s.isOfUser()) {
            map.put("userId", s.person().objectId());
            map.put("userDisplayName", s.person().name());
            map.put("userPrincipalName", s.person().upn());
            map.put("sessionId", s.session());
        } else {
            map.put("servicePrincipalId", s.person().objectId());
            map.put("servicePrincipalName", s.person().name());
        }
        return map;
    }

    /** Two days of diagnostic records, delivered at least once: some lines come twice with another time of delivery. */
    private void blob(ExportFiles files, long from) throws IOException {
        StringBuilder lines = new StringBuilder();
        int records = 0;
        for (SignIn s : world.signIns) {
            if (s.time() >= from && s.time() < from + 2 * DAY || !s.isOfUser()) {
                for (int copy = 0; copy < (records % 23 == 7 ? 2 : 1); copy++) {
                    Map<String, Object> properties = graph(s);
                    properties.put("createdDateTime", iso(s.time(), 7).replace("Z", "+00:00"));
                    lines.append(json(
                            ordered("time", iso(s.time() + (40 + 300L * copy) * WorldBuilder.SECOND, 7), "resourceId",
                                    "/tenants/" + World.TENANT + "/providers/Microsoft.aadiam", "operationName",
                                    "Sign-in activity", "operationVersion", "1.0", "category",
                                    s.category(), "tenantId", World.TENANT, "resultType",
                                    Integer.toString(s.outcome().code()),
                                    "callerIpAddress", s.place().ip(), "correlationId",
                                    s.correlation(), "Level", "4", "properties", properties)))
                            .append("\r\n");
                    records++;
                }
            }
        }
        files.text("PT1H.json", "diagnostic blob", records, 0, lines.toString());
    }

    private List<String> defender(SignIn s, boolean again) {
        return List.of(iso(s.time(), 7), s.app().name(), s.app().id(),
                s.category().equals("SignInLogs") ? "[\"interactiveUser\"]" : "[\"nonInteractiveUser\"]",
                Integer.toString(s.outcome().code()), s.correlation(), s.session(), s.person().name(),
                s.person().objectId(),
                s.person().upn(), "0", s.resource().name(),
                s.resource().id(), World.TENANT, s.device().name(), s.device().id(), s.device().system(),
                s.device().userAgent(), "Browser", s.place().ip(),
                s.place().country(), s.place().city(), s.id(), "1", s.uti());
    }
}
