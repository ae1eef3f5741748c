package org.tokenlane.cli;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.store.CaseFile;

/** The events that a filter on the command line chooses; all where none is given. */
final class EventChoice {

    private EventChoice() {
    }

    /**
     * Evaluates the filter's words, as the shell hands them over: a word with spaces in it had quotes, which the shell
     * took away.
     */
    static BitSet of(List<String> words, CaseFile caseFile, Correlation correlation) {
        String filter = words.size() == 1 ? words.getFirst()
                : words.stream().map(EventChoice::quotedAgain).collect(Collectors.joining(" "));
        try {
            return new FilterEvaluator(new LinkedEvents(correlation, MarkedEvents.of(caseFile, correlation)))
                    .events(FilterParser.parse(filter));
        } catch (FilterSyntaxException e) {
            throw new CommandFailure(CliText.FILTER_MISTAKE.with(CommandFailure.words(e), filter, " ".repeat(e.start())
                    + "^".repeat(Math.max(1, e.end() - e.start()))), CaseCommand.WRONG_USAGE);
        }
    }

    private static String quotedAgain(String word) {
        int colon = word.indexOf(':');
        boolean hasBlank = word.chars().anyMatch(Character::isWhitespace);
        if (!hasBlank || word.indexOf('"') >= 0 || word.startsWith("(")) {
            return word;
        }
        String value = word.substring(colon + 1).replace("\\", "\\\\");
        return word.substring(0, colon + 1) + '"' + value + '"';
    }
}
