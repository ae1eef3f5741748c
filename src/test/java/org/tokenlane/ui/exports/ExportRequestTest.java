package org.tokenlane.ui.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.model.text.Language;

/** What is asked for depends on what the tenant has; what is asked for is in the handbook too. */
class ExportRequestTest {

    @AfterEach
    void speakEnglishAgain() {
        Language.choose(Language.ENGLISH);
    }

    private static String text(License license, boolean sentinel, boolean defender) {
        return new ExportRequest(license, sentinel, defender).text();
    }

    @Test
    void everyTenantIsAskedForSignInsAuditLogAndMail() {
        for (License license : License.values()) {
            assertThat(text(license, false, false)).contains(ExportsText.SIGN_INS.text(), "Get-MgBetaAuditLogSignIn",
                    ExportsText.AUDIT.text(), "Search-UnifiedAuditLog", ExportsText.TRACE.text(), "Get-MessageTraceV2",
                    ExportsText.MAILBOXES.text(), "Get-InboxRule").doesNotContain("SigninLogs", "CloudAppEvents");
        }
    }

    @Test
    void limitsFollowTheLicense() {
        assertThat(text(License.E3, false, false)).contains(ExportsText.SIGN_INS_LIMITS.text(),
                ExportsText.AUDIT_LIMITS.text(), ExportsText.DIRECTORY_LIMITS.text())
                .doesNotContain(ExportsText.RISK.text());
        assertThat(text(License.E5, false, false)).contains(ExportsText.SIGN_INS_LIMITS.text(),
                ExportsText.AUDIT_LIMITS_E5.text(), ExportsText.RISK.text(), "Get-MgRiskDetection");
        assertThat(text(License.OTHER, false, false)).contains(ExportsText.SIGN_INS_LIMITS_OTHER.text(),
                ExportsText.AUDIT_LIMITS.text(), ExportsText.DIRECTORY_LIMITS_OTHER.text())
                .doesNotContain(ExportsText.RISK.text(), ExportsText.SIGN_INS_LIMITS.text());
    }

    @Test
    void tablesAreAskedForWhereTheyAre() {
        assertThat(text(License.E3, true, false)).contains("AADNonInteractiveUserSignInLogs", "OfficeActivity",
                "MicrosoftGraphActivityLogs").doesNotContain("EntraIdSignInEvents");
        assertThat(text(License.E3, false, true)).contains("EntraIdSignInEvents", "CloudAppEvents",
                "GraphApiAuditEvents", "UrlClickEvents").doesNotContain("OfficeActivity");
        assertThat(text(License.E3, true, false).indexOf(ExportsText.SIGN_INS_SENTINEL.text()))
                .as("the workspace may reach further back, so it comes first")
                .isLessThan(text(License.E3, true, false).indexOf(ExportsText.SIGN_INS.text()));
    }

    @Test
    void itemsAreNumberedAndHaveABoxToTick() {
        String all = text(License.E5, true, true);
        long items = all.lines().filter(line -> line.startsWith("[  ] ")).count();
        assertThat(items).isEqualTo(13);
        assertThat(all).contains("[  ] 1. ", "[  ] 13. ");
        assertThat(all.lines().filter(line -> line.startsWith(ExportsText.LIMITS.text("")))).hasSize(13);
    }

    @Test
    void everyCommandIsUsedAndIsInTheHandbook() throws IOException {
        String page = Files.readString(Path.of("docs/getting-logs.md"));
        String all = text(License.E5, true, true);
        Set<String> missing = new HashSet<>();
        for (String command : ExportRequest.allCommands()) {
            for (String line : command.lines().toList()) {
                assertThat(all).contains(line);
                if (!page.contains(line.strip())) {
                    missing.add(line);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itIsWholeInEveryLanguage(Language language) {
        Language.choose(language);
        assertThat(Stream.of(License.values()).map(license -> text(license, true, true))).allSatisfy(
                text -> assertThat(text).contains("Search-UnifiedAuditLog", "SigninLogs").doesNotContain("{0}", "''"));
    }
}
