package org.tokenlane.model.identity;

import java.util.Locale;

/**
 * A user principal name, lower-cased. What an audit log puts in its place (a GUID, {@code app@sharepoint}, a Windows
 * account) is kept as it is, lower-cased too.
 */
public record Upn(String value) {

    /** Gives the account name written in a record, or null where there is none. */
    public static Upn of(String raw) {
        String text = Absent.clean(raw);
        return text == null ? null : new Upn(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
