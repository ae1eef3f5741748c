package org.tokenlane.ui.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** Who the origins of a session are, and how they are split: kept in the case. */
final class OriginChanges {

    private final Selection selection;
    private final Messages messages;
    private final Runner background;
    private final Runnable kept;

    /**
     * @param kept
     *            is run when a change is in the case
     */
    OriginChanges(Selection selection, Messages messages, Runner background, Runnable kept) {
        this.selection = selection;
        this.messages = messages;
        this.background = background;
        this.kept = kept;
    }

    /**
     * Saves who these origins of the session are; null removes the name.
     *
     * @param verdict
     *            the verdict that the name is; null for none
     */
    void confirm(List<String> origins, @Nullable String name, @Nullable Verdict verdict, Runnable then) {
        OpenCase open = selection.openCase().get();
        String session = selection.view().get().session();
        if (open == null || session == null) {
            return;
        }
        background.task(WorkLane.CHANGE, progress -> {
            open.file().settings().setActor(session, origins, name, verdict, Analyst.name());
            return origins;
        }).onDone(done -> {
            kept.run();
            then.run();
        }).onFailed(failure -> messages.failed(TimelineText.NAME_NOT_KEPT, failure)).start();
    }

    /** Splits an origin, or merges it again. */
    void split(OriginSplit split, boolean apart, Runnable then) {
        OpenCase open = selection.openCase().get();
        String session = selection.view().get().session();
        if (open == null || session == null) {
            return;
        }
        background.task(WorkLane.CHANGE, progress -> {
            open.file().settings().splitOrigin(session, split, apart, Analyst.name());
            return split;
        }).onDone(done -> {
            kept.run();
            then.run();
        }).onFailed(failure -> messages.failed(TimelineText.SPLIT_NOT_KEPT, failure)).start();
    }
}
