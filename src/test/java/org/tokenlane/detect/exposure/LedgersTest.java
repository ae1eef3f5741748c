package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.change.Activities;

/** What records of settings, sharing and searches become in an exposure. */
class LedgersTest {

    private static final String BELA = "bela@contoso.example";

    @TempDir
    private Path folder;
    private Scene scene;
    private int minutes;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Scene.Told audit(String workload, String operation) {
        return scene.audit(Scene.ADELE, "2026-09-15T08:%02d:00".formatted(++minutes), workload, operation,
                Scene.SESSION, null);
    }

    private void cmdlet(String operation, String... parameters) {
        audit("Exchange", operation).with("Parameters", Scene.pairs(parameters));
    }

    private Exposure exposure() {
        scene.facts();
        return new ExposureOf(scene.caseFile()).filter("session:" + Scene.SESSION);
    }

    @Test
    void aCmdletThatForwardsIsARuleOfTheMailboxThatItNamesAndAnyOtherIsAChange() {
        cmdlet("Set-Mailbox", "Identity", BELA, "ForwardingSmtpAddress", "smtp:x@mailbox.example");
        cmdlet("Set-Mailbox", "Identity", BELA, "AuditEnabled", "False");
        cmdlet("New-InboxRule", "Identity", BELA + "\\hide", "DeleteMessage", "True");
        cmdlet("New-InboxRule", "Identity", "\\hide", "DeleteMessage", "True");
        cmdlet("New-InboxRule", "Mailbox", BELA, "Name", "..", "DeleteMessage", "True");
        Exposure found = exposure();
        assertThat(found.inboxRules()).extracting(Exposure.InboxRule::operation, Exposure.InboxRule::mailbox)
                .containsExactly(Tuple.tuple("Set-Mailbox", BELA), Tuple.tuple("New-InboxRule", BELA),
                        Tuple.tuple("New-InboxRule", Scene.ADELE), Tuple.tuple("New-InboxRule", BELA));
        assertThat(found.inboxRules().getLast().name()).isEqualTo("..");
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Activities.ofExchange("Set-Mailbox"));
            assertThat(change.what()).contains("AuditEnabled");
            assertThat(change.parameter("identity")).isEqualTo(BELA);
        });
    }

    @Test
    void aSharingIsDoneToTheFileAndSaysWithWhomAndHow() {
        audit("SharePoint", "SharingSet").with("ObjectId", "https://contoso.sharepoint.example/sites/a/b.xlsx")
                .with("TargetUserOrGroupName", "x@mailbox.example").with("Permission", "Edit")
                .with("EventData", "<Type>Edit</Type>");
        audit("SharePoint", "SharingSet").with("TargetUserOrGroupName", " ").with("TargetUserOrGroupType", "Guest");
        Exposure found = exposure();
        assertThat(found.sharings()).extracting(Exposure.Sharing::path, Exposure.Sharing::with, Exposure.Sharing::how)
                .containsExactly(Tuple.tuple("https://contoso.sharepoint.example/sites/a/b.xlsx", "x@mailbox.example",
                        "Edit; <Type>Edit</Type>"), Tuple.tuple(ExposureText.NOT_NAMED.text(), "Guest", null));
        assertThat(found.files(Exposure.FileAction.SHARED)).isEqualTo(2);
        assertThat(found.files().getFirst().site()).isEqualTo("https://contoso.sharepoint.example/sites/a");
    }

    @Test
    void aSearchHasItsWordsWhereTheyAreLogged() {
        audit("SharePoint", "SearchQueryPerformed").with("SearchQueryText", "iban");
        audit("Exchange", "SearchQueryInitiatedExchange").with("QueryText", "payroll");
        audit("SharePoint", "SearchQueryPerformed");
        assertThat(exposure().searches()).extracting(Exposure.Search::words).containsExactly("iban", "payroll", null);
    }

    @Test
    void whatIsOnlyInferredIsListedApartWithItsReason() {
        audit("Exchange", "Send");
        scene.audit(Scene.ADELE, "2026-09-15T08:30:00", "Exchange", "Set-Mailbox", null, null).with("Parameters",
                Scene.pairs("AuditEnabled", "False"));
        Exposure found = exposure();
        assertThat(found.operations()).isEqualTo(1);
        assertThat(found.inferred()).singleElement().satisfies(change -> {
            assertThat(change.activity()).isEqualTo("Set-Mailbox");
            assertThat(change.link()).isNotBlank();
        });
        Exposure everything = new ExposureOf(scene.caseFile()).everything();
        assertThat(everything.inferred()).as("where all were selected").isEmpty();
        assertThat(everything.changes()).as("counted there, and its link is not called a fact")
                .anyMatch(change -> change.activity().equals(found.inferred().getFirst().activity())
                        && found.inferred().getFirst().link() != null
                        && found.inferred().getFirst().link().equals(change.link()));
    }

    @Test
    void anAssistantHasTheFilesThatItRead() {
        audit("Copilot", "CopilotInteraction").with("RecordType", 261).with("CopilotEventData",
                Map.of("AppHost", "Word", "AccessedResources", List.of(Map.of("SiteUrl", "https://a.example/x.docx"))));
        assertThat(exposure().assistants()).singleElement()
                .satisfies(use -> assertThat(use.read()).containsExactly("https://a.example/x.docx"));
    }
}
