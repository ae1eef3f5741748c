package org.tokenlane.model.mark;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Upn;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.session.OriginKey;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.TextKey;

/**
 * What an analyst's mark is on.
 *
 * @param key
 *            what names it, normalised as events are; an event's stable id, so that its marks outlive another import of
 *            its records; an origin's session and key
 */
public record MarkTarget(Kind kind, String key) {

    /**
     * The kinds of targets, from the narrowest to the widest: a verdict on an earlier one overrides that on a later
     * one.
     */
    public enum Kind implements TextKey {
        EVENT("event"),
        TOKEN("token"),
        /** An origin inside one session. */
        ORIGIN("origin"),
        SESSION("session"),
        DEVICE("device"),
        IP("ip"),
        APP("app"),
        USER("user");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind's word in commands and in the audit trail. */
        public String word() {
            return word;
        }

        /** The kind as a person reads it inside a sentence. */
        public String inside() {
            return Language.current().noun(text());
        }

        /** The kind of this word, any case, or null. */
        public static @Nullable Kind named(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equalsIgnoreCase(word)).findFirst().orElse(null);
        }
    }

    private static final Pattern EVENT_ID = Pattern.compile("e[0-9a-f]{16}");

    /** Gives the target that the text names in any spelling, or null where it names none of this kind. */
    public static @Nullable MarkTarget of(Kind kind, @Nullable String text) {
        String key = text == null || text.isBlank() ? null : switch (kind) {
        case EVENT ->
            EVENT_ID.matcher(text.strip().toLowerCase(Locale.ROOT)).matches() ? text.strip().toLowerCase(Locale.ROOT)
                    : null;
        case TOKEN -> uti(text.strip());
        case SESSION -> session(text);
        case IP -> address(text);
        case USER -> upn(text);
        case DEVICE, APP -> text.strip().toLowerCase(Locale.ROOT);
        case ORIGIN -> text.indexOf('|') > 0 ? text : null;
        };
        return key == null ? null : new MarkTarget(kind, key);
    }

    private static @Nullable String session(String text) {
        SessionId session = SessionId.of(text);
        return session == null ? null : session.value();
    }

    private static @Nullable String upn(String text) {
        Upn upn = Upn.of(text);
        return upn == null ? null : upn.value();
    }

    private static @Nullable String uti(String text) {
        Uti uti = Guids.isGuid(text) ? Uti.fromRequestId(text) : Uti.of(text);
        return uti == null ? null : uti.value();
    }

    private static @Nullable String address(String text) {
        IpAddress address = IpAddress.of(text);
        return address == null || !address.isAddress() ? null : address.value();
    }

    /**
     * An origin inside a session.
     *
     * @param originKey
     *            what tells it from the session's others
     */
    public static MarkTarget origin(String session, String originKey) {
        return new MarkTarget(Kind.ORIGIN, session + "|" + originKey);
    }

    /** The session that an origin is in; no other target has one. */
    public String originSession() {
        return key.substring(0, separator());
    }

    /** An origin's key inside its session; no other target has one. */
    public String originKey() {
        return key.substring(separator() + 1);
    }

    private int separator() {
        if (kind != Kind.ORIGIN) {
            throw new IllegalStateException("not an origin: " + kind); // not for people
        }
        return key.indexOf('|');
    }

    /** The target in words. */
    public String words() {
        return kind == Kind.ORIGIN ? MarkText.ORIGIN.text(OriginKey.words(originKey()), originSession())
                : MarkText.TARGET.text(kind.inside(), key);
    }
}
