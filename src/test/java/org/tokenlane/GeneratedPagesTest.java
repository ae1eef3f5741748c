package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tokenlane.cli.TokenlaneCommand;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.LinkRule;
import picocli.CommandLine;

/**
 * Pages of the handbook that list what the code has are as the code has it. Those that are made of it whole are written
 * by {@code mvn test -Dtest=GeneratedPagesTest -Ddocs.write}.
 */
public class GeneratedPagesTest {

    private static final Path DOCS = Path.of("docs");

    /** Compares a page with what it must be, or writes it. */
    public static void assertPage(String name, String made) throws IOException {
        Path page = DOCS.resolve(name);
        if (System.getProperty("docs.write") != null) {
            Files.writeString(page, made);
        }
        assertThat(page).content().isEqualTo(made);
    }

    @Test
    void thePageOfAllFindingsIsThatOfTheRules() throws IOException {
        StringBuilder page = new StringBuilder("""
                # All findings

                Every rule with what its findings mean. [Rules and findings](rules.md) describes how they are weighed. \
                The same is shown by `tokenlane rules --case CASE RULE`.
                """);
        for (RuleFile rule : RuleFiles.shipped()) {
            page.append("\n## ").append(rule.title()).append("\n\n`").append(rule.id()).append("`, ")
                    .append(rule.severity().id()).append(", ").append(String.join(", ", rule.attack()))
                    .append("\n\n").append(line(rule.description()))
                    .append("\n\n- Ordinary activity that looks like it: ")
                    .append(line(rule.noise())).append("\n- Next: ").append(line(rule.next())).append("\n- Needs: ")
                    .append(rule.needs().stream().map(Need::text).collect(Collectors.joining("; ")))
                    .append("\n- Sources: ")
                    .append(String.join("; ", rule.sources())).append('\n');
        }
        assertPage("findings.md", page.toString());
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void theCommandReferenceIsTheHelpOfTheCommands() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                        # Command reference

                        The help of each command, as `tokenlane COMMAND --help` prints it. [Commands](commands.md) is an overview.
                        """);
        CommandLine all = TokenlaneCommand.all();
        List<Map.Entry<String, CommandLine>> commands = new ArrayList<>();
        commands.add(Map.entry("tokenlane", all));
        commands.addAll(all.getSubcommands().entrySet());
        for (Map.Entry<String, CommandLine> command : commands) {
            command.getValue().setUsageHelpAutoWidth(false);
            String help = command.getValue().getUsageMessage(CommandLine.Help.Ansi.OFF).lines()
                    .map(String::stripTrailing)
                    .collect(Collectors.joining("\n"));
            page.append("\n## ").append(command.getKey()).append("\n\n```text\n").append(help).append("\n```\n");
        }
        assertPage("command-reference.md", page.toString());
    }

    @Test
    void thePageOnFiltersNamesEveryFieldAndEveryValue() throws IOException {
        String page = Files.readString(DOCS.resolve("filters.md"));
        List<String> named = page.lines()
                .filter(line -> line.matches("\\| `[a-z]+` \\| .* \\| (whole|part|address|number"
                        + "|any spelling) \\|"))
                .map(line -> line.split("`")[1]).toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(FilterField.values()).map(FilterField::word).toList());
        for (Enum<?>[] values : List.of(EventKind.values(), EventResult.values(), LogSource.values())) {
            assertThat(page).contains(Arrays.stream(values).map(value -> "`" + Filter.word(value) + "`")
                    .collect(Collectors.joining(", ")));
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(page).contains("`" + verdict.word() + "`");
        }
    }

    @Test
    void thePageOnLinksListsEveryRuleWithItsConfidence() throws IOException {
        List<String> rules = Files.readAllLines(DOCS.resolve("sessions-and-tokens.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\|.*")).toList();
        assertThat(rules).containsExactlyInAnyOrderElementsOf(Arrays.stream(LinkRule.values())
                .filter(rule -> rule != LinkRule.NONE)
                .map(rule -> "| `" + rule.id() + "` | " + rule.words() + " | "
                        + (rule.confidence() == 1 ? "1" : Double.toString(rule.confidence())) + " |")
                .toList());
    }
}
