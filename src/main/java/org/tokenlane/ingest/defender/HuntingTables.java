package org.tokenlane.ingest.defender;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.LogTable;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.model.event.LogSource;

/**
 * Defender's tables of logons, applications, alerts and automatic responses, from advanced hunting, Log Analytics or
 * the streaming API. The columns of a table are on its page of the advanced hunting schema
 * (learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables).
 */
public final class HuntingTables {

    private HuntingTables() {
    }

    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        all.addAll(LogTable
                .of(LogSource.IDENTITY_LOGONS, "IdentityLogonEvents",
                        "Timestamp,ActionType,Application,LogonType,Protocol,FailureReason,AccountUpn,DeviceName,"
                                + "IPAddress,"
                                + "TargetDeviceName,ReportId")
                .knownBy("ActionType", "Application").when(IdentityTables::isLogon)
                .rows(ShapeText.IDENTITYLOGONEVENTS_TABLE, IdentityTables::logon)
                .streamed(ShapeText.IDENTITYLOGONEVENTS_STREAM, IdentityTables::logon).importers());
        all.addAll(LogTable
                .of(LogSource.APPLICATION_INVENTORY, "OAuthAppInfo",
                        "Timestamp,OAuthAppId,ServicePrincipalId,AppName,AppStatus,PrivilegeLevel,Permissions,"
                                + "AppOrigin")
                .knownBy("OAuthAppId", "AppStatus").rows(ShapeText.OAUTHAPPINFO_TABLE, IdentityTables::application)
                .streamed(ShapeText.OAUTHAPPINFO_STREAM, IdentityTables::application).importers());
        all.addAll(LogTable
                .of(LogSource.ALERTS, "DisruptionAndResponseEvents",
                        "Timestamp,ActionType,SourceUserName,SourceIPAddress,SourceDeviceName,TargetDeviceName,"
                                + "PolicyName,"
                                + "IsPolicyOn,ReportType")
                .knownBy("ActionType", "ReportType").when(row -> row.has("ispolicyon"))
                .rows(ShapeText.DISRUPTIONANDRESPONSEEVENTS_TABLE, IdentityTables::response)
                .streamed(ShapeText.DISRUPTIONANDRESPONSEEVENTS_STREAM, IdentityTables::response).importers());
        all.addAll(LogTable
                .of(LogSource.ALERTS, "AlertInfo",
                        "Timestamp,AlertId,Title,Category,Severity,ServiceSource,DetectionSource,AttackTechniques")
                .knownBy("AlertId", "Title", "ServiceSource").without("EntityType")
                .rows(ShapeText.ALERTINFO_TABLE, AlertTables::alert)
                .streamed(ShapeText.ALERTINFO_STREAM, AlertTables::alert).importers());
        all.addAll(LogTable
                .of(LogSource.ALERTS, "AlertEvidence",
                        "Timestamp,AlertId,Title,ServiceSource,EntityType,EvidenceRole,AccountUpn,RemoteIP,"
                                + "NetworkMessageId,AdditionalFields")
                .knownBy("AlertId", "EntityType").rows(ShapeText.ALERTEVIDENCE_TABLE, AlertTables::evidence)
                .streamed(ShapeText.ALERTEVIDENCE_STREAM, AlertTables::evidence).importers());
        return List.copyOf(all);
    }
}
