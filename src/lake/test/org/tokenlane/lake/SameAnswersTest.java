package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.tokenlane.cli.TokenlaneCommand;

/** The commands on a lake give the answers of the workbench's commands on a case of the same files. */
class SameAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What comes from rules, external data and inference. */
    private static final Set<String> NOT_IN_A_LAKE = Set.of("risk", "riskBecause", "networks", "inferred", "appByTable",
            "appTableSource", "resourceByTable", "resourceTableSource");

    /** A file read in parts has no hash, and a lake names files with their file system. */
    private static final Set<String> OTHERWISE = Set.of("sha256", "path");

    private static String lake(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lake", SampleLake.sample().lake().toString()));
        return SampleLake.run(all.toArray(String[]::new));
    }

    private static String workbench(String... arguments) {
        return workbench(SampleLake.sample().caseFile(), arguments);
    }

    static String workbench(Path caseFile, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--case", caseFile.toString()));
        int code = new TokenlaneCommand(new PrintWriter(out), new PrintWriter(err), null)
                .run(all.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    static JsonNode exact(String json) throws IOException {
        return exact(JSON.readTree(json));
    }

    /** What is said by what records state. */
    private static JsonNode exact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(NOT_IN_A_LAKE);
            object.remove(OTHERWISE);
        }
        for (JsonNode child : node) {
            exact(child);
        }
        if (node instanceof ArrayNode array) {
            for (Iterator<JsonNode> all = array.iterator(); all.hasNext();) {
                JsonNode one = all.next();
                if (one.path("confidence").isNumber() && one.path("confidence").asDouble() < 1
                        && one.path("confidence").asDouble() > 0) {
                    all.remove();
                }
            }
        }
        return node;
    }

    /** As if much were known of users and addresses, which is divided then; the other tests have it in every task. */
    private static JsonNode sessionsOfALargeLake() throws IOException {
        LocalSpark.session().conf().set("spark.tokenlane.fewRows", "0");
        try {
            return exact(lake("sessions"));
        } finally {
            LocalSpark.session().conf().unset("spark.tokenlane.fewRows");
        }
    }

    @Test
    void sessionsAreTheSame() throws IOException {
        JsonNode inLake = sessionsOfALargeLake();
        assertThat(inLake).hasSizeGreaterThan(20);
        assertThat(inLake).isEqualTo(exact(workbench("sessions")));
    }

    @Test
    void theAttackersSessionIsTheSame() throws IOException {
        String session = SampleLake.answers().aitmSession();
        JsonNode inLake = exact(lake("session", session));
        assertThat(inLake.path("operations").asInt()).isPositive();
        assertThat(inLake).isEqualTo(exact(workbench("session", session)));
    }

    @Test
    void aTokenIsTheSame() throws IOException {
        JsonNode session = JSON.readTree(workbench("session", SampleLake.answers().aitmSession()));
        String uti = session.path("tokens").path(0).path("uti").asText();
        assertThat(exact(lake("token", uti))).isEqualTo(exact(workbench("token", uti)));
    }

    @Test
    void whatIsFoundIsTheSame() throws IOException {
        JsonNode session = JSON.readTree(workbench("session", SampleLake.answers().aitmSession()));
        String uti = session.path("tokens").path(0).path("uti").asText();
        assertThat(lines(lake("find", uti))).isNotEmpty().isEqualTo(lines(workbench("search", uti)));
    }

    private static List<JsonNode> lines(String text) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (String line : text.lines().toList()) {
            all.add(JSON.readTree(line));
        }
        // inferred links are not a lake's
        all.forEach(node -> ((ObjectNode) node).remove(List.of("session", "link", "confidence")));
        List<JsonNode> lines = new ArrayList<>();
        exact(all).forEach(lines::add);
        return lines;
    }

    @Test
    void soManyRowsGoToEveryTaskAndNoMore() {
        Dataset<Row> rows = LocalSpark.session().range(3).toDF();
        assertThat(LinkedEvents.few(rows, 3).count()).isEqualTo(3);
        assertThat(LinkedEvents.few(rows, 2)).isNull();
    }

    @Test
    void whatTheLakeDoesNotHoldIsSaid() {
        assertThat(SampleLake.fails("session", "00000000-1111-2222-3333-444444444444", "--lake",
                SampleLake.sample().lake().toString()))
                .contains(LakeText.NO_EVENT_OF_SESSION.text("00000000-1111-2222-3333-444444444444"));
    }
}
