package org.tokenlane.model.mark;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.time.UtcText;

/**
 * What happened outside of the logs ("the user got a phone call"), to stand on the timeline.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 */
public record OwnEvent(Stamp stamp, long time, String text) implements Mark {

    @Override
    public @Nullable MarkTarget target() {
        return null;
    }

    @Override
    public String kind() {
        return "own event"; // not for people: also in JSON
    }

    @Override
    public String words() {
        return MarkText.ON.text(UtcText.of(time), text);
    }
}
