package org.tokenlane.model.mark;

/**
 * Something by which an attacker is known.
 *
 * @param value
 *            normalised as events are, and not defanged
 * @param comment
 *            what its list says of it; may be empty
 */
public record Indicator(Type type, String value, String comment) {

    /** What an indicator is compared with. */
    public enum Type {
        /** An address. */
        IP("address"),
        /** A network in CIDR notation. */
        NETWORK("network"),
        /** A whole user agent, in any case; {@code *} stands for anything. */
        USER_AGENT("user agent"), // not for people: also in JSON
        /** A token. */
        TOKEN("token"),
        /** A session. */
        SESSION("session"),
        /** A domain with those below it, in the names of users and mailboxes and in what was acted on. */
        DOMAIN("domain");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
