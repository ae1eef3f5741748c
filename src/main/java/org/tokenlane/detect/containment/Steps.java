package org.tokenlane.detect.containment;

import static org.tokenlane.detect.containment.PowerShellText.filter;
import static org.tokenlane.detect.containment.PowerShellText.quoted;
import static org.tokenlane.detect.containment.PowerShellText.remark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.exposure.ChangeKind;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;

/** Makes the steps that take back what was done in the directory. */
final class Steps {

    /** Microsoft's own services, which must not be switched off because something was granted to reach them. */
    private static final Set<String> SERVICES = Set.of("microsoft graph", "office 365 exchange online",
            "office 365 sharepoint online", "windows azure active directory",
            "microsoft teams services");

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

    /** Adds a step; one without objects is none. */
    void add(String title, String why, List<Item> items, Iterable<String> commands) {
        if (!items.isEmpty()) {
            Set<String> lines = new LinkedHashSet<>();
            commands.forEach(lines::add);
            steps.add(new Step(title, why, List.copyOf(items), List.copyOf(lines)));
        }
    }

    private List<Change> of(ChangeKind... kinds) {
        return changes.stream().filter(change -> List.of(kinds).contains(change.kind())).toList();
    }

    private static List<Item> items(List<Change> changes) {
        return changes.stream().map(Steps::item).toList();
    }

    private static Item item(Change change) {
        return new Item(change.target() == null ? "(not named)" : change.target(), change.targetId(),
                change.activity() + (change.what() == null ? "" : ": " + change.what()), change.use().first(),
                change.link() != null);
    }

    /**
     * A command about a change; where the change is only inferred to belong to the sessions, one that alters something
     * is left as a remark.
     */
    private static String command(Change change, String command) {
        return change.link() == null || command.startsWith("Get-") && !command.contains("Remove-") ? command
                : remark("(inferred only) " + command);
    }

    /** For a change whose record does not name its object. */
    private static String unknown(Change change) {
        return remark(
                "The record of “" + change.activity() + "” names no object id: find "
                        + (change.target() == null ? "it" : "“" + change.target() + "”") + " by hand.");
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
                commands.add(remark("Remove those that are not the user's own, each by its kind, for example:"));
                commands.add(remark("Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId " + quoted(user)
                        + " -MicrosoftAuthenticatorAuthenticationMethodId '<id from the list>'"));
                commands.add(remark("Remove-MgUserAuthenticationPhoneMethod -UserId " + quoted(user)
                        + " -PhoneAuthenticationMethodId '<id from the list>'"));
            }
        }
        add("Check the sign-in methods and remove what was registered",
                "With a method of their own they sign in again after the password is changed.", items(methods),
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
        add("Switch off the devices that were registered",
                "A registered device holds a primary refresh token, which outlives passwords.", items(devices),
                commands);
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
        add("Switch off applications and take back their consents",
                "An application that was consented to reads on without the user's session.", items(consents),
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
                    + " -KeyId '<key id from the list>'"));
        }
        add("Remove the credentials that applications were given",
                "With a secret or certificate they sign in as the application.", items(credentials), commands);
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
                    "Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId '<id from the list>'"));
        }
        add("Take back directory roles", "Whoever has the role keeps it after this session has ended.", items(roles),
                commands);
        add("Look at the other changes of users, groups, applications and policies", "They may be ways back in.",
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
    void addChanges(String title, String why, List<Change> about, Iterable<String> commands) {
        add(title, why, items(about), commands);
    }
}
