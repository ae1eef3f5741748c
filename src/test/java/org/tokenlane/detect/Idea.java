package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What attackers do in a stolen session, by the ideas of public rule sets, with the rule that has to name it and a near
 * miss that this rule has to leave alone.
 *
 * @param act
 *            tells its records on a stage
 * @param near
 *            tells records that look alike; null where there is nothing to miss
 */
record Idea(String name, String rule, Consumer<Stage> act, @Nullable Consumer<Stage> near) {

    /** All of them, in every shape of log in which they appear. */
    static List<Idea> all() {
        List<Idea> all = new Ideas().list;
        all.addAll(FurtherIdeas.all());
        all.addAll(IdeasOfSettings.all());
        return all;
    }

    private static final class Ideas {

        private final List<Idea> list = new ArrayList<>();

        Ideas() {
            tell();
        }

        private void is(String name, String rule, Consumer<Stage> act) {
            list.add(new Idea(name, rule, act, null));
        }

        private void is(String name, String rule, Consumer<Stage> act, Consumer<Stage> near) {
            list.add(new Idea(name, rule, act, near));
        }

        private void tell() {
            // the ideas of public rule sets
            is("federation settings set on a domain (Microsoft Graph)", "federation-changed",
                    stage -> stage.directoryByGraph("Set federation settings on domain", "contoso.example", "IssuerUri",
                            "http://any.sts/1"),
                    stage -> stage.directoryByGraph("Set domain note", "contoso.example"));
            is("federation settings set on a domain (Log Analytics)", "federation-changed",
                    stage -> stage.directoryByLogAnalytics("Set federation settings on domain", "contoso.example",
                            "IssuerUri", "http://any.sts/1"),
                    stage -> stage.directoryByLogAnalytics("Set domain note", "contoso.example"));
            is("federation settings set on a domain (unified audit log)", "federation-changed",
                    stage -> stage.directoryByAuditLog("Set federation settings on domain", "contoso.example",
                            "IssuerUri", "http://any.sts/1"),
                    stage -> stage.directoryByAuditLog("Set domain note", "contoso.example"));
            is("domain added and verified (Microsoft Graph)", "domain-added",
                    stage -> stage.directoryByGraph("Add unverified domain", "contoso-mail.example"),
                    stage -> stage.directoryByGraph("Add subscription", "contoso"));
            is("domain added and verified (Log Analytics)", "domain-added",
                    stage -> stage.directoryByLogAnalytics("Add unverified domain", "contoso-mail.example"),
                    stage -> stage.directoryByLogAnalytics("Add subscription", "contoso"));
            is("domain added and verified (unified audit log)", "domain-added",
                    stage -> stage.directoryByAuditLog("Add unverified domain", "contoso-mail.example"),
                    stage -> stage.directoryByAuditLog("Add subscription", "contoso"));
            is("domain verified (Microsoft Graph)", "domain-added",
                    stage -> stage.directoryByGraph("Verify domain", "contoso-mail.example"));
            is("domain verified (Log Analytics)", "domain-added",
                    stage -> stage.directoryByLogAnalytics("Verify domain", "contoso-mail.example"));
            is("domain verified (unified audit log)", "domain-added",
                    stage -> stage.directoryByAuditLog("Verify domain", "contoso-mail.example"));
            is("cross-tenant access opened (Microsoft Graph)", "cross-tenant-access",
                    stage -> stage.directoryByGraph("Add a partner to cross-tenant access setting", "fabrikam"),
                    stage -> stage.directoryByGraph("Add partner logo", "fabrikam"));
            is("cross-tenant access opened (Log Analytics)", "cross-tenant-access",
                    stage -> stage.directoryByLogAnalytics("Add a partner to cross-tenant access setting", "fabrikam"),
                    stage -> stage.directoryByLogAnalytics("Add partner logo", "fabrikam"));
            is("cross-tenant access opened (unified audit log)", "cross-tenant-access",
                    stage -> stage.directoryByAuditLog("Add a partner to cross-tenant access setting", "fabrikam"),
                    stage -> stage.directoryByAuditLog("Add partner logo", "fabrikam"));
            is("pass-through agent or proxy connector registered (Microsoft Graph)", "hybrid-agent",
                    stage -> stage.directoryByGraph("Register connector", "SRV-9"),
                    stage -> stage.directoryByGraph("Register printer", "SRV-9"));
            is("pass-through agent or proxy connector registered (Log Analytics)", "hybrid-agent",
                    stage -> stage.directoryByLogAnalytics("Register connector", "SRV-9"),
                    stage -> stage.directoryByLogAnalytics("Register printer", "SRV-9"));
            is("pass-through agent or proxy connector registered (unified audit log)", "hybrid-agent",
                    stage -> stage.directoryByAuditLog("Register connector", "SRV-9"),
                    stage -> stage.directoryByAuditLog("Register printer", "SRV-9"));
            is("ImmutableId of a user changed (Microsoft Graph)", "source-anchor-changed",
                    stage -> stage.directoryByGraph("Update user", "bela@contoso.example", "SourceAnchor",
                            "[\"q1w2e3\"]"),
                    stage -> stage.directoryByGraph("Update user", "bela@contoso.example", "Department",
                            "[\"Sales\"]"));
            is("ImmutableId of a user changed (Log Analytics)", "source-anchor-changed",
                    stage -> stage.directoryByLogAnalytics("Update user", "bela@contoso.example", "SourceAnchor",
                            "[\"q1w2e3\"]"),
                    stage -> stage.directoryByLogAnalytics("Update user", "bela@contoso.example", "Department",
                            "[\"Sales\"]"));
            is("ImmutableId of a user changed (unified audit log)", "source-anchor-changed",
                    stage -> stage.directoryByAuditLog("Update user", "bela@contoso.example", "SourceAnchor",
                            "[\"q1w2e3\"]"),
                    stage -> stage.directoryByAuditLog("Update user", "bela@contoso.example", "Department",
                            "[\"Sales\"]"));
            is("new sign-in method (only in the unified audit log) (unified audit log)", "mfa-method",
                    stage -> stage.directoryByAuditLog("Update user", "user@contoso.example",
                            "StrongAuthenticationMethod", "[{\"MethodType\":6}]"),
                    stage -> stage.directoryByAuditLog("Update user", "user@contoso.example", "Department",
                            "[\"Sales\"]"));
            is("passkey added (Microsoft Graph)", "sign-in-key-added",
                    stage -> stage.directoryByGraph("Add Passkey (device-bound) security key", "user"),
                    stage -> stage.directoryByGraph("Add photo", "user"));
            is("passkey added (Log Analytics)", "sign-in-key-added",
                    stage -> stage.directoryByLogAnalytics("Add Passkey (device-bound) security key", "user"),
                    stage -> stage.directoryByLogAnalytics("Add photo", "user"));
            is("passkey added (unified audit log)", "sign-in-key-added",
                    stage -> stage.directoryByAuditLog("Add Passkey (device-bound) security key", "user"),
                    stage -> stage.directoryByAuditLog("Add photo", "user"));
            is("temporary access pass", "temporary-access-pass", stage -> {
                stage.directoryByGraph("Admin registered security info", "bela");
                stage.directoryByGraph("Create temporary access pass", "bela");
            }, stage -> stage.directoryByGraph("Admin registered security info", "bela"));
            is("password reset (Microsoft Graph)", "password-reset",
                    stage -> stage.directoryByGraph("Reset user password", "bela"),
                    stage -> stage.directoryByGraph("Reset user photo", "bela"));
            is("password reset (Log Analytics)", "password-reset",
                    stage -> stage.directoryByLogAnalytics("Reset user password", "bela"),
                    stage -> stage.directoryByLogAnalytics("Reset user photo", "bela"));
            is("password reset (unified audit log)", "password-reset",
                    stage -> stage.directoryByAuditLog("Reset user password", "bela"),
                    stage -> stage.directoryByAuditLog("Reset user photo", "bela"));
            is("password changed (Microsoft Graph)", "password-reset",
                    stage -> stage.directoryByGraph("Change user password", "bela"));
            is("password changed (Log Analytics)", "password-reset",
                    stage -> stage.directoryByLogAnalytics("Change user password", "bela"));
            is("password changed (unified audit log)", "password-reset",
                    stage -> stage.directoryByAuditLog("Change user password", "bela"));
            is("password reset by self-service (Microsoft Graph)", "password-reset",
                    stage -> stage.directoryByGraph("Reset password (self-service)", "bela"));
            is("password reset by self-service (Log Analytics)", "password-reset",
                    stage -> stage.directoryByLogAnalytics("Reset password (self-service)", "bela"));
            is("disabled account switched on (Microsoft Graph)", "account-enabled",
                    stage -> stage.directoryByGraph("Enable account", "bela"),
                    stage -> stage.directoryByGraph("Enable feature", "bela"));
            is("disabled account switched on (Log Analytics)", "account-enabled",
                    stage -> stage.directoryByLogAnalytics("Enable account", "bela"),
                    stage -> stage.directoryByLogAnalytics("Enable feature", "bela"));
            is("disabled account switched on (unified audit log)", "account-enabled",
                    stage -> stage.directoryByAuditLog("Enable account", "bela"),
                    stage -> stage.directoryByAuditLog("Enable feature", "bela"));
            is("guest invited (Microsoft Graph)", "guest-invited",
                    stage -> stage.directoryByGraph("Invite external user", "guest@fabrikam.example"),
                    stage -> stage.directoryByGraph("Invite expired", "guest"));
            is("guest invited (Log Analytics)", "guest-invited",
                    stage -> stage.directoryByLogAnalytics("Invite external user", "guest@fabrikam.example"),
                    stage -> stage.directoryByLogAnalytics("Invite expired", "guest"));
            is("guest invited (unified audit log)", "guest-invited",
                    stage -> stage.directoryByAuditLog("Invite external user", "guest@fabrikam.example"),
                    stage -> stage.directoryByAuditLog("Invite expired", "guest"));
            is("suspicious activity reported by the user (Microsoft Graph)", "fraud-reported",
                    stage -> stage.directoryByGraph("Suspicious activity reported", "bela"));
            is("suspicious activity reported by the user (Log Analytics)", "fraud-reported",
                    stage -> stage.directoryByLogAnalytics("Suspicious activity reported", "bela"));
            is("credential added to an application (Microsoft Graph)", "app-credential",
                    stage -> stage.directoryByGraph("Update application – Certificates and secrets management ",
                            "Reader", "KeyDescription", "[\"KeyIdentifier=1\"]"),
                    stage -> stage.directoryByGraph("Update application", "Reader", "LogoUrl", "x"));
            is("credential added to an application (Log Analytics)", "app-credential",
                    stage -> stage.directoryByLogAnalytics("Update application – Certificates and secrets management ",
                            "Reader", "KeyDescription", "[\"KeyIdentifier=1\"]"),
                    stage -> stage.directoryByLogAnalytics("Update application", "Reader", "LogoUrl", "x"));
            is("credential added to an application (unified audit log)", "app-credential",
                    stage -> stage.directoryByAuditLog("Update application – Certificates and secrets management ",
                            "Reader", "KeyDescription", "[\"KeyIdentifier=1\"]"),
                    stage -> stage.directoryByAuditLog("Update application", "Reader", "LogoUrl", "x"));
            is("redirect address of an application changed (Microsoft Graph)", "app-changed",
                    stage -> stage.directoryByGraph("Update application", "Reader", "AppAddress",
                            "[{\"Address\":\"https://collect.example/cb\"}]"),
                    stage -> stage.directoryByGraph("Update application", "Reader", "LogoUrl", "x"));
            is("redirect address of an application changed (Log Analytics)", "app-changed",
                    stage -> stage.directoryByLogAnalytics("Update application", "Reader", "AppAddress",
                            "[{\"Address\":\"https://collect.example/cb\"}]"),
                    stage -> stage.directoryByLogAnalytics("Update application", "Reader", "LogoUrl", "x"));
            is("redirect address of an application changed (unified audit log)", "app-changed",
                    stage -> stage.directoryByAuditLog("Update application", "Reader", "AppAddress",
                            "[{\"Address\":\"https://collect.example/cb\"}]"),
                    stage -> stage.directoryByAuditLog("Update application", "Reader", "LogoUrl", "x"));
            is("service principal created (Microsoft Graph)", "app-created",
                    stage -> stage.directoryByGraph("Add service principal", "Reader"),
                    stage -> stage.directoryByGraph("Update service principal", "Reader", "LogoUrl", "x"));
            is("service principal created (Log Analytics)", "app-created",
                    stage -> stage.directoryByLogAnalytics("Add service principal", "Reader"),
                    stage -> stage.directoryByLogAnalytics("Update service principal", "Reader", "LogoUrl", "x"));
            is("service principal created (unified audit log)", "app-created",
                    stage -> stage.directoryByAuditLog("Add service principal", "Reader"),
                    stage -> stage.directoryByAuditLog("Update service principal", "Reader", "LogoUrl", "x"));
            is("application permission (full_access_as_app) (Microsoft Graph)", "app-consent",
                    stage -> stage.directoryByGraph("Add app role assignment to service principal", "Reader",
                            "AppRole.Value", "full_access_as_app"),
                    stage -> stage.directoryByGraph("Remove app role assignment from service principal", "Reader"));
            is("application permission (full_access_as_app) (Log Analytics)", "app-consent",
                    stage -> stage.directoryByLogAnalytics("Add app role assignment to service principal", "Reader",
                            "AppRole.Value", "full_access_as_app"),
                    stage -> stage.directoryByLogAnalytics("Remove app role assignment from service principal",
                            "Reader"));
            is("application permission (full_access_as_app) (unified audit log)", "app-consent",
                    stage -> stage.directoryByAuditLog("Add app role assignment to service principal", "Reader",
                            "AppRole.Value", "full_access_as_app"),
                    stage -> stage.directoryByAuditLog("Remove app role assignment from service principal", "Reader"));
            is("application signs in from the attacker's address after a credential was added",
                    "app-sign-in-after-credential", stage -> {
                        stage.directoryByGraph("Add service principal credentials", "Reader " + stage.upn());
                        stage.applicationSignIn("Reader " + stage.upn());
                    }, stage -> {
                        stage.applicationSignIn("Reader " + stage.upn());
                        stage.directoryByGraph("Add service principal credentials", "Reader " + stage.upn());
                        stage.applicationSignIn("Reader " + stage.upn());
                    });
            is("authentication methods policy changed (Microsoft Graph)", "authentication-methods-policy",
                    stage -> stage.directoryByGraph("Authentication Methods Policy Update", "policy"),
                    stage -> stage.directoryByGraph("Privacy policy update", "policy"));
            is("authentication methods policy changed (Log Analytics)", "authentication-methods-policy",
                    stage -> stage.directoryByLogAnalytics("Authentication Methods Policy Update", "policy"),
                    stage -> stage.directoryByLogAnalytics("Privacy policy update", "policy"));
            is("security defaults or consent policy weakened (Microsoft Graph)", "policy-changed",
                    stage -> stage.directoryByGraph("Update authorization policy", "policy"),
                    stage -> stage.directoryByGraph("Update logo", "policy"));
            is("security defaults or consent policy weakened (Log Analytics)", "policy-changed",
                    stage -> stage.directoryByLogAnalytics("Update authorization policy", "policy"),
                    stage -> stage.directoryByLogAnalytics("Update logo", "policy"));
            is("security defaults or consent policy weakened (unified audit log)", "policy-changed",
                    stage -> stage.directoryByAuditLog("Update authorization policy", "policy"),
                    stage -> stage.directoryByAuditLog("Update logo", "policy"));
            is("PIM: role activated (Microsoft Graph)", "pim-activated",
                    stage -> stage.directoryByGraph("Add member to role completed (PIM activation)",
                            "Global Administrator"),
                    stage -> stage.directoryByGraph("Remove member from role completed (PIM deactivate)",
                            "Global Administrator"));
            is("PIM: role activated (Log Analytics)", "pim-activated",
                    stage -> stage.directoryByLogAnalytics("Add member to role completed (PIM activation)",
                            "Global Administrator"),
                    stage -> stage.directoryByLogAnalytics("Remove member from role completed (PIM deactivate)",
                            "Global Administrator"));
            is("access elevated to all Azure subscriptions (Microsoft Graph)", "elevated-access",
                    stage -> stage.directoryByGraph(
                            "User has elevated their access to User Access Administrator for their Azure Resources",
                            "user"),
                    stage -> stage.directoryByGraph("User has changed their language", "user"));
            is("access elevated to all Azure subscriptions (Log Analytics)", "elevated-access",
                    stage -> stage.directoryByLogAnalytics(
                            "User has elevated their access to User Access Administrator for their Azure Resources",
                            "user"),
                    stage -> stage.directoryByLogAnalytics("User has changed their language", "user"));
            is("access elevated (Azure)", "elevated-access",
                    stage -> stage.azure("Microsoft.Authorization/elevateAccess/action"),
                    stage -> stage.azure("Microsoft.Authorization/roleAssignments/read"));
            is("mailbox forwarding", "mailbox-forwarding",
                    stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "ForwardingSmtpAddress",
                            "smtp:c@mailbox.example"),
                    stage -> stage.cmdlet("Set-Mailbox", "Identity", "user", "DisplayName", "x"));
            is("full access to a mailbox", "mailbox-permission",
                    stage -> stage.cmdlet("Add-MailboxPermission", "Identity", "bela", "User", "mallory",
                            "AccessRights", "FullAccess"),
                    stage -> stage.cmdlet("Remove-MailboxPermission", "Identity", "bela"));
            is("send on behalf granted by Set-Mailbox", "send-on-behalf",
                    stage -> stage.cmdlet("Set-Mailbox", "Identity", "bela", "GrantSendOnBehalfTo", "mallory"),
                    stage -> stage.cmdlet("Set-Mailbox", "Identity", "bela", "GrantSendOnBehalfTo", "$null"));
            is("mailbox searched by eDiscovery: New-ComplianceSearch", "ediscovery",
                    stage -> stage.cmdlet("New-ComplianceSearch", "Name", "x", "ContentMatchQuery", "password"),
                    stage -> stage.cmdlet("Get-ComplianceSearch", "Name", "x"));
            is("mailbox searched by eDiscovery: New-ComplianceSearchAction", "ediscovery",
                    stage -> stage.cmdlet("New-ComplianceSearchAction", "Name", "x", "ContentMatchQuery", "password"),
                    stage -> stage.cmdlet("Get-ComplianceSearch", "Name", "x"));
            is("mailbox exported by eDiscovery", "ediscovery",
                    stage -> stage.audit("SecurityComplianceCenter", "SearchExportDownloaded").with("RecordType", "24"),
                    stage -> stage.audit("SecurityComplianceCenter", "SearchHelpOpened"));
            is("anti-phish or malware policy removed: Remove-AntiPhishPolicy", "mail-protection-weakened",
                    stage -> stage.cmdlet("Remove-AntiPhishPolicy", "Identity", "Default"),
                    stage -> stage.cmdlet("Get-AntiPhishPolicy", "Identity", "Default"));
            is("anti-phish or malware policy removed: Remove-MalwareFilterPolicy", "mail-protection-weakened",
                    stage -> stage.cmdlet("Remove-MalwareFilterPolicy", "Identity", "Default"),
                    stage -> stage.cmdlet("Get-AntiPhishPolicy", "Identity", "Default"));
            is("DLP policy removed", "data-loss-prevention-weakened",
                    stage -> stage.cmdlet("Remove-DlpPolicy", "Identity", "Cards"),
                    stage -> stage.cmdlet("Get-DlpPolicy", "Identity", "Cards"));
            is("automatic reply or signature set: Set-MailboxAutoReplyConfiguration", "automatic-reply", stage -> stage
                    .cmdlet("Set-MailboxAutoReplyConfiguration", "Identity", "user", "SignatureText", "new bank"),
                    stage -> stage.cmdlet("Set-MailboxRegionalConfiguration", "Identity", "user"));
            is("automatic reply or signature set: Set-MailboxMessageConfiguration", "automatic-reply", stage -> stage
                    .cmdlet("Set-MailboxMessageConfiguration", "Identity", "user", "SignatureText", "new bank"),
                    stage -> stage.cmdlet("Set-MailboxRegionalConfiguration", "Identity", "user"));
            is("advanced audit licence removed (Microsoft Graph)", "audit-license-removed",
                    stage -> stage.directoryByGraph("Change user license", "bela", "AssignedPlan",
                            "[{\"ServiceInstance\":\"exchange\",\"CapabilityStatus\":\"Deleted\"},"
                                    + "\"M365_ADVANCED_AUDITING\"]"),
                    stage -> stage.directoryByGraph("Change user license", "bela", "AssignedPlan", "[\"TEAMS1\"]"));
            is("advanced audit licence removed (Log Analytics)", "audit-license-removed",
                    stage -> stage.directoryByLogAnalytics("Change user license", "bela", "AssignedPlan",
                            "[{\"ServiceInstance\":\"exchange\",\"CapabilityStatus\":\"Deleted\"},"
                                    + "\"M365_ADVANCED_AUDITING\"]"),
                    stage -> stage.directoryByLogAnalytics("Change user license", "bela", "AssignedPlan",
                            "[\"TEAMS1\"]"));
            is("advanced audit licence removed (unified audit log)", "audit-license-removed",
                    stage -> stage.directoryByAuditLog("Change user license", "bela", "AssignedPlan",
                            "[{\"ServiceInstance\":\"exchange\",\"CapabilityStatus\":\"Deleted\"},"
                                    + "\"M365_ADVANCED_AUDITING\"]"),
                    stage -> stage.directoryByAuditLog("Change user license", "bela", "AssignedPlan", "[\"TEAMS1\"]"));
            is("Outlook add-in installed", "outlook-add-in",
                    stage -> stage.cmdlet("New-App", "Url", "https://addin.example/m.xml"),
                    stage -> stage.cmdlet("Remove-App", "Identity", "x"));
            is("site collection administrator added", "site-admin-added", stage -> stage
                    .audit("SharePoint", "SiteCollectionAdminAdded").with("TargetUserOrGroupName", "mallory"),
                    stage -> stage.audit("SharePoint", "SiteCollectionCreated"));
            is("files shared with a stranger: AddedToSecureLink", "shared-outside",
                    stage -> stage.audit("SharePoint", "AddedToSecureLink")
                            .with("TargetUserOrGroupName", "mallory@fabrikam.example")
                            .with("TargetUserOrGroupType", "Guest"),
                    stage -> stage.audit("SharePoint", "AddedToSecureLink")
                            .with("TargetUserOrGroupName", "Limited Access System Group")
                            .with("TargetUserOrGroupType", "SharePointGroup"));
            is("files shared with a stranger: SharingInvitationCreated", "shared-outside",
                    stage -> stage.audit("SharePoint", "SharingInvitationCreated").with("TargetUserOrGroupName",
                            "mallory@fabrikam.example"));
            is("files shared with a stranger: SharingSet", "shared-outside",
                    stage -> stage.audit("SharePoint", "SharingSet")
                            .with("TargetUserOrGroupName", "mallory_fabrikam.example#ext#@contoso.example")
                            .with("TargetUserOrGroupType", "Guest"));
            is("malware or phishing page uploaded", "malware-uploaded",
                    stage -> stage.audit("SharePoint", "FileMalwareDetected").with("VirusInfo", "Trojan"),
                    stage -> stage.audit("SharePoint", "FileUploaded"));
            is("Teams messages with links sent from the stolen session", "teams-links-sent", stage -> {
                for (int i = 0; i < 5; i++) {
                    stage.audit("MicrosoftTeams", "MessageCreatedHasLink").with("ChatThreadId", "19:" + i);
                }
            }, stage -> stage.audit("MicrosoftTeams", "MessageCreatedHasLink").with("ChatThreadId", "19:one"));
            is("Teams application or bot installed: AppInstalled", "teams-app-installed",
                    stage -> stage.audit("MicrosoftTeams", "AppInstalled").with("AddOnName", "Helper"),
                    stage -> stage.audit("MicrosoftTeams", "TeamsSessionStarted"));
            is("Teams application or bot installed: BotAddedToTeam", "teams-app-installed",
                    stage -> stage.audit("MicrosoftTeams", "BotAddedToTeam").with("AddOnName", "Helper"));
            is("mail sent through Graph: me", "graph-send-mail", stage -> stage.graph("POST", "/me/sendMail"),
                    stage -> stage.graph("GET", "/me/messages"));
            is("mail sent through Graph: users", "graph-send-mail",
                    stage -> stage.graph("POST", "/users/bela@contoso.example/sendMail"));
            is("application credential added through Graph", "graph-app-credential",
                    stage -> stage.graph("POST", "/applications/6c1b6f2e-7f2d-4d4e-9f51-0c7a3f5f1a11/addPassword"),
                    stage -> stage.graph("GET", "/applications"));
            is("Teams chats read through Graph", "graph-mass-read", stage -> {
                for (int i = 0; i < 8; i++) {
                    stage.graph("GET", "/me/chats/19:a" + i + "@thread.v2/messages");
                }
            }, stage -> stage.graph("GET", "/me/chats/19:a@thread.v2/messages"));
            is("old directory Graph read (ROADrecon)", "aad-graph-read", stage -> {
                stage.azureAdGraph("/users");
                stage.azureAdGraph("/servicePrincipals");
                stage.azureAdGraph("/conditionalAccessPolicies");
            }, stage -> stage.graph("GET", "/users"));
            is("command run on a machine", "azure-command",
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/runCommand/action"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("diagnostic settings deleted", "azure-logging-off",
                    stage -> stage.azure("microsoft.insights/diagnosticSettings/delete"),
                    stage -> stage.azure("Microsoft.Insights/metrics/read"));
            is("ROPC sign-in", "ropc-sign-in", stage -> stage.signIn().with("authenticationProtocol", "ropc"),
                    stage -> stage.signIn().with("authenticationProtocol", "oAuth2"));
            is("broker with an unusual user agent", "broker-odd-agent",
                    stage -> stage.signIn().app("29d9ed98-a469-4536-ade2-f981bc1d605e").with("userAgent",
                            "python-requests/2.32"),
                    stage -> stage.signIn().app("29d9ed98-a469-4536-ade2-f981bc1d605e").with("userAgent",
                            "Windows-AzureAD-Authentication-Provider/1.0"));
            is("user agents of MFA bypass: BAV2ROPC", "mfa-bypass-agent",
                    stage -> stage.signIn().with("userAgent", "BAV2ROPC"), stage -> {
                        stage.signIn().with("userAgent",
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0");
                    });
            is("user agents of MFA bypass: CBAInPROD", "mfa-bypass-agent",
                    stage -> stage.signIn().with("userAgent", "CBAInPROD"), stage -> {
                        stage.signIn().with("userAgent",
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0");
                    });
            is("device registration resource asked with one factor", "device-registration-one-factor",
                    stage -> stage.signIn().with("resourceId", "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9")
                            .with("authenticationRequirement", "singleFactorAuthentication"),
                    stage -> stage.signIn().with("resourceId", "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9")
                            .with("authenticationRequirement", "multiFactorAuthentication"));
            is("ROADtools default device", "kit-device",
                    stage -> stage.directoryByGraph("Add device", "DESKTOP-4F7Q2LM", "DeviceOSVersion",
                            "[\"10.0.19041.928\"]"),
                    stage -> stage.directoryByGraph("Add device", "DESKTOP-4F7Q2LM", "DeviceOSVersion",
                            "[\"10.0.26100.1742\"]"));
            is("risk: suspicious inbox manipulation", "risk-mailbox",
                    stage -> stage.risk("mcasSuspiciousInboxManipulationRules"), stage -> stage.risk("unlikelyTravel"));
            is("alert of Defender on the session", "defender-alert",
                    stage -> stage.alert("Suspicious inbox manipulation rule"), stage -> stage.risk("unlikelyTravel"));
            // of the same kinds
            is("domain changed to federated (Microsoft Graph)", "federation-changed",
                    stage -> stage.directoryByGraph("Set domain authentication", "contoso.example"));
            is("domain changed to federated (Log Analytics)", "federation-changed",
                    stage -> stage.directoryByLogAnalytics("Set domain authentication", "contoso.example"));
            is("domain changed to federated (unified audit log)", "federation-changed",
                    stage -> stage.directoryByAuditLog("Set domain authentication", "contoso.example"));
            is("cross-tenant synchronization (Microsoft Graph)", "cross-tenant-access",
                    stage -> stage.directoryByGraph("Create a partner cross-tenant identity sync setting", "fabrikam"));
            is("cross-tenant synchronization (Log Analytics)", "cross-tenant-access", stage -> stage
                    .directoryByLogAnalytics("Create a partner cross-tenant identity sync setting", "fabrikam"));
            is("partner with delegated administration (Microsoft Graph)", "partner-access",
                    stage -> stage.directoryByGraph("Create delegated admin relationship", "fabrikam"),
                    stage -> stage.directoryByGraph("Update group", "x"));
            is("partner with delegated administration (Log Analytics)", "partner-access",
                    stage -> stage.directoryByLogAnalytics("Create delegated admin relationship", "fabrikam"),
                    stage -> stage.directoryByLogAnalytics("Update group", "x"));
            is("Windows Hello key (Microsoft Graph)", "sign-in-key-added",
                    stage -> stage.directoryByGraph("Add Windows Hello for Business credential", "user"));
            is("Windows Hello key (Log Analytics)", "sign-in-key-added",
                    stage -> stage.directoryByLogAnalytics("Add Windows Hello for Business credential", "user"));
            is("Windows Hello key (unified audit log)", "sign-in-key-added",
                    stage -> stage.directoryByAuditLog("Add Windows Hello for Business credential", "user"));
            is("app password (Microsoft Graph)", "sign-in-key-added",
                    stage -> stage.directoryByGraph("Create application password for user", "user"));
            is("app password (Log Analytics)", "sign-in-key-added",
                    stage -> stage.directoryByLogAnalytics("Create application password for user", "user"));
            is("app password (unified audit log)", "sign-in-key-added",
                    stage -> stage.directoryByAuditLog("Create application password for user", "user"));
            is("account created (Microsoft Graph)", "account-created",
                    stage -> stage.directoryByGraph("Add user", "new@contoso.example"),
                    stage -> stage.directoryByGraph("Add user photo", "x"));
            is("account created (Log Analytics)", "account-created",
                    stage -> stage.directoryByLogAnalytics("Add user", "new@contoso.example"),
                    stage -> stage.directoryByLogAnalytics("Add user photo", "x"));
            is("account created (unified audit log)", "account-created",
                    stage -> stage.directoryByAuditLog("Add user", "new@contoso.example"),
                    stage -> stage.directoryByAuditLog("Add user photo", "x"));
            is("account deleted (Microsoft Graph)", "account-removed",
                    stage -> stage.directoryByGraph("Delete user", "bela"),
                    stage -> stage.directoryByGraph("Delete photo", "bela"));
            is("account deleted (Log Analytics)", "account-removed",
                    stage -> stage.directoryByLogAnalytics("Delete user", "bela"),
                    stage -> stage.directoryByLogAnalytics("Delete photo", "bela"));
            is("account deleted (unified audit log)", "account-removed",
                    stage -> stage.directoryByAuditLog("Delete user", "bela"),
                    stage -> stage.directoryByAuditLog("Delete photo", "bela"));
            is("guest to member (Microsoft Graph)", "guest-invited", stage -> stage.directoryByGraph("Update user",
                    "guest@fabrikam.example", "UserType", "[\"Member\"]"));
            is("guest to member (Log Analytics)", "guest-invited", stage -> stage.directoryByLogAnalytics("Update user",
                    "guest@fabrikam.example", "UserType", "[\"Member\"]"));
            is("guest to member (unified audit log)", "guest-invited", stage -> stage.directoryByAuditLog("Update user",
                    "guest@fabrikam.example", "UserType", "[\"Member\"]"));
            is("application multi-tenant (Microsoft Graph)", "app-changed", stage -> stage
                    .directoryByGraph("Update application", "Reader", "AvailableToOtherTenants", "[true]"));
            is("application multi-tenant (Log Analytics)", "app-changed", stage -> stage
                    .directoryByLogAnalytics("Update application", "Reader", "AvailableToOtherTenants", "[true]"));
            is("application multi-tenant (unified audit log)", "app-changed", stage -> stage
                    .directoryByAuditLog("Update application", "Reader", "AvailableToOtherTenants", "[true]"));
            is("federated credential (Microsoft Graph)", "app-changed",
                    stage -> stage.directoryByGraph("Update application", "Reader", "FederatedIdentityCredentials",
                            "[{\"issuer\":\"https://token.example\"}]"));
            is("federated credential (Log Analytics)", "app-changed",
                    stage -> stage.directoryByLogAnalytics("Update application", "Reader",
                            "FederatedIdentityCredentials", "[{\"issuer\":\"https://token.example\"}]"));
            is("federated credential (unified audit log)", "app-changed",
                    stage -> stage.directoryByAuditLog("Update application", "Reader", "FederatedIdentityCredentials",
                            "[{\"issuer\":\"https://token.example\"}]"));
            is("application deleted (Microsoft Graph)", "app-removed",
                    stage -> stage.directoryByGraph("Delete application", "Reader"),
                    stage -> stage.directoryByGraph("Delete logo", "Reader"));
            is("application deleted (Log Analytics)", "app-removed",
                    stage -> stage.directoryByLogAnalytics("Delete application", "Reader"),
                    stage -> stage.directoryByLogAnalytics("Delete logo", "Reader"));
            is("application deleted (unified audit log)", "app-removed",
                    stage -> stage.directoryByAuditLog("Delete application", "Reader"),
                    stage -> stage.directoryByAuditLog("Delete logo", "Reader"));
            is("certificate authority (Microsoft Graph)", "certificate-authority",
                    stage -> stage.directoryByGraph("Create certificate authority", "ca"),
                    stage -> stage.directoryByGraph("Create logo", "ca"));
            is("certificate authority (Log Analytics)", "certificate-authority",
                    stage -> stage.directoryByLogAnalytics("Create certificate authority", "ca"),
                    stage -> stage.directoryByLogAnalytics("Create logo", "ca"));
            is("PIM alert disabled (Microsoft Graph)", "pim-settings-changed",
                    stage -> stage.directoryByGraph("Disable PIM alert", "alert"),
                    stage -> stage.directoryByGraph("Dismiss notification", "alert"));
            is("PIM alert disabled (Log Analytics)", "pim-settings-changed",
                    stage -> stage.directoryByLogAnalytics("Disable PIM alert", "alert"),
                    stage -> stage.directoryByLogAnalytics("Dismiss notification", "alert"));
            is("group member added (Microsoft Graph)", "group-changed",
                    stage -> stage.directoryByGraph("Add member to group", "Admins"),
                    stage -> stage.directoryByGraph("Read group", "Admins"));
            is("group member added (Log Analytics)", "group-changed",
                    stage -> stage.directoryByLogAnalytics("Add member to group", "Admins"),
                    stage -> stage.directoryByLogAnalytics("Read group", "Admins"));
            is("group member added (unified audit log)", "group-changed",
                    stage -> stage.directoryByAuditLog("Add member to group", "Admins"),
                    stage -> stage.directoryByAuditLog("Read group", "Admins"));
            is("administrative unit (Microsoft Graph)", "admin-unit-changed",
                    stage -> stage.directoryByGraph("Add member to restricted management administrative unit", "Unit"),
                    stage -> stage.directoryByGraph("Read unit", "Unit"));
            is("administrative unit (Log Analytics)", "admin-unit-changed", stage -> stage
                    .directoryByLogAnalytics("Add member to restricted management administrative unit", "Unit"),
                    stage -> stage.directoryByLogAnalytics("Read unit", "Unit"));
            is("BitLocker key read (Microsoft Graph)", "recovery-key-read",
                    stage -> stage.directoryByGraph("Read BitLocker key", "LAPTOP-1"),
                    stage -> stage.directoryByGraph("Read device", "LAPTOP-1"));
            is("BitLocker key read (Log Analytics)", "recovery-key-read",
                    stage -> stage.directoryByLogAnalytics("Read BitLocker key", "LAPTOP-1"),
                    stage -> stage.directoryByLogAnalytics("Read device", "LAPTOP-1"));
            is("device no longer managed (Microsoft Graph)", "device-weakened",
                    stage -> stage.directoryByGraph("Update device", "LAPTOP-1", "IsManaged", "[false]"),
                    stage -> stage.directoryByGraph("Update device", "LAPTOP-1", "LastLogon", "x"));
            is("device no longer managed (Log Analytics)", "device-weakened",
                    stage -> stage.directoryByLogAnalytics("Update device", "LAPTOP-1", "IsManaged", "[false]"),
                    stage -> stage.directoryByLogAnalytics("Update device", "LAPTOP-1", "LastLogon", "x"));
            is("device no longer managed (unified audit log)", "device-weakened",
                    stage -> stage.directoryByAuditLog("Update device", "LAPTOP-1", "IsManaged", "[false]"),
                    stage -> stage.directoryByAuditLog("Update device", "LAPTOP-1", "LastLogon", "x"));
            is("device registered and deleted", "device-deleted-soon", stage -> {
                stage.directoryByGraph("Add device", "DESKTOP-1");
                stage.directoryByGraph("Delete device", "DESKTOP-1");
            }, stage -> {
                stage.directoryByGraph("Delete device", "DESKTOP-1");
                stage.directoryByGraph("Add device", "DESKTOP-1");
            });
            is("agent identity (Microsoft Graph)", "agent-created",
                    stage -> stage.directoryByGraph("Create agent identity", "Helper"),
                    stage -> stage.directoryByGraph("Create logo", "Helper"));
            is("agent identity (Log Analytics)", "agent-created",
                    stage -> stage.directoryByLogAnalytics("Create agent identity", "Helper"),
                    stage -> stage.directoryByLogAnalytics("Create logo", "Helper"));
            is("consent refused", "consent-blocked",
                    stage -> stage.directoryByGraph("User blocked from consent", "Reader"),
                    stage -> stage.directoryByGraph("Consent to application", "Reader"));
            is("consent (Microsoft Graph)", "app-consent",
                    stage -> stage.directoryByGraph("Consent to application", "Reader"));
            is("consent (Log Analytics)", "app-consent",
                    stage -> stage.directoryByLogAnalytics("Consent to application", "Reader"));
            is("consent (unified audit log)", "app-consent",
                    stage -> stage.directoryByAuditLog("Consent to application", "Reader"));
            is("role assigned (Microsoft Graph)", "role-assigned",
                    stage -> stage.directoryByGraph("Add member to role", "bela", "Role.DisplayName",
                            "\"Global Administrator\""),
                    stage -> stage.directoryByGraph("Remove member from role", "bela"));
            is("role assigned (Log Analytics)", "role-assigned",
                    stage -> stage.directoryByLogAnalytics("Add member to role", "bela", "Role.DisplayName",
                            "\"Global Administrator\""),
                    stage -> stage.directoryByLogAnalytics("Remove member from role", "bela"));
            is("role assigned (unified audit log)", "role-assigned",
                    stage -> stage.directoryByAuditLog("Add member to role", "bela", "Role.DisplayName",
                            "\"Global Administrator\""),
                    stage -> stage.directoryByAuditLog("Remove member from role", "bela"));
            is("device registered (Microsoft Graph)", "device-registered",
                    stage -> stage.directoryByGraph("Register device", "DESKTOP-1"));
            is("device registered (Log Analytics)", "device-registered",
                    stage -> stage.directoryByLogAnalytics("Register device", "DESKTOP-1"));
            is("device registered (unified audit log)", "device-registered",
                    stage -> stage.directoryByAuditLog("Register device", "DESKTOP-1"));
            is("method registered (Microsoft Graph)", "mfa-method",
                    stage -> stage.directoryByGraph("User registered security info", "user"));
            is("method registered (Log Analytics)", "mfa-method",
                    stage -> stage.directoryByLogAnalytics("User registered security info", "user"));
            is("impersonation", "impersonation", stage -> stage.cmdlet("New-ManagementRoleAssignment", "Role",
                    "ApplicationImpersonation", "User", "mallory"),
                    stage -> stage.cmdlet("Get-ManagementRoleAssignment", "Role", "x"));
            is("forwarding allowed", "mail-forwarding-allowed",
                    stage -> stage.cmdlet("Set-RemoteDomain", "Identity", "Default", "AutoForwardEnabled", "True"),
                    stage -> stage.cmdlet("Set-RemoteDomain", "Identity", "Default", "AutoForwardEnabled", "False"));
            is("alert policy disabled", "alert-policy-changed",
                    stage -> stage.cmdlet("Disable-ProtectionAlert", "Identity", "x"),
                    stage -> stage.cmdlet("Get-ProtectionAlert", "Identity", "x"));
            is("IMAP enabled", "mail-protocol-enabled",
                    stage -> stage.cmdlet("Set-CASMailbox", "Identity", "user", "ImapEnabled", "True"),
                    stage -> stage.cmdlet("Set-CASMailbox", "Identity", "user", "ImapEnabled", "False"));
            is("mailbox read by IMAP", "mail-by-imap", stage -> {
                stage.audit("Exchange", "MailItemsAccessed").with("ClientInfoString", "Client=IMAP4;");
            }, stage -> {
                stage.audit("Exchange", "MailItemsAccessed").with("ClientInfoString", "Client=OWA;");
            });
            is("mass sending", "mass-sending", stage -> {
                for (int i = 0; i < 12; i++) {
                    stage.audit("Exchange", "Send");
                }
            }, stage -> stage.audit("Exchange", "Send"));
            is("search for secrets", "mail-searched",
                    stage -> stage.audit("SharePoint", "SearchQueryPerformed").with("SearchQueryText", "vpn password"),
                    stage -> stage.audit("SharePoint", "SearchQueryPerformed").with("SearchQueryText", "canteen menu"));
            is("sharing policy", "sharing-policy-weakened", stage -> stage.audit("SharePoint", "SharingPolicyChanged"),
                    stage -> stage.audit("SharePoint", "FileAccessed"));
            is("mass file change", "mass-file-change", stage -> {
                for (int i = 0; i < 25; i++) {
                    stage.audit("SharePoint", "FileModified").with("ObjectId",
                            "https://contoso.sharepoint.example/" + i);
                }
            }, stage -> stage.audit("SharePoint", "FileModified").with("ObjectId",
                    "https://contoso.sharepoint.example/1"));
            is("Teams external access", "teams-external-access",
                    stage -> stage.cmdlet("Set-CsTenantFederationConfiguration", "AllowFederatedUsers", "True"),
                    stage -> stage.cmdlet("Get-CsTenantFederationConfiguration", "x", "y"));
            is("Teams member added", "teams-member-added",
                    stage -> stage.audit("MicrosoftTeams", "MemberAdded").with("TeamName", "Board"),
                    stage -> stage.audit("MicrosoftTeams", "MemberRemoved"));
            is("Teams messages listed", "teams-messages-read", stage -> stage.audit("MicrosoftTeams", "MessagesListed"),
                    stage -> stage.audit("MicrosoftTeams", "MessageSent"));
            is("flow created", "flow-created",
                    stage -> stage.audit("MicrosoftFlow", "CreateFlow").with("RecordType", 30),
                    stage -> stage.audit("MicrosoftFlow", "RunFlow").with("RecordType", 30));
            is("mail threat", "mail-threat",
                    stage -> stage.audit("ThreatIntelligence", "TIMailData").with("RecordType", 28),
                    stage -> stage.audit("ThreatIntelligence", "Other").with("RecordType", 28));
            is("Graph: inbox rule", "graph-inbox-rule",
                    stage -> stage.graph("POST", "/me/mailFolders/inbox/messageRules"),
                    stage -> stage.graph("GET", "/me/mailFolders/inbox/messageRules"));
            is("Graph: consent", "graph-consent", stage -> stage.graph("POST", "/oauth2PermissionGrants"),
                    stage -> stage.graph("GET", "/oauth2PermissionGrants"));
            is("Graph: role", "graph-role", stage -> stage.graph("POST", "/roleManagement/directory/roleAssignments"),
                    stage -> stage.graph("GET", "/roleManagement/directory/roleAssignments"));
            is("Graph: method", "graph-sign-in-method", stage -> stage.graph("POST", "/me/authentication/phoneMethods"),
                    stage -> stage.graph("GET", "/me/authentication/methods"));
            is("Graph: user", "graph-user-change", stage -> stage.graph("POST", "/users"),
                    stage -> stage.graph("GET", "/users"));
            is("Graph: policy", "graph-policy", stage -> stage.graph("PATCH", "/policies/authorizationPolicy"),
                    stage -> stage.graph("GET", "/policies/authorizationPolicy"));
            is("Graph: sharing", "graph-sharing",
                    stage -> stage.graph("POST", "/me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/createLink"),
                    stage -> stage.graph("GET", "/me/drive/root/children"));
            is("Graph: Teams message", "graph-teams-message",
                    stage -> stage.graph("POST", "/chats/19:a@thread.v2/messages"),
                    stage -> stage.graph("GET", "/chats"));
            is("Graph: search", "graph-search", stage -> stage.graph("POST", "/search/query"),
                    stage -> stage.graph("GET", "/me"));
            is("Graph: deletion", "graph-deletion", stage -> stage.graph("DELETE", "/me/messages/AAMkAGI2TG93AAA="),
                    stage -> stage.graph("GET", "/me/messages/AAMkAGI2TG93AAA="));
            is("Azure role", "azure-role", stage -> stage.azure("Microsoft.Authorization/roleAssignments/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure keys", "azure-secrets", stage -> stage.azure("Microsoft.Storage/storageAccounts/listKeys/action"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure disk export", "azure-data-out",
                    stage -> stage.azure("Microsoft.Compute/disks/beginGetAccess/action"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure deletion", "azure-destruction",
                    stage -> stage.azure("Microsoft.Resources/subscriptions/resourceGroups/delete"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure network", "azure-network-opened",
                    stage -> stage.azure("Microsoft.Network/networkSecurityGroups/securityRules/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure automation", "azure-automation",
                    stage -> stage.azure("Microsoft.Automation/automationAccounts/webhooks/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure machine created", "azure-compute-created",
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure Kubernetes", "azure-kubernetes",
                    stage -> stage.azure(
                            "Microsoft.Kubernetes/connectedClusters/rbac.authorization.k8s.io/rolebindings/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("Azure suppression rule", "azure-security-off",
                    stage -> stage.azure("Microsoft.Security/alertsSuppressionRules/write"),
                    stage -> stage.azure("Microsoft.Compute/virtualMachines/read"));
            is("access elevated, then Azure changed", "elevated-then-azure", stage -> {
                stage.azure("Microsoft.Authorization/elevateAccess/action");
                stage.azure("Microsoft.Authorization/roleAssignments/write");
            }, stage -> stage.azure("Microsoft.Authorization/roleAssignments/write"));
            is("Company Portal", "company-portal",
                    stage -> stage.signIn().app("9ba1a5c7-f17a-4de9-a1f1-6178c8d51223").with("resourceId",
                            "00000003-0000-0000-c000-000000000000"),
                    stage -> stage.signIn().app("9ba1a5c7-f17a-4de9-a1f1-6178c8d51223").with("resourceId",
                            "0000000a-0000-0000-c000-000000000000"));
            is("mailbox copying application", "data-theft-app",
                    stage -> stage.signIn().app("ff8d92dc-3d82-41d6-bcbd-b9174d163620"),
                    stage -> stage.signIn().app("d3590ed6-52b3-4102-aeff-aad2292ab01c"));
            is("risk in the sign-in's own record", "sign-in-risk",
                    stage -> stage.signIn().with("riskLevelDuringSignIn", "high").with("riskState", "atRisk"),
                    stage -> stage.signIn().with("riskLevelDuringSignIn", "none").with("riskState", "none"));
            is("risk: leaked credentials", "risk-credentials", stage -> stage.risk("leakedCredentials"),
                    stage -> stage.risk("unlikelyTravel"));
            is("risk: unlikely travel", "risk-other", stage -> stage.risk("unlikelyTravel"),
                    stage -> stage.risk("anomalousToken"));
            is("risk: anomalous token", "risk-token-theft", stage -> stage.risk("anomalousToken"),
                    stage -> stage.risk("unlikelyTravel"));
            is("any change in an attacked session (Microsoft Graph)", "change-in-attacked-session",
                    stage -> stage.directoryByGraph("Some future operation", "x"));
            is("any change in an attacked session (Log Analytics)", "change-in-attacked-session",
                    stage -> stage.directoryByLogAnalytics("Some future operation", "x"));
            is("any change in an attacked session (unified audit log)", "change-in-attacked-session",
                    stage -> stage.directoryByAuditLog("Some future operation", "x"));
            is("inbox rule that hides", "inbox-rule-hides",
                    stage -> stage.cmdlet("New-InboxRule", "Name", ".", "MoveToFolder", "RSS Feeds"),
                    stage -> stage.cmdlet("New-InboxRule", "Name", "News", "MoveToFolder", "News"));
            is("anonymous link", "anonymous-link", stage -> stage.audit("SharePoint", "AnonymousLinkCreated"),
                    stage -> stage.audit("SharePoint", "FileAccessed"));
            is("files downloaded by a script", "files-by-script", stage -> {
                stage.audit("SharePoint", "FileDownloaded").with("UserAgent",
                        "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1");
            }, stage -> stage.audit("SharePoint", "FileDownloaded").with("UserAgent",
                    "Mozilla/5.0 (Windows NT 10.0) Edg/138.0"));
            is("broker to SharePoint", "broker-to-files",
                    stage -> stage.signIn().app("29d9ed98-a469-4536-ade2-f981bc1d605e").with("resourceId",
                            "00000003-0000-0ff1-ce00-000000000000"),
                    stage -> stage.signIn().app("29d9ed98-a469-4536-ade2-f981bc1d605e").with("resourceId",
                            "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9"));
            is("message sent and deleted", "sent-then-deleted", stage -> {
                stage.audit("Exchange", "Send");
                stage.audit("Exchange", "HardDelete");
            }, stage -> {
                stage.audit("Exchange", "HardDelete");
                stage.audit("Exchange", "Send");
            });
            is("application signs in from the attacker's address", "app-from-attacker-address",
                    stage -> stage.applicationSignIn("Known " + stage.upn()));
            is("partner signs in", "partner-sign-in",
                    stage -> stage.signIn().with("crossTenantAccessType", "serviceProvider"),
                    stage -> stage.signIn().with("crossTenantAccessType", "none"));
            is("Copilot asked", "copilot-used",
                    stage -> stage.audit("Copilot", "CopilotInteraction").with("RecordType", 261),
                    stage -> stage.audit("Copilot", "CreatePlugin").with("RecordType", 261));
            is("Copilot jailbreak", "copilot-jailbreak",
                    stage -> stage.audit("Copilot", "CopilotInteraction").with("RecordType", 261).with(
                            "CopilotEventData",
                            Map.of("AppHost", "Word", "Messages",
                                    List.of(Map.of("Id", "1", "JailbreakDetected", true)))),
                    stage -> stage.audit("Copilot", "CopilotInteraction").with("RecordType", 261)
                            .with("CopilotEventData", Map.of("AppHost", "Word", "Messages",
                                    List.of(Map.of("Id", "1", "JailbreakDetected", false)))));
            // kinds that public rule sets have beside those
            is("mail flow rule removed", "transport-rule",
                    stage -> stage.cmdlet("Remove-TransportRule", "Identity", "x"),
                    stage -> stage.cmdlet("Get-TransportRule", "Identity", "x"));
            is("mail flow rule disabled", "transport-rule",
                    stage -> stage.cmdlet("Disable-TransportRule", "Identity", "x"));
            is("connector removed", "transport-rule",
                    stage -> stage.cmdlet("Remove-InboundConnector", "Identity", "x"));
            is("identity provider added (Microsoft Graph)", "policy-changed",
                    stage -> stage.directoryByGraph("Create identity provider", "kit"),
                    stage -> stage.directoryByGraph("Create access review", "kit"));
            is("external identities opened (Log Analytics)", "policy-changed",
                    stage -> stage.directoryByLogAnalytics("Update external identities settings", "contoso"));
            is("role definition added (unified audit log)", "policy-changed",
                    stage -> stage.directoryByAuditLog("Add role definition", "helper"));
            is("permissions added to an application", "app-changed",
                    stage -> stage.directoryByGraph("Update application", "Backup", "RequiredResourceAccess", "[{}]"),
                    stage -> stage.directoryByGraph("Update application", "Backup", "Description", "[\"x\"]"));
            is("quarantined message released on request", "mail-protection-weakened",
                    stage -> stage.audit("Quarantine", "QuarantineApproveReleaseRequest"),
                    stage -> stage.audit("Quarantine", "QuarantinePreview"));
            is("administrator loses the role (Microsoft Graph)", "account-removed",
                    stage -> stage.directoryByGraph("Remove member from role", "admin"),
                    stage -> stage.directoryByGraph("Remove member from group", "admin"));
            is("administrator loses the role (unified audit log)", "account-removed",
                    stage -> stage.directoryByAuditLog("Remove member from role", "admin"),
                    stage -> stage.directoryByAuditLog("Remove member from role (PIM activation expired)", "admin"));
            is("administrator loses the eligibility for a role", "account-removed",
                    stage -> stage.directoryByGraph("Remove eligible member from role", "admin"),
                    stage -> stage.directoryByGraph("Remove member from role completed (PIM deactivate)", "admin"));
            is("sign-in name of a user changed", "source-anchor-changed",
                    stage -> stage.directoryByGraph("Update user", "bela", "UserPrincipalName",
                            "[\"b@contoso.example\"]"),
                    stage -> stage.directoryByGraph("Update user", "bela", "DisplayName", "[\"Bela B.\"]"));
            is("audit records kept for another time", "audit-retention-changed",
                    stage -> stage.cmdlet("Set-UnifiedAuditLogRetentionPolicy", "Identity", "x", "RetentionDuration",
                            "ThreeMonths"),
                    stage -> stage.cmdlet("Get-UnifiedAuditLogRetentionPolicy", "Identity", "x"));
            is("policy on keeping audit records removed", "audit-switched-off",
                    stage -> stage.cmdlet("Remove-UnifiedAuditLogRetentionPolicy", "Identity", "x"),
                    stage -> stage.cmdlet("Set-UnifiedAuditLogRetentionPolicy", "Identity", "x", "RetentionDuration",
                            "TenYears"));
            is("sweep rule", "inbox-rule-sorts", stage -> stage.cmdlet("New-SweepRule", "Name", "x"),
                    stage -> stage.cmdlet("Get-SweepRule", "Name", "x"));
            is("versions of files deleted", "mass-file-change", stage -> {
                for (int file = 0; file < 20; file++) {
                    stage.audit("SharePoint", "FileVersionsAllDeleted").with("ObjectId", "https://c.example/f" + file);
                }
            }, stage -> {
                for (int file = 0; file < 19; file++) {
                    stage.audit("SharePoint", "FileVersionsAllDeleted").with("ObjectId", "https://c.example/f" + file);
                }
            });
            is("prompt scheduled", "copilot-used",
                    stage -> stage.audit("Copilot", "CreateScheduledPrompt").with("RecordType", 363),
                    stage -> stage.audit("Copilot", "UpdateTenantSettings").with("RecordType", 261));
            is("prompt scheduled, known by its record type", "copilot-used",
                    stage -> stage.audit("Copilot", "Run").with("RecordType", 363),
                    stage -> stage.audit("Copilot", "Run").with("RecordType", 384));
            is("form created", "form-created",
                    stage -> stage.audit("MicrosoftForms", "CreateForm").with("RecordType", 66),
                    stage -> stage.audit("MicrosoftForms", "ViewForm").with("RecordType", 66));
            is("Power BI export", "power-bi-export",
                    stage -> stage.audit("PowerBI", "ExportReport").with("RecordType", 20),
                    stage -> stage.audit("PowerBI", "ViewReport").with("RecordType", 20));
            is("audit log searched", "audit-searched",
                    stage -> stage.audit("SecurityComplianceCenter", "AuditSearchCreated").with("RecordType", 24),
                    stage -> stage.audit("SecurityComplianceCenter", "HelpOpened").with("RecordType", 24));
            is("mailbox of someone else read", "other-mailbox-read",
                    stage -> stage.audit("Exchange", "MailItemsAccessed").with("LogonType", 2),
                    stage -> stage.audit("Exchange", "MailItemsAccessed").with("LogonType", 0));
            is("many lockouts", "many-lockouts", stage -> {
                for (int i = 0; i < 6; i++) {
                    stage.signIn().failed(50053);
                }
            }, stage -> {
                for (int i = 0; i < 6; i++) {
                    stage.signIn().failed(50126);
                }
            });
            is("one application reads many mailboxes", "mailboxes-by-one-app", stage -> {
                for (int i = 0; i < 4; i++) {
                    stage.audit("Exchange", "MailItemsAccessed").with("AppId", "00000000-0000-0000-0000-00000000bbbb")
                            .with("MailboxOwnerUPN", "owner" + i + "@contoso.example");
                }
            }, stage -> {
                for (int i = 0; i < 4; i++) {
                    stage.audit("Exchange", "MailItemsAccessed").with("AppId", "00000000-0000-0000-0000-00000000cccc")
                            .with("MailboxOwnerUPN", "owner@contoso.example");
                }
            });
            is("risk: anomalous token (unified audit log)", "risk-token-theft",
                    stage -> stage.audit("AzureActiveDirectory", "RiskDetection").with("RecordType", 294)
                            .with("RiskEventType", "anomalousToken").with("RiskState", "atRisk")
                            .with("IPAddress", stage.address()),
                    stage -> stage.audit("AzureActiveDirectory", "RiskDetection").with("RecordType", 294)
                            .with("RiskEventType", "unlikelyTravel").with("RiskState", "atRisk")
                            .with("IPAddress", stage.address()));
            is("risk: leaked credentials (unified audit log)", "risk-credentials",
                    stage -> stage.audit("AzureActiveDirectory", "RiskDetection").with("RecordType", 294)
                            .with("RiskEventType", "leakedCredentials").with("RiskState", "atRisk")
                            .with("IPAddress", stage.address()),
                    stage -> stage.audit("AzureActiveDirectory", "RiskDetection").with("RecordType", 294)
                            .with("RiskEventType", "leakedCredentials").with("RiskState", "dismissed")
                            .with("IPAddress", stage.address()));
        }
    }
}
