package org.tokenlane.report.document;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed markup. Every text and every attribute is escaped and made harmless; markup that is passed through
 * as it is has to be asked for by name ({@link #raw}).
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes
     *            name, value, name, value …
     */
    Markup open(String tag, String... attributes) {
        begin(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the innermost element. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that contains a text and nothing else. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup text(String text) {
        out.append(Plain.markup(text));
        return this;
    }

    /** Markup as it is. Nothing that comes from a case may be in it. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** What another writer wrote. */
    Markup append(Markup other) {
        out.append(other);
        return this;
    }

    private void begin(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("An attribute of " + tag + " has no value");
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(Plain.markup(attributes[i + 1])).append('"');
        }
    }

    /** The markup, all of whose elements are ended. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not ended: " + open);
        }
        return out.toString();
    }
}
