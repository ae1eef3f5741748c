package org.tokenlane.ingest.ual;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventKind;

/**
 * The families of AuditData's record types that are mapped each in their own way. Exports write the type as a number
 * ({@code 15}) or by name, in
 * any case.
 */
enum RecordType {

    STS_LOGON("AzureActiveDirectory", EventKind.SIGN_IN),
    DIRECTORY("AzureActiveDirectory", EventKind.DIRECTORY_CHANGE),
    OWA_AUTH("Exchange", EventKind.OPERATION),
    RISK_DETECTION("AzureActiveDirectory", EventKind.RISK),
    EXCHANGE("Exchange", EventKind.OPERATION),
    SHAREPOINT("SharePoint", EventKind.OPERATION),
    TEAMS("MicrosoftTeams", EventKind.OPERATION),
    COPILOT("Copilot", EventKind.OPERATION),
    OTHER(null, EventKind.OPERATION);

    private final @Nullable String usualWorkload;
    private final EventKind kind;

    RecordType(@Nullable String usualWorkload, EventKind kind) {
        this.usualWorkload = usualWorkload;
        this.kind = kind;
    }

    /** The workload of a record that does not name its own; null where its type does not tell. */
    @Nullable
    String usualWorkload() {
        return usualWorkload;
    }

    EventKind kind() {
        return kind;
    }

    /** The family of a record: by its type, else by its workload and operation. Any argument may be null. */
    static RecordType of(@Nullable String type, @Nullable String workload, @Nullable String operation) {
        RecordType byType = type == null ? OTHER : byType(type);
        if (byType != OTHER) {
            return byType;
        }
        return switch (workload == null ? "" : workload.strip().toLowerCase(Locale.ROOT)) {
        case "exchange" -> EXCHANGE;
        case "sharepoint", "onedrive" -> SHAREPOINT;
        case "microsoftteams" -> TEAMS;
        case "azureactivedirectory" -> type != null ? OTHER : isLogon(operation) ? STS_LOGON : DIRECTORY;
        default -> isLogon(operation) ? STS_LOGON : OTHER;
        };
    }

    private static RecordType byType(String type) {
        String name = type.strip();
        int dot = name.indexOf('.');
        return switch ((dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT)) {
        case "9", "azureactivedirectoryaccountlogon", "15", "azureactivedirectorystslogon" -> STS_LOGON;
        case "8", "azureactivedirectory" -> DIRECTORY;
        case "275", "owaauth" -> OWA_AUTH;
        case "294", "aadriskdetection" -> RISK_DETECTION;
        case "1", "exchangeadmin", "2", "exchangeitem", "3", "exchangeitemgroup", "50", "exchangeitemaggregated" ->
            EXCHANGE;
        case "4", "sharepoint", "6", "sharepointfileoperation", "14", "sharepointsharingoperation", "36",
                "sharepointlistoperation" ->
            SHAREPOINT;
        case "25", "microsoftteams" -> TEAMS;
        case "261", "copilotinteraction", "284", "aiappinteraction", "328", "connectedaiappinteraction", "334",
                "teamcopilotinteraction", "363", "microsoft365copilotscheduledprompt", "373",
                "outlookcopilotautomation", "383", "copilotforsecuritytrigger", "384", "copilotagentmanagement" ->
            COPILOT;
        default -> OTHER;
        };
    }

    private static boolean isLogon(@Nullable String operation) {
        return operation != null && (operation.equals("UserLoggedIn") || operation.equals("UserLoginFailed"));
    }
}
