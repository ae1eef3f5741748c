package org.tokenlane.ui.state;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Lets a node say what the keys for marks apply to while it, or something in it, has the keyboard. */
public final class Markable {

    private static final String KEY = "tokenlane.markable"; // not for people

    private Markable() {
    }

    /**
     * @param subject
     *            asked whenever a key is pressed; gives null where the node has no say, and an empty one where nothing is
     *            to be marked
     */
    public static void offer(Node node, Supplier<? extends @Nullable MarkSubject> subject) {
        node.getProperties().put(KEY, subject);
    }

    /** What the nearest node around says; null where none says anything. */
    public static @Nullable MarkSubject at(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.hasProperties() && node.getProperties().get(KEY) instanceof Supplier<?> subject
                    && subject.get() instanceof MarkSubject found) {
                return found;
            }
        }
        return null;
    }
}
