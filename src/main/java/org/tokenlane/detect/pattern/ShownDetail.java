package org.tokenlane.detect.pattern;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.TextKey;

/**
 * A detail of records that the findings of a rule state: which role, method or permission. Rule files name them under
 * {@code shows}.
 */
enum ShownDetail implements TextKey {

    /** The directory role. */
    ROLE("Role.DisplayName", "Role.WellKnownObjectName"),
    /** The sign-in method, in the words of the log or as its property. */
    METHOD("resultReason", "ResultDescription", "StrongAuthenticationMethod", "StrongAuthenticationPhoneAppDetail",
            "StrongAuthenticationUserDetails"),
    /** The permissions of an application. */
    PERMISSIONS("ConsentAction.Permissions", "DelegatedPermissionGrant.Scope", "OAuth2PermissionGrant.Scope",
            "AppRole.Value"),
    /** Who received access to a mailbox. */
    GRANTEE("User", "Trustee", "GrantSendOnBehalfTo", "Item.ParentFolder.MemberUpn"),
    /** Which access. */
    RIGHTS("AccessRights", "Item.ParentFolder.MemberRights"),
    /** Whose mailbox. */
    MAILBOX("Identity"),
    /** The credential of an application. */
    CREDENTIAL("KeyDescription", "FederatedIdentityCredentials"),
    /** The names of the properties that changed. */
    CHANGED_PROPERTIES,
    /** The kind of a risk detection. */
    RISK_TYPE,
    /** Its level. */
    RISK_LEVEL("riskLevel"),
    /** The device, not its owner. */
    DEVICE("CloudDisplayName", "Device.DisplayName"),
    /** The application or service principal. */
    APPLICATION("ServicePrincipal.DisplayName", "ServicePrincipal.Name"),
    /** A policy, or another object of a setting. */
    POLICY;

    private static final int MOST = 3;
    private static final int MOST_LETTERS = 160;

    private final List<String> names;

    ShownDetail(String... names) {
        this.names = List.of(names);
    }

    /** The word for it in rule files: {@code changed-properties}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String[] ids() {
        return Arrays.stream(values()).map(ShownDetail::id).toArray(String[]::new);
    }

    static ShownDetail of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the records of these events state, the first few, as a list; empty where they state nothing. */
    String of(CaseFacts facts, List<Integer> events) {
        Set<String> found = new LinkedHashSet<>();
        for (int event : events) {
            found.addAll(values(facts, event));
            if (found.size() > MOST) {
                break;
            }
        }
        String first = found.stream().limit(MOST)
                .map(value -> value.length() > MOST_LETTERS ? value.substring(0, MOST_LETTERS - 1) + "…" : value)
                .map(Words::quoted).collect(Collectors.joining(", "));
        return found.size() > MOST ? first + ", …" : first;
    }

    private List<String> values(CaseFacts facts, int event) {
        if (this == RISK_TYPE) {
            String type = facts.text(EventField.OPERATION, event);
            return type == null ? List.of() : List.of(type);
        }
        RecordDetail detail = facts.details().of(event);
        if (this == CHANGED_PROPERTIES) {
            return detail.changes().stream().map(RecordDetail.Change::property)
                    .filter(name -> !name.equalsIgnoreCase("Included Updated Properties")).toList();
        }
        List<String> ofTargets = switch (this) {
        case DEVICE -> targets(detail, "Device");
        case APPLICATION -> targets(detail, "ServicePrincipal", "Application");
        case POLICY -> targets(detail, "Policy", "Other");
        default -> List.of();
        };
        if (!ofTargets.isEmpty()) {
            return ofTargets;
        }
        for (String name : names) {
            List<String> values = Conditions.values(name, detail).stream()
                    .filter(value -> value != null && !value.isBlank() && !value.equals("[]")).toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static List<String> targets(RecordDetail detail, String... types) {
        return detail.targets().stream()
                .filter(target -> Arrays.stream(types).anyMatch(type -> type.equalsIgnoreCase(target.type())))
                .map(target -> target.name() == null ? target.id() : target.name())
                .filter(name -> name != null && !name.isBlank()).toList();
    }
}
