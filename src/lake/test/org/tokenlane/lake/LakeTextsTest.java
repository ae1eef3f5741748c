package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every text of the commands on a lake has a key that is used, and they speak the workbench's languages. */
class LakeTextsTest {

    /** What picocli adds to each command, and describes itself. */
    private static final Set<String> STANDARD = Set.of("--help", "--version");

    private static CommandLine commands(Language language) throws IOException {
        return language.during(() -> new LakeCommand(new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()), LocalSpark::session).commands());
    }

    private static Set<String> keys(String beginning) {
        Set<String> keys = new TreeSet<>(Language.ENGLISH.bundle(LakeText.class).keySet());
        keys.removeIf(key -> !key.startsWith(beginning));
        return keys;
    }

    @Test
    void everyMessageHasATextAndIsSaidSomewhere() throws IOException {
        assertThat(Arrays.stream(LakeText.values()).map(LakeText::key)).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(keys("LakeText."));
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/lake/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        assertThat(LakeText.values()).allMatch(text -> code.toString().matches("(?s).*LakeText\\." + text + "\\b.*"));
    }

    @Test
    void everyCommandAndOptionIsDescribedAndNothingElse() throws IOException {
        Set<String> wanted = new TreeSet<>();
        CommandLine all = commands(Language.ENGLISH);
        for (CommandLine command : Stream.concat(Stream.of(all), all.getSubcommands().values().stream()).toList()) {
            String name = command.getCommandSpec().qualifiedName(".");
            assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
            wanted.addAll(keys(name + ".usage.description"));
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden() && !STANDARD.contains(option.longestName()))
                    .forEach(option -> wanted.add(name + "." + option.longestName().substring(2)));
            command.getCommandSpec().positionalParameters()
                    .forEach(value -> wanted.add(name + "." + value.paramLabel() + "[" + value.index() + "]"));
            assertThat(command.getCommandSpec().args()).as(name).allMatch(LakeTextsTest::isDescribed);
        }
        assertThat(keys("tokenlane-lake.")).isEqualTo(wanted);
    }

    private static boolean isDescribed(ArgSpec argument) {
        return argument.hidden() || argument.description().length > 0 && !argument.description()[0].isBlank();
    }

    @Test
    void everyQueryHasATitleInEveryLanguageAndNothingElseHas() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Set<String> titles = new TreeSet<>();
        for (Language language : Language.values()) {
            language.during(Hunts::shipped).values().forEach(hunt -> {
                wanted.add("hunt." + hunt.name());
                titles.add(hunt.title());
            });
        }
        assertThat(keys("hunt.")).isEqualTo(wanted);
        assertThat(titles).hasSize(wanted.size() * Language.values().length);
    }

    @Test
    void theHelpIsInTheLanguageOfTheProgram() throws IOException {
        List<String> descriptions = List.of(commands(Language.ENGLISH).getUsageMessage(),
                commands(Language.GERMAN).getUsageMessage(), commands(Language.DANISH).getUsageMessage());
        assertThat(descriptions).doesNotHaveDuplicates().allMatch(text -> text.contains("Apache Spark"));
    }

    @Test
    void theVariableDecidesThenTheMachineThenItIsEnglish() {
        assertThat(LakeCommand.language(Map.of("TOKENLANE_LANGUAGE", "da"), Locale.GERMANY)).isEqualTo(Language.DANISH);
        assertThat(LakeCommand.language(Map.of(), Locale.GERMANY)).isEqualTo(Language.GERMAN);
        assertThat(LakeCommand.language(Map.of("TOKENLANE_LANGUAGE", "fr"), Locale.GERMANY)).isEqualTo(Language.GERMAN);
        assertThat(LakeCommand.language(Map.of(), Locale.FRANCE)).isEqualTo(Language.ENGLISH);
    }
}
