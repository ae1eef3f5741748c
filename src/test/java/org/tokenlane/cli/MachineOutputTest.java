package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.text.Language;
import org.tokenlane.sample.SharedSample;

/** What other programs read does not depend on the program's language. */
class MachineOutputTest {

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void copyTheSample() {
        file = SharedSample.copyAttackTo(folder.resolve("attack.tlcase"));
        CommandRun.of("mark", "--case", file, "--session", SharedSample.answers().aitmSession(), "--verdict",
                "malicious").isDone();
    }

    private static String out(Language language, String command) {
        return language.<CommandRun, RuntimeException> during(
                () -> CommandRun.of((Object[]) (command + " --case " + file).split(" "))).isDone().out();
    }

    @ParameterizedTest
    @ValueSource(strings = { "events --json", "events --format csv", "events --format jsonl" })
    void theWholeOutputIsTheSame(String command) {
        for (Language language : Language.values()) {
            assertThat(out(language, command)).as(language.toString()).isEqualTo(out(Language.ENGLISH, command));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "findings --json", "answers --json", "exposure --json", "containment --json",
        "rules --json", "log --json", "sessions --json" })
    void theKeysAreTheSame(String command) {
        for (Language language : Language.values()) {
            assertThat(keys(CommandRun.json(out(language, command)))).as(language.toString())
                    .isEqualTo(keys(CommandRun.json(out(Language.ENGLISH, command)))).isNotEmpty();
        }
    }

    private static TreeSet<String> keys(Object value) {
        TreeSet<String> keys = new TreeSet<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inside) -> {
                keys.add((String) key);
                keys.addAll(keys(inside));
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inside -> keys.addAll(keys(inside)));
        }
        return keys;
    }
}
