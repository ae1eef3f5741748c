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

    /** The target of the mark; empty where it has none. */
    public static String target(Mark mark) {
        return mark.target() == null ? "" : mark.target().words();
    }

    /** The content of the mark, without its target; empty for a bookmark. */
    public static String says(Mark mark) {
        return switch (mark) {
        case VerdictMark verdict ->
            verdict.reason().isEmpty() ? verdict.verdict().inside()
                    : ExportText.VERDICT_REASON.text(verdict.verdict().inside(), verdict.reason());
        case Note note -> note.text();
        case Tag tag -> tag.name();
        case Bookmark bookmark -> "";
        case OwnEvent own -> ExportText.OWN_EVENT.text(UtcText.of(own.time()), own.text());
        case IndicatorList list ->
            ExportText.INDICATORS.text(list.name(), list.source(), list.indicators().size());
        };
    }

    /**
     * How many events the mark applies to: those of its target, or those that match its indicators; a verdict counts
     * even where more specific ones override it.
     */
    public static int events(MarkedEvents marked, Mark mark) {
        return mark instanceof IndicatorList
                ? marked.hits().stream().filter(hits -> hits.list() == mark)
                        .mapToInt(hits -> hits.events().cardinality()).sum()
                : mark.target() == null ? 0 : marked.of(mark.target()).length;
    }
}
