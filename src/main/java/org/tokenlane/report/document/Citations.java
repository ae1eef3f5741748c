package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.answer.Answer;

/** Numbers the events that sentences of a report refer to, in the order in which they are first cited. */
final class Citations {

    /** How many events a sentence refers to; the number of the others follows. */
    private static final int MOST = 3;

    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

    private Citations() {
    }

    static Citations of(List<Answer> answers, List<AccountPhases> stories) {
        Citations all = new Citations();
        lines(answers, stories).forEach(all::add);
        return all;
    }

    /** The sentences that refer to events, in their order. */
    static List<Answer.Line> lines(List<Answer> answers, List<AccountPhases> stories) {
        List<Answer.Line> lines = new ArrayList<>();
        answers.forEach(answer -> lines.addAll(answer.lines()));
        stories.forEach(story -> story.phases().forEach(phase -> lines.addAll(phase.lines())));
        return lines;
    }

    /** The numbers of the events that these sentences refer to. */
    BitSet numbers(List<Answer.Line> lines) {
        BitSet cited = new BitSet();
        lines.forEach(line -> line.events().stream().limit(MOST)
                .forEach(event -> cited.set(numbers.getOrDefault(event, 0))));
        cited.clear(0);
        return cited;
    }

    private void add(Answer.Line line) {
        line.events().stream().limit(MOST)
                .forEach(event -> numbers.computeIfAbsent(event, key -> numbers.size() + 1));
    }

    /** The events that are cited, the first cited first. */
    List<Integer> events() {
        return List.copyOf(numbers.keySet());
    }

    /** {@code E1}: how an event is referred to. */
    static String name(int number) {
        return "E" + number;
    }

    /** A sentence with what it refers to: {@code … [E1, E2 and 7 more]}. */
    String cite(Answer.Line line) {
        if (line.events().isEmpty()) {
            return line.text();
        }
        List<String> names = new ArrayList<>();
        line.events().stream().limit(MOST).forEach(event -> names.add(name(numbers.getOrDefault(event, 0))));
        int more = line.events().size() - names.size();
        String cited = String.join(", ", names);
        return more == 0 ? ReportText.CITED.text(line.text(), cited)
                : ReportText.CITED_AND_MORE.text(line.text(), cited, more);
    }
}
