package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Program;
import org.tokenlane.store.CaseFile;

/** What is carved from a lake is, as a case, the same as the whole case where the selected session is concerned. */
class CarveTest {

    /** What was done with the attacker's token for Exchange. */
    private static final int OPERATIONS = 59;

    @TempDir
    Path folder;

    private Path carve(String session) {
        Path out = folder.resolve("carved");
        SampleLake.run("carve", "--lake", SampleLake.sample().lake().toString(), "--session", session, "--out",
                out.toString());
        return out;
    }

    @Test
    void theAttackersSessionHasTheSameTreeAsInTheWholeCase() throws IOException {
        String session = SampleLake.answers().aitmSession();
        Path carved = carve(session);
        try (CaseFile part = CaseFile.create(folder.resolve("part.tlcase"), null, "test");
                CaseFile whole = CaseFile.open(SampleLake.sample().caseFile(), null)) {
            ImportReport report = new ImportService(part, Importers.all()).importAll(List.of(carved),
                    ImportOptions.by("test"), Progress.NONE);
            assertThat(report.refused()).isEmpty();
            assertThat(report.rejected()).isZero();
            assertThat(report.records()).isPositive().isLessThan(SampleLake.sample().report().records() / 2);
            Correlation of = Correlation.upToDate(part);
            Correlation all = Correlation.upToDate(whole);
            SessionFacts inPart = new SessionQueries(of).facts(of.sessionCode(session));
            SessionFacts inWhole = new SessionQueries(all).facts(all.sessionCode(session));
            assertThat(inPart).isEqualTo(inWhole);
            Map<String, Object> tree = tree(of, session);
            assertThat(tree).isEqualTo(tree(all, session));
            assertThat(tree.get(SampleLake.answers().exchangeToken())).isInstanceOfSatisfying(Map.class,
                    token -> assertThat(operations(token)).isEqualTo(OPERATIONS));
            // from this follows the notice that the case is an extract
            assertThat(part.evidence()).allSatisfy(evidence -> assertThat(evidence.origin()).isNotNull()
                    .satisfies(origin -> assertThat(origin.caseName())
                            .isEqualTo(SampleLake.sample().lake().toString())));
            sameBytes(part);
            manifest(carved, report);
        }
    }

    private static int operations(Map<?, ?> token) {
        return ((Map<?, ?>) token.get("operations")).values().stream().mapToInt(number -> (Integer) number).sum();
    }

    /** The session's tokens, each with its operations by name and the ids of its events, and its other events. */
    private static Map<String, Object> tree(Correlation correlation, String session) {
        SessionQueries queries = new SessionQueries(correlation);
        Map<String, Object> tree = new HashMap<>();
        int code = correlation.sessionCode(session);
        tree.put("", List.of(ids(correlation, queries.withoutToken(code)), ids(correlation, queries.inferred(code))));
        queries.tokensOf(code).forEach(token -> {
            var trail = queries.token(token);
            tree.put(trail.uti(), Map.of("operations", trail.operationsByName(), "events",
                    ids(correlation, trail.events())));
        });
        return tree;
    }

    private static List<String> ids(Correlation correlation, int[] events) {
        return Arrays.stream(events).mapToObj(correlation.events()::id).toList();
    }

    /** Each record stands in its source file on the line that the case names, byte for byte. */
    private static void sameBytes(CaseFile part) throws IOException {
        var events = Correlation.upToDate(part).events();
        Map<Integer, String> sources = new HashMap<>();
        for (Evidence evidence : part.evidence()) {
            sources.put(evidence.id(), Files.readString(Path.of(java.net.URI.create(evidence.path()))));
        }
        int compared = 0;
        for (int event = 0; event < events.size(); event++) {
            for (var place : events.places(event)) {
                String text = part.rawRecords().text(place);
                assertThat(sources.get(place.evidence())).contains(text);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static void manifest(Path carved, ImportReport report) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(carved.resolve("manifest.json").toFile());
        assertThat(manifest.path("records").asLong()).isEqualTo(report.records());
        assertThat(manifest.path("files")).hasSameSizeAs(report.imported());
        assertThat(manifest.path("program").asText()).isEqualTo(Program.NAME);
        assertThat(manifest.path("application").asText())
                .isEqualTo(LocalSpark.session().sparkContext().applicationId());
        assertThat(manifest.path("query").path("sessions").path(0).asText())
                .isEqualTo(SampleLake.answers().aitmSession());
        assertThat(manifest.path("links").asText()).isEqualTo(LakeText.MANIFEST_LINKS.text());
    }

    @Test
    void aFolderThatWasChangedIsRefusedAndAFullOneIsLeftAlone() throws IOException {
        Path carved = carve(SampleLake.answers().deviceCodeSession());
        assertThat(SampleLake.fails("carve", "--lake", SampleLake.sample().lake().toString(), "--session",
                SampleLake.answers().deviceCodeSession(), "--out", carved.toString()))
                .contains(LakeText.CARVE_NOT_EMPTY.text(carved));
        try (var files = Files.list(carved.resolve("files"))) {
            Path one = files.filter(file -> !file.getFileName().toString().startsWith(".")).findFirst().orElseThrow();
            Files.writeString(one, Files.readString(one) + "\n{}");
        }
        try (CaseFile part = CaseFile.create(folder.resolve("part.tlcase"), null, "test")) {
            ImportReport report = new ImportService(part, Importers.all()).importAll(List.of(carved),
                    ImportOptions.by("test"), Progress.NONE);
            assertThat(report.imported()).isEmpty();
            assertThat(report.refused()).singleElement()
                    .satisfies(remark -> assertThat(remark.path()).isEqualTo(carved.toString()));
        }
    }
}
