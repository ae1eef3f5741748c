package org.tokenlane.model.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user principal name, lower-cased. What an audit log puts in its place (a GUID, {@code app@sharepoint}, a Windows
 * account) is kept as it is, lower-cased too.
 */
public record Upn(String value) {

    /** What logs write for nobody, or for the machine itself; blanks between words left out. */
    private static final Set<String> NOBODY = Set.of("unknown", "unknownuser", "notavailable", "notapplicable",
            "anonymous", "nobody", "undefined", "s-1-0-0", "s-1-5-18", "s-1-5-19", "s-1-5-20", "system",
            "00000000-0000-0000-0000-000000000000", "not-found", "notfound", "none", "nouser", "nan", "#n/a", "[]",
            "{}",
            "''", "\"\"", "'", "unbekannt", "inconnu", "desconocido", "desconhecido", "sconosciuto", "onbekend",
            "sharepoint\\system");
    private static final String GUEST = "urn:spo:guest#";
    /** An address as mail programs write it: with a name, in brackets, with its kind before it. */
    private static final Pattern ADDRESS = Pattern
            .compile("(?:[^<>]*<)?(?:smtp:|mailto:)?([^\\s<>:;,@]+@[^\\s<>:;,@]+)>?[;,]?");
    /** An address in parentheses behind a name, or as the only one of a list. */
    private static final Pattern BEHIND_NAME = Pattern
            .compile("(?:[^()@]*\\(|\\[\")([^\\s()\"@]+@[^\\s()\"@]+)(?:\\)|\"\\])");
    private static final Pattern CLAIM = Pattern.compile("[ic]:0.?\\.[a-z]\\|");
    private static final String SYSTEM = "ntauthority\\";

    /**
     * Gives the account name written in a record, or null where there is none: a word for nobody, or for the system,
     * names no account.
     */
    public static @Nullable Upn of(@Nullable String raw) {
        String text = Absent.cleanId(raw);
        if (text == null) {
            return null;
        }
        String lower = account(unquoted(Absent.withoutBrackets(text).toLowerCase(Locale.ROOT)));
        String word = lower.replace(" ", "");
        return NOBODY.contains(word) || word.startsWith(SYSTEM) ? null : new Upn(lower);
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        if (last > 1 && text.charAt(0) == '"' && text.charAt(last) == '"') {
            return text.substring(1, last).strip();
        }
        // the quotation mark in front is taken for a spreadsheet's and is gone
        return last > 1 && text.charAt(last) == '\'' ? text.substring(0, last).strip() : text;
    }

    /**
     * The name in a claim of SharePoint, {@code i:0h.f|membership|NAME} or {@code urn:spo:guest#NAME}, where it is that of
     * an account; any other claim as it is.
     */
    private static String account(String lower) {
        String name = lower;
        if (name.length() > 1 && name.charAt(1) == ':' && CLAIM.matcher(name).lookingAt()) {
            String last = name.substring(name.lastIndexOf('|') + 1).replace("urn%3aspo%3a", "urn:spo:").replace("%23",
                    "#");
            name = last.indexOf('@') > 0 ? last : name;
        }
        name = name.startsWith(GUEST) && name.indexOf('@') > 0 ? name.substring(GUEST.length()) : name;
        Matcher behind = BEHIND_NAME.matcher(name);
        if ((name.endsWith(")") || name.endsWith("\"]")) && behind.matches()) {
            return behind.group(1);
        }
        if (name.indexOf('<') < 0 && name.indexOf(':') < 0 && !name.endsWith(";") && !name.endsWith(",")) {
            return name;
        }
        Matcher address = ADDRESS.matcher(name);
        return address.matches() ? address.group(1) : name;
    }

    /** Whether an account name is that of a service of the system, such as {@code NT AUTHORITY\\SYSTEM (...)}. */
    public static boolean isSystem(@Nullable String raw) {
        return raw != null && raw.toLowerCase(Locale.ROOT).replace(" ", "").startsWith(SYSTEM);
    }

    @Override
    public String toString() {
        return value;
    }
}
