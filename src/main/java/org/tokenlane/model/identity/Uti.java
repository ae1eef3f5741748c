package org.tokenlane.model.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The Unique Token Identifier of an issued token: 22 characters of base64url, case-sensitive, padding trimmed. A token
 * of a background process carries a plain GUID instead, which is kept (lower-cased) but is never the identifier of a sign-in.
 *
 * <p>
 * A sign-in's UTI is the base64url text of its request id's bytes in .NET order, so that either can be computed from
 * the other. Microsoft states the relation ("The request ID is an identifier that corresponds to an issued token",
 * "Basic info in the Microsoft Entra sign-in logs", learn.microsoft.com) but not the encoding; published sign-ins that
 * give both show it, such as 22608a25-1d9b-44b5-b0f2-cb94f06b2d00 and JYpgIpsdtUSw8suU8GstAA (splunk/security_content,
 * {@code data_sources/azure_active_directory_sign_in_activity.yml}).
 */
public record Uti(String value) {

    private static final int LENGTH = 22;
    private static final int ASCII_GUID_LENGTH = 48;

    /** Gives the UTI written in a record in any of its spellings, or null where the text says that there is none. */
    public static @Nullable Uti of(@Nullable String raw) {
        String text = Absent.cleanId(raw);
        if (text == null) {
            return null;
        }
        text = bare(text);
        String guid = Guids.inAnySpelling(text);
        if (guid != null) {
            return new Uti(guid);
        }
        if (text.length() == ASCII_GUID_LENGTH) {
            Uti decoded = fromAsciiGuid(text);
            if (decoded != null) {
                return decoded;
            }
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        text = text.substring(0, end);
        if (text.length() == LENGTH) {
            text = text.replace('+', '-').replace('/', '_');
        }
        return text.isEmpty() || text.chars().allMatch(c -> c == 'A') ? null : new Uti(text);
    }

    /** Without quotes, a spreadsheet's equals sign in front, and the marks that an address in the web writes as numbers. */
    private static String bare(String text) {
        String bare = text.startsWith("=") ? text.substring(1) : text;
        if (bare.length() > 2 && "\"'".indexOf(bare.charAt(0)) >= 0 && bare.endsWith(bare.substring(0, 1))) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare.indexOf('%') < 0 ? bare
                : bare.replaceAll("%3[Dd]", "=").replaceAll("%2[Bb]", "+")
                        .replaceAll("%2[Ff]", "/").replaceAll("%2[Dd]", "-").replaceAll("%5[Ff]", "_");
    }

    /** Derives the UTI from a sign-in's request id, or gives null where the text is not a GUID. */
    public static @Nullable Uti fromRequestId(@Nullable String requestId) {
        String text = Absent.clean(requestId);
        String guid = text == null ? null : Guids.inAnySpelling(text);
        return guid == null ? null
                : of(Base64.getUrlEncoder().withoutPadding().encodeToString(Guids.toDotNetBytes(guid)));
    }

    /**
     * Gives the request id (lower-case GUID) of the sign-in that issued this token, or null where the UTI is not one of
     * a sign-in.
     */
    public @Nullable String toRequestId() {
        if (!isOfSignIn()) {
            return null;
        }
        return Guids.fromDotNetBytes(Base64.getUrlDecoder().decode(value));
    }

    /**
     * Tells whether this is the identifier of a token that a sign-in issued: 22 characters of base64url that decode to
     * 16 bytes.
     */
    public boolean isOfSignIn() {
        return looksLike(value);
    }

    /**
     * Tells whether the text has the form of a sign-in's UTI: 22 characters of base64url, the last of which holds four
     * bits that are zero.
     */
    public static boolean looksLike(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return "AQgw".indexOf(text.charAt(LENGTH - 1)) >= 0;
    }

    private static @Nullable Uti fromAsciiGuid(String text) {
        try {
            String guid = new String(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')),
                    StandardCharsets.US_ASCII);
            return fromRequestId(guid);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
