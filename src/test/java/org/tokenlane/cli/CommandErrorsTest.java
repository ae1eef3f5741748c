package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.query.QueryText;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.StoreText;

/** What goes wrong is said in a sentence that names the file and what to do, and nothing is lost. */
class CommandErrorsTest {

    private static final Path EXPORT = Path.of("src/test/resources/ingest/entra/signin-portal-57.csv");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("my case.tlcase");
        CommandRun.of("import", "--case", file, EXPORT).isDone();
    }

    private CommandRun fails(int code, Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(code);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
        CommandRun.of("verify", "--case", file).isDone();
        assertThat(CommandRun.of("events", "--case", file, "--json").jsonLines()).as("nothing is lost").hasSize(2);
        return run;
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(fails(1, "import", "--case", file, folder.resolve("gone.csv")).err()).contains("gone.csv");
    }

    @Test
    void aFileOfAnUnknownShapeIsRefusedWithItsHeaderAndTheNearestShape() throws IOException {
        Path bad = Files.writeString(folder.resolve("shopping.csv"), "Date (UTC),Request ID,Milk,Eggs\n2026,1,2,3\n");
        assertThat(fails(1, "import", "--case", file, bad).err()).contains("shopping.csv", "Not recognized", "Milk");
    }

    @Test
    void aCutArchiveIsReadAsFarAsItGoesAndMarkedAsCut() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            String header = Files.readString(EXPORT, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
            gzip.write((header + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40_000; i++) {
                gzip.write(("\"2026-09-15T08:40:00Z\",\""
                        + java.util.UUID.nameUUIDFromBytes(new byte[] { (byte) i, (byte) (i >> 8) }) + "\"\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        CommandRun run = CommandRun.of("import", "--case", file, "--json", cut).isDone();
        assertThat((Integer) run.jsonObject().get("stored")).isBetween(10_000, 39_999);
        assertThat(run.jsonObject().get("rejected")).isEqualTo(1);
        assertThat(run.err()).contains("cut.csv");
        CommandRun.of("verify", "--case", file).isDone();
    }

    @Test
    void aFileThatTheCaseHoldsIsSkippedWithAWord() {
        CommandRun run = CommandRun.of("import", "--case", file, EXPORT).isDone();
        assertThat(run.err()).contains(EXPORT.getFileName().toString());
    }

    @Test
    void aCaseThatIsOpenElsewhereIsLeftAlone() {
        try (CaseFile open = CaseFile.open(file, null)) {
            CommandRun run = CommandRun.of("sessions", "--case", open.path());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("my case.tlcase", "is open in another window or command",
                    "Close it there first");
        }
    }

    @Test
    void whatIsNoCaseIsSaidToBeNone() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.tlcase"), "just notes");
        assertThat(fails(1, "sessions", "--case", notes).err()).contains("notes.tlcase");
        assertThat(fails(1, "sessions", "--case", folder.resolve("none.tlcase")).err())
                .contains(StoreText.NO_CASE.text(folder.resolve("none.tlcase")));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(fails(1, "import", "--case", folder.resolve("no/such/new.tlcase"), EXPORT).err())
                .contains(StoreText.NO_FOLDER.text(folder.resolve("no/such/new.tlcase"), folder.resolve("no/such")));
    }

    /** The sentence's beginning, which both of its forms share. */
    private static String noField(String name) {
        return QueryText.NO_FIELD.text(name, "\n").lines().findFirst().orElseThrow().split("\\. ")[0];
    }

    @Test
    void aMistakeInAFilterIsUnderlined() {
        CommandRun run = fails(2, "events", "--case", file, "opp:MailItemsAccessed");
        assertThat(run.err()).contains(noField("opp")).contains("^^^");
    }

    @Test
    void anUnknownSessionOrTokenIsNamed() {
        assertThat(fails(1, "session", "--case", file, "00000000-1111-2222-3333-444444444444").err())
                .contains("00000000-1111-2222-3333-444444444444");
        assertThat(fails(1, "token", "--case", file, "QQQQQQQQQQQQQQQQQQQQAA").err())
                .contains("QQQQQQQQQQQQQQQQQQQQAA");
    }

    @Test
    void anOutputThatExistsIsNotOverwritten() throws IOException {
        Path out = Files.writeString(folder.resolve("mine.csv"), "mine");
        assertThat(fails(1, "events", "--case", file, "--format", "csv", "--out", out).err())
                .contains(CliText.FILE_EXISTS.text(out));
        assertThat(out).hasContent("mine");
    }

    @Test
    void aWrongOptionIsWrongUsage() {
        assertThat(fails(2, "import", "--case", file, "--date-order", "sideways", EXPORT).err())
                .contains(CliText.NO_SUCH_DATE_ORDER.text("sideways"));
        assertThat(fails(2, "import", "--case", file, "--map", "Session ID", EXPORT).err())
                .contains(CliText.NO_COLUMN_MAP.text("Session ID"));
        assertThat(fails(2, "nonsense").err()).contains("nonsense");
    }
}
