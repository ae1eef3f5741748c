package org.tokenlane.detect.wording;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Applications, consents, policies and domains ("Microsoft Entra audit log categories and activities",
 * learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities).
 */
final class ApplicationWording {

    private static final Pattern SCOPE = Pattern.compile("(?i)Scope:\\s*([^,\\]]+)");
    private static final Pattern ID = Pattern.compile("(?i)\\bId:\\s*([^,\\]\\s]+)");
    private static final Pattern PLAIN_SCOPES = Pattern.compile("[A-Za-z][\\w.:/\\-]*( [A-Za-z][\\w.:/\\-]*)*");
    private static final Pattern STATE = Pattern.compile("(?i)\"state\"\\s*:\\s*\"([A-Za-z]+)\"");

    private ApplicationWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("consent to application", ApplicationWording::consent);
        for (String activity : List.of("add delegated permission grant", "add oauth2permissiongrant")) {
            all.put(activity, reading -> grant(reading, WordingText.GRANT_DELEGATED, "DelegatedPermissionGrant.Scope"));
        }
        for (String activity : List.of("remove delegated permission grant", "remove oauth2permissiongrant")) {
            all.put(activity,
                    reading -> grant(reading, WordingText.GRANT_DELEGATED_REMOVED, "DelegatedPermissionGrant.Scope"));
        }
        all.put("add app role assignment to service principal",
                reading -> grant(reading, WordingText.GRANT_APPLICATION, "AppRole.Value"));
        all.put("remove app role assignment from service principal",
                reading -> grant(reading, WordingText.GRANT_APPLICATION_REMOVED, "AppRole.Value"));
        all.put("revoke consent", reading -> named(reading, WordingText.CONSENT_REVOKED));
        all.put("add service principal", reading -> named(reading, WordingText.PRINCIPAL_ADDED));
        all.put("remove service principal", reading -> named(reading, WordingText.PRINCIPAL_REMOVED));
        all.put("add application", reading -> named(reading, WordingText.APPLICATION_ADDED));
        all.put("update application", reading -> named(reading, WordingText.APPLICATION_CHANGED));
        all.put("update service principal", reading -> named(reading, WordingText.PRINCIPAL_CHANGED));
        all.put("delete application", reading -> named(reading, WordingText.APPLICATION_DELETED));
        all.put("update application – certificates and secrets management", ApplicationWording::credentials);
        all.put("add service principal credentials", reading -> named(reading, WordingText.CREDENTIAL_ADDED));
        all.put("remove service principal credentials", reading -> named(reading, WordingText.CREDENTIAL_REMOVED));
        for (String activity : List.of("add owner to application", "add owner to service principal")) {
            all.put(activity, ApplicationWording::owner);
        }
        all.put("add conditional access policy", reading -> named(reading, WordingText.POLICY_ADDED));
        all.put("update conditional access policy", ApplicationWording::policy);
        all.put("delete conditional access policy", reading -> named(reading, WordingText.POLICY_DELETED));
        all.put("add named location", reading -> named(reading, WordingText.LOCATION_ADDED));
        all.put("update named location", reading -> named(reading, WordingText.LOCATION_CHANGED));
        all.put("delete named location", reading -> named(reading, WordingText.LOCATION_DELETED));
        all.put("update authorization policy", reading -> reading.says(WordingText.AUTHORIZATION_POLICY));
        all.put("disable security defaults", reading -> reading.says(WordingText.SECURITY_DEFAULTS_OFF));
        for (String activity : List.of("add verified domain", "verify domain")) {
            all.put(activity, reading -> named(reading, WordingText.DOMAIN_VERIFIED));
        }
        all.put("add unverified domain", reading -> named(reading, WordingText.DOMAIN_ADDED));
        all.put("set domain authentication", reading -> named(reading, WordingText.DOMAIN_AUTHENTICATION));
        all.put("set federation settings on domain", reading -> named(reading, WordingText.FEDERATION_CHANGED));
        all.put("add partner to company", reading -> named(reading, WordingText.PARTNER_ADDED));
        all.put("add a partner to cross-tenant access setting",
                reading -> named(reading, WordingText.CROSS_TENANT_ADDED));
    }

    private static Object object(Reading reading) {
        return Reading.or(reading.text(EventField.TARGET), WordingText.UNNAMED_OBJECT);
    }

    private static Text named(Reading reading, WordingText sentence) {
        return reading.says(sentence, object(reading));
    }

    private static Text consent(Reading reading) {
        Object scopes = Reading.all(scopes(reading.detail().changedTo("ConsentAction.Permissions")));
        String admin = reading.changedTo("ConsentContext.IsAdminConsent");
        return reading.says(WordingText.CONSENTED, object(reading), Reading.present(scopes),
                Reading.orNothing(scopes), admin != null && admin.equalsIgnoreCase("true") ? 1 : 0);
    }

    /**
     * The permissions that were consented to; the log writes all grants before and after the consent, {@code [] =>
     * [[Id: …, Scope: Mail.Read offline_access, …]]}, of which those that were there before are left out.
     */
    private static List<String> scopes(@Nullable String permissions) {
        Set<String> scopes = new LinkedHashSet<>();
        if (permissions != null) {
            int arrow = permissions.indexOf("=>");
            Map<String, Set<String>> before = grants(permissions.substring(0, Math.max(0, arrow)));
            grants(permissions.substring(arrow + 1)).forEach((id, granted) -> {
                granted.removeAll(before.getOrDefault(id, Set.of()));
                scopes.addAll(granted);
            });
            String plain = Reading.clean(permissions);
            if (scopes.isEmpty() && plain != null && PLAIN_SCOPES.matcher(plain).matches()) {
                scopes.addAll(List.of(plain.split(" ")));
            }
        }
        scopes.remove("");
        return List.copyOf(scopes);
    }

    /** The permissions of each grant by its id; without an id under the empty text. */
    private static Map<String, Set<String>> grants(String text) {
        Map<String, Set<String>> grants = new LinkedHashMap<>();
        for (String grant : text.split("\\[")) {
            Matcher scope = SCOPE.matcher(grant);
            Matcher id = ID.matcher(grant);
            if (scope.find()) {
                grants.computeIfAbsent(id.find() ? id.group(1) : "", key -> new LinkedHashSet<>())
                        .addAll(List.of(scope.group(1).strip().split("\\s+")));
            }
        }
        return grants;
    }

    private static Text grant(Reading reading, WordingText sentence, String property) {
        String client = reading.changed("ServicePrincipal.DisplayName");
        String value = reading.changed(property);
        Object rights = Reading.all(value == null ? List.of() : List.of(value.strip().split("\\s+")));
        String resource = reading.target("ServicePrincipal");
        String of = resource == null ? reading.text(EventField.TARGET) : resource;
        return reading.says(sentence, Reading.or(client, WordingText.UNNAMED_APPLICATION), Reading.present(rights),
                Reading.orNothing(rights), Reading.or(of, WordingText.UNNAMED_RESOURCE));
    }

    /** One activity for adding and removing: the number of keys before and after tells. */
    private static Text credentials(Reading reading) {
        for (RecordDetail.Change change : reading.detail().changes()) {
            if (change.property().equalsIgnoreCase("KeyDescription")
                    && !Objects.equals(change.before(), change.after())) {
                int more = keys(change.after()) - keys(change.before());
                return named(reading, more > 0 ? WordingText.CREDENTIAL_ADDED
                        : more < 0 ? WordingText.CREDENTIAL_REMOVED : WordingText.CREDENTIAL_CHANGED);
            }
        }
        return named(reading, WordingText.CREDENTIAL_CHANGED);
    }

    private static int keys(@Nullable String text) {
        return text == null ? 0 : text.split("KeyIdentifier", -1).length - 1;
    }

    private static Text owner(Reading reading) {
        String changed = reading.changedTo("Application.DisplayName", "ServicePrincipal.DisplayName");
        String application = changed == null ? reading.target("Application") : changed;
        String app = application == null ? reading.target("ServicePrincipal") : application;
        return reading.says(WordingText.OWNER_ADDED, Reading.or(user(reading), WordingText.UNNAMED_USER),
                Reading.or(app, WordingText.UNNAMED_APPLICATION));
    }

    private static @Nullable String user(Reading reading) {
        String user = reading.target("User");
        return user == null ? reading.text(EventField.TARGET) : user;
    }

    private static Text policy(Reading reading) {
        String before = null;
        String after = null;
        for (RecordDetail.Change change : reading.detail().changes()) {
            before = before == null ? state(change.before()) : before;
            after = after == null ? state(change.after()) : after;
        }
        boolean switched = before != null && after != null && !before.equalsIgnoreCase(after);
        return reading.says(WordingText.POLICY_CHANGED, object(reading), switched ? 1 : 0,
                switched ? Reading.orNothing(before) : "", switched ? Reading.orNothing(after) : "");
    }

    private static @Nullable String state(@Nullable String json) {
        Matcher matcher = STATE.matcher(json == null ? "" : json);
        return matcher.find() ? matcher.group(1) : null;
    }
}
