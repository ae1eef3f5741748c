package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The words of a filter on the command line. A term may begin with a minus ({@code -result:failure}), so what looks
 * like an option reaches it; with two it is none.
 */
final class FilterWords {

    private final List<String> words = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "FILTER")
    void add(List<String> given) {
        words.clear();
        for (String word : given) {
            if (word.startsWith("--")) {
                throw new ParameterException(command.commandLine(), CliText.NO_SUCH_OPTION.text(word));
            }
            words.add(word);
        }
    }

    List<String> words() {
        return words;
    }

    /** What was selected, for the audit trail; empty for everything. */
    List<String> detail() {
        return words.isEmpty() ? List.of() : List.of(CliText.SELECTED_FILTER.text(String.join(" ", words)));
    }
}
