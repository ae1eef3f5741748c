package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** The first questions with their answers, what the case holds, and the events that the answers refer to. */
final class SummarySection {

    private static final int MOST_APPLICATIONS = 50;

    private SummarySection() {
    }

    static void write(ReportPage page, ReportContent content) {
        page.section("summary", Section.SUMMARY.text());
        ReportContent.AnswersPart answers = content.answers();
        Citations citations = answers.citations();
        for (Answer answer : answers.all()) {
            page.heading("question-" + answer.question().id(), answer.question().text());
            page.paragraph(answer.text());
            List<String> items = new ArrayList<>();
            answer.lines().forEach(line -> items.add(citations.cite(line)));
            items.addAll(answer.limits());
            if (!items.isEmpty()) {
                page.markup().open("ul", "class", "answer");
                items.forEach(item -> page.markup().element("li", item));
                page.markup().close();
            }
            if (!answer.fetch().isEmpty()) {
                page.paragraph(ReportText.TO_FETCH.text(String.join(" ", answer.fetch())), Style.ABOUT);
            }
        }
        page.paragraph(ReportText.WHOSE_EVENTS.text(), Style.ABOUT);
        if (!answers.applications().isEmpty()) {
            page.heading("applications", ReportText.APPLICATIONS.text());
            page.paragraph(ReportText.APPLICATIONS_NOTE.text(), Style.ABOUT);
            page.table(applications(answers.applications()));
        }
        page.heading("numbers", ReportText.CASE_IN_NUMBERS.text());
        content.summary().forEach(page::paragraph);
    }

    /**
     * The events that sentences of this report refer to, with the numbers that they have in every report on the case;
     * where it has no such sentences, all, for the reports that refer to this one.
     */
    static void cited(ReportPage page, ReportContent content) {
        boolean answered = content.options().sections().contains(Section.SUMMARY);
        boolean told = content.options().sections().contains(Section.STORY);
        ReportContent.AnswersPart answers = content.answers();
        BitSet numbers = answers.citations().numbers(Citations.lines(
                answered || !told ? answers.all() : List.of(), told || !answered ? answers.stories() : List.of()));
        if (!numbers.isEmpty()) {
            page.section("cited", Section.CITED.text());
            page.list(Section.CITED.text(), ReportText.CITED_EVENTS_NOTE.text(), cited(answers.cited(), numbers));
        }
    }

    private static ReportTable applications(List<ApplicationSubject> all) {
        return new ReportTable(List.of(Column.of(ReportText.APPLICATION, 22), Column.of(ReportText.RISK, 7),
                Column.of(ReportText.FIRST, 14), Column.of(ReportText.LAST, 14),
                Column.of(ReportText.APPLICATION_ACTS, 15), Column.of(ReportText.APPLICATION_CHANGES, 28)),
                all.stream().limit(MOST_APPLICATIONS).map(SummarySection::application).toList());
    }

    private static Row application(ApplicationSubject subject) {
        String changes = String.join("; ", subject.changes().stream().map(change -> ReportText.APPLICATION_CHANGE.text(
                ReportTimes.seconds(change.time()), change.activity(), change.by() == null ? 0 : 1,
                String.valueOf(change.by()))).toList());
        return Row.of(subject.facts().name(), ReportText.NUMBER.text(subject.risk().points()),
                ReportTimes.seconds(subject.facts().first()), ReportTimes.seconds(subject.facts().last()),
                ReportText.APPLICATION_NUMBERS.text(subject.facts().signIns(), subject.facts().operations(),
                        subject.facts().refusedCalls()),
                changes);
    }

    private static ReportTable cited(List<ReportContent.CitedEvent> events, BitSet numbers) {
        List<Row> rows = new ArrayList<>();
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            ReportContent.CitedEvent cited = events.get(number - 1);
            ReportContent.EventLine event = cited.event();
            rows.add(Row.of(Citations.name(number), event.time() == null ? ReportText.NO_TIME.text()
                    : ReportTimes.precise(event.time()), event.operation(), event.sentence(), event.id(),
                    event.evidence(),
                    event.record() == 0 ? String.valueOf(event.line())
                            : ReportText.CITED_RECORD.text(String.valueOf(event.line()),
                                    String.valueOf(event.record())),
                    cited.sha256()));
        }
        return new ReportTable(List.of(Column.of(ReportText.CITED_AS, 4), Column.of(ReportText.TIME, 13),
                Column.of(ReportText.OPERATION, 12), Column.of(ReportText.IN_WORDS, 16),
                Column.of(ReportText.CITED_ID, 9), Column.of(ReportText.CITED_FILE, 12),
                Column.of(ReportText.CITED_LINE, 6), Column.of(ReportText.RECORD_SHA256, 28)), rows);
    }
}
