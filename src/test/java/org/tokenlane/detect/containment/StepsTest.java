package org.tokenlane.detect.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.InboxRule;
import org.tokenlane.detect.exposure.Exposure.Sharing;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.model.detail.RecordDetail.Target;
import org.tokenlane.model.event.AuditEvent;

/** Which commands undo what was changed, and what is left to the responder. */
class StepsTest {

    private static final Use ONCE = new Use(7, 7, 1, List.of(), new int[] { 0 });

    private final List<Change> changes = new ArrayList<>();
    private final List<Change> inferred = new ArrayList<>();
    private final List<InboxRule> rules = new ArrayList<>();
    private final List<Sharing> sharings = new ArrayList<>();

    private Exposure exposure() {
        return new Exposure(new Exposure.Period(1, AuditEvent.NO_TIME, AuditEvent.NO_TIME, false),
                new Exposure.Mail(List.of(), List.of(), List.of(), List.of(), List.of()),
                new Exposure.Files(List.of(), sharings, List.of()), new Exposure.Settings(rules, changes, inferred),
                new Exposure.Services(List.of(), List.of(), List.of(), List.of()), List.of());
    }

    private static Change change(ChangeKind kind, String target, String id, Target... targets) {
        return new Change(kind, "Do it", "adele", target, id, "x: y", List.of(targets), Map.of(), false, null, ONCE);
    }

    private static Change onlyInferred(Change change) {
        return new Change(change.kind(), change.activity(), change.actor(), change.target(), change.targetId(), null,
                change.targets(), change.parameters(), change.failed(), "by time", ONCE);
    }

    private static Change failed(Change change) {
        return new Change(change.kind(), change.activity(), change.actor(), change.target(), change.targetId(), null,
                change.targets(), change.parameters(), true, null, ONCE);
    }

    private static Change cmdlet(String name, String target, Map<String, String> parameters) {
        return new Change(ChangeKind.MAILBOX_ACCESS, name, "adele", target, null, null, List.of(), parameters, false,
                null, ONCE);
    }

    private static String unknown(String target) {
        return PowerShellText.remark(target == null ? ContainmentStepText.NO_OBJECT_ID.text("Do it")
                : ContainmentStepText.NO_OBJECT_ID_OF.text("Do it", target));
    }

    private static Target target(String type, String id) {
        return new Target(type, id, "name");
    }

    private Steps steps() {
        return new Steps(exposure());
    }

    private static Step only(Steps steps) {
        assertThat(steps.all()).hasSize(1);
        return steps.all().getFirst();
    }

    @Test
    void whereNothingWasChangedThereIsNothingToDo() {
        Steps steps = steps();
        steps.signInMethods();
        steps.devices();
        steps.applications();
        steps.rolesAndUsers();
        MailAndSharingSteps more = new MailAndSharingSteps(exposure(), steps);
        more.forwards();
        more.rules();
        more.mailboxAccess();
        more.sharings();
        assertThat(steps.all()).isEmpty();
    }

    @Test
    void aSignInMethodIsLookedForByTheUsersIdElseByWhateverNamesTheUser() {
        changes.add(change(ChangeKind.MFA_METHOD, "a", "id-a", target("User", "user-a")));
        changes.add(change(ChangeKind.MFA_METHOD, "b", "id-b", target("Other", "other-b")));
        changes.add(change(ChangeKind.MFA_METHOD, "c", null));
        changes.add(change(ChangeKind.MFA_METHOD, null, null));
        changes.add(failed(change(ChangeKind.MFA_METHOD, "refused", "id-r")));
        Steps steps = steps();
        steps.signInMethods();
        assertThat(only(steps).title()).isEqualTo(ContainmentStepText.REMOVE_SIGN_IN_METHODS.text());
        assertThat(only(steps).commands()).filteredOn(command -> command.startsWith("Get-")).containsExactly(
                "Get-MgUserAuthenticationMethod -UserId 'user-a' | Format-List",
                "Get-MgUserAuthenticationMethod -UserId 'id-b' | Format-List",
                "Get-MgUserAuthenticationMethod -UserId 'c' | Format-List");
        assertThat(only(steps).commands()).contains(unknown(null))
                .anyMatch(command -> command
                        .startsWith("# Remove-MgUserAuthenticationPhoneMethod -UserId 'user-a' -PhoneAuthentication"))
                .anyMatch(command -> command
                        .startsWith("# Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId 'c' -Micro"));
        assertThat(only(steps).items()).containsExactly(new Item("a", "id-a", "Do it: x: y", 7, false),
                new Item("b", "id-b", "Do it: x: y", 7, false), new Item("c", null, "Do it: x: y", 7, false),
                new Item(ContainmentStepText.NOT_NAMED.text(), null, "Do it: x: y", 7, false));
    }

    @Test
    void aDeviceIsDisabledAndOneThatIsOnlyInferredIsLeftAsARemark() {
        changes.add(change(ChangeKind.DEVICE, "a", "id-a", target("Device", "device-a")));
        changes.add(change(ChangeKind.DEVICE, "b", "id-b"));
        changes.add(change(ChangeKind.DEVICE, "c", null));
        inferred.add(onlyInferred(change(ChangeKind.DEVICE, "d", "id-d")));
        Steps steps = steps();
        steps.devices();
        assertThat(only(steps).commands()).filteredOn(command -> !command.startsWith("Get-MgDevice")).containsExactly(
                "Update-MgDevice -DeviceId 'device-a' -AccountEnabled:$false",
                "Update-MgDevice -DeviceId 'id-b' -AccountEnabled:$false", unknown("c"),
                PowerShellText.remark(ContainmentStepText.INFERRED_ONLY
                        .text("Update-MgDevice -DeviceId 'id-d' -AccountEnabled:$false")));
        assertThat(only(steps).commands()).filteredOn(command -> command.startsWith("Get-MgDevice"))
                .as("looking alters nothing").hasSize(3);
        assertThat(only(steps).items().getLast()).isEqualTo(new Item("d", "id-d", "Do it", 7, true));
    }

    @Test
    void anApplicationIsDisabledAndMicrosoftsServicesAreNot() {
        changes.add(change(ChangeKind.CONSENT, "Mail Backup", "app-1"));
        changes.add(change(ChangeKind.GRANT, "microsoft GRAPH", "service"));
        inferred.add(onlyInferred(change(ChangeKind.GRANT, "Other", "app-2")));
        changes.add(change(ChangeKind.CONSENT, null, null));
        Steps steps = steps();
        steps.applications();
        List<String> commands = only(steps).commands();
        assertThat(commands).hasSize(8).contains(unknown(null), unknown("microsoft GRAPH"),
                "Update-MgServicePrincipal -ServicePrincipalId 'app-1' -AccountEnabled:$false")
                .anyMatch(command -> command.startsWith(
                        "Get-MgOauth2PermissionGrant -Filter 'clientId eq ''app-1''' -All | ForEach-Object { Remove-"))
                .anyMatch(command -> command
                        .startsWith("Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId 'app-1' -All"));
        assertThat(commands).filteredOn(command -> command.contains("app-2")).as("what removes is a remark").hasSize(3)
                .allMatch(command -> command.startsWith("# "));
    }

    @Test
    void credentialsAreLookedForAtTheServicePrincipalOrTheApplication() {
        changes.add(change(ChangeKind.APP_CREDENTIAL, "a", "app-1", target("ServicePrincipal", "app-1")));
        changes.add(change(ChangeKind.APP_CREDENTIAL, "b", "app-2", target("Application", "app-2")));
        changes.add(change(ChangeKind.APP_CREDENTIAL, "c", null));
        Steps steps = steps();
        steps.applications();
        assertThat(only(steps).title()).isEqualTo(ContainmentStepText.REMOVE_CREDENTIALS.text());
        assertThat(only(steps).commands()).hasSize(5).contains(unknown("c"))
                .anyMatch(command -> command.startsWith("Get-MgServicePrincipal -ServicePrincipalId 'app-1' -"))
                .anyMatch(command -> command
                        .startsWith("# Remove-MgServicePrincipalPassword -ServicePrincipalId 'app-1' -KeyId"))
                .anyMatch(command -> command.startsWith("Get-MgApplication -ApplicationId 'app-2' -"))
                .anyMatch(command -> command.startsWith("# Remove-MgApplicationPassword -ApplicationId 'app-2' -"));
    }

    @Test
    void rolesAreLookedForByWhoHasThemAndOtherChangesAreReviewed() {
        changes.add(change(ChangeKind.ROLE, "a", "id-a", target("User", "user-a")));
        changes.add(change(ChangeKind.ROLE, "b", "id-b"));
        changes.add(change(ChangeKind.ROLE, "c", null));
        for (ChangeKind kind : List.of(ChangeKind.USER, ChangeKind.GROUP, ChangeKind.APPLICATION, ChangeKind.POLICY,
                ChangeKind.OTHER)) {
            changes.add(change(kind, kind.name(), null));
        }
        Steps steps = steps();
        steps.rolesAndUsers();
        assertThat(steps.all()).extracting(Step::title).containsExactly(ContainmentStepText.REMOVE_ROLES.text(),
                ContainmentStepText.REVIEW_CHANGES.text());
        assertThat(steps.all().getFirst().commands())
                .filteredOn(command -> !command.startsWith("# Remove-MgRoleManagement")).containsExactly(
                        "Get-MgRoleManagementDirectoryRoleAssignment -Filter 'principalId eq ''user-a''' -All"
                                + " | Format-List Id,RoleDefinitionId,DirectoryScopeId",
                        "Get-MgRoleManagementDirectoryRoleAssignment -Filter 'principalId eq ''id-b''' -All"
                                + " | Format-List Id,RoleDefinitionId,DirectoryScopeId",
                        unknown("c"));
        assertThat(steps.all().getFirst().commands())
                .anyMatch(command -> command.startsWith("# Remove-MgRoleManagementDirectoryRoleAssignment -"));
        assertThat(steps.all().getLast().items()).extracting(Item::name).containsExactly("USER", "GROUP",
                "APPLICATION", "POLICY", "OTHER");
        assertThat(steps.all().getLast().commands()).isEmpty();
    }

    private static InboxRule rule(String operation, String mailbox, String name, String actions, boolean failed) {
        return new InboxRule(operation, mailbox, name, "all", actions, List.of(), failed, ONCE);
    }

    @Test
    void aForwardingOfAMailboxIsRemovedUnlessItWasRefusedOrTheMailboxIsUnknown() {
        rules.add(rule("Set-Mailbox", "a@x.example", null, null, false));
        rules.add(rule("Set-Mailbox", "refused@x.example", null, null, true));
        rules.add(rule("Set-Mailbox", null, null, null, false));
        rules.add(rule("New-InboxRule", "rule@x.example", null, null, false));
        Steps steps = steps();
        new MailAndSharingSteps(exposure(), steps).forwards();
        assertThat(only(steps).items()).containsExactly(
                new Item("a@x.example", "a@x.example", ContainmentStepText.RULE.text("Set-Mailbox", "all"), 7, false));
        assertThat(only(steps).commands()).hasSize(2).first().asString()
                .startsWith("Get-Mailbox -Identity 'a@x.example' | ");
    }

    @Test
    void aRuleIsDisabledOneOfTheTenantByItsNameAndOneThatWasRemovedIsAskedAbout() {
        rules.add(rule("New-InboxRule", "a@x.example", "one", "deletes", false));
        rules.add(rule("New-InboxRule", "a@x.example", null, null, false));
        rules.add(rule("New-InboxRule", null, "lost", null, false));
        rules.add(rule("New-TransportRule", null, "all mail", null, false));
        rules.add(rule("Set-TransportRule", null, null, null, false));
        rules.add(rule("Remove-InboxRule", "a@x.example", "gone", null, false));
        rules.add(rule("Disable-InboxRule", "a@x.example", "off", null, false));
        rules.add(rule("New-InboxRule", "a@x.example", "refused", null, true));
        rules.add(rule("Set-Mailbox", "a@x.example", null, null, false));
        Steps steps = steps();
        new MailAndSharingSteps(exposure(), steps).rules();
        assertThat(only(steps).items()).hasSize(7).contains(new Item("one", "a@x.example",
                ContainmentStepText.RULE_WITH_ACTIONS.text("New-InboxRule", "all", "deletes"), 7, false));
        assertThat(only(steps).commands()).containsExactly(
                "Get-InboxRule -Mailbox 'a@x.example' -IncludeHidden | Format-List Name,Identity,Enabled,Description",
                "Disable-InboxRule -Mailbox 'a@x.example' -Identity 'one' -Confirm:$false",
                "Disable-TransportRule -Identity 'all mail'", "Get-TransportRule | Format-List Name,State,Description",
                PowerShellText.remark(ContainmentStepText.RULE_WAS_REMOVED.text("Remove-InboxRule")),
                PowerShellText.remark(ContainmentStepText.RULE_WAS_REMOVED.text("Disable-InboxRule")));
    }

    @Test
    void aRightOnAMailboxIsRemovedWhereTheRecordSaysWhose() {
        changes.add(cmdlet("Add-MailboxPermission", "t",
                Map.of("Identity", "a", "User", "u", "AccessRights", "FullAccess")));
        changes.add(cmdlet("Add-MailboxPermission", "b", Map.of("User", "u")));
        changes.add(cmdlet("Add-MailboxPermission", "c", Map.of("AccessRights", "FullAccess")));
        changes.add(cmdlet("Add-RecipientPermission", "d", Map.of("Trustee", "u")));
        changes.add(cmdlet("Add-RecipientPermission", "e", Map.of()));
        changes.add(cmdlet("Add-MailboxFolderPermission", "f:\\Inbox", Map.of("User", "u")));
        changes.add(cmdlet("Add-MailboxFolderPermission", "g", Map.of()));
        changes.add(cmdlet("Add-MailboxPermission", null, Map.of()));
        changes.add(change(ChangeKind.EXCHANGE_SETTING, "setting", null));
        Steps steps = steps();
        new MailAndSharingSteps(exposure(), steps).mailboxAccess();
        assertThat(steps.all()).extracting(Step::title).containsExactly(
                ContainmentStepText.REMOVE_MAILBOX_RIGHTS.text(), ContainmentStepText.REVIEW_EXCHANGE.text());
        assertThat(steps.all().getFirst().commands()).containsExactly(
                "Remove-MailboxPermission -Identity 'a' -User 'u' -AccessRights 'FullAccess' -Confirm:$false",
                "Get-MailboxPermission -Identity 'b' | Format-List User,AccessRights",
                "Get-MailboxPermission -Identity 'c' | Format-List User,AccessRights",
                "Remove-RecipientPermission -Identity 'd' -Trustee 'u' -AccessRights SendAs -Confirm:$false",
                "Get-MailboxPermission -Identity 'e' | Format-List User,AccessRights",
                "Remove-MailboxFolderPermission -Identity 'f:\\Inbox' -User 'u' -Confirm:$false",
                "Get-MailboxPermission -Identity 'g' | Format-List User,AccessRights",
                PowerShellText.remark(ContainmentStepText.NO_MAILBOX.text("Add-MailboxPermission")));
    }

    @Test
    void aSharedFileIsFoundByItsSiteAndItsPathOnTheHost() {
        for (String operation : List.of("SharingLinkRemoved", "SharingLinkDeleted", "SharingRevoked")) {
            sharings.add(new Sharing(operation, "https://h.example/sites/s/gone.docx", null, null, ONCE));
        }
        sharings.add(new Sharing("SharingSet", "https://h.example/sites/s/Shared%20Documents/a.docx", "u", "Edit",
                ONCE));
        sharings.add(new Sharing("SharingSet", "https://h.example/sites/s/100%.docx", null, null, ONCE));
        sharings.add(new Sharing("SharingSet", "https://h.example/b.docx?web=1", null, null, ONCE));
        sharings.add(new Sharing("SharingSet", "https://h.example/sites/s", null, null, ONCE));
        sharings.add(new Sharing("SharingSet", "c.docx", null, null, ONCE));
        Steps steps = steps();
        new MailAndSharingSteps(exposure(), steps).sharings();
        assertThat(only(steps).commands()).containsExactly(
                "Connect-PnPOnline -Url 'https://h.example/sites/s' -Interactive",
                "Get-PnPFileSharingLink -Identity '/sites/s/Shared Documents/a.docx'",
                "Remove-PnPFileSharingLink -FileUrl '/sites/s/Shared Documents/a.docx'",
                "Get-PnPFileSharingLink -Identity '/sites/s/100%.docx'",
                "Remove-PnPFileSharingLink -FileUrl '/sites/s/100%.docx'",
                "Connect-PnPOnline -Url 'https://h.example' -Interactive", "Get-PnPFileSharingLink -Identity '/b.docx'",
                "Remove-PnPFileSharingLink -FileUrl '/b.docx'",
                PowerShellText.remark(ContainmentStepText.FIND_SHARED.text("https://h.example/sites/s")),
                PowerShellText.remark(ContainmentStepText.FIND_SHARED.text("c.docx")));
        assertThat(only(steps).items()).hasSize(5).extracting(Item::detail).startsWith(
                ContainmentStepText.SHARING.text("SharingSet", 1, "u", 1, "Edit"),
                ContainmentStepText.SHARING.text("SharingSet", 0, "", 0, ""));
    }
}
