package org.tokenlane.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.Marks;

/**
 * Takes over what the analyst said of the events that are taken: marks, names of origins, and how the rules were tuned.
 * The extract's action log tells who took them over
 * and when; who said it before stands with the words.
 *
 * @param taken
 *            how many were taken over
 * @param left
 *            how many could not be
 */
record TakenMarks(int taken, int left) {

    static TakenMarks take(CaseFile from, Correlation correlation, CaseFile target, BitSet chosen,
            IntFunction<String> eventId, Translation translation, String who) {
        MarkedEvents marked = MarkedEvents.of(from, correlation);
        int taken = 0;
        int left = 0;
        for (Mark mark : marked.marks().all()) {
            int event = mark.target() == null ? -1
                    : Arrays.stream(marked.of(mark.target())).filter(chosen::get).findFirst().orElse(-1);
            if (mark.target() != null && event < 0) {
                continue;
            }
            MarkTarget on = mark.target() == null ? null : translation.target(mark.target(), eventId, event);
            boolean done = mark.target() != null && on == null ? false
                    : add(target.marks(), mark, on, translation, who);
            taken += done ? 1 : 0;
            left += done ? 0 : 1;
        }
        TextColumn ids = correlation.events().dictionary(EventField.SESSION_ID);
        for (String session : new TreeSet<>(
                correlation.sessionsAmong(chosen).stream().mapToObj(code -> ids.get(code)).toList())) {
            from.settings().originSplits(session).forEach(split -> target.settings().splitOrigin(session,
                    new OriginSplit(translation.text(split.origin()), split.by(), translation.text(split.value())),
                    true, who));
            for (Map.Entry<String, String> actor : from.settings().actors(session).entrySet()) {
                target.settings().setActor(session, translation.text(actor.getKey()),
                        translation.text(actor.getValue()), who);
                taken++;
            }
        }
        from.settings().ruleSettings().forEach((rule, settings) -> settings
                .forEach((name, text) -> target.settings().setRule(rule, name, translation.text(text), who)));
        for (SigmaFile file : from.settings().sigmaFiles()) {
            target.settings().keepSigma(file, who);
        }
        return new TakenMarks(taken, left);
    }

    private static boolean add(Marks marks, Mark mark, @Nullable MarkTarget on, Translation translation, String who) {
        List<MarkTarget> target = on == null ? List.of() : List.of(on);
        String said = " (" + (translation.replaced().isEmpty() ? mark.stamp().author() + ", " : "") + mark.stamp().at()
                + ")";
        switch (mark) {
        case VerdictMark verdict ->
            marks.verdict(target, verdict.verdict(), translation.text(verdict.reason()) + said, who);
        case Note note -> marks.note(target, translation.text(note.text()) + said, who);
        case Tag tag -> marks.tag(target, translation.text(tag.name()), who);
        case Bookmark bookmark -> marks.bookmark(target, who);
        case OwnEvent event -> marks.ownEvent(event.time(), translation.text(event.text()) + said, who);
        case IndicatorList list -> {
            if (!translation.replaced().isEmpty()) {
                return false;
            }
            marks.indicators(list.name(), list.source(), list.indicators(), who);
        }
        }
        return true;
    }
}
