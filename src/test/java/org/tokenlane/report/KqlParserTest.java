package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;

/**
 * Every generated query in Microsoft's own parser, with the tables' columns declared: {@code mvn verify -Pkql}. Needs
 * Node and npm; the parser is fetched into {@code target/kql} once.
 */
@Tag("kql")
class KqlParserTest {

    private static final Path FOLDER = Path.of("target", "kql");
    private static final long SOME_TIME = 1_789_113_600_000_000_000L;

    @Test
    void everyQueryParsesWithoutAnObjection() throws Exception {
        List<String> values = List.of("ab-1", "x\"]); externaldata() //\n\\", "ø'`{}");
        KqlSubject all = new KqlSubject(values, values, values, values, values, values, SOME_TIME, SOME_TIME);
        List<Path> files = new ArrayList<>();
        for (KqlSubject subject : List.of(all,
                new KqlSubject(values, values, values, values, values, values, AuditEvent.NO_TIME, 0),
                KqlSubject.of(List.of(), List.of("a"), List.of(), SOME_TIME, SOME_TIME))) {
            for (KqlText.Query query : KqlText.queries(subject)) {
                files.add(write("query-" + files.size() + ".kql", "// " + query.title() + '\n' + query.text()));
            }
        }
        Run run = check(files);
        assertThat(run.output).isEqualTo(files.size() + " queries, 0 diagnostics");
        assertThat(run.code).isZero();
        assertThat(files).hasSize(18);
    }

    @Test
    void aColumnThatATableDoesNotHaveAndANameThatIsAKeywordAreObjectedTo() throws Exception {
        assertThat(check(List.of(write("column.kql", "SigninLogs | where NoSuchColumn == 'x'"))).code).isNotZero();
        assertThat(check(List.of(write("keyword.kql", "let to = 1;\nSigninLogs | take to"))).code).isNotZero();
    }

    private static Path write(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        return Files.writeString(FOLDER.resolve(name), text);
    }

    private record Run(int code, String output) {
    }

    private static Run check(List<Path> files) throws Exception {
        for (String name : List.of("package.json", "package-lock.json", "check.js", "schemas.json")) {
            try (InputStream in = Objects.requireNonNull(KqlParserTest.class.getResourceAsStream("/kql/" + name))) {
                write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules/@kusto/language-service-next"))) {
            Run fetched = run(List.of("npm", "ci", "--no-audit", "--no-fund"));
            assertThat(fetched.code).as(fetched.output).isZero();
        }
        List<String> command = new ArrayList<>(List.of("node", "check.js", "schemas.json"));
        files.forEach(file -> command.add(file.getFileName().toString()));
        return run(command);
    }

    private static Run run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.strip());
    }
}
