package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Evidence;

/** What did we not see? LogEnds that are missing, days without events, and until when each log reaches. */
final class NotSeenAnswer {

    private final CaseFacts facts;
    private final List<Evidence> files;
    private final LogEnds logs;

    NotSeenAnswer(CaseFacts facts, List<Evidence> files, LogEnds logs) {
        this.facts = facts;
        this.files = files;
        this.logs = logs;
    }

    Answer answer() {
        List<Coverage.Gap> gaps = new Coverage(facts.correlation()).gaps(files);
        List<Line> lines = new ArrayList<>();
        gaps.forEach(gap -> lines.add(new Line(gap.what(), AuditEvent.NO_TIME, List.of())));
        for (Map.Entry<LogSource, Long> end : logs.ends().entrySet()) {
            lines.add(new Line(AnswerText.LOG_ENDS.text(end.getKey().title(), Words.time(end.getValue())),
                    end.getValue(), List.of()));
        }
        return new Answer(Question.NOT_SEEN, gaps.isEmpty() ? State.NO : State.YES,
                gaps.isEmpty() ? AnswerText.NO_GAPS.text() : AnswerText.GAPS.text(gaps.size()), lines, List.of(),
                gaps.stream().map(Coverage.Gap::fetch).distinct().toList());
    }
}
