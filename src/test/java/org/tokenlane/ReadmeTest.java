package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.ingest.Importers;

/** What README and the documents say of the program is so. */
class ReadmeTest {

    @Test
    void theTableOfExportShapesNamesEachImporterAndNothingElse() throws IOException {
        List<String> shapes = Files.readAllLines(Path.of("docs/formats.md")).stream()
                .filter(line -> line.matches("\\| [^`|]+ \\| `[a-z0-9-]+` \\|")).toList();
        assertThat(shapes).containsExactlyElementsOf(
                Importers.all().stream()
                        .map(importer -> "| " + importer.shape().title() + " | `" + importer.shape().id() + "` |")
                        .toList());
    }

    @Test
    void theCommandsStandOnTheFirstScreen() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")).stream().limit(20).filter(line -> line.startsWith("    ")))
                .containsExactly("    mvn -q compile exec:exec", "    mvn verify", "    mvn verify -Plake");
    }

    @Test
    void theDocumentOnRulesListsEachRuleAsItsFileSays() throws IOException {
        List<String> rules = Files.readAllLines(Path.of("docs/rules.md")).stream()
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\|.*")).toList();
        assertThat(rules)
                .containsExactlyElementsOf(RuleFiles.shipped().stream()
                        .map(rule -> "| `" + rule.id() + "` | " + rule.title() + " | " + rule.severity().id() + " | "
                                + String.join(", ", rule.attack()) + " |")
                        .toList());
    }
}
