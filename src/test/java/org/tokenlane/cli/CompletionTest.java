package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The completion that the packages install, asked by bash itself. */
@EnabledIf("bashIsInstalled")
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    @Test
    void everyCommandAndEveryLongOptionIsOffered() throws Exception {
        CommandLine all = TokenlaneCommand.all();
        StringBuilder questions = new StringBuilder(question("tokenlane ''"));
        all.getSubcommands().keySet().forEach(command -> questions.append(question("tokenlane " + command + " --")));
        List<String> answers = bash(questions.toString());
        assertThat(words(answers.getFirst())).containsAll(all.getSubcommands().keySet());
        int asked = 0;
        for (Map.Entry<String, CommandLine> command : all.getSubcommands().entrySet()) {
            List<String> offered = words(answers.get(++asked));
            for (OptionSpec option : command.getValue().getCommandSpec().options()) {
                assertThat(offered).as(command.getKey()).contains(option.longestName());
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void whatDoesNotBeginAsTypedIsNotOffered() throws Exception {
        List<String> answers = bash(question("tokenlane sess") + question("tokenlane sessions --ca"));
        assertThat(words(answers.get(0))).containsExactlyInAnyOrder("session", "sessions");
        assertThat(words(answers.get(1))).containsExactly("--case");
    }

    /** Asks for what bash would offer at the end of this line, on one line. */
    private static String question(String line) {
        int words = line.split(" ").length;
        return "COMP_WORDS=(" + line + "); COMP_CWORD=" + (words - 1) + "; COMPREPLY=(); _complete_tokenlane; "
                + "echo ${COMPREPLY[*]}\n";
    }

    private static List<String> words(String answer) {
        return List.of(answer.trim().split("\\s+"));
    }

    /** Bash knows compopt only while it completes a line that someone types. */
    private List<String> bash(String questions) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("questions.sh"), "compopt() { :; }\n"
                + AutoComplete.bash("tokenlane", TokenlaneCommand.all()) + "\n" + questions);
        Path answers = folder.resolve("answers.txt");
        Process bash = new ProcessBuilder(BASH.toString(), script.toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(answers.toFile()).start();
        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(answers, StandardCharsets.UTF_8);
    }

    static boolean bashIsInstalled() {
        return Files.isExecutable(BASH);
    }
}
