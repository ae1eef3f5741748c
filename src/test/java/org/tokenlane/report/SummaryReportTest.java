package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.Technique.Tactic;
import org.tokenlane.report.document.AccountPhases;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;

/** What the first page of a report says, and what it refers to. */
class SummaryReportTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;
    private static ReportContent content;

    @BeforeAll
    static void build() throws Exception {
        sample = new OpenedSample(folder);
        OpenCase open = sample.open();
        Enrichment enrichment = Enrichment.of(Networks.open(List.of()));
        Detection detection = Detection.of(open.file(), open.correlation(), new RecordDetails(),
                new KnownNetworks(enrichment), Progress.NONE);
        content = new ReportBuilder(open.file(), open.correlation(), detection,
                new ReportOptions(List.of(), "", "", null,
                        List.of(Section.SUMMARY, Section.STORY, Section.MEASURES, Section.NOTIFICATION,
                                Section.SESSIONS),
                        10,
                        Instant.EPOCH),
                enrichment,
                new RecordDetails(), Progress.NONE).build();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void allQuestionsAreAnsweredBeforeAnythingElse() {
        String html = ReportHtml.forBrowser(content);
        int last = 0;
        for (Question question : Question.values()) {
            int at = html.indexOf(question.text(), last);
            assertThat(at).as(question.id()).isGreaterThan(last);
            last = at;
        }
        assertThat(last).isLessThan(html.indexOf("id=\"summary\""));
    }

    @Test
    void eventsAndListsAndTheStoryStateWhatWasDoneInTheSameWords() {
        OpenCase open = sample.open();
        CaseEvents events = open.events();
        Sentences sentences = new Sentences(events,
                new EventDetails(events, open.file().rawRecords(), new RecordDetails()));
        Map<String, String> expected = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            if ("New-InboxRule".equals(events.text(EventField.OPERATION, event))) {
                expected.put(events.id(event), sentences.of(event).toString());
            }
        }
        List<ReportContent.EventLine> created = Stream
                .concat(content.parts().stream().flatMap(part -> part.lines().stream()),
                        content.answers().cited().stream().map(ReportContent.CitedEvent::event))
                .filter(line -> expected.containsKey(line.id())).toList();
        assertThat(created).isNotEmpty()
                .allSatisfy(line -> assertThat(line.sentence()).isEqualTo(expected.get(line.id())));
        ExposureTable rules = content.answers().attackers().tables().stream()
                .filter(table -> table.title().equals(ExportText.RULES.text())).findFirst().orElseThrow();
        int sentence = rules.columns().indexOf(ExposureTable.Column.SENTENCE);
        assertThat(rules.columns().get(sentence - 1)).isEqualTo(ExposureTable.Column.OPERATION);
        assertThat(rules.rows()).isNotEmpty().allSatisfy(
                row -> assertThat(row.text(sentence)).isEqualTo(sentences.of(row.events()[0]).toString()));
        String story = content.answers().stories().stream().flatMap(account -> account.phases().stream())
                .flatMap(phase -> phase.lines().stream()).map(Answer.Line::text).collect(Collectors.joining("\n"));
        assertThat(created).allSatisfy(line -> assertThat(story).contains(line.sentence()));
    }

    @Test
    void theStoryOfAnAccountRestsOnEveryOperationOfTheAttackerInIt() {
        OpenCase open = sample.open();
        KnownNetworks networks = new KnownNetworks(Enrichment.of(Networks.open(List.of())));
        Detection detection = Detection.of(open.file(), open.correlation(), new RecordDetails(), networks,
                Progress.NONE);
        Answers answers = Answers.of(open.file(),
                Detection.facts(open.file(), open.correlation(), new RecordDetails(), networks),
                detection.findings(), MarkedEvents.of(open.file(), open.correlation()), Progress.NONE);
        assertThat(answers.incident().accounts()).hasSize(4);
        for (Account account : answers.incident().accounts()) {
            AccountPhases story = content.answers().stories().stream()
                    .filter(one -> one.account().equals(account.title())).findFirst().orElseThrow();
            List<Integer> told = story.phases().stream().flatMap(phase -> phase.lines().stream())
                    .flatMap(line -> line.events().stream()).toList();
            assertThat(told).containsAll(account.events().stream()
                    .filter(event -> open.correlation().events().kind(event).isOperation()).toList());
        }
    }

    @Test
    void thePhasesOfTheAttackAreToldInTheOrderInWhichTheyBegan() {
        assertThat(content.answers().stories().getFirst().phases()).extracting(AccountPhases.Phase::tactic)
                .containsExactly(Tactic.INITIAL_ACCESS, Tactic.CREDENTIAL_ACCESS, Tactic.DEFENSE_EVASION,
                        Tactic.COLLECTION, Tactic.PERSISTENCE, Tactic.DISCOVERY, Tactic.LATERAL_MOVEMENT,
                        Tactic.EXFILTRATION);
        assertThat(content.answers().stories().getFirst().phases()).allSatisfy(phase -> assertThat(phase.lines())
                .isSortedAccordingTo(Comparator.comparingLong(Answer.Line::time)));
    }

    @Test
    void everyReferenceIsInTheListOfCitedEventsAndEveryCitedEventIsReferredTo() {
        Matcher matcher = Pattern.compile("\\bE(\\d+)\\b(?=[^<\\]]*\\])").matcher(ReportHtml.forBrowser(content));
        List<Integer> cited = new ArrayList<>();
        while (matcher.find()) {
            cited.add(Integer.valueOf(matcher.group(1)));
        }
        List<Integer> expected = new ArrayList<>();
        for (int i = 1; i <= content.answers().cited().size(); i++) {
            expected.add(i);
        }
        assertThat(cited.stream().distinct().sorted().toList()).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void aCitedEventHasTheHashOfItsRecord() {
        OpenCase open = sample.open();
        for (ReportContent.CitedEvent cited : content.answers().cited()) {
            int event = open.events().byIds(List.of(cited.event().id())).get(cited.event().id());
            RawPlace place = open.events().places(event).getFirst();
            assertThat(cited.sha256()).isEqualTo(Sha256.of(open.file().rawRecords().bytes(place)));
            assertThat(cited.event().line()).isEqualTo(place.line());
        }
    }

    @Test
    void theAnswersAreThoseOfTheWindow() {
        assertThat(content.answers().all()).extracting(Answer::question).containsExactly(Question.values());
        assertThat(content.answers().all()).extracting(Answer::text)
                .isEqualTo(sample.workbench.answers().answers().get().all().stream().map(Answer::text).toList());
    }

    /** On paper the picture of a timeline has to end where the column ends; the last event is the mailbox forwarding. */
    @Test
    void theLastKeyEventOfATimelineIsInsideThePrintedPage() throws IOException {
        ReportContent.SessionPart part = content.parts().stream()
                .filter(one -> one.facts().sessionId().equals(sample.answers.aitmSession())).findFirst().orElseThrow();
        assertThat(part.notes().keyEvents().getLast().time()).isEqualTo(part.timeline().last());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(content, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            int best = 0;
            for (int page = 0; page < document.getNumberOfPages() && best < part.notes().keyEvents().size(); page++) {
                best = Math.max(best, lines(renderer.renderImageWithDPI(page, 144)));
            }
            assertThat(best).isGreaterThanOrEqualTo(part.notes().keyEvents().size());
        }
    }

    /** How many upright red lines there are left of the right margin, which is 17 mm wide. */
    private static int lines(BufferedImage page) {
        int lines = 0;
        boolean before = false;
        for (int x = 0; x < page.getWidth() - 17 / 25.4 * 144; x++) {
            int red = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                int rgb = page.getRGB(x, y);
                // a thin line is mixed with the white beside it
                boolean isRed = (rgb >> 16 & 0xff) - (rgb >> 8 & 0xff) > 50 && (rgb >> 16 & 0xff) - (rgb & 0xff) > 40;
                red += isRed ? 1 : 0;
            }
            boolean line = red > 150;
            lines += line && !before ? 1 : 0;
            before = line;
        }
        return lines;
    }

    @Test
    void theOriginsOfTheAttackAreTheAttackersAndThoseOfTheUserAreNot() {
        assertThat(content.parts()).allSatisfy(
                part -> assertThat(part.origins()).anyMatch(origin -> origin.party() == Party.ATTACKER));
        ReportContent.SessionPart tricked = content.parts().stream()
                .filter(part -> part.facts().sessionId().equals(sample.answers.deviceCodeSession())).findFirst()
                .orElseThrow();
        assertThat(tricked.origins()).anyMatch(origin -> origin.party() != Party.ATTACKER);
        assertThat(tricked.timeline().origins()).anyMatch(person -> person.style().party() == Party.ATTACKER)
                .anyMatch(person -> person.style().party() != Party.ATTACKER);
    }
}
