package org.tokenlane.ingest.ual;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Upn;

/** Tells applications from people among those whom AuditData says to have done something. */
final class Actors {

    private static final Set<String> APPLICATION_TYPES = Set.of("5", "application", "6", "serviceprincipal");
    private static final Set<String> SYSTEM_TYPES = Set.of("system", "customPolicy", "systemPolicy");
    private static final String[] APP_IDS = { "ClientAppId", "AppId", "ApplicationId" };
    private static final String[] WAYS = { "AuthType", "TokenType", "AuthenticationType", "AppAccessType" };

    private Actors() {
    }

    /**
     * Tells whether an application acted by itself: the record says so, or its key of the user is the application's id,
     * or it names a service principal.
     */
    static boolean isApplication(Value data, Envelope wrapper, @Nullable String user) {
        String type = data.get("UserType").text();
        if (type != null && APPLICATION_TYPES.contains(type.strip().toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (user != null && user.startsWith("ServicePrincipal_")) {
            return true;
        }
        for (String way : WAYS) {
            String text = data.get(way).text();
            if (text != null && text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT).contains("apponly")) {
                return true;
            }
        }
        return isApplicationId(data, data.get("UserKey").text(), wrapper.userKey().text(), user);
    }

    /** The kind of an actor that is no application: services and policies of Microsoft act too. */
    static @Nullable ActorKind kind(Draft draft, @Nullable String user) {
        String type = String.valueOf(draft.get(EventField.USER_TYPE));
        if (Upn.isSystem(user) || SYSTEM_TYPES.contains(type)) {
            return ActorKind.SYSTEM;
        }
        String upn = draft.get(EventField.UPN);
        boolean person = upn != null && upn.indexOf('@') > 0 && !upn.equals("app@sharepoint");
        return person ? ActorKind.USER : null;
    }

    /** Tells whether one of the ids is that of the application which the record names. */
    static boolean isApplicationId(Value data, @Nullable String... ids) {
        for (String name : APP_IDS) {
            if (isOneOf(ids, data.get(name).text())) {
                return true;
            }
        }
        return isOneOf(ids, data.get("AppAccessContext").opened().get("ClientAppId").text());
    }

    private static boolean isOneOf(@Nullable String[] ids, @Nullable String application) {
        if (application == null || application.isBlank()) {
            return false;
        }
        for (String id : ids) {
            if (application.equalsIgnoreCase(id)) {
                return true;
            }
        }
        return false;
    }
}
