package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.TimelineSvg;
import org.tokenlane.report.incident.IncidentForm;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.TimelineQuery;
import org.xml.sax.InputSource;

/** Texts that are made to run or to break out come through every export as texts. */
class HostileExportTest {

    private static final List<String> TEXTS = List.of("=HYPERLINK(\"http://203.0.113.1\",\"x\")",
            "+1+cmd|' /C calc'!A0", "@SUM(1)", "<script>alert(1)</script>",
            "x'] OR y = 'z",
            "a\\', b", "invoice \u202egpj.exe", "日本 Søren 😀");

    @TempDir
    private Path folder;
    private TestCase test;
    private Correlation correlation;

    @BeforeEach
    void write() {
        test = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < TEXTS.size(); i++) {
            StringWriter text = new StringWriter();
            JsonText.line(text, TEXTS.get(i));
            lines.append(String.format(
                    "{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-%012d\","
                            + "\"Operation\":%s,\"RecordType\":3,\"Workload\":\"Exchange\","
                            + "\"UserId\":\"adele@contoso.example\",\"ClientInfoString\":%s,"
                            + "\"ClientIPAddress\":\"203.0.113.7\",\"AppAccessContext\":{\"AADSessionId\":"
                            + "\"009ce429-40c2-14b7-a6c2-73f53f4e8d22\"}}%n",
                    i, i, text.toString().strip(), text.toString().strip()));
        }
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        correlation = Correlation.upToDate(test.caseFile());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private String written(EventForm form) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        form.write(printer, test.caseFile(), correlation,
                java.util.stream.IntStream.range(0, correlation.events().size()), this::activity);
        printer.flush();
        return out.toString();
    }

    private HostileActivity activity() {
        test.caseFile().marks().verdict(
                List.of(MarkTarget.of(MarkTarget.Kind.SESSION, "009ce429-40c2-14b7-a6c2-73f53f4e8d22")),
                Verdict.MALICIOUS, "", "Åse");
        CaseFacts facts = Detection.facts(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        MarkedEvents marked = MarkedEvents.of(test.caseFile(), correlation);
        return HostileActivity.of(correlation,
                Answers.of(test.caseFile(), facts, List.of(), marked, Progress.NONE), List.of(), marked);
    }

    @Test
    void everyFormOfAnIncidentIsReadByItsReader(@TempDir java.nio.file.Path out) throws Exception {
        HostileActivity activity = activity();
        for (IncidentForm form : IncidentForm.values()) {
            for (java.nio.file.Path file : form.write(test.caseFile(), out.resolve(form.word()), "", activity)) {
                String text = java.nio.file.Files.readString(file);
                if (form == IncidentForm.SENTINEL) {
                    Map<?, ?> hunt = (Map<?, ?>) new org.snakeyaml.engine.v2.api.Load(
                            org.snakeyaml.engine.v2.api.LoadSettings.builder().build()).loadFromString(text);
                    assertThat(hunt.keySet()).asString().contains("id", "name", "description", "query",
                            "requiredDataConnectors", "tactics", "relevantTechniques");
                    assertThat(hunt.get("query").toString()).startsWith("let ").contains("SigninLogs");
                } else {
                    assertThat(((Map<?, ?>) CommandRun.json(text))).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = EventForm.class, names = { "CSV", "TIMESKETCH_CSV" })
    void noCellOfATableBeginsAsAFormula(EventForm form) throws java.io.IOException {
        try (var parser = org.apache.commons.csv.CSVParser.builder().setReader(new StringReader(written(form)))
                .setFormat(org.apache.commons.csv.CSVFormat.RFC4180)
                .get()) {
            assertThat(parser.getRecords()).hasSize(TEXTS.size() + 1)
                    .allSatisfy(row -> assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = EventForm.class, names = { "JSONL", "JSONL_RAW", "TIMESKETCH" })
    void jsonLinesHoldTheTextsAsTheyAre(EventForm form) {
        List<Object> operations = written(form).lines()
                .map(line -> ((Map<?, ?>) CommandRun.json(line)).get("operation")).map(Object.class::cast).toList();
        assertThat(operations).containsExactlyElementsOf(TEXTS);
    }

    @Test
    void aPatternOfStixIsNotEndedByItsText() {
        String bundle = written(EventForm.STIX);
        List<?> objects = (List<?>) ((Map<?, ?>) CommandRun.json(bundle)).get("objects");
        List<String> patterns = objects.stream().map(object -> ((Map<?, ?>) object).get("pattern"))
                .filter(pattern -> pattern != null).map(Object::toString).toList();
        assertThat(patterns).hasSizeGreaterThan(2)
                .allMatch(pattern -> pattern.matches("(?s)\\[[^=]+ = '(?:[^'\\\\]|\\\\.)*'\\]"));
    }

    @Test
    void aTimelineIsWellFormedAndRunsNothing() throws Exception {
        String svg = TimelineSvg.of(new TimelineQuery(correlation)
                .of(java.util.stream.IntStream.range(0, correlation.events().size()).toArray(), LaneKey.APP));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).doesNotContain("<script", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1", " =1", "\u200b=1", "\uFF1D1", "\t=1", "-1+2", "\u0000=1" })
    void aFormulaBehindBlanksOrInvisibleLettersOrInWideFormsIsNoFormula(String text) {
        assertThat(CellText.harmless(text)).startsWith("'");
        assertThat(CellText.harmless("a=b")).isEqualTo("a=b");
    }
}
