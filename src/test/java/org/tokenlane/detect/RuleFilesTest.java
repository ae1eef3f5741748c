package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleFiles;

/**
 * The rule files that ship are whole and can be run; one that is not as it has to be is refused with a sentence that
 * names it.
 */
class RuleFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/tokenlane/detect/rule/rules");
    private static final String RULE = """
            id: one
            title: "One"
            severity: low
            check: gaps
            description: Something.
            """;

    static List<RuleFile> shipped() {
        return RuleFiles.shipped();
    }

    @Test
    void everyFileInTheFolderIsListedAndIsNamedAsItsRule() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .toList();
            assertThat(shipped().stream().map(RuleFile::id)).doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        for (RuleFile rule : shipped()) {
            assertThat(RuleFiles.read(rule.id(), Files.readString(FOLDER.resolve(rule.id() + ".yml"))).id())
                    .isEqualTo(rule.id());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyRuleNamesACheckThatExistsAndHasSettingsThatItTakes(RuleFile rule) {
        assertThat(Checks.named(rule.check())).as(rule.id()).isNotNull();
        Checks.named(rule.check()).validate(rule);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyRuleSaysWhatItLooksForWhatLooksLikeItAndWhereItComesFrom(RuleFile rule) {
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.description()).endsWith(".");
        assertThat(rule.noise()).endsWith(".");
        assertThat(rule.sources()).isNotEmpty();
        assertThat(rule.attack()).allMatch(technique -> technique.matches("T\\d{4}(\\.\\d{3})?"));
    }

    @Test
    void theDocumentOnRulesListsThemAsTheirFilesSay() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/rules.md")).stream().filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).containsExactlyElementsOf(shipped().stream()
                .map(rule -> "| `" + rule.id() + "` | " + rule.title() + " | " + rule.severity().id() + " | "
                        + String.join(", ", rule.attack()) + " |")
                .toList());
    }

    @Test
    void whatIsLeftOutIsEmptyAndTheRuleIsOn() {
        RuleFile rule = RuleFiles.read("one", RULE);
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.attack()).isEmpty();
        assertThat(rule.needs()).isEmpty();
        assertThat(rule.noise()).isEmpty();
        assertThat(rule.settings().texts()).isEmpty();
        assertThat(RuleFiles.read("one", RULE + "enabled: false\n").enabled()).isFalse();
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refuses(RULE + "attack: [T1557\n", "The rule file one is not valid YAML: ", " in line ");
        refuses(RULE + "id: two\n", "The rule file one is not valid YAML: ", "id", " in line ");
        refuses("- one\n", "The rule file one holds no rule.");
        refuses("", "The rule file one holds no rule.");
    }

    @Test
    void entriesAndNeedsThatRulesDoNotHaveAreRefused() {
        refuses(RULE + "sevrity: high\n", "The rule file one has entries that rules do not have: [sevrity].");
        refuses(RULE + "needs: [sign-ins, telepathy]\n", "The rule file one needs “telepathy”, which is not known.");
        refuses(RULE.replace("severity: low", "severity: critical"),
                "The rule file one has the severity “critical”; it has to be info, low, medium or high.");
        refuses(RULE + "settings: 5\n", "The rule file one has settings that are no names with values.");
        refuses(RULE + "enabled: no\n", "The rule file one has the entry “enabled: no”; it has to be true or false.");
    }

    @Test
    void whatEveryRuleHasToHaveIsAskedFor() {
        for (String line : RULE.lines().toList()) {
            refuses(RULE.replace(line + "\n", ""),
                    "The rule file one lacks “" + line.substring(0, line.indexOf(':')) + "”.");
        }
    }

    @Test
    void aSettingThatTheCheckCannotWorkWithIsNamedWithTheWordsThatItCanBe() {
        RuleFile rule = RuleFiles.read("one",
                RULE.replace("check: gaps", "check: several-origins") + "settings: {of: city, at-least: 2}\n");
        assertThatThrownBy(() -> Checks.named("several-origins").validate(rule)).isInstanceOf(RuleException.class)
                .hasMessage(
                        "The setting “of” of the rule one cannot be “city”; it has to be one of: network, device, agent.");
        assertThatThrownBy(() -> rule.settings().number("of"))
                .hasMessage("The setting “of” of the rule one has to be a number.");
        assertThatThrownBy(() -> rule.settings().list("codes"))
                .hasMessage("The file of the rule one lacks the setting “codes”.");
    }

    private static void refuses(String yaml, String... sentence) {
        assertThatThrownBy(() -> RuleFiles.read("one", yaml)).as(yaml).isInstanceOf(RuleException.class)
                .hasMessageContainingAll(sentence).message().endsWith(".");
    }
}
