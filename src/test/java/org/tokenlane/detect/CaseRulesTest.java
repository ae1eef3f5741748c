package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RulesText;
import org.tokenlane.model.text.Text;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.CaseFile;

/** Tuning rules in a case: what is refused and how it is said, that it stays, is audited, and takes effect. */
class CaseRulesTest {

    private static final String RULE = "two-sign-ins-at-once";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void set(String rule, String name, String text) {
        CaseRules.set(scene.caseFile(), rule, name, text, "anna");
    }

    private void refuses(String rule, String name, String text, Text message) {
        assertThatThrownBy(() -> set(rule, name, text)).isInstanceOfSatisfying(RuleException.class,
                refused -> assertThat(refused.shown()).isEqualTo(message));
    }

    private static RuleFile rule(CaseFile caseFile, String id) {
        return CaseRules.of(caseFile).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void unknownRulesAndSettingsAreRefused() {
        refuses("two-at-once", "seconds", "5", DetectText.UNKNOWN_RULE.with("two-at-once"));
        refuses(RULE, "minutes", "5", RulesText.UNKNOWN_SETTING.with(RULE, "minutes", "seconds"));
        refuses(RULE, "minutes", null, RulesText.UNKNOWN_SETTING.with(RULE, "minutes", "seconds"));
        refuses(CaseRules.ALL, "seconds", "5",
                DetectText.UNKNOWN_COMMON_SETTING.with("seconds", "networks, apps"));
        assertThat(scene.caseFile().settings().ruleSettings()).isEmpty();
    }

    @Test
    void valuesThatTheRuleCannotWorkWithAreRefused() {
        for (String text : List.of("soon", "-1", "2.5", "NaN", "1e3", "99999999999")) {
            refuses(RULE, "seconds", text, RulesText.NOT_A_WHOLE_NUMBER.with("seconds", RULE, text));
        }
        refuses(RULE, "seconds", " ", RulesText.EMPTY_SETTING.with("seconds", RULE));
        refuses(RULE, CaseRules.ENABLED, "yes", DetectText.BAD_ENABLED.with());
        refuses("session-several-networks", "of", "city",
                RulesText.NOT_A_CHOICE.with("of", "session-several-networks", "city", "network, device, agent"));
        assertThatThrownBy(() -> set("legacy-authentication", "filter", "kind:(")).isInstanceOf(RuleException.class)
                .hasMessageContaining("legacy-authentication");
        refuses(CaseRules.ALL, CaseRules.NETWORKS, "AS64500, the office",
                DetectText.NOT_A_NETWORK.with("the office"));
        assertThat(scene.caseFile().settings().ruleSettings()).isEmpty();
        assertThat(scene.caseFile().auditTrail().entries()).noneMatch(entry -> entry.kind() == AuditKind.RULE_TUNED);
    }

    @Test
    void tuningIsKeptAndAuditedAndTakenBack() {
        set(RULE, "seconds", " 60 ");
        set("legacy-authentication", CaseRules.ENABLED, "false");
        set(CaseRules.ALL, CaseRules.NETWORKS, "AS64500, 198.51.100.0/24");
        scene.caseFile().close();
        try (CaseFile again = CaseFile.open(folder.resolve("test.tlcase"), null)) {
            assertThat(rule(again, RULE).settings().texts()).containsEntry("seconds", "60");
            assertThat(rule(again, "legacy-authentication").enabled()).isFalse();
            assertThat(CaseRules.allowList(again).hasNetwork("198.51.100.7", null)).isTrue();
            CaseRules.set(again, RULE, "seconds", null, "bert");
            CaseRules.set(again, "legacy-authentication", CaseRules.ENABLED, null, "bert");
            assertThat(rule(again, RULE).settings().texts()).containsEntry("seconds", "30");
            assertThat(rule(again, "legacy-authentication").enabled()).isTrue();
            assertThat(again.auditTrail().entries().stream().filter(entry -> entry.kind() == AuditKind.RULE_TUNED)
                    .map(entry -> entry.who() + ": " + entry.detail()))
                    .containsExactly("anna: two-sign-ins-at-once: seconds = 60",
                            "anna: legacy-authentication: enabled = false",
                            "anna: *: networks = AS64500, 198.51.100.0/24",
                            "bert: two-sign-ins-at-once: seconds as in its file",
                            "bert: legacy-authentication: enabled as in its file");
        }
    }

    @Test
    void aSettingOfAnotherVersionLeavesTheRuleAsItsFileSays() {
        scene.caseFile().settings().setRule(RULE, "hours", "2", "anna");
        assertThat(rule(scene.caseFile(), RULE).settings().texts())
                .containsExactly(java.util.Map.entry("seconds", "30"));
        set(RULE, "hours", null);
        assertThat(scene.caseFile().settings().ruleSettings()).isEmpty();
    }

    @Test
    void onlyTheSettingOfAnotherVersionIsIgnored() {
        scene.caseFile().settings().setRule(RULE, "hours", "2", "anna");
        scene.caseFile().settings().setRule(RULE, "says", "x", "anna");
        set(RULE, "seconds", "45");
        assertThat(rule(scene.caseFile(), RULE).settings().texts())
                .containsExactly(java.util.Map.entry("seconds", "45"));
    }

    @Test
    void aTunedThresholdTakesEffect() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:31", Scene.OTHER_SESSION).from("203.0.113.77", "NL", 64510);
        set(RULE, "seconds", "31");
        assertThat(scene.findings(RULE)).hasSize(1);
    }

    @Test
    void theFilesOwnThresholdHoldsOtherwise() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:31", Scene.OTHER_SESSION).from("203.0.113.77", "NL", 64510);
        assertThat(scene.findings(RULE)).isEmpty();
    }

    @Test
    void aTunedListTakesEffect() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).app(Scene.OFFICE);
        scene.signIn(Scene.ADELE, "2026-09-15T08:05:00", Scene.SESSION).app(Scene.OUTLOOK_WEB)
                .from("203.0.113.77", "NL", 64510).renewed("refreshToken");
        set("aitm-portal-then-elsewhere", "portals", Scene.OFFICE_HOME + " , " + Scene.OFFICE);
        assertThat(scene.findings("aitm-portal-then-elsewhere")).hasSize(1);
    }
}
