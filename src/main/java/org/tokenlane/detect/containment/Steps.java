package org.tokenlane.detect.containment;

import static org.tokenlane.detect.containment.PowerShellText.filter;
import static org.tokenlane.detect.containment.PowerShellText.quoted;
import static org.tokenlane.detect.containment.PowerShellText.remark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;

/** Creates the steps that undo what was done in the directory. */
final class Steps {

    /** Microsoft's own services, which must not be disabled because access to them was granted. */
    private static final Set<String> SERVICES = Set.of("microsoft graph", "office 365 exchange online",
            "office 365 sharepoint online", "windows azure active directory",
            "microsoft teams services");

    /** Filled in by hand before the command is run. */
    private static final String ID_FROM_LIST = quoted(ContainmentStepText.ID_FROM_LIST.text());

    private final List<Step> steps = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    Steps(Exposure exposure) {
        changes.addAll(exposure.changes());
        changes.addAll(exposure.inferred());
        changes.removeIf(Change::failed);
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    /** Adds a step, unless it has no objects. */
    void add(ContainmentStepText title, ContainmentStepText why, List<Item> items, Iterable<String> commands) {
        if (!items.isEmpty()) {
            Set<String> lines = new LinkedHashSet<>();
            commands.forEach(lines::add);
            steps.add(new Step(title.id(), title.text(), why.text(), List.copyOf(items), List.copyOf(lines)));
        }
    }

    private List<Change> of(ChangeKind... kinds) {
        return changes.stream().filter(change -> List.of(kinds).contains(change.kind())).toList();
    }

    private static List<Item> items(List<Change> changes) {
        return changes.stream().map(Steps::item).toList();
    }

    private static Item item(Change change) {
        return new Item(change.target() == null ? ContainmentStepText.NOT_NAMED.text() : change.target(),
                change.targetId(),
                change.activity() + (change.what() == null ? "" : ": " + change.what()), change.use().first(),
                change.link() != null);
    }

    /**
     * A command about a change; where the change is only inferred to belong to the sessions, one that alters something
     * is left as a remark.
     */
    private static String command(Change change, String command) {
        return change.link() == null || command.startsWith("Get-") && !command.contains("Remove-") ? command
                : remark(ContainmentStepText.INFERRED_ONLY.text(command));
    }

    /** For a change whose record does not name its object. */
    private static String unknown(Change change) {
        return remark(change.target() == null ? ContainmentStepText.NO_OBJECT_ID.text(change.activity())
                : ContainmentStepText.NO_OBJECT_ID_OF.text(change.activity(), change.target()));
    }

    void signInMethods() {
        List<Change> methods = of(ChangeKind.MFA_METHOD);
        Set<String> commands = new LinkedHashSet<>();
        for (Change change : methods) {
            String user = change.idOf("User") == null ? change.targetId() == null ? change.target() : change.targetId()
                    : change.idOf("User");
            if (user == null) {
                commands.add(unknown(change));
            } else {
                commands.add("Get-MgUserAuthenticationMethod -UserId " + quoted(user) + " | Format-List");
                commands.add(remark(ContainmentStepText.REMOVE_METHODS.text()));
                commands.add(remark("Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId " + quoted(user)
                        + " -MicrosoftAuthenticatorAuthenticationMethodId " + ID_FROM_LIST));
                commands.add(remark("Remove-MgUserAuthenticationPhoneMethod -UserId " + quoted(user)
                        + " -PhoneAuthenticationMethodId " + ID_FROM_LIST));
            }
        }
        add(ContainmentStepText.REMOVE_SIGN_IN_METHODS, ContainmentStepText.REMOVE_SIGN_IN_METHODS_WHY, items(methods),
                commands);
    }

    void devices() {
        List<Change> devices = of(ChangeKind.DEVICE);
        Set<String> commands = new LinkedHashSet<>();
        for (Change change : devices) {
            String id = change.idOf("Device") == null ? change.targetId() : change.idOf("Device");
            if (id == null) {
                commands.add(unknown(change));
            } else {
                commands.add("Get-MgDevice -DeviceId " + quoted(id)
                        + " | Format-List DisplayName,DeviceId,OperatingSystem,TrustType,RegistrationDateTime");
                commands.add(command(change, "Update-MgDevice -DeviceId " + quoted(id) + " -AccountEnabled:$false"));
            }
        }
        add(ContainmentStepText.DISABLE_DEVICES, ContainmentStepText.DISABLE_DEVICES_WHY, items(devices), commands);
    }

    void applications() {
        List<Change> consents = of(ChangeKind.CONSENT, ChangeKind.GRANT);
        Set<String> commands = new LinkedHashSet<>();
        for (Change change : consents) {
            boolean service = change.target() != null && SERVICES.contains(change.target().toLowerCase(Locale.ROOT));
            if (change.targetId() == null || service) {
                commands.add(unknown(change));
                continue;
            }
            String id = quoted(change.targetId());
            commands.add(
                    command(change, "Update-MgServicePrincipal -ServicePrincipalId " + id + " -AccountEnabled:$false"));
            commands.add(command(change, "Get-MgOauth2PermissionGrant -Filter " + filter("clientId", change.targetId())
                    + " -All | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }"));
            commands.add(command(change, "Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId " + id
                    + " -All | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId " + id
                    + " -AppRoleAssignmentId $_.Id }"));
        }
        add(ContainmentStepText.DISABLE_APPLICATIONS, ContainmentStepText.DISABLE_APPLICATIONS_WHY, items(consents),
                commands);
        List<Change> credentials = of(ChangeKind.APP_CREDENTIAL);
        commands.clear();
        for (Change change : credentials) {
            if (change.targetId() == null) {
                commands.add(unknown(change));
                continue;
            }
            boolean principal = change.idOf("ServicePrincipal") != null;
            String id = quoted(change.targetId());
            commands.add((principal ? "Get-MgServicePrincipal -ServicePrincipalId "
                    : "Get-MgApplication -ApplicationId ") + id
                    + " -Property KeyCredentials,PasswordCredentials | Format-List KeyCredentials,PasswordCredentials");
            commands.add(remark((principal ? "Remove-MgServicePrincipalPassword -ServicePrincipalId "
                    : "Remove-MgApplicationPassword -ApplicationId ") + id
                    + " -KeyId " + ID_FROM_LIST));
        }
        add(ContainmentStepText.REMOVE_CREDENTIALS, ContainmentStepText.REMOVE_CREDENTIALS_WHY, items(credentials),
                commands);
    }

    void rolesAndUsers() {
        List<Change> roles = of(ChangeKind.ROLE);
        Set<String> commands = new LinkedHashSet<>();
        for (Change change : roles) {
            String id = change.idOf("User") == null ? change.targetId() : change.idOf("User");
            commands.add(id == null ? unknown(change)
                    : "Get-MgRoleManagementDirectoryRoleAssignment -Filter " + filter("principalId", id)
                            + " -All | Format-List Id,RoleDefinitionId,DirectoryScopeId");
            commands.add(remark(
                    "Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId " + ID_FROM_LIST));
        }
        add(ContainmentStepText.REMOVE_ROLES, ContainmentStepText.REMOVE_ROLES_WHY, items(roles), commands);
        add(ContainmentStepText.REVIEW_CHANGES, ContainmentStepText.REVIEW_CHANGES_WHY,
                items(of(ChangeKind.USER, ChangeKind.GROUP, ChangeKind.APPLICATION, ChangeKind.POLICY,
                        ChangeKind.OTHER)),
                List.of());
    }

    List<Change> mailboxAccess() {
        return of(ChangeKind.MAILBOX_ACCESS);
    }

    List<Change> exchangeSettings() {
        return of(ChangeKind.EXCHANGE_SETTING);
    }

    /** A step about changes. */
    void addChanges(ContainmentStepText title, ContainmentStepText why, List<Change> about, Iterable<String> commands) {
        add(title, why, items(about), commands);
    }
}
