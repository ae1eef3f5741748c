package org.tokenlane.model.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of one Entra sign-in session (SID), lower-cased. It is not validated as a GUID: new ones often begin
 * with {@code 00} and are no version 4 GUIDs,
 * and a log may hold another form.
 */
public record SessionId(String value) {

    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    /**
     * Gives the session id written in a record, or null where the text says that there is none (blank, a zero GUID,
     * {@code null}). A GUID is the same in any spelling.
     */
    public static @Nullable SessionId of(@Nullable String raw) {
        String text = Absent.cleanId(raw);
        if (text == null) {
            return null;
        }
        String guid = Guids.inAnySpelling(text);
        if (guid != null) {
            return guid.equals(NONE) ? null : new SessionId(guid);
        }
        if (text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? null : new SessionId(lower);
    }

    @Override
    public String toString() {
        return value;
    }
}
