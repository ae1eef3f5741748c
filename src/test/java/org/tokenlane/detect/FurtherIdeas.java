package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ideas of the same kinds as the public ones, in other operations, workloads and spellings: what an attacker does with
 * one message or file, with devices, recovery data, warnings and other services.
 */
final class FurtherIdeas {

    private final List<Idea> list = new ArrayList<>();

    private FurtherIdeas() {
        mail();
        filesAndTeams();
        directory();
        devices();
        graphAndAzure();
        otherServices();
        more();
    }

    static List<Idea> all() {
        return new FurtherIdeas().list;
    }

    private void is(String name, String rule, Consumer<Stage> act) {
        list.add(new Idea(name, rule, act, null));
    }

    private void is(String name, String rule, Consumer<Stage> act, Consumer<Stage> near) {
        list.add(new Idea(name, rule, act, near));
    }

    private void mail() {
        is("rule of the user switched on again", "inbox-rule-changed",
                stage -> stage.cmdlet("Enable-InboxRule", "Identity", "user\\1"),
                stage -> stage.cmdlet("Get-InboxRule", "Mailbox", "user"));
        is("own rule removed to hide it", "inbox-rule-changed",
                stage -> stage.cmdlet("Remove-InboxRule", "Identity", "user\\1"));
        is("rule that marks as read", "inbox-rule-changed",
                stage -> stage.cmdlet("New-InboxRule", "Name", "Newsletter", "MarkAsRead", "True"));
        is("rule made by an Outlook client, moved to a folder", "inbox-rule-changed",
                stage -> stage.audit("Exchange", "UpdateInboxRules").with("OperationProperties",
                        Scene.pairs("RuleOperation", "AddMailboxRule", "RuleName", "Newsletter", "RuleActions",
                                "[{\"ActionType\":\"Move\",\"FolderPath\":\"Projects\"}]")));
        is("rule made by an Outlook client that forwards", "inbox-rule-forwards",
                stage -> stage.audit("Exchange", "UpdateInboxRules").with("OperationProperties",
                        Scene.pairs("RuleOperation", "AddMailboxRule", "RuleName", "Newsletter", "RuleActions",
                                "[{\"ActionType\":\"Forward\",\"Recipients\":[\"c@mailbox.example\"]}]")));
        is("one message sent", "message-sent", stage -> stage.audit("Exchange", "Send"),
                stage -> stage.audit("Exchange", "Create"));
        is("one message read", "content-read",
                stage -> stage.audit("Exchange", "MailItemsAccessed").with("OperationCount", 1),
                stage -> stage.audit("Exchange", "MailboxLogin"));
        is("alias added to a mailbox", "account-data-changed",
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "EmailAddresses",
                        "SMTP:u@contoso.example;smtp:x@contoso.example"),
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "Office", "2"));
        is("account hidden from the address list", "account-data-changed",
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "HiddenFromAddressListsEnabled", "True"),
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "HiddenFromAddressListsEnabled", "False"));
        is("look-alike contact in the address list", "account-data-changed",
                stage -> stage.cmdlet("New-MailContact", "Name", "Bela", "ExternalEmailAddress",
                        "bela@fabrikam.example"),
                stage -> stage.cmdlet("Get-MailContact", "Identity", "x"));
        is("deleted mailbox restored into another", "mailbox-moved",
                stage -> stage.cmdlet("New-MailboxRestoreRequest", "SourceMailbox", "bela", "TargetMailbox", "user"),
                stage -> stage.cmdlet("Get-MailboxRestoreRequest", "Identity", "x"));
        is("mailbox moved to another tenant", "mailbox-moved",
                stage -> stage.cmdlet("New-MigrationBatch", "Name", "x", "TargetDeliveryDomain", "fabrikam.example"));
        is("purged mail brought back", "mailbox-moved",
                stage -> stage.cmdlet("Restore-RecoverableItems", "Identity", "bela"));
        is("what of a mailbox is audited changed", "audit-retention-changed",
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "AuditOwner", "Update,HardDelete"),
                stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "Office", "2"));
        is("message traced", "admin-tool-read",
                stage -> stage.cmdlet("Start-HistoricalSearch", "ReportTitle", "x", "ReportType", "MessageTrace"),
                stage -> stage.cmdlet("Stop-HistoricalSearch", "JobId", "x"));
        is("calendars shared with another organization", "cross-tenant-access",
                stage -> stage.cmdlet("New-OrganizationRelationship", "Name", "x", "DomainNames", "fabrikam.example"),
                stage -> stage.cmdlet("Get-OrganizationRelationship", "Identity", "x"));
        is("sharing policy for calendars", "cross-tenant-access",
                stage -> stage.cmdlet("Set-SharingPolicy", "Identity", "x", "Domains",
                        "*:CalendarSharingFreeBusyReviewer"));
        is("hint on external recipients switched off", "mail-protection-weakened",
                stage -> stage.cmdlet("Set-OrganizationConfig", "MailTipsExternalRecipientsTipsEnabled", "False"),
                stage -> stage.cmdlet("Set-OrganizationConfig", "MailTipsExternalRecipientsTipsEnabled", "True"));
        is("distribution group taken over", "group-changed",
                stage -> stage.cmdlet("Update-DistributionGroupMember", "Identity", "Board", "Members", "mallory"),
                stage -> stage.cmdlet("Get-DistributionGroupMember", "Identity", "Board"));
        is("retention policy that deletes", "data-loss-prevention-weakened",
                stage -> stage.cmdlet("New-RetentionComplianceRule", "Name", "x", "RetentionComplianceAction",
                        "Delete"),
                stage -> stage.cmdlet("Get-RetentionComplianceRule", "Identity", "x"));
        is("super user of encryption", "data-loss-prevention-weakened",
                stage -> stage.audit("AipService", "Add-AipServiceSuperUser").with("RecordType", 1));
        is("mail read in Threat Explorer", "admin-tool-read",
                stage -> stage.audit("SecurityComplianceCenter", "AdminMailAccess").with("RecordType", 18),
                stage -> stage.audit("SecurityComplianceCenter", "HelpOpened").with("RecordType", 24));
        is("file read in Content explorer", "admin-tool-read", stage -> stage
                .audit("SecurityComplianceCenter", "LabelContentExplorerAccessedItem").with("RecordType", 113));
        is("message exported from quarantine", "admin-tool-read",
                stage -> stage.audit("Quarantine", "QuarantineExport").with("RecordType", 65));
    }

    private void filesAndTeams() {
        is("one file opened", "content-read",
                stage -> stage.audit("SharePoint", "FileAccessed").with("ObjectId", "https://c.example/pay.xlsx"));
        is("one file downloaded", "content-read",
                stage -> stage.audit("SharePoint", "FileDownloaded").with("ObjectId", "https://c.example/pay.xlsx"));
        is("one file uploaded", "file-planted",
                stage -> stage.audit("SharePoint", "FileUploaded").with("ObjectId", "https://c.example/invoice.html"),
                stage -> stage.audit("SharePoint", "FileAccessed").with("ObjectId", "https://c.example/pay.xlsx"));
        is("one file replaced", "file-planted",
                stage -> stage.audit("SharePoint", "FileModified").with("ObjectId", "https://c.example/invoice.html"));
        is("one Teams message sent", "message-sent", stage -> stage.audit("MicrosoftTeams", "MessageSent")
                .with("ChatThreadId", "19:one"), stage -> stage.audit("MicrosoftTeams", "TeamsSessionStarted"));
        is("site deleted", "workspace-removed",
                stage -> stage.audit("SharePoint", "SiteDeleted").with("ObjectId", "https://c.example/sites/board"),
                stage -> stage.audit("SharePoint", "SiteRenamed").with("ObjectId", "https://c.example/sites/board"));
        is("team deleted", "workspace-removed",
                stage -> stage.audit("MicrosoftTeams", "TeamDeleted").with("TeamName", "Board"),
                stage -> stage.audit("MicrosoftTeams", "TabRemoved").with("TeamName", "Board"));
        is("channel deleted", "workspace-removed",
                stage -> stage.audit("MicrosoftTeams", "ChannelDeleted").with("TeamName", "Board"));
        is("group deleted (Microsoft Graph)", "workspace-removed",
                stage -> stage.directoryByGraph("Delete group", "Board"));
        is("group deleted (unified audit log)", "workspace-removed",
                stage -> stage.directoryByAuditLog("Delete group", "Board"));
        is("group deleted by cmdlet", "workspace-removed",
                stage -> stage.cmdlet("Remove-UnifiedGroup", "Identity", "Board"));
        is("group deleted through Graph", "workspace-removed",
                stage -> stage.graph("DELETE", "/groups/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11"),
                stage -> stage.graph("GET", "/groups/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11"));
        is("recycle bin emptied", "mass-deletion", stage -> {
            for (int file = 0; file < 5; file++) {
                stage.audit("SharePoint", "FileDeletedSecondStageRecycleBin").with("ObjectId",
                        "https://c.example/f" + file);
            }
        }, stage -> stage.audit("SharePoint", "FileDeletedSecondStageRecycleBin").with("ObjectId",
                "https://c.example/f"));
        is("link for anyone, in today's words", "anonymous-link",
                stage -> stage.audit("SharePoint", "SharingLinkCreated").with("SharingLinkScope", "Anyone"),
                stage -> stage.audit("SharePoint", "SharingLinkCreated").with("SharingLinkScope", "Organization"));
        is("stranger added to a link, in today's words", "shared-outside",
                stage -> stage.audit("SharePoint", "AddedToSharingLink")
                        .with("TargetUserOrGroupName", "mallory@fabrikam.example")
                        .with("TargetUserOrGroupType", "Guest"),
                stage -> stage.audit("SharePoint", "AddedToSharingLink").with("TargetUserOrGroupType", "Member"));
        is("label of a file lowered", "data-loss-prevention-weakened", stage -> stage
                .audit("SharePoint", "FileSensitivityLabelChanged").with("ObjectId", "https://c.example/pay.xlsx"));
    }

    private void directory() {
        is("recovery phone of a user changed (Microsoft Graph)", "account-data-changed",
                stage -> stage.directoryByGraph("Update user", "bela", "MobilePhone", "[\"+45 12345678\"]"),
                stage -> stage.directoryByGraph("Update user", "bela", "Department", "[\"Sales\"]"));
        is("recovery phone of a user changed (Log Analytics)", "account-data-changed",
                stage -> stage.directoryByLogAnalytics("Update user", "bela", "Mobile", "[\"+45 12345678\"]"),
                stage -> stage.directoryByLogAnalytics("Update user", "bela", "Department", "[\"Sales\"]"));
        is("recovery address of a user changed (unified audit log)", "account-data-changed",
                stage -> stage.directoryByAuditLog("Update user", "bela", "OtherMail", "[\"x@mailbox.example\"]"),
                stage -> stage.directoryByAuditLog("Update user", "bela", "Department", "[\"Sales\"]"));
        is("password that never expires", "account-data-changed",
                stage -> stage.directoryByGraph("Update user", "bela", "PasswordPolicies",
                        "[\"DisablePasswordExpiration\"]"));
        is("proxy address of a user", "account-data-changed", stage -> stage.directoryByAuditLog("Update user", "bela",
                "ProxyAddresses", "[\"smtp:x@contoso.example\"]"));
        is("list of all users downloaded (Microsoft Graph)", "directory-downloaded",
                stage -> stage.directoryByGraph("Download users - finished (bulk)", "users"),
                stage -> stage.directoryByGraph("Update group", "users"));
        is("list of all users downloaded (Log Analytics)", "directory-downloaded",
                stage -> stage.directoryByLogAnalytics("Download users - started (bulk)", "users"),
                stage -> stage.directoryByLogAnalytics("Update group", "users"));
        is("members of a group downloaded", "directory-downloaded",
                stage -> stage.directoryByGraph("Download group members - started (bulk)", "Admins"));
        is("risk of a user dismissed (Microsoft Graph)", "risk-dismissed",
                stage -> stage.directoryByGraph("Dismiss user risk", "bela"),
                stage -> stage.directoryByGraph("Dismiss notification", "bela"));
        is("risk of a user dismissed (Log Analytics)", "risk-dismissed",
                stage -> stage.directoryByLogAnalytics("DismissUser", "bela"),
                stage -> stage.directoryByLogAnalytics("Dismiss notification", "bela"));
        is("sign-in confirmed as safe", "risk-dismissed",
                stage -> stage.directoryByGraph("ConfirmSafe", "bela"),
                stage -> stage.directoryByGraph("ConfirmAccountCompromised", "bela"));
        is("risk dismissed through Graph", "risk-dismissed",
                stage -> stage.graph("POST", "/identityProtection/riskyUsers/dismiss"),
                stage -> stage.graph("GET", "/identityProtection/riskyUsers"));
        is("authentication context changed", "policy-changed",
                stage -> stage.directoryByGraph("Update AuthenticationContextClassReference", "c1"),
                stage -> stage.directoryByGraph("Update logo", "c1"));
        is("custom security attribute changed", "policy-changed", stage -> stage
                .directoryByLogAnalytics("Update attribute values assigned to a user (custom security attribute)",
                        "x"));
        is("app management policy weakened", "policy-changed",
                stage -> stage.directoryByGraph("Update tenant default app management policy", "policy"));
        is("connected organization added", "cross-tenant-access",
                stage -> stage.directoryByGraph("Create connected organization", "fabrikam"));
        is("one-time bypass of the second factor", "mfa-method",
                stage -> stage.directoryByGraph("One-time bypass created", "bela"));
        is("signed in as guest of another tenant", "other-tenant-sign-in",
                stage -> stage.signIn().with("crossTenantAccessType", "b2bCollaboration"),
                stage -> stage.signIn().with("crossTenantAccessType", "none"));
    }

    private void devices() {
        is("script for all devices", "device-command",
                stage -> stage.intune("Create DeviceManagementScript", "update.ps1"),
                stage -> stage.intune("Get DeviceManagementScript", "update.ps1"));
        is("script assigned to devices", "device-command",
                stage -> stage.intune("assignDeviceManagementScript DeviceManagementScript", "update.ps1"));
        is("remediation for devices", "device-command",
                stage -> stage.intune("Create DeviceHealthScript", "repair"));
        is("application for devices", "device-command", stage -> stage.intune("Create MobileApp", "AnyDesk"),
                stage -> stage.intune("Sync ManagedDevice", "LAPTOP-1"));
        is("script for devices through Graph", "device-command",
                stage -> stage.graph("POST", "/deviceManagement/deviceManagementScripts"),
                stage -> stage.graph("GET", "/deviceManagement/deviceManagementScripts"));
        is("live response", "device-command",
                stage -> stage.audit("Defender", "RunLiveResponseSession").with("RecordType", 181),
                stage -> stage.audit("Defender", "GetLiveResponseLibrary").with("RecordType", 181));
        is("compliance policy changed", "device-policy-changed",
                stage -> stage.intune("Patch DeviceCompliancePolicy", "Windows"),
                stage -> stage.intune("Get DeviceCompliancePolicy", "Windows"));
        is("app protection policy deleted", "device-policy-changed",
                stage -> stage.intune("Delete ManagedAppPolicy", "iOS"));
        is("configuration of devices changed", "device-policy-changed",
                stage -> stage.intune("Patch DeviceManagementConfigurationPolicy", "Antivirus"));
        is("role in Intune assigned", "device-policy-changed",
                stage -> stage.intune("Create RoleAssignment", "Help desk"));
        is("policy of devices changed through Graph", "device-policy-changed",
                stage -> stage.graph("PATCH",
                        "/deviceManagement/deviceCompliancePolicies/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11"),
                stage -> stage.graph("GET", "/deviceManagement/deviceCompliancePolicies"));
        is("device wiped", "device-wiped", stage -> stage.intune("wipe ManagedDevice", "LAPTOP-1"),
                stage -> stage.intune("syncDevice ManagedDevice", "LAPTOP-1"));
        is("device wiped through Graph", "device-wiped", stage -> stage.graph("POST",
                "/deviceManagement/managedDevices/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/wipe"));
        is("device released from isolation", "endpoint-protection-weakened",
                stage -> stage.audit("Defender", "ReleaseFromIsolation").with("RecordType", 181));
        is("recovery key of a Mac read", "recovery-key-read",
                stage -> stage.intune("getFileVaultKey ManagedDevice", "MAC-1"));
        is("settings of Defender for Endpoint changed", "endpoint-protection-weakened",
                stage -> stage.audit("Defender", "SetAdvancedFeatures").with("RecordType", 182),
                stage -> stage.audit("Defender", "GetAdvancedFeatures").with("RecordType", 182));
        is("indicator that allows a file", "endpoint-protection-weakened",
                stage -> stage.audit("Defender", "AddIndicator").with("RecordType", 182));
    }

    private void graphAndAzure() {
        is("sessions of a user revoked through Graph", "graph-user-change",
                stage -> stage.graph("POST", "/users/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/revokeSignInSessions"),
                stage -> stage.graph("GET", "/users/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11"));
        is("page of a site changed through Graph", "graph-sharing",
                stage -> stage.graph("POST", "/sites/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/pages"),
                stage -> stage.graph("GET", "/sites/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/pages"));
        is("content for Copilot planted by a connection", "graph-policy",
                stage -> stage.graph("POST", "/external/connections"),
                stage -> stage.graph("GET", "/external/connections"));
        is("key of a log workspace read", "azure-secrets",
                stage -> stage.azure("Microsoft.OperationalInsights/workspaces/sharedKeys/action"),
                stage -> stage.azure("Microsoft.OperationalInsights/workspaces/read"));
        is("administrator's keys of a search service read", "azure-secrets",
                stage -> stage.azure("Microsoft.Search/searchServices/listAdminKeys/action"));
        is("credentials of a private cloud read", "azure-secrets",
                stage -> stage.azure("Microsoft.AVS/privateClouds/listAdminCredentials/action"));
        is("SSH key for machines made", "azure-secrets",
                stage -> stage.azure("Microsoft.Compute/sshPublicKeys/generateKeyPair/action"));
        is("role in a database account assigned", "azure-role",
                stage -> stage.azure("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write"));
        is("password of a database server reset", "azure-data-out",
                stage -> stage.azure("Microsoft.DBforPostgreSQL/flexibleServers/write"),
                stage -> stage.azure("Microsoft.DBforPostgreSQL/flexibleServers/read"));
        is("data workspace opened", "azure-data-out", stage -> stage.azure("Microsoft.Databricks/workspaces/write"));
    }

    private void otherServices() {
        is("part of an agent changed", "agent-created",
                stage -> stage.audit("PowerPlatform", "BotComponentUpdate").with("RecordType", 256),
                stage -> stage.audit("PowerPlatform", "BotViewed").with("RecordType", 256));
        is("action for agents added", "agent-created",
                stage -> stage.audit("PowerPlatform", "AIPluginOperationCreate").with("RecordType", 256));
        is("Viva Engage exported", "service-data-exported",
                stage -> stage.audit("Yammer", "DataExport").with("RecordType", 22),
                stage -> stage.audit("Yammer", "MessageViewed").with("RecordType", 22));
        is("Dynamics data exported", "service-data-exported",
                stage -> stage.audit("CRM", "ExportToExcel").with("RecordType", 21),
                stage -> stage.audit("CRM", "Retrieve").with("RecordType", 21));
        is("prompt to Copilot with a plug-in's answer", "copilot-used",
                stage -> stage.audit("Copilot", "CopilotInteraction").with("RecordType", 261).with("CopilotEventData",
                        Map.of("AppHost", "Teams")));
        is("tenant setting of Power Platform changed", "power-platform-changed",
                stage -> stage.audit("PowerPlatform", "UpdateTenantSettings").with("RecordType", 256),
                stage -> stage.audit("PowerPlatform", "GetTenantSettings").with("RecordType", 256));
        is("environment created", "power-platform-changed",
                stage -> stage.audit("PowerPlatform", "CreateEnvironment").with("RecordType", 256));
    }

    /** A call, an operation or an act of each kind, and one that only reads. */
    private void more() {
        cmdlet("mail-forwarding-allowed", "Set-TransportConfig", "JournalingReportNdrTo", "x@mailbox.example");
        cmdlet("transport-rule", "Remove-JournalRule", "Identity", "x");
        cmdlet("mail-protection-weakened", "New-SafeLinksPolicy", "EnableSafeLinksForEmail", "False");
        cmdlet("mail-protection-weakened", "Remove-TenantAllowBlockListItems", "Entries", "evil.example");
        cmdlet("teams-calls-changed", "Set-CsUserCallingSettings", "IsForwardingEnabled", "True");
        cmdlet("teams-calls-changed", "Set-CsPhoneNumberAssignment", "PhoneNumber", "+4512345678");
        cmdlet("teams-external-access", "Grant-CsTeamsMessagingPolicy", "PolicyName", "open");
        cmdlet("audit-retention-changed", "Set-AuditConfig", "Workload", "SharePoint");
        cmdlet("ediscovery", "New-ComplianceSecurityFilter", "Action", "All");
        for (String operation : List.of("Create", "Update", "Move", "HardDelete")) {
            is("one item: " + operation, "mailbox-items-changed", stage -> stage.audit("Exchange", operation),
                    stage -> stage.audit("Exchange", "MailboxLogin"));
        }
        audit("mailbox-items-changed", "MicrosoftTeams", "MessageDeleted", "TabRemoved");
        audit("shared-in-attacked-session", "SharePoint", "CompanyLinkCreated", "CompanyLinkUsed");
        audit("file-planted", "SharePoint", "PageCreated", "PageViewed");
        audit("workspace-removed", "Yammer", "SoftDeleteNetwork", "ViewNetwork");
        audit("account-removed", "Yammer", "NetworkUserSuspension", "NetworkUserViewed");
        audit("service-data-exported", "MicrosoftForms", "ExportForm", "ViewForm");
        audit("form-created", "MicrosoftForms", "UpdateFormSetting", "ViewForm");
        audit("power-bi-export", "PowerBI", "AddFolderAccess", "ViewFolder");
        audit("agent-created", "Copilot", "CreatePlugin", "ViewPlugin");
        audit("device-command", "Defender", "CollectInvestigationPackage", "ViewInvestigation");
        audit("endpoint-protection-weakened", "Defender", "IsolateDevice", "ViewDevice");
        audit("audit-searched", "Defender", "RunAdvancedQuery", "ViewQuery");
        is("sessions revoked (Microsoft Graph)", "sessions-revoked",
                stage -> stage.directoryByGraph("Update StsRefreshTokenValidFrom Timestamp", "bela"),
                stage -> stage.directoryByGraph("Update logo", "bela"));
        is("sessions revoked (Log Analytics)", "sessions-revoked",
                stage -> stage.directoryByLogAnalytics("Revoke user sign in sessions", "bela"));
        is("publisher verified", "app-changed", stage -> stage.directoryByGraph("Set verified publisher", "Reader"));
        is("guest made an internal user", "guest-invited",
                stage -> stage.directoryByGraph("Convert external user to internal member user", "guest"));
        for (String act : List.of("reboot ManagedDevice", "createDeviceLogCollectionRequest ManagedDevice",
                "Delete MobileApp")) {
            is("Intune: " + act, "device-command", stage -> stage.intune(act, "x"),
                    stage -> stage.intune("Get ManagedDevice", "x"));
        }
        for (String act : List.of("Create TermsAndConditions", "Patch DeviceManagement")) {
            is("Intune: " + act, "device-policy-changed", stage -> stage.intune(act, "x"),
                    stage -> stage.intune("Patch ManagedDevice", "x"));
        }
        graph("graph-content-read", "GET", "/me/contacts", "/me/photo");
        graph("graph-content-read", "GET", "/me/onenote/notebooks", "/me/photo");
        graph("graph-content-read", "GET", "/me/messages", "/organization");
        graph("graph-teams-message", "POST", "/teamwork/sendActivityNotification", "/me/getMemberGroups");
        graph("graph-teams-message", "POST", "/communications/calls", "/me/getMemberGroups");
        graph("graph-sharing", "POST", "/me/onenote/pages", "/me/getMemberGroups");
        graph("graph-user-change", "POST", "/me/contacts", "/me/getMemberGroups");
        graph("service-data-exported", "POST", "/users/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/exportPersonalData",
                "/me/getMemberGroups");
        graph("agent-created", "PATCH", "/copilot/admin/settings", "/me");
        azure("azure-role", "Microsoft.AAD/domainServices/write");
        azure("azure-automation", "Microsoft.BotService/botServices/write");
        azure("azure-automation", "Microsoft.Communication/emailServices/domains/write");
        azure("azure-network-opened", "Microsoft.Relay/namespaces/write");
        azure("azure-data-out", "Microsoft.CostManagement/exports/write");
        azure("azure-compute-created", "Microsoft.Solutions/applications/write");
        azure("azure-logging-off", "Microsoft.OperationsManagement/solutions/delete");
        azure("azure-command", "Microsoft.Maintenance/maintenanceConfigurations/write");
    }

    private void cmdlet(String rule, String cmdlet, String... parameters) {
        is("cmdlet " + cmdlet, rule, stage -> stage.cmdlet(cmdlet, parameters),
                stage -> stage.cmdlet("Get" + cmdlet.substring(cmdlet.indexOf('-')), "Identity", "x"));
    }

    private void audit(String rule, String workload, String operation, String near) {
        is(workload + ": " + operation, rule, stage -> stage.audit(workload, operation),
                stage -> stage.audit(workload, near));
    }

    private void graph(String rule, String method, String path, String near) {
        is("Graph: " + method + " " + path, rule, stage -> stage.graph(method, path),
                stage -> stage.graph(method, near));
    }

    private void azure(String rule, String operation) {
        is("Azure: " + operation, rule, stage -> stage.azure(operation),
                stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
    }
}
