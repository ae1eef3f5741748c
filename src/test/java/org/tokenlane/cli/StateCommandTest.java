package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How mailboxes are set, on the command line. */
class StateCommandTest {

    @TempDir
    private Path folder;

    private Path caseFile;

    @BeforeEach
    void load() throws IOException {
        caseFile = folder.resolve("c.tlcase");
        Path rules = Files.writeString(folder.resolve("20260312091500-MailboxRules.csv"),
                "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                        + "lea@contoso.example,hide,True,,,,drop@mail.invalid,words\n"
                        + "tom@contoso.example,off,False,,,drop@mail.invalid,,words\n");
        Map<String, Object> imported = CommandRun.of("import", "--case", caseFile, "--json", rules).isDone()
                .jsonObject();
        assertThat(imported).containsEntry("records", 2).containsEntry("stored", 2).containsEntry("rejected", 0);
    }

    @Test
    void everySettingIsListedWithTheTimeOfItsExport() {
        CommandRun text = CommandRun.of("state", "--case", caseFile).isDone();
        assertThat(text.out()).contains("lea@contoso.example", "drop@mail.invalid", "2026-03-12T09:15:00 ",
                "20260312091500-MailboxRules.csv", CliText.STATE_IS_NO_HISTORY.text());
        List<Map<String, Object>> all = CommandRun.of("state", "--case", caseFile, "--json").isDone().jsonArray();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst()).containsEntry("kind", "inbox-rule").containsEntry("name", "hide")
                .containsEntry("active", true).containsEntry("targetsElsewhere", List.of("drop@mail.invalid"));
        assertThat(all.getLast()).containsEntry("active", false);
    }

    @Test
    void oneMailboxIsSelected() {
        List<Map<String, Object>> all = CommandRun.of("state", "--case", caseFile, "--mailbox", "TOM@contoso.example",
                "--json").isDone().jsonArray();
        assertThat(all).extracting(line -> line.get("mailbox")).containsExactly("tom@contoso.example");
        assertThat(CommandRun.of("state", "--case", caseFile, "--mailbox", "nobody@contoso.example").isDone().out())
                .contains(CliText.NO_STATE.text());
    }

    @Test
    void aCaseWithNothingButSettingsIsWhole() {
        CommandRun.of("verify", "--case", caseFile).isDone();
        assertThat(CommandRun.of("events", "--case", caseFile, "--format", "jsonl").isDone().out()).isEmpty();
    }
}
