package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.model.state.ExportTime;

/** What exports of the settings of mailboxes say of what the attacker set up, and where they say nothing. */
class ExportedSettingsTest extends AttackedAccount {

    private static final String LATER = "20260916120000";
    private static final String RULES = "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,"
            + "ForwardTo,TextDescription\n";

    /** The rules of Adele's and Bert's mailboxes as they were exported at this local time. */
    private void rulesExportedAt(String time, String... rules) {
        StringBuilder file = new StringBuilder(
                "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n");
        for (String rule : rules) {
            file.append(rule).append('\n');
        }
        scene.file(time + "-MailboxRules.csv", file.toString());
    }

    private String ruleLine() {
        return answers().to(Question.CONTAINED).lines().stream().map(Answer.Line::text)
                .filter(text -> text.contains("New-InboxRule") || text.contains("hide")).findFirst().orElseThrow();
    }

    private static String lists(String time, boolean active) {
        return AnswerText.STATE_LISTS.text(
                new ExportTime(Instant.parse(time), ExportTime.Basis.FILE_NAME_LOCAL).words(),
                time.replaceAll("[^0-9]", "").substring(0, 14) + "-MailboxRules.csv", active ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({ "20260916120000,True,1", "20260916120000,False,0" })
    void aRuleOfTheAttackersThatALaterExportListsIsStillThere(String time, String enabled, int active) {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        rulesExportedAt(time, Scene.ADELE + ",hide," + enabled + ",,,,,words");
        assertThat(ruleLine()).contains(lists("2026-09-16T12:00:00Z", active == 1));
    }

    @Test
    void aRuleThatALaterExportOfTheMailboxDoesNotListIsGoneAndStaysOpenInTheLogs() {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        revoked("09:00:00");
        rulesExportedAt("20260916120000", Scene.ADELE + ",newsletter,True,,,,,words");
        assertThat(ruleLine()).contains(AnswerText.STATE_DOES_NOT_LIST.text(
                new ExportTime(Instant.parse("2026-09-16T12:00:00Z"), ExportTime.Basis.FILE_NAME_LOCAL).words(),
                "20260916120000-MailboxRules.csv", 0));
        assertThat(contained()).as("an export does not say when and by whom").isEqualTo(State.PARTLY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "20260916120000;bert@contoso.example,newsletter,True,,,,,words",
        "20260915081000;" + Scene.ADELE + ",newsletter,True,,,,,words",
        "20260915221000;" + Scene.ADELE + ",newsletter,True,,,,,words" })
    void anExportOfAnotherMailboxOrOneThatMayBeEarlierSaysNothing(String time, String rule) {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        rulesExportedAt(time, rule);
        assertThat(ruleLine()).doesNotContain("-MailboxRules.csv");
    }

    @Test
    void anExportInLocalTimeCountsOnceItIsLaterInAnyZone() {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        rulesExportedAt("20260915221001", Scene.ADELE + ",newsletter,True,,,,,words");
        assertThat(ruleLine()).contains("20260915221001-MailboxRules.csv");
    }

    @ParameterizedTest
    @CsvSource({ "True,PARTLY", "False,YES" })
    void aRuleThatWasRemovedInTheLogsAndIsThereInALaterExportIsOpen(String enabled, State expected) {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        byAdmin("08:50:00", "Remove-InboxRule", "Identity", Scene.ADELE + "\\hide");
        revoked("09:00:00");
        rulesExportedAt("20260916120000", Scene.ADELE + ",hide," + enabled + ",,,,,words");
        assertThat(contained()).isEqualTo(expected);
    }

    /** What the answer says of the export that was made later. */
    private String said(String file, String content) {
        scene.file(LATER + '-' + file, content);
        String all = String.join("\n",
                answers().to(Question.CONTAINED).lines().stream().map(Answer.Line::text).toList());
        String listed = text(AnswerText.STATE_LISTS, file);
        String notListed = text(AnswerText.STATE_DOES_NOT_LIST, file);
        assertThat(all.contains(LATER)).isEqualTo(all.contains(listed) || all.contains(notListed));
        return all.contains(listed) ? "listed" : all.contains(notListed) ? "not listed" : "nothing";
    }

    private static String text(AnswerText key, String file) {
        return key.text(
                new ExportTime(Instant.parse("2026-09-16T12:00:00Z"), ExportTime.Basis.FILE_NAME_LOCAL).words(),
                LATER + '-' + file, 1);
    }

    @Test
    void anInboxRuleSaysNothingOfATransportRule() {
        act("08:10:00", "New-TransportRule", "Name", "relay", "BlindCopyTo", "drop@mail.invalid");
        assertThat(adele().open()).hasSize(1);
        assertThat(said("MailboxRules.csv", RULES + Scene.ADELE + ",newsletter,True,,,,,words\n"))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({ "clean,listed", "other,not listed" })
    void aSweepRuleIsLookedForAmongSweepRules(String exported, String expected) {
        act("08:10:00", "New-SweepRule", "Name", "clean", "Mailbox", Scene.ADELE);
        assertThat(said("SweepRules.csv",
                "RuleId,Name,Provider,Enabled,Sender,SourceFolder,DestinationFolder,KeepForDays,KeepLatest,"
                        + "MailboxOwnerId\nx2h," + exported + ",Exchange16,True,bank@bank.example,Inbox,Deleted Items,"
                        + "0,," + Scene.ADELE + "\n"))
                .isEqualTo(expected);
    }

    @Test
    void anInboxRuleSaysNothingOfASweepRule() {
        act("08:10:00", "New-SweepRule", "Name", "clean", "Mailbox", Scene.ADELE);
        assertThat(adele().open()).hasSize(1);
        assertThat(said("MailboxRules.csv", RULES + Scene.ADELE + ",newsletter,True,,,,,words\n"))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({ "1442256034857189377,nothing", "x1442256034857189377,not listed" })
    void aRuleThatIsNamedByItsNumberCannotBeLookedFor(String rule, String expected) {
        act("08:10:00", "Set-InboxRule", "Identity", Scene.ADELE + "\\" + rule, "DeleteMessage", "True");
        assertThat(said("MailboxRules.csv", RULES + Scene.ADELE + ",hide,True,,,,,words\n")).isEqualTo(expected);
    }

    private void grants(String operation, String identity, String person, String who) {
        act("08:10:00", operation, "Identity", identity, person, who, "AccessRights", "FullAccess");
        assertThat(adele().open()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "eve@contoso.example,listed", "Eve Dale (EVE@contoso.example),listed",
        "tom@contoso.example,not listed", "Tom Reuter (tom@contoso.example),not listed",
        "NT AUTHORITY\\SELF,not listed", "Tom Reuter,nothing", "tom@contoso.example; eve@contoso.example,nothing" })
    void aPermissionIsMissingOnlyWhereTheExportNamesPeopleByAddress(String exported, String expected) {
        grants("Add-MailboxPermission", Scene.ADELE, "User", "eve@contoso.example");
        assertThat(said("Permissions.csv", permission(exported))).isEqualTo(expected);
    }

    private static String permission(String user) {
        return "UserPrincipalName,Identity,User,AccessRights,IsInherited,Deny\n" + Scene.ADELE + ",Adele,\"" + user
                + "\",FullAccess,False,False\n";
    }

    @ParameterizedTest
    @CsvSource({ "Tom Reuter,nothing", "eve,listed" })
    void aPersonWhomTheRecordNamesByAnAliasCannotBeMissed(String exported, String expected) {
        grants("Add-MailboxPermission", Scene.ADELE, "User", "eve");
        assertThat(said("Permissions.csv", permission(exported))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "Add-MailboxPermission,nothing", "Add-RecipientPermission,not listed" })
    void sendingAsAnotherIsNotTheSameAsFullAccess(String operation, String expected) {
        grants(operation, Scene.ADELE, operation.contains("Recipient") ? "Trustee" : "User", "eve@contoso.example");
        assertThat(said("SendAs.csv", "UserPrincipalName,Identity,Trustee,AccessControlType,AccessRights,IsInherited\n"
                + Scene.ADELE + ",Adele,tom@contoso.example,Allow,SendAs,False\n")).isEqualTo(expected);
    }

    @Test
    void whoMaySendOnBehalfSaysNothingOfFullAccess() {
        grants("Add-MailboxPermission", Scene.ADELE, "User", "eve@contoso.example");
        assertThat(said("Mailboxes.csv", "UserPrincipalName,PrimarySmtpAddress,ForwardingSmtpAddress,ForwardingAddress,"
                + "DeliverToMailboxAndForward,GrantSendOnBehalfTo\n" + Scene.ADELE + "," + Scene.ADELE
                + ",,,False,tom@contoso.example\n")).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({ "Calendar,eve@contoso.example,listed", "Calendar,tom@contoso.example,not listed",
        "Inbox,tom@contoso.example,nothing", "Kalender,tom@contoso.example,nothing",
        "Calendar,Tom Reuter,nothing" })
    void aPermissionOnAFolderIsLookedForOnThatFolder(String exported, String person, String expected) {
        grants("Add-MailboxFolderPermission", Scene.ADELE + ":\\Calendar", "User", "eve@contoso.example");
        assertThat(said("Folders.csv", folder(exported, person))).isEqualTo(expected);
    }

    @Test
    void aPermissionOnAFolderSaysNothingOfFullAccess() {
        grants("Add-MailboxPermission", Scene.ADELE, "User", "eve@contoso.example");
        assertThat(said("Folders.csv", folder("Calendar", "tom@contoso.example"))).isEqualTo("nothing");
    }

    private static String folder(String folder, String user) {
        return "Identity,FolderName,User,AccessRights,SharingPermissionFlags\n" + Scene.ADELE + ":\\" + folder + ","
                + folder + "," + user + ",{Editor},\n";
    }

    @ParameterizedTest
    @CsvSource({ "ForwardingSmtpAddress,smtp:drop@mail.invalid,smtp:drop@mail.invalid,,listed",
        "ForwardingSmtpAddress,smtp:drop@mail.invalid,smtp:other@mail.invalid,,not listed",
        "ForwardingSmtpAddress,smtp:drop@mail.invalid,,,not listed",
        "ForwardingSmtpAddress,smtp:drop@mail.invalid,,Tom Reuter,nothing", "ForwardingAddress,tom,,Tom Reuter,nothing",
        "ForwardingAddress,tom,,,nothing" })
    void aForwardingIsMissingOnlyWhereBothNameAddresses(String parameter, String set, String smtp, String other,
            String expected) {
        act("08:10:00", "Set-Mailbox", "Identity", Scene.ADELE, parameter, set);
        assertThat(said("Forwarding.csv", "UserPrincipalName,PrimarySmtpAddress,ForwardingSmtpAddress,"
                + "ForwardingAddress,DeliverToMailboxAndForward\n" + Scene.ADELE + "," + Scene.ADELE + ","
                + (smtp == null ? "" : smtp) + "," + (other == null ? "" : other) + ",True\n")).isEqualTo(expected);
    }
}
