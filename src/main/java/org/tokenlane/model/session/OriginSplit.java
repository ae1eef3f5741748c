package org.tokenlane.model.session;

import org.tokenlane.model.text.TextKey;

/**
 * A part of an origin inside a session that the analyst takes for somebody else.
 *
 * @param origin
 *            the key of the origin that is split, or of a part of it
 * @param by
 *            what the part's events have in common
 * @param value
 *            an address, a user agent, a UTI, or the first moment in nanoseconds since 1970 (UTC)
 */
public record OriginSplit(String origin, By by, String value) {

    /** What tells the part from the rest. */
    public enum By implements TextKey {
        ADDRESS,
        USER_AGENT,
        TOKEN,
        TIME
    }

    /** The part's own key, by which it can be named and split again. */
    public String key() {
        return origin + " / " + by + " " + value;
    }
}
