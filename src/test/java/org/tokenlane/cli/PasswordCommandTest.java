package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.store.StoreText;
import org.tokenlane.store.WeakCase;

/** Passwords of cases: from a file, from the environment, changed and removed. */
@ExtendWith(QuickKeys.class)
class PasswordCommandTest {

    @TempDir
    private Path folder;
    private Path file;
    private Path export;
    private Path secret;
    private Path wrong;

    @BeforeEach
    void writeTheFiles() throws IOException {
        file = folder.resolve("a.tlcase");
        export = Files.writeString(folder.resolve("a.csv"), PurviewRows.table(1, 3));
        secret = Files.writeString(folder.resolve("secret"), "blåbær\r\n");
        wrong = Files.writeString(folder.resolve("wrong"), "bær");
    }

    private static CommandRun with(Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new TokenlaneCommand(new PrintWriter(out), new PrintWriter(err), null).withEnvironment(environment)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(code, out.toString(), err.toString());
    }

    @Test
    void aPasswordIsReadFromAFileByTheImportAndByEveryCommand() {
        CommandRun.of("import", "--case", file, "--password-file", secret, export).isDone();
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        for (String command : List.of("sessions", "events", "verify", "log", "findings", "rejects", "state")) {
            CommandRun.of(command, "--case", file, "--password-file", secret).isDone();
            CommandRun without = CommandRun.of(command, "--case", file);
            assertThat(without.exitCode()).isEqualTo(1);
            assertThat(without.err()).contains(StoreText.PASSWORD_NEEDED.text(file));
        }
        CommandRun run = CommandRun.of("verify", "--case", file, "--password-file", wrong);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(StoreText.WRONG_PASSWORD.text(file));
    }

    @Test
    void aPasswordIsTakenFromTheEnvironmentWhereNoneIsGiven() {
        Map<String, String> environment = Map.of("TOKENLANE_PASSWORD", "blåbær");
        with(environment, "import", "--case", file, export).isDone();
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        with(environment, "verify", "--case", file).isDone();
        assertThat(with(environment, "verify", "--case", file, "--password-file", wrong).exitCode()).isEqualTo(1);
        Path plain = folder.resolve("b.tlcase");
        CommandRun.of("import", "--case", plain, export).isDone();
        with(environment, "verify", "--case", plain).isDone();
    }

    @Test
    void aFileWithoutAPasswordIsRefused() throws IOException {
        CommandRun.of("import", "--case", file, "--password-file", secret, export).isDone();
        for (byte[] bytes : List.of(new byte[0], "\nblåbær".getBytes(StandardCharsets.UTF_8), new byte[5_000],
                new byte[] { (byte) 0xff })) {
            Files.write(wrong, bytes);
            CommandRun run = CommandRun.of("verify", "--case", file, "--password-file", wrong);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(CliText.NO_PASSWORD_IN_FILE.text(wrong));
        }
        assertThat(CommandRun.of("verify", "--case", file, "--password-file", folder.resolve("none")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void aPasswordIsSetChangedAndRemoved() throws IOException {
        CommandRun.of("import", "--case", file, export).isDone();
        String events = CommandRun.of("events", "--case", file).isDone().out();
        CommandRun.of("password", "--case", file, "--new-password-file", secret).isDone();
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        assertThat(CommandRun.of("password", "--case", file, "--password-file", wrong, "--remove").exitCode())
                .isEqualTo(1);
        CommandRun.of("password", "--case", file, "--password-file", secret, "--new-password-file", wrong).isDone();
        assertThat(CommandRun.of("verify", "--case", file, "--password-file", secret).exitCode()).isEqualTo(1);
        CommandRun.of("verify", "--case", file, "--password-file", wrong).isDone();
        CommandRun.of("password", "--case", file, "--password-file", wrong, "--remove").isDone();
        assertThat(CaseFile.isEncrypted(file)).isFalse();
        assertThat(CommandRun.of("events", "--case", file).isDone().out()).isEqualTo(events);
        CommandRun.of("verify", "--case", file).isDone();
        assertThat(CommandRun.of("log", "--case", file).isDone().out().lines().skip(2))
                .as("three changes of the password, and two verifications").hasSize(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, export, secret, wrong);
        }
        assertThat(CommandRun.of("password", "--case", file).exitCode()).isEqualTo(2);
    }

    @Test
    void nothingOfAnEncryptedCaseIsReadableInAnyFile() throws IOException {
        String needle = "needle-in-the-haystack";
        Files.writeString(export,
                PurviewRows.table(1, 3_000).replace("Send", needle) + (needle + "\r\n").repeat(3_000));
        CommandRun.of("import", "--case", file, "--password-file", secret, export).isDone();
        Files.delete(export);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = list(temporary);
        for (String command : List.of("events", "rejects", "sessions", "findings", "answers")) {
            assertThat(CommandRun.of(command, "--case", file, "--password-file", secret).isDone().err())
                    .doesNotContain(needle);
        }
        CommandRun.of("password", "--case", file, "--password-file", secret, "--new-password-file", wrong).isDone();
        List<Path> left = list(temporary);
        left.removeAll(before);
        for (Path each : Stream.concat(list(folder).stream(), left.stream()).filter(Files::isRegularFile).toList()) {
            assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1)).as(each.toString())
                    .doesNotContain(needle);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    @Test
    void aPasswordThatIsNotThereIsNotRemoved() throws IOException {
        CommandRun.of("import", "--case", file, export).isDone();
        byte[] before = Files.readAllBytes(file);
        for (Object[] given : new Object[][] { { "password", "--case", file, "--remove" },
            { "password", "--case", folder.resolve("a"), "--remove" },
            { "password", "--case", file, "--password-file", secret, "--remove" } }) {
            CommandRun run = CommandRun.of(given);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(StoreText.NO_PASSWORD.text());
            assertThat(file).hasBinaryContent(before);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, export, secret, wrong);
        }
    }

    @Test
    void aCaseMayBeNamedWithoutItsSuffix() throws IOException {
        Path name = folder.resolve("a");
        CommandRun.of("import", "--case", name, export).isDone();
        assertThat(CommandRun.of("password", "--case", name, "--new-password-file", secret).isDone().out())
                .contains(CliText.PASSWORD_SET.text(file));
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        CommandRun.of("password", "--case", name, "--password-file", secret, "--remove").isDone();
        assertThat(CaseFile.isEncrypted(file)).isFalse();
        with(Map.of("TOKENLANE_PASSWORD", "blåbær"), "verify", "--case", name).isDone();
        assertThat(CommandRun.of("password", "--case", folder.resolve("none"), "--remove").err())
                .contains(StoreText.NO_CASE.text(folder.resolve("none.tlcase")));
    }

    @Test
    void aLinkLeadsToTheCaseWithItsNewPassword() throws IOException {
        CommandRun.of("import", "--case", file, export).isDone();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.tlcase"), file);
        CommandRun.of("password", "--case", link, "--new-password-file", secret).isDone();
        assertThat(link).isSymbolicLink();
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        CommandRun.of("verify", "--case", link, "--password-file", secret).isDone();
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files).containsExactly(link);
        }
    }

    private static Path weak(Path file) throws IOException {
        return WeakCase.write(file);
    }

    @Test
    void aCaseOfAnEarlierVersionIsSaidToHaveAWeakKeyUntilAPasswordIsSet() throws IOException {
        weak(file);
        CommandRun run = CommandRun.of("verify", "--case", file, "--password-file", secret).isDone();
        assertThat(run.out()).contains(CliText.CASE_INTACT.text(1, 4), CliText.WEAK_KEY.text(file));
        assertThat(CommandRun.of("verify", "--case", file, "--password-file", secret, "--json").isDone()
                .jsonObject()).containsEntry("weakKey", true);
        assertThat(CommandRun.of("password", "--case", file, "--password-file", wrong, "--new-password-file", secret)
                .err()).contains(StoreText.WRONG_PASSWORD.text(file));
        CommandRun.of("password", "--case", file, "--password-file", secret, "--new-password-file", secret).isDone();
        run = CommandRun.of("verify", "--case", file, "--password-file", secret).isDone();
        assertThat(run.out()).as("a new password and two verifications later").contains(CliText.CASE_INTACT.text(1, 7))
                .doesNotContain(CliText.WEAK_KEY.text(file));
        assertThat(CommandRun.of("verify", "--case", file, "--password-file", secret, "--json").isDone()
                .jsonObject()).containsEntry("weakKey", false);
    }

    @Test
    void copiesWithAWeakKeyThatUpdatesKeptAreNamed() throws IOException {
        CommandRun.of("import", "--case", file, export).isDone();
        Path copy = weak(folder.resolve("a.schema-5.tlcase"));
        Path other = weak(folder.resolve("b.schema-5.tlcase"));
        CommandRun run = CommandRun.of("password", "--case", file, "--new-password-file", secret).isDone();
        assertThat(run.out()).contains(CliText.WEAK_COPY.text(copy)).doesNotContain(CliText.WEAK_COPY.text(other),
                CliText.PLAIN_COPY.text(copy));
    }

    @Test
    void anExtractIsEncryptedWithAKeyOfToday() throws IOException {
        weak(file);
        Path extract = folder.resolve("extract.tlcase");
        CommandRun.of("extract", "--case", file, "--password-file", secret, "--out", extract, "--all",
                "--new-password", "bær").isDone();
        assertThat(new String(Files.readAllBytes(extract), 0, 64, StandardCharsets.ISO_8859_1))
                .startsWith("H2encrypt").contains("Tokenlane key");
        assertThat(CommandRun.of("verify", "--case", extract, "--password-file", wrong, "--json").isDone()
                .jsonObject()).containsEntry("ok", true).containsEntry("weakKey", false);
    }

    @Test
    void plainCopiesThatUpdatesKeptAreNamed() throws IOException {
        CommandRun.of("import", "--case", file, export).isDone();
        Path copy = Files.copy(file, folder.resolve("a.schema-3.tlcase"));
        Path other = Files.copy(file, folder.resolve("b.schema-3.tlcase"));
        Path encrypted = Files.copy(file, folder.resolve("a.schema-4.tlcase"));
        CommandRun.of("password", "--case", encrypted, "--new-password-file", secret).isDone();
        CommandRun run = CommandRun.of("password", "--case", file, "--new-password-file", secret).isDone();
        assertThat(run.out().strip()).endsWith(CliText.PLAIN_COPY.text(copy)).doesNotContain(other.toString())
                .doesNotContain(encrypted.toString());
        run = CommandRun.of("password", "--case", file, "--password-file", secret, "--remove").isDone();
        assertThat(run.out()).doesNotContain(copy.toString());
    }
}
