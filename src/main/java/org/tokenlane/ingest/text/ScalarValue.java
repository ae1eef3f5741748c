package org.tokenlane.ingest.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text, a number or a truth value; numbers keep the spelling that they had. */
sealed class ScalarValue extends Value permits LocalTime, JsonText {

    private final @Nullable String text;
    private final boolean quoted;
    /** What the text was found to hold; null before it was looked at. Threads that look at once find the same. */
    private @Nullable Value opened;

    ScalarValue(@Nullable String text, boolean quoted) {
        this.text = text;
        this.quoted = quoted;
    }

    @Override
    public @Nullable String text() {
        return text;
    }

    @Override
    public boolean isQuoted() {
        return quoted;
    }

    @Override
    public Value opened() {
        Value known = opened;
        if (known == null) {
            known = open();
            opened = known;
        }
        return known;
    }

    /** Looks what the text holds; see {@link #opened}. */
    Value open() {
        return JsonReader.opened(this);
    }

    @Override
    boolean holdsSeveral() {
        return opened instanceof ArrayValue array && array.isWithoutBrackets();
    }

    @Override
    public boolean isMissing() {
        return text == null;
    }

    @Override
    public List<Value> items() {
        return isMissing() ? List.of() : List.of(this);
    }

    @Override
    public String toString() {
        return quoted ? '"' + text() + '"' : String.valueOf(text());
    }
}
