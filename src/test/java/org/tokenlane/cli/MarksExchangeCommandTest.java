package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command marks between two copies of one case. */
class MarksExchangeCommandTest {

    private static final int CONFLICTS_LEFT = 3;

    @TempDir
    private Path folder;
    private Path anna;
    private Path ben;
    private Path file;

    @BeforeEach
    void makeTwoCopies() throws IOException {
        anna = folder.resolve("anna.tlcase");
        ben = folder.resolve("ben.tlcase");
        file = folder.resolve("marks.json");
        CommandRun.of("import", "--case", anna, BareSignIns.write(folder.resolve("signins.json"))).isDone();
        Files.copy(anna, ben);
    }

    private static CommandRun marks(Path of, Object... more) {
        List<Object> all = new ArrayList<>(List.of("marks", "--case", of));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private static void verdict(Path of, String who, String verdict) {
        CommandRun.of("mark", "--case", of, "--session", BareSignIns.SESSION, "--verdict", verdict, "--analyst", who)
                .isDone();
    }

    private static List<Map<String, Object>> list(Path of) {
        return list(marks(of, "--json").isDone().jsonObject().get("marks"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void marksGoFromOneCopyToTheOtherWithTheirAuthorAndTime() {
        verdict(ben, "Ben", "malicious");
        marks(ben, "--export", file).isDone();
        Map<String, Object> would = marks(anna, "--import", file, "--dry-run", "--json").isDone().jsonObject();
        assertThat(would).containsEntry("dryRun", true).containsEntry("added", 1);
        assertThat(list(would.get("new"))).singleElement()
                .satisfies(mark -> assertThat(mark).containsEntry("author", "Ben").containsEntry("says", "malicious"));
        assertThat(list(anna)).isEmpty();
        assertThat(marks(anna, "--import", file, "--analyst", "Anna").isDone().out())
                .contains(CliText.MARKS_MERGED.text(1, 0, 0, 0, 0));
        assertThat(list(anna)).isEqualTo(list(ben));
        assertThat(CommandRun.of("log", "--case", anna).isDone().out()).contains("Anna", "marks.json");
        assertThat(CommandRun.of("verify", "--case", anna).exitCode()).isZero();
    }

    @Test
    void conflictsAreListedSideBySideAndLeftUntilTheyAreDecided() {
        verdict(anna, "Anna", "benign");
        verdict(ben, "Ben", "malicious");
        CommandRun.of("mark", "--case", ben, "--ip", "203.0.113.9", "--tag", "bec", "--analyst", "Ben").isDone();
        marks(ben, "--export", file).isDone();
        CommandRun left = marks(anna, "--import", file);
        assertThat(left.exitCode()).isEqualTo(CONFLICTS_LEFT);
        assertThat(left.out()).contains(CliText.MARKS_CONFLICTS.text(), CliText.MARKS_MERGED.text(1, 0, 0, 0, 1),
                "benign (Anna,", "malicious (Ben,");
        assertThat(list(anna)).extracting(mark -> mark.get("author")).containsExactly("Anna", "Ben");
        Map<String, Object> json = marks(anna, "--import", file, "--json").jsonObject();
        assertThat(list(json.get("conflicts"))).singleElement()
                .satisfies(conflict -> assertThat(conflict).containsEntry("taken", "ours"));
        assertThat(marks(anna, "--import", file, "--conflicts", "ours").exitCode()).isZero();
        assertThat(marks(anna, "--import", file, "--conflicts", "newest", "--dry-run").isDone().out())
                .contains(CliText.MARKS_WOULD_MERGE.text(0, 1, 0, 1, 0));
        marks(anna, "--import", file, "--conflicts", "theirs").isDone();
        assertThat(list(anna)).extracting(mark -> mark.get("verdict")).contains("malicious");
        CommandRun.of("mark", "--case", anna, "--undo").isDone();
        assertThat(list(anna)).extracting(mark -> mark.get("verdict")).contains("benign");
    }

    @Test
    void whatTheCaseHasNoEventsOfIsNamed() {
        CommandRun.of("mark", "--case", ben, "--event", "e00112233445566ff", "--tag", "bec").isDone();
        marks(ben, "--export", file).isDone();
        assertThat(marks(anna, "--import", file).isDone().out()).contains(CliText.MARKS_MISSING.text(1),
                "e00112233445566ff");
        assertThat(list(anna)).singleElement().satisfies(mark -> assertThat(mark).containsEntry("events", 0));
    }

    @Test
    void anotherCaseADamagedFileAndWrongUsageChangeNothing() throws IOException {
        marks(ben, "--export", file).isDone();
        byte[] exported = Files.readAllBytes(file);
        CommandRun again = marks(ben, "--export", file);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains(CliText.FILE_EXISTS.text(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(exported);
        Path other = folder.resolve("other.tlcase");
        CommandRun.of("import", "--case", other, folder.resolve("signins.json")).isDone();
        CommandRun refused = marks(other, "--import", file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("another case").hasLineCount(1);
        Files.writeString(file, "{\"format\": \"tokenlane-marks\", \n \"version\": 1, nothing");
        assertThat(marks(anna, "--import", file).err()).contains("line 2");
        assertThat(marks(anna, "--import", file, "--export", file).exitCode()).isEqualTo(2);
        assertThat(marks(anna, "--dry-run").exitCode()).isEqualTo(2);
        assertThat(marks(anna, "--import", file, "--conflicts", "mine").exitCode()).isEqualTo(2);
        assertThat(marks(anna, "--import", folder.resolve("none.json")).exitCode()).isEqualTo(1);
    }
}
