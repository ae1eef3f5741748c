package org.tokenlane.report;

import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.time.UtcText;

/** The analyst's marks in words. */
public final class MarkText {

    private MarkText() {
    }

    /** What the mark is on; empty where it is on nothing. */
    public static String target(Mark mark) {
        return mark.target() == null ? "" : mark.target().words();
    }

    /** What the mark says, without what it is on; empty for a bookmark. */
    public static String says(Mark mark) {
        return switch (mark) {
        case VerdictMark verdict ->
            verdict.verdict().word() + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason());
        case Note note -> note.text();
        case Tag tag -> tag.name();
        case Bookmark bookmark -> "";
        case OwnEvent own -> UtcText.of(own.time()) + ": " + own.text();
        case IndicatorList list ->
            list.name() + " from " + list.source() + ": " + list.indicators().size()
                    + (list.indicators().size() == 1 ? " indicator" : " indicators");
        };
    }

    /**
     * How many events the mark holds for: those of its target, or those that its indicators hit; a verdict that
     * narrower ones override counts all the same.
     */
    public static int events(MarkedEvents marked, Mark mark) {
        return mark instanceof IndicatorList
                ? marked.hits().stream().filter(hits -> hits.list() == mark)
                        .mapToInt(hits -> hits.events().cardinality()).sum()
                : mark.target() == null ? 0 : marked.of(mark.target()).length;
    }
}
