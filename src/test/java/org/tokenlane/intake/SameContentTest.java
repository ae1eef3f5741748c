package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.benchmark.PurviewGenerator;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseContent;

/**
 * A faster import stores what the slower one did: the sample tenant and a generated audit log give the content that is
 * recorded in {@code same-content.txt}. Whoever changes on purpose what is read or linked, or the sample tenant, puts
 * the new lines there: the failure shows which columns they are.
 */
class SameContentTest {

    @TempDir
    private Path folder;

    @Test
    void theSameFilesGiveTheSameEventsLinksAndRawBytes() throws IOException {
        Path sample = folder.resolve("sample");
        SampleTenant.write(sample);
        Path generated = folder.resolve("generated.csv");
        PurviewGenerator.write(generated, 500);
        try (TestCase test = new TestCase(folder)) {
            test.load(sample, generated);
            assertThat(lines(CaseContent.of(test.caseFile()))).isEqualTo(recorded());
        }
    }

    private static String lines(Map<String, String> content) {
        return content.entrySet().stream().map(column -> column.getKey() + ": " + column.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String recorded() throws IOException {
        try (InputStream in = SameContentTest.class.getResourceAsStream("/intake/same-content.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
