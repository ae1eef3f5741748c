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

    private void refuses(String rule, String name, String text, String sentence) {
        assertThatThrownBy(() -> set(rule, name, text)).isInstanceOf(RuleException.class).hasMessage(sentence);
    }

    private static RuleFile rule(CaseFile caseFile, String id) {
        return CaseRules.of(caseFile).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void unknownRulesAndSettingsAreRefused() {
        refuses("two-at-once", "seconds", "5", "There is no rule “two-at-once”. “rules” lists them.");
        refuses(RULE, "minutes", "5", "The rule two-sign-ins-at-once has no setting “minutes”. It has: seconds.");
        refuses(RULE, "minutes", null, "The rule two-sign-ins-at-once has no setting “minutes”. It has: seconds.");
        refuses(CaseRules.ALL, "seconds", "5",
                "All rules together have no setting “seconds”. They have: networks, apps.");
        assertThat(scene.caseFile().ruleSettings()).isEmpty();
    }

    @Test
    void valuesThatTheRuleCannotWorkWithAreRefused() {
        for (String text : List.of("soon", "-1", "2.5", "NaN", "1e3", "99999999999")) {
            refuses(RULE, "seconds", text, "The setting “seconds” of the rule two-sign-ins-at-once is a whole number; “"
                    + text + "” is none.");
        }
        refuses(RULE, "seconds", " ", "The setting “seconds” of the rule two-sign-ins-at-once cannot be empty.");
        refuses(RULE, CaseRules.ENABLED, "yes", "“enabled” is true or false.");
        refuses("session-several-networks", "of", "city",
                "The setting “of” of the rule session-several-networks cannot be “city”; it has to be one of: network, device, agent.");
        assertThatThrownBy(() -> set("legacy-authentication", "filter", "kind:(")).isInstanceOf(RuleException.class)
                .hasMessageStartingWith("The filter of the rule legacy-authentication cannot be read: ");
        refuses(CaseRules.ALL, CaseRules.NETWORKS, "AS64500, the office",
                "“the office” is no network; write AS64500, 203.0.113.7 or 203.0.113.0/24.");
        assertThat(scene.caseFile().ruleSettings()).isEmpty();
        assertThat(scene.caseFile().auditTrail().entries()).noneMatch(entry -> entry.what().equals("rule tuned"));
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
            assertThat(again.auditTrail().entries().stream().filter(entry -> entry.what().equals("rule tuned"))
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
        scene.caseFile().setRule(RULE, "hours", "2", "anna");
        assertThat(rule(scene.caseFile(), RULE).settings().texts())
                .containsExactly(java.util.Map.entry("seconds", "30"));
        set(RULE, "hours", null);
        assertThat(scene.caseFile().ruleSettings()).isEmpty();
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
