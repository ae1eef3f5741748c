package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.detect.rule.RuleText;
import org.tokenlane.detect.rule.RulesText;

/**
 * The rule files that ship are whole and can be run; one that is not as it has to be is refused with a message that
 * names it.
 */
class RuleFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/tokenlane/detect/rule/rules");
    private static final String ID = "evidence-gap";
    private static final String RULE = """
            id: evidence-gap
            severity: low
            check: gaps
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
        assertThat(rule.settings().texts()).isEmpty();
        assertThat(RuleFiles.read("one", RULE + "enabled: false\n").enabled()).isFalse();
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refuses(RULE + "attack: [T1557\n", RulesText.NOT_YAML_AT_LINE, 5);
        refuses(RULE + "id: two\n", RulesText.NOT_YAML_AT_LINE, 4);
        refuses("- one\n", RulesText.NO_RULE);
        refuses("", RulesText.NO_RULE);
    }

    @Test
    void entriesAndNeedsThatRulesDoNotHaveAreRefused() {
        refuses(RULE + "sevrity: high\n", RulesText.UNKNOWN_ENTRIES, "sevrity");
        refuses(RULE + "needs: [sign-ins, telepathy]\n", RulesText.UNKNOWN_NEED, "telepathy");
        refuses(RULE.replace("severity: low", "severity: critical"), RulesText.BAD_SEVERITY, "critical");
        refuses(RULE + "settings: 5\n", RulesText.BAD_SETTINGS);
        refuses(RULE + "enabled: no\n", RulesText.BAD_ENABLED, "no");
    }

    @Test
    void whatEveryRuleMustHaveIsAskedFor() {
        for (String line : RULE.lines().toList()) {
            refuses(RULE.replace(line + "\n", ""), RulesText.MISSING_ENTRY, line.substring(0, line.indexOf(':')));
        }
    }

    @Test
    void aSettingThatTheCheckCannotWorkWithIsNamedWithTheWordsThatItCanBe() {
        RuleFile rule = RuleFiles.read("one",
                RULE.replace("check: gaps", "check: several-origins") + "settings: {of: city, at-least: 2}\n");
        assertThatThrownBy(() -> Checks.named("several-origins").validate(rule)).isInstanceOf(RuleException.class)
                .hasMessage(RulesText.NOT_A_CHOICE.text("of", ID, "city", "network, device, agent"));
        assertThatThrownBy(() -> rule.settings().number("of")).hasMessage(RulesText.NOT_A_NUMBER.text("of", ID));
        assertThatThrownBy(() -> rule.settings().list("codes"))
                .hasMessage(RulesText.MISSING_SETTING.text(ID, "codes"));
    }

    @Test
    void everyRuleHasItsTextsAndNoTextIsLeftOver() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (RuleFile rule : shipped()) {
            for (String part : List.of("title", "description", "noise", "next")) {
                expected.add(new RuleText(rule.id(), part).key());
            }
            if (Checks.named(rule.check()).takesSentence()) {
                expected.add(new RuleText(rule.id(), RuleText.SAYS).key());
            }
        }
        Properties texts = new Properties();
        try (InputStream in = RuleText.class.getResourceAsStream("texts.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> ofRules = new TreeSet<>(texts.stringPropertyNames());
        ofRules.removeIf(key -> key.startsWith("RulesText.") || key.startsWith("Need."));
        assertThat(ofRules).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void sourcesArePublicAndNamedWithTheirAddress(RuleFile rule) {
        assertThat(rule.sources()).as(rule.id()).isNotEmpty().allMatch(source -> source.matches(".{5,}, https://\\S+"));
    }

    private static void refuses(String yaml, RulesText key, Object... arguments) {
        List<Object> expected = new ArrayList<>(List.of("one"));
        expected.addAll(List.of(arguments));
        assertThatThrownBy(() -> RuleFiles.read("one", yaml)).as(yaml).isInstanceOfSatisfying(RuleException.class,
                refused -> {
                    assertThat(refused.shown().key()).isEqualTo(key);
                    assertThat(refused.shown().arguments()).containsAll(expected);
                });
    }
}
