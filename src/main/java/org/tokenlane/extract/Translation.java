package org.tokenlane.extract;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.extract.TakenFile.Rewriting;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;

/** How what is taken over is to stand in the extract. */
interface Translation {

    /** As it is. */
    Translation NONE = new Translation() {
    };

    /** Looks through what is to be taken before any of it is. */
    default void learn(List<TakenFile> files) throws UnreadableFileException {
    }

    default Rewriting records() {
        return Rewriting.NONE;
    }

    /** The path under which evidence is named. */
    default String path(String path) {
        return path;
    }

    /** A text of the analyst's, or one that names something of the case. */
    default String text(String text) {
        return text;
    }

    /** What kinds of values are replaced, in words; empty for none. */
    default String replaced() {
        return "";
    }

    /**
     * What a mark is on in the extract, or null where that cannot be told.
     *
     * @param eventId
     *            the id in the extract of an event of the whole case, or null
     */
    default @Nullable MarkTarget target(MarkTarget target, IntFunction<String> eventId, int event) {
        if (target.kind() != Kind.EVENT) {
            return target;
        }
        String id = eventId.apply(event);
        return id == null ? null : MarkTarget.of(Kind.EVENT, id);
    }
}
