package org.tokenlane.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Says what is wrong with the words of a command, what may have been meant, and where its help is. The help itself, of
 * up to a hundred lines, would push the mistake off the screen.
 */
final class UsageMistakes implements CommandLine.IParameterExceptionHandler {

    private final Output output;

    UsageMistakes(Output output) {
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] words) {
        CommandLine command = mistake.getCommandLine();
        output.noteValue(String.valueOf(mistake.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, output.err());
        output.note(CliText.SEE_HELP, command.getCommandSpec().qualifiedName());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
