package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command, option and parameter is described, and every description in the bundle belongs to one. */
class HelpTextsTest {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.tokenlane.cli.texts", Locale.ENGLISH);

    @Test
    void everyCommandOptionAndParameterIsDescribedAndNothingElseIs() {
        CommandLine root = TokenlaneCommand.all();
        Set<String> used = new TreeSet<>();
        describe(root, "tokenlane", used);
        root.getSubcommands().forEach((name, command) -> describe(command, "tokenlane." + name, used));
        for (String code : root.getCommandSpec().usageMessage().exitCodeList().keySet()) {
            used.add("tokenlane.usage.exitCodeList." + code);
        }
        used.add("tokenlane.usage.exitCodeListHeading");
        Set<String> help = new TreeSet<>(BUNDLE.keySet());
        help.removeIf(key -> key.startsWith("CliText."));
        assertThat(used).containsExactlyInAnyOrderElementsOf(help);
    }

    @Test
    void theHelpOfReportsNamesEverySectionAndEveryKind() {
        assertThat(List.of(BUNDLE.getString("tokenlane.report.sections").replaceAll(".*: |\\.$", "").split(", ")))
                .containsExactlyElementsOf(Arrays.stream(ReportOptions.Section.values())
                        .map(section -> section.name().toLowerCase(Locale.ROOT)).toList());
        for (ReportKind kind : ReportKind.values()) {
            assertThat(BUNDLE.getString("tokenlane.report.kind")).contains(kind.word());
        }
    }

    private static void describe(CommandLine command, String name, Set<String> used) {
        String usage = name + ".usage.description";
        boolean one = BUNDLE.containsKey(usage);
        assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
        if (one) {
            used.add(usage);
        } else {
            used.add(usage + ".0");
            used.add(usage + ".1");
        }
        for (ArgSpec argument : command.getCommandSpec().args()) {
            String own = argument instanceof OptionSpec option ? option.longestName().substring(2)
                    : argument.paramLabel() + "[" + ((PositionalParamSpec) argument).index() + "]";
            if (!Set.of("help", "version").contains(own)) {
                assertThat(argument.description()).as(name + " " + own).isNotEmpty();
                used.add(BUNDLE.containsKey(name + "." + own) ? name + "." + own : own);
            }
        }
    }
}
