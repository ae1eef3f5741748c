package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Further published ideas: settings of the directory, of mail, of sharing and of Azure that open a way or hide one. */
final class IdeasOfSettings {

    private final List<Idea> list = new ArrayList<>();

    private IdeasOfSettings() {
        directory();
        mailAndFiles();
        azureAndGraph();
    }

    static List<Idea> all() {
        return new IdeasOfSettings().list;
    }

    private void is(String name, String rule, Consumer<Stage> act, Consumer<Stage> near) {
        list.add(new Idea(name, rule, act, near));
    }

    /** In the directory's log and, with a period behind its name, in the unified audit log. */
    private void directory(String name, String rule, String activity, String near) {
        is(name + " (Microsoft Graph)", rule, stage -> stage.directoryByGraph(activity, "target"),
                stage -> stage.directoryByGraph(near, "target"));
        is(name + " (unified audit log)", rule, stage -> stage.directoryByAuditLog(activity, "target"),
                stage -> stage.directoryByAuditLog(near, "target"));
    }

    private void directory() {
        directory("sign-in page changed", "policy-changed", "Update organizational branding", "Add photo");
        directory("settings of groups", "policy-changed", "Create group settings", "Update group photo");
        directory("listener on sign-ins removed", "policy-changed", "Delete authentication event listener",
                "Delete photo");
        directory("owner of a policy", "policy-changed", "Add owner to policy", "Add owner to list");
        directory("role made from a template", "policy-changed", "Add role from template", "Add task from template");
        directory("terms of use deleted", "policy-changed", "Delete terms of use", "Accept terms");
        directory("access review deleted", "policy-changed", "Delete access review", "Delete reminder");
        directory("role in entitlement management", "role-assigned", "Add entitlement management role assignment",
                "Add entitlement management note");
        directory("hardware token assigned", "sign-in-key-added", "Assign hardware oath token", "Assign hardware");
        directory("contact in the directory", "account-data-changed", "Add contact", "Add contact photo");
        directory("service principal disabled", "app-removed", "Disable service principal",
                "Disable notification");
        directory("permission of an application removed", "app-removed",
                "Remove app role assignment from service principal", "Remove photo");
        directory("delegated permission removed", "app-removed", "Remove delegated permission grant",
                "Remove photo");
    }

    private void mailAndFiles() {
        is("simulated phishing as a way past the filters", "mail-protection-weakened",
                stage -> stage.cmdlet("New-ExoPhishSimOverrideRule", "Domains", "fabrikam.example"),
                stage -> stage.cmdlet("Get-ExoPhishSimOverrideRule", "Identity", "x"));
        is("security mailbox as a way past the filters", "mail-protection-weakened",
                stage -> stage.cmdlet("New-SecOpsOverridePolicy", "SentTo", "user"),
                stage -> stage.cmdlet("Get-SecOpsOverridePolicy", "Identity", "x"));
        is("direct send allowed", "mail-protection-weakened",
                stage -> stage.cmdlet("Set-OrganizationConfig", "RejectDirectSend", "False"),
                stage -> stage.cmdlet("Set-OrganizationConfig", "RejectDirectSend", "True"));
        is("members may share a site", "sharing-policy-weakened",
                stage -> stage.audit("SharePoint", "WebMembersCanShareModified"),
                stage -> stage.audit("SharePoint", "WebTitleModified"));
        is("requests for access go elsewhere", "sharing-policy-weakened",
                stage -> stage.audit("SharePoint", "WebRequestAccessModified"),
                stage -> stage.audit("SharePoint", "AccessRequestCreated"));
    }

    private void azureAndGraph() {
        is("storage replicated to another account", "azure-data-out",
                stage -> stage.azure("Microsoft.Storage/storageAccounts/objectReplicationPolicies/write"),
                stage -> stage.azure("Microsoft.Web/sites/read"));
        is("more machines asked of support", "azure-compute-created",
                stage -> stage.azure("Microsoft.Support/supportTickets/write"),
                stage -> stage.azure("Microsoft.Support/supportTickets/read"));
        is("budget with its alerts deleted", "azure-security-off",
                stage -> stage.azure("Microsoft.Consumption/budgets/delete"),
                stage -> stage.azure("Microsoft.Consumption/budgets/read"));
        is("Graph: terms of use", "graph-policy", stage -> stage.graph("POST", "/agreements"),
                stage -> stage.graph("GET", "/agreements"));
        is("Graph: tasks read", "graph-content-read", stage -> stage.graph("GET", "/me/planner/tasks"),
                stage -> stage.graph("GET", "/me/photo"));
    }
}
