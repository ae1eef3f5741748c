package org.tokenlane.store;

import java.util.List;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;

/**
 * The hash of the marks that a change added and removed. The audit trail has it, so that no mark can be changed unseen,
 * whatever words the entry has for it.
 */
final class MarkDigest {

    private final StringBuilder all = new StringBuilder();

    private MarkDigest() {
    }

    static String of(List<Mark> added, List<Mark> removed) {
        MarkDigest digest = new MarkDigest();
        added.forEach(mark -> digest.mark("added", mark));
        removed.forEach(mark -> digest.mark("removed", mark));
        return Sha256.of(digest.all.toString());
    }

    private void mark(String change, Mark mark) {
        part(change);
        part(mark.target() == null ? "" : mark.target().kind().name());
        part(mark.target() == null ? "" : mark.target().key());
        switch (mark) {
        case VerdictMark verdict -> parts("verdict", verdict.verdict().name(), verdict.reason());
        case Note note -> parts("note", note.text());
        case Tag tag -> parts("tag", tag.name());
        case Bookmark bookmark -> parts("bookmark");
        case OwnEvent own -> parts("own-event", Long.toString(own.time()), own.text());
        case IndicatorList list -> {
            parts("indicators", list.name(), list.source(), Integer.toString(list.indicators().size()));
            for (Indicator indicator : list.indicators()) {
                parts(indicator.type().name(), indicator.value(), indicator.comment());
            }
        }
        }
    }

    private void parts(String... parts) {
        for (String part : parts) {
            part(part);
        }
    }

    /** With its length before it, so that no two lists of parts give the same text. */
    private void part(String part) {
        all.append(part.length()).append(':').append(part);
    }
}
