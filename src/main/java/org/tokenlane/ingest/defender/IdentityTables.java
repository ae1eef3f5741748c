package org.tokenlane.ingest.defender;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;

/**
 * Rows of IdentityLogonEvents, OAuthAppInfo and DisruptionAndResponseEvents
 * (learn.microsoft.com/defender-xdr/advanced-hunting-identitylogonevents-table and its neighbors). None of them names a
 * session or token of Entra: {@code SessionId} in DisruptionAndResponseEvents is a number that a web server gave.
 */
final class IdentityTables {

    private static final int MOST_PERMISSIONS = 20;

    private IdentityTables() {
    }

    /** Tables of devices and of the directory have the same columns; only logons say that they are. */
    static boolean isLogon(Value row) {
        String action = row.find("actiontype").text();
        return action != null && action.toLowerCase(Locale.ROOT).startsWith("logon")
                && row.find("raweventdata").isMissing()
                && (row.has("logontype") || row.has("failurereason")) && !row.has("category");
    }

    /** A logon in Active Directory or in an online service. */
    static Draft logon(Value row, RowContext context) throws DamagedRecordException {
        String action = action(row);
        Draft draft = new Draft(EventKind.LOGON, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.OPERATION, action).text(EventField.WORKLOAD, row.find("application"))
                .upn(row.find("accountupn")).id(EventField.USER_OBJECT_ID, row.find("accountobjectid"))
                .text(EventField.USER_NAME,
                        Value.firstText(row.find("accountdisplayname")) == null
                                ? account(row.find("accountdomain"), row.find("accountname"))
                                : row.find("accountdisplayname").text())
                .ip(row.find("ipaddress")).text(EventField.DEVICE_NAME, row.find("devicename"))
                .text(EventField.AUTH_PROTOCOL, row.find("protocol")).text(EventField.CLIENT_APP, row.find("logontype"))
                .text(EventField.TARGET,
                        Value.firstText(row.find("targetdevicename"), row.find("destinationdevicename"),
                                row.find("targetaccountdisplayname")))
                .text(EventField.RESULT_TEXT, row.find("failurereason"))
                .result(action.toLowerCase(Locale.ROOT).contains("success") ? EventResult.SUCCESS
                        : action.toLowerCase(Locale.ROOT).contains("fail") ? EventResult.FAILURE : EventResult.UNKNOWN);
        place(draft, Absent.clean(row.find("location").text()));
        return draft.text(EventField.RECORD_ID, row.find("reportid")).key("identitylogon", row.find("reportid"));
    }

    /** A country's two letters, or a city before it. */
    private static void place(Draft draft, @Nullable String location) {
        if (location == null) {
            return;
        }
        int comma = location.lastIndexOf(',');
        if (comma > 0) {
            draft.text(EventField.CITY, location.substring(0, comma)).text(EventField.COUNTRY,
                    location.substring(comma + 1));
        } else {
            draft.text(location.length() == 2 ? EventField.COUNTRY : EventField.CITY, location);
        }
    }

    /** What was known of an application at the time: its rights, its owner, whether it was enabled. */
    static Draft application(Value row, RowContext context) throws DamagedRecordException {
        Value id = row.find("oauthappid");
        if (Value.firstText(id, row.find("appname")) == null) {
            throw new DamagedRecordException(RejectText.NO_APPLICATION.with());
        }
        Draft draft = new Draft(EventKind.STATE, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.OPERATION, "OAuthAppInfo").text(EventField.WORKLOAD, "AppGovernance")
                .id(EventField.APP_ID, id).text(EventField.APP_NAME, row.find("appname"))
                .id(EventField.USER_OBJECT_ID, row.find("serviceprincipalid"))
                .text(EventField.TARGET, permissions(row.find("permissions")))
                .text(EventField.RESULT_CODE, row.find("appstatus"))
                .text(EventField.RESULT_TEXT, row.find("privilegelevel"))
                .id(EventField.HOME_TENANT_ID, row.find("appownertenantid"))
                .itemCount(row.find("consenteduserscount")).text(EventField.RECORD_ID, row.find("reportid"));
        return Value.firstText(row.find("reportid")) != null ? draft.key("oauthapp", row.find("reportid"))
                : draft.keyOf("oauthapp", id.text(), Long.toString(draft.time()));
    }

    private static @Nullable String permissions(Value permissions) {
        Set<String> names = new LinkedHashSet<>();
        for (Value permission : permissions.opened().items()) {
            String name = Absent.clean(permission.opened().find("permissionname", "name").text());
            if (name != null) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join("; ", names.stream().limit(MOST_PERMISSIONS).toList());
    }

    /** What automatic attack disruption blocked, or a policy that it applied. */
    static Draft response(Value row, RowContext context) throws DamagedRecordException {
        Value address = row.find("sourceipaddress");
        Draft draft = new Draft(EventKind.ALERT, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.OPERATION, action(row)).text(EventField.WORKLOAD, "Defender XDR")
                .actor(ActorKind.SYSTEM)
                .text(EventField.USER_NAME, account(row.find("sourceuserdomainname"), row.find("sourceusername")))
                .ip(address).text(EventField.DEVICE_NAME, row.find("sourcedevicename", "devicename"))
                .text(EventField.AUTH_PROTOCOL, row.find("authenticationprotocol"))
                .text(EventField.CLIENT_APP, row.find("logontype"))
                .text(EventField.TARGET,
                        Value.firstText(row.find("filename"), row.find("sharename"), row.find("targetdevicename")))
                .text(EventField.RESULT_CODE, row.find("reporttype"))
                .text(EventField.RESULT_TEXT, row.find("policyname"));
        return draft.keyOf("disruption", Long.toString(draft.time()), draft.get(EventField.OPERATION),
                row.find("deviceid").text(), row.find("sourcedeviceid").text(), row.find("targetdeviceid").text(),
                row.find("sourceusername").text(), address.text(), row.find("sourceport").text(),
                row.find("ipaddress").text(), row.find("port").text(), row.find("filename").text(),
                row.find("logonid").text(), row.find("policyid").text());
    }

    private static String action(Value row) throws DamagedRecordException {
        String action = Absent.clean(row.find("actiontype").text());
        if (action == null) {
            throw new DamagedRecordException(RejectText.NO_OPERATION.with());
        }
        return action;
    }

    private static @Nullable String account(Value domain, Value name) {
        String user = Absent.clean(name.text());
        String of = Absent.clean(domain.text());
        return user == null || of == null ? user : of + '\\' + user;
    }
}
