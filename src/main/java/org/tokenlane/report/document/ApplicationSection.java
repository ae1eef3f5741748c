package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.document.ReportContent.AddressLine;
import org.tokenlane.report.document.ReportContent.ApplicationPart;
import org.tokenlane.report.document.ReportContent.EventLine;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Fact;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** The applications that are described in detail, each a section of its own. */
final class ApplicationSection {

    private final ReportPage page;
    private final ReportOptions options;
    private final ApplicationPart part;
    private final int number;

    private ApplicationSection(ReportPage page, ReportOptions options, ApplicationPart part, int number) {
        this.page = page;
        this.options = options;
        this.part = part;
        this.number = number;
    }

    static void write(ReportPage page, ReportContent content) {
        int number = 0;
        for (ApplicationPart part : content.applications()) {
            new ApplicationSection(page, content.options(), part, ++number).write(content.parts().size());
        }
    }

    /** @param before
     *            how many timelines are before those of applications */
    private void write(int before) {
        ApplicationSubject subject = part.subject();
        page.section("application-" + number, ReportText.APPLICATION_HEADING.text(number, subject.facts().name()));
        facts(subject.facts());
        if (!part.marks().isEmpty() && options.sections().contains(Section.MARKS)) {
            page.heading("application-marks-" + number, Section.MARKS.text());
            page.table(MarksSection.table(part.marks()));
        }
        if (!subject.findings().isEmpty()) {
            page.heading("application-findings-" + number, Section.FINDINGS.text());
            page.table(new ReportTable(List.of(Column.of(ReportText.FINDING_SEVERITY, 10),
                    Column.of(ReportText.FINDING, 25), Column.of(ReportText.REASON, 65)),
                    subject.findings().stream().map(ApplicationSection::finding).toList()));
        }
        page.heading("application-timeline-" + number, ReportText.TIMELINE.text());
        SessionSection.timeline(page, part.drawing(), before + number - 1);
        page.heading("application-changes-" + number, ReportText.APPLICATION_CHANGES.text());
        changes();
        page.heading("application-addresses-" + number, ReportText.APPLICATION_ADDRESSES.text());
        page.table(new ReportTable(List.of(Column.of(ReportText.ADDRESS, 30), Column.of(ReportText.SIGN_INS, 10),
                Column.of(ReportText.OPERATIONS, 12), Column.of(ReportText.FIRST, 24),
                Column.of(ReportText.LAST, 24)),
                part.addresses().stream().map(ApplicationSection::address).toList()));
        if (options.sections().contains(Section.EXPOSURE)) {
            exposure();
        }
        page.heading("application-events-" + number, ReportText.EVENTS.text());
        page.list(ReportText.APPLICATION_EVENTS.text(number), "", SessionSection.events(part.lines()));
        if (part.moreEvents() > 0) {
            page.paragraph(ReportText.MORE_APPLICATION_EVENTS.text(part.moreEvents(), options.mostEvents()),
                    Style.ABOUT);
        }
    }

    private void facts(ApplicationFacts facts) {
        List<Fact> all = new ArrayList<>(List.of(Fact.of(ReportText.APPLICATION_ID, facts.id()),
                Fact.of(ReportText.FIRST_EVENT, ReportTimes.seconds(facts.first())),
                Fact.of(ReportText.LAST_EVENT, ReportTimes.seconds(facts.last())),
                Fact.of(ReportText.SIGN_INS_TOKENS_OPERATIONS,
                        ReportText.THREE_NUMBERS.text(facts.signIns(), facts.tokens(), facts.operations(),
                                facts.refusedCalls())),
                Fact.of(ReportText.RISK, ReportText.NUMBER.text(part.subject().risk().points()))));
        if (options.sections().contains(Section.EXPOSURE)) {
            all.add(Fact.of(ReportText.ACCESSED, part.exposure().summary()));
        }
        page.facts(all);
    }

    private static Row finding(Finding finding) {
        return Row.of(finding.severity().id(), finding.title(), finding.why());
    }

    private void changes() {
        if (part.changes().isEmpty()) {
            page.paragraph(ReportText.NO_APPLICATION_CHANGES.text());
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < part.changes().size(); i++) {
            EventLine line = part.changes().get(i);
            ApplicationSubject.Change change = part.subject().changes().get(i);
            rows.add(Row.of(ReportTimes.seconds(change.time()), change.activity(), change.by(), line.ip(), line.id(),
                    SessionSection.evidence(line)));
        }
        page.list(ReportText.APPLICATION_CHANGE_LIST.text(number), "", new ReportTable(
                List.of(Column.of(ReportText.TIME, 16), Column.of(ReportText.OPERATION, 22),
                        Column.of(ReportText.CHANGED_BY, 18), Column.of(ReportText.ADDRESS, 12),
                        Column.of(ReportText.CITED_ID, 18), Column.of(ReportText.EVIDENCE, 14)),
                rows));
    }

    private static Row address(AddressLine line) {
        return Row.of(line.ip(), ReportText.NUMBER.text(line.signIns()), ReportText.NUMBER.text(line.operations()),
                ReportTimes.seconds(line.first()), ReportTimes.seconds(line.last()));
    }

    private void exposure() {
        ReportTables tables = new ReportTables(options.mostEvents());
        for (ExposureTable list : part.exposure().tables()) {
            page.heading("application-" + number + "-" + list.id(),
                    ReportText.COUNTED.text(list.title(), list.rows().size()));
            ReportTables.Fitted fitted = tables.of(list);
            page.list(ReportText.APPLICATION_EXPOSURE.text(number, list.title()), fitted.common(), fitted.table());
            if (fitted.more() > 0) {
                page.paragraph(ReportText.MORE_ROWS.text(fitted.more()), Style.ABOUT);
            }
        }
        part.exposure().limits().forEach(limit -> page.paragraph(limit, Style.ABOUT));
    }
}
