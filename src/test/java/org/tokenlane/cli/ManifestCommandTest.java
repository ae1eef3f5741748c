package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.manifest.ManifestText;
import org.tokenlane.report.manifest.QuickKey;
import org.tokenlane.report.manifest.SignedManifest;
import org.tokenlane.report.manifest.SigningKey;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.PlainJdbc;

/** A signed manifest says whether a case is what an analyst signed. */
class ManifestCommandTest {

    @TempDir
    private static Path keys;
    private static Path password;
    private static Path key;
    private static Path other;

    @TempDir
    private Path folder;
    private Path file;
    private Path manifest;

    @BeforeAll
    static void makeKeys() throws IOException {
        password = Files.writeString(keys.resolve("password"), "für das Gericht\n");
        key = keys.resolve("ann.key");
        other = keys.resolve("bob.key");
        for (Path each : List.of(key, other)) {
            QuickKey.create(each, "für das Gericht");
        }
    }

    @BeforeEach
    void makeACase() throws IOException {
        file = folder.resolve("a.tlcase");
        manifest = folder.resolve("a.manifest");
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.table(1, 3));
        CommandRun.of("import", "--case", file, export).isDone();
    }

    private void sign() {
        CommandRun.of("manifest", "--sign", "--case", file, "--key", key, "--key-password-file", password).isDone();
    }

    private CommandRun check(Object... more) {
        return CommandRun
                .of(Stream.concat(Stream.of("manifest", "--check", "--case", file), Stream.of(more)).toArray());
    }

    private static String beginning(TextKey key, Object... arguments) {
        return key.text(arguments).split("\\{")[0];
    }

    @Test
    void aCaseThatIsWhatWasSignedIsFoundSo() throws IOException {
        sign();
        assertThat(Files.readString(manifest)).contains("evidence ", " 3 3 0 0 ", "a.csv").doesNotContain("Gericht");
        CommandRun run = check("--key", key).isDone();
        assertThat(run.out()).contains(ManifestText.SOUND.text(1, 2));
        assertThat(check("--json").isDone().jsonObject()).containsEntry("ok", true);
    }

    @Test
    void withoutAKeyThereIsNoManifestAndNothingElseIsDifferent() {
        assertThat(check().exitCode()).isEqualTo(1);
        CommandRun.of("verify", "--case", file).isDone();
    }

    @Test
    void thatTheCaseWasVerifiedIsNoChangeOfWhatWasSigned() {
        sign();
        CommandRun.of("verify", "--case", file).isDone();
        assertThat(check("--key", key).isDone().out()).contains(ManifestText.SOUND.text(1, 2));
    }

    @Test
    void laterEntriesAreSaid() {
        sign();
        CommandRun.of("mark", "--case", file, "--session", PurviewRows.SESSION, "--verdict", "malicious").isDone();
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains(ManifestText.BEYOND.text(1, 2));
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "audit-trail 2 , audit-trail 1 ", "' 3 3 0 0 ', ' 3 2 1 0 '", "a.csv, b.csv", "signed 20, signed 10" })
    void anAlteredManifestIsRefused(String before, String after) throws IOException {
        sign();
        String text = Files.readString(manifest);
        assertThat(text).contains(before);
        Files.writeString(manifest, text.replace(before, after));
        CommandRun run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(ManifestText.MANIFEST_ALTERED.text(manifest));
    }

    @Test
    void whatIsNoManifestIsRefused() throws IOException {
        for (String text : List.of("", "{}", "tokenlane-manifest 1\n", "tokenlane-manifest 1\nkey x\nsignature y\n",
                "tokenlane-manifest 1\nkey %\nsignature %\n")) {
            Files.writeString(manifest, text);
            CommandRun run = check();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(ManifestText.MANIFEST_UNREADABLE.text(manifest));
        }
    }

    @Test
    void aManifestSignedWithAnotherKeyIsRefused() throws IOException {
        CommandRun.of("manifest", "--sign", "--case", file, "--key", other, "--key-password-file", password).isDone();
        check().isDone();
        check("--key", other).isDone();
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(ManifestText.OTHER_KEY.text(manifest, SigningKey.fingerprint(other)));
        assertThat(check("--fingerprint", "0".repeat(64)).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "update evidence set imported_by = 'nobody'", "delete from audit_trail where number = 2",
        "update rejected set reason = 'x'", "update audit_trail set who = 'nobody' where number = 1" })
    void aCaseThatWasChangedBehindTheProgramsBackIsFound(String sql) {
        sign();
        int changed = PlainJdbc.run(file, sql);
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(changed == 0 ? 0 : 1);
    }

    @Test
    void aCaseWhoseWholeTrailWasWrittenAgainIsFound() throws IOException {
        sign();
        Files.delete(file);
        CommandRun.of("import", "--case", file, folder.resolve("a.csv")).isDone();
        CommandRun.of("verify", "--case", file).isDone();
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(ManifestText.OTHER_CASE.text(manifest, file));
    }

    @Test
    void aWrongPasswordOfTheKeyIsSaidAndNothingIsWritten() throws IOException {
        Path wrong = Files.writeString(keys.resolve("wrong"), "something else");
        CommandRun run = CommandRun.of("manifest", "--sign", "--case", file, "--key", key, "--key-password-file",
                wrong);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(ManifestText.KEY_WRONG_PASSWORD.text(key));
        assertThat(manifest).doesNotExist();
    }

    @Test
    void aKeyIsNeverReplacedAndADamagedOneIsRefused() throws IOException {
        byte[] before = Files.readAllBytes(key);
        CommandRun run = CommandRun.of("manifest", "--new-key", "--key", key, "--key-password-file", password);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(beginning(ManifestText.KEY_EXISTS, key));
        assertThat(key).hasBinaryContent(before);
        Path damaged = Files.writeString(keys.resolve("damaged"), Files.readString(key).replace("M", "N"));
        CommandRun unread = CommandRun.of("manifest", "--sign", "--case", file, "--key", damaged,
                "--key-password-file", password);
        assertThat(unread.exitCode()).isEqualTo(1);
        assertThat(unread.err()).contains(ManifestText.KEY_UNREADABLE.text(damaged));
    }

    @Test
    void aNewKeySignsAndItsPasswordIsNowhereInIt() throws IOException {
        Path made = folder.resolve("new.key");
        CommandRun.of("manifest", "--new-key", "--key", made, "--key-password-file", password).isDone();
        assertThat(Files.readString(made)).contains("BEGIN ENCRYPTED PRIVATE KEY").doesNotContain("Gericht");
        CommandRun.of("manifest", "--sign", "--case", file, "--key", made, "--key-password-file", password).isDone();
        check("--key", made).isDone();
    }

    @Test
    void aCaseThatIsNotIntactIsNotSigned() {
        PlainJdbc.run(file, "update evidence set imported_by = 'nobody'");
        CommandRun run = CommandRun.of("manifest", "--sign", "--case", file, "--key", key, "--key-password-file",
                password);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(manifest).doesNotExist();
    }

    @Test
    void whatIsMissingIsWrongUsage() {
        assertThat(CommandRun.of("manifest", "--sign", "--case", file).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("manifest", "--sign", "--key", key).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("manifest", "--case", file).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("manifest", "--sign", "--case", file, "--key", key).exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsNotAManifestIsNotReplaced() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "tokenlane-manifest 2\n");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        for (Path target : List.of(file, key, notes, empty, inner, link)) {
            byte[] before = Files.isRegularFile(target) ? Files.readAllBytes(target) : new byte[0];
            CommandRun run = CommandRun.of("manifest", "--sign", "--case", file, "--key", key, "--key-password-file",
                    password, "--manifest", target);
            assertThat(run.exitCode()).as(target.toString()).isEqualTo(1);
            // the file of the open case is not even looked into: that would give up its lock
            assertThat(run.err())
                    .contains(target.equals(file) ? target + ": " : ManifestText.NOT_REPLACED.text(target));
            if (target.equals(file)) {
                CommandRun.of("verify", "--case", file).isDone();
            } else if (Files.isRegularFile(target)) {
                assertThat(target).hasBinaryContent(before);
            }
        }
        assertThat(inner).isEmptyDirectory();
        assertThat(link).isSymbolicLink();
        sign();
        sign();
        check("--key", key).isDone();
    }

    @ParameterizedTest
    @ValueSource(strings = { "audit-trail x", "audit-trail 5", "audit-trail", "audit-trail 0 h", "audit-trail -1 h",
        "audit-trail 99999999999 h", "audit-trail 2 h x" })
    void aSignedManifestWithValuesThatAreNoneIsUnreadable(String line) throws IOException {
        sign();
        QuickKey.signAgain(manifest, key, "für das Gericht", text -> text.replaceAll("(?m)^audit-trail .*$", line));
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(ManifestText.MANIFEST_UNREADABLE.text(manifest));
        try (CaseFile opened = CaseFile.open(file, null)) {
            SignedManifest.Check beside = SignedManifest.checkBeside(opened);
            assertThat(beside.outcome()).isEqualTo(SignedManifest.Outcome.BROKEN);
            assertThat(beside.said()).extracting(Text::toString)
                    .containsExactly(ManifestText.MANIFEST_UNREADABLE.text(manifest));
        }
    }

    @Test
    void evidenceThatWasNotSignedIsNotPartOfASoundCase() throws IOException {
        sign();
        QuickKey.signAgain(manifest, key, "für das Gericht", text -> text.replaceAll("(?m)^evidence .*\n", ""));
        CommandRun run = check("--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(ManifestText.EVIDENCE_DIFFERS.text(file));
    }

    @Test
    void withoutVerifyingOnlyTheRecordedHashesAreSaidToMatch() throws IOException {
        sign();
        String fingerprint = SigningKey.fingerprint(key);
        try (CaseFile opened = CaseFile.open(file, null)) {
            assertThat(SignedManifest.checkBeside(opened).said()).extracting(Text::toString)
                    .containsExactly(ManifestText.RECORDED_MATCH.text(Analyst.name(), fingerprint));
            opened.marks().note(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, PurviewRows.SESSION)), "a", "Ann");
            SignedManifest.Check later = SignedManifest.checkBeside(opened);
            assertThat(later.outcome()).isEqualTo(SignedManifest.Outcome.BEYOND);
            assertThat(later.said()).extracting(Text::toString)
                    .containsExactly(ManifestText.RECORDED_BEYOND.text(Analyst.name(), fingerprint, 1));
        }
    }

    @Test
    void aManifestThatMayNotBeReadIsNotSaidToBeDamaged() throws IOException {
        sign();
        Files.setPosixFilePermissions(manifest, Set.of());
        assumeFalse(Files.isReadable(manifest), "an administrator reads any file");
        try (CaseFile opened = CaseFile.open(file, null)) {
            assertThat(SignedManifest.checkBeside(opened).said()).extracting(Text::toString)
                    .containsExactly(ManifestText.MANIFEST_NOT_READ.text(manifest));
        }
    }
}
