package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** What the rules found, and which of them could not be evaluated. */
final class FindingsSection {

    /** How many supporting events a finding names; the attached facts have them all. */
    private static final int MOST_EVENTS = 12;

    private static final int MOST_USERS = 10;

    private FindingsSection() {
    }

    static void write(ReportPage page, ReportContent.Judgements judgements) {
        page.section("findings", Section.FINDINGS.text());
        if (judgements.findings().isEmpty()) {
            page.paragraph(ReportText.NO_FINDINGS.text());
        }
        if (judgements.risk().points() > 0) {
            page.paragraph(ReportText.CASE_RISK.text(judgements.risk().points(), judgements.users().size(),
                    judgements.users().stream().limit(MOST_USERS)
                            .map(user -> ReportText.USER_RISK.text(user.upn(), user.points()))
                            .collect(Collectors.joining(", "))));
        }
        judgements.findings().forEach(finding -> finding(page, finding));
        if (!judgements.notEvaluated().isEmpty()) {
            page.heading("not-evaluated", ReportText.NOT_EVALUATED.text());
            page.table(new ReportTable(List.of(Column.of(ReportText.RULE, 45), Column.of(ReportText.REASON, 55)),
                    judgements.notEvaluated().stream()
                            .map(outcome -> Row.of(outcome.title(), outcome.notEvaluated())).toList()));
        }
    }

    private static void finding(ReportPage page, Finding finding) {
        page.markup().open("div", "class", "finding " + finding.severity().id()).element("h3", finding.title());
        List<String> about = new ArrayList<>(List.of(ReportText.SEVERITY.text(finding.severity().id())));
        if (!finding.attack().isEmpty()) {
            about.add(ReportText.ATTACK.text(String.join(", ", finding.attack())));
        }
        if (finding.sessionId() != null) {
            about.add(ReportText.IN_SESSION.text(finding.sessionId()));
        }
        if (finding.upn() != null) {
            about.add(finding.upn());
        }
        page.paragraph(String.join("; ", about), Style.ABOUT);
        page.paragraph(finding.why());
        // a gap in the evidence has no events, so nothing could speak against it
        if (!finding.against().isEmpty()) {
            page.paragraph(ReportText.COUNTER_EVIDENCE.text(String.join(" ", finding.against())), Style.AGAINST);
        } else if (!finding.eventIds().isEmpty()) {
            page.paragraph(ReportText.NO_COUNTER_EVIDENCE.text(), Style.AGAINST);
        }
        if (!finding.next().isEmpty()) {
            page.paragraph(ReportText.NEXT_STEP.text(finding.next()));
        }
        int events = finding.eventIds().size();
        if (events > 0) {
            String ids = String.join(", ", finding.eventIds().subList(0, Math.min(MOST_EVENTS, events)));
            page.paragraph((events > MOST_EVENTS ? ReportText.FIRST_EVENTS : ReportText.SUPPORTING_EVENTS)
                    .text(events, ids), Style.PROOF);
        }
        page.markup().close();
    }
}
