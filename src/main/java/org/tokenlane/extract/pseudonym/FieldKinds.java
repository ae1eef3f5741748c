package org.tokenlane.extract.pseudonym;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.Value;

/**
 * Tells by the name under which a text stands what kind of value it is: the table {@code fields.csv} beside this class.
 */
final class FieldKinds {

    private static final String KEEP = "keep,";
    private static final String KNOWN = "known,";
    private static final List<String> CLAIMS = List.of("claimsobjectidentifier", "claimsupn", "claimsname",
            "claimsgivenname", "claimssurname", "claimsemailaddress",
            "claimstenantid", "claimsidentifier");

    private final Map<String, PseudonymKind> kinds = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> knownOnly = new HashSet<>();

    FieldKinds() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(FieldKinds.class.getResourceAsStream("fields.csv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
                int comma = line.indexOf(',');
                String name = line.substring(comma + 1);
                if (line.startsWith(KEEP)) {
                    kept.add(name);
                } else if (line.startsWith(KNOWN)) {
                    knownOnly.add(name);
                } else {
                    kinds.put(name, PseudonymKind.named(line.substring(0, comma)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a text under this name is never replaced. */
    boolean isKept(String parent, String name) {
        return kept.contains(name) && !kinds.containsKey(parent + "." + name);
    }

    /** Tells whether in a text under this name only what another field told is replaced. */
    boolean isKnownOnly(String parent, String name) {
        return knownOnly.contains(name) && !kinds.containsKey(parent + "." + name);
    }

    /**
     * The name that tells what a text is: in a pair ({@code Name}, {@code Value}) it is the value of another member.
     */
    static String telling(@Nullable Value owner, String name) {
        if (owner == null || !name.equals("value") && !name.equals("newvalue") && !name.equals("oldvalue")) {
            return name;
        }
        String named = owner.find("name", "key", "displayname").text();
        return named == null ? name : ColumnNames.normalise(named);
    }

    /**
     * What kind of value the text is as a whole, or null where its name does not tell.
     *
     * @param name
     *            the name that tells
     */
    @Nullable
    PseudonymKind of(String parent, @Nullable Value owner, String name) {
        PseudonymKind behind = kinds.get(parent + "." + name);
        if (behind != null) {
            return behind;
        }
        if (name.endsWith("displayname")
                && isPerson(owner, name.substring(0, name.length() - "displayname".length()))) {
            return PseudonymKind.USERS;
        }
        if (name.equals("id") && owner != null && "User".equalsIgnoreCase(owner.find("type").text())) {
            return PseudonymKind.USERS;
        }
        PseudonymKind kind = kinds.get(name);
        return kind != null || !name.startsWith("http") ? kind
                : CLAIMS.stream().filter(name::endsWith).findFirst().map(kinds::get).orElse(null);
    }

    /** A display name is a person's where a sign-in name stands beside it, or where it is said to be a user's. */
    private static boolean isPerson(@Nullable Value owner, String prefix) {
        return owner != null && (!owner.find(prefix + "userprincipalname").isMissing()
                || "User".equalsIgnoreCase(owner.find(prefix + "type").text()));
    }
}
