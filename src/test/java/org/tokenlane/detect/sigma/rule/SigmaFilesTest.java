package org.tokenlane.detect.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.Counted;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.SigmaFile;

/** Rule files of files and folders, and why some are not loaded. */
@Counted("Sigma cases")
class SigmaFilesTest {

    @TempDir
    private Path folder;

    @Test
    void foldersGiveTheirRuleFilesByPathAndFilesTheirNames() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("b.yml"), "b");
        Files.writeString(folder.resolve("sub/a.YAML"), "a");
        Files.writeString(folder.resolve("note.txt"), "n");
        SigmaFiles.Found found = SigmaFiles.read(List.of(folder, folder.resolve("note.txt")));
        assertThat(found.files()).extracting(SigmaFile::name).containsExactly("b.yml", "sub/a.YAML", "note.txt");
        assertThat(found.files().getFirst()).isEqualTo(new SigmaFile("b.yml", Sha256.of("b"), "b"));
        assertThat(found.refused()).isEmpty();
    }

    @Test
    void whatCannotBeLoadedIsSaidByName() throws Exception {
        Files.write(folder.resolve("latin.yml"), "é".getBytes(StandardCharsets.ISO_8859_1));
        Path none = folder.resolve("none.yml");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(SigmaFiles.read(List.of(folder.resolve("latin.yml"), none, empty)).refused()).containsExactly(
                SigmaRuleText.FILES_ENCODING.text("latin.yml"), SigmaRuleText.FILES_MISSING.text("none.yml"),
                SigmaRuleText.FILES_FOLDER_EMPTY.text(empty.toString()));
    }

    @Test
    void valuesOfPlaceholdersAreFilesOfTheirNames() throws Exception {
        Path values = Files.writeString(folder.resolve("values.txt"), "a\nb\n");
        SigmaFiles.Found found = SigmaFiles.placeholders(Map.of("%Admins%", values));
        assertThat(found.files()).containsExactly(new SigmaFile("%Admins%", Sha256.of("a\nb\n"), "a\nb\n"));
        assertThat(SigmaFiles.placeholders(Map.of("x", folder.resolve("none.txt"))).refused())
                .containsExactly(SigmaRuleText.FILES_MISSING.text("none.txt"));
    }

    @Test
    void aRuleFileHas900KilobytesAtMost() throws Exception {
        Files.write(folder.resolve("just.yml"), new byte[900_000]);
        Files.write(folder.resolve("over.yml"), new byte[900_001]);
        SigmaFiles.Found found = SigmaFiles.read(List.of(folder));
        assertThat(found.files()).extracting(SigmaFile::name).containsExactly("just.yml");
        assertThat(found.refused()).containsExactly(SigmaRuleText.FILES_TOO_LARGE.text("over.yml"));
    }
}
