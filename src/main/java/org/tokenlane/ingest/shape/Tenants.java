package org.tokenlane.ingest.shape;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.identity.Absent;

/** One spelling for what exports say of the tenants that an event belongs to. */
public final class Tenants {

    private static final Map<String, String> ACCESS = Map.of("b2bcollaboration", "b2bCollaboration",
            "b2bdirectconnect", "b2bDirectConnect", "microsoftsupport", "microsoftSupport", "serviceprovider",
            "serviceProvider", "passthrough", "passthrough");
    /** The numbers of {@code UserType} in the unified audit log. */
    private static final Map<String, String> AUDIT_TYPES = Map.ofEntries(Map.entry("0", "regular"),
            Map.entry("1", "reserved"), Map.entry("2", "admin"), Map.entry("3", "dcAdmin"), Map.entry("4", "system"),
            Map.entry("5", "application"), Map.entry("6", "servicePrincipal"), Map.entry("7", "customPolicy"),
            Map.entry("8", "systemPolicy"), Map.entry("9", "partnerTechnician"), Map.entry("10", "guest"));

    private static final Map<String, String> BY_LETTERS = AUDIT_TYPES.values().stream().distinct()
            .collect(Collectors.toMap(Tenants::letters, Function.identity()));

    private Tenants() {
    }

    /**
     * The cross-tenant access type as Graph spells it, or null for {@code none} ("signIn resource type",
     * learn.microsoft.com/graph/api/resources/signin). A word that is not known is kept.
     */
    public static @Nullable String access(Value value) {
        String text = Absent.clean(value.text());
        if (text == null || text.equalsIgnoreCase("none")) {
            return null;
        }
        return ACCESS.getOrDefault(letters(text), text);
    }

    /** The user's type: Entra's {@code member} or {@code guest}, or what the unified audit log calls it. */
    public static @Nullable String userType(Value value) {
        String text = Absent.clean(value.text());
        if (text == null) {
            return null;
        }
        String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        String numbered = AUDIT_TYPES.get(plain);
        if (numbered != null) {
            return numbered;
        }
        return BY_LETTERS.getOrDefault(letters(plain), plain.toLowerCase(Locale.ROOT));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).chars()
                .filter(letter -> letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')
                .forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
