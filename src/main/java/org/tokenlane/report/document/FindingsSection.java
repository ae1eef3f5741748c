package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** What the rules found, merged and one by one, and which of them could not be evaluated. */
final class FindingsSection {

    /** How many supporting events a finding names; the attached facts have them all. */
    static final int MOST_EVENTS = 8;

    private static final int MOST_USERS = 10;
    /** How many users of a group of findings are named; the number of the others follows. */
    private static final int FEW_USERS = 3;

    private FindingsSection() {
    }

    /** {@code F1}: how a finding is referred to. */
    static String name(int number) {
        return "F" + number;
    }

    /**
     * The findings merged: those of the incident by account, the others by rule.
     *
     * @param detailed
     *            whether each is in the report by itself, too
     */
    static void write(ReportPage page, ReportContent.Judgements judgements, boolean detailed) {
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
        if (detailed && !judgements.findings().isEmpty()) {
            page.paragraph(ReportText.FINDINGS_MERGED.text(Section.DETAILS.text()), Style.ABOUT);
        }
        List<Row> incident = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        for (FindingGroup group : judgements.groups()) {
            String account = group.account();
            (account == null ? others : incident).add(Row.of(group.severity().text(),
                    account == null ? users(group) : account, String.join("; ", group.titles()),
                    ReportText.NUMBER.text(group.events()),
                    detailed ? group.references() : ReportText.NUMBER.text(group.findings().size())));
        }
        groups(page, "findings-incident", ReportText.FINDINGS_OF_INCIDENT, incident);
        groups(page, "findings-others", ReportText.FINDINGS_OF_OTHERS, others);
        if (!judgements.notEvaluated().isEmpty()) {
            page.heading("not-evaluated", ReportText.NOT_EVALUATED.text());
            page.table(new ReportTable(List.of(Column.of(ReportText.RULE, 45), Column.of(ReportText.REASON, 55)),
                    judgements.notEvaluated().stream()
                            .map(outcome -> Row.of(outcome.title(), outcome.notEvaluated())).toList()));
        }
    }

    private static void groups(ReportPage page, String id, ReportText title, List<Row> rows) {
        if (!rows.isEmpty()) {
            page.heading(id, title.text());
            page.list(title.text(), "", new ReportTable(List.of(Column.of(ReportText.FINDING_SEVERITY, 9),
                    Column.of(ReportText.FINDING_ACCOUNT, 21), Column.of(ReportText.FINDING_WHAT, 44),
                    Column.of(ReportText.FINDING_EVENTS, 8), Column.of(ReportText.FINDING_NUMBERS, 18)), rows));
        }
    }

    private static String users(FindingGroup group) {
        List<String> users = group.users();
        String few = String.join(", ", users.stream().limit(FEW_USERS).toList());
        return users.size() <= FEW_USERS ? few : PhaseText.AND_MORE.text(few, users.size() - FEW_USERS);
    }

    /** Each finding by itself, with what speaks against it and its proof. */
    static void details(ReportPage page, ReportContent.Judgements judgements) {
        if (judgements.findings().isEmpty()) {
            return;
        }
        page.section("details", Section.DETAILS.text());
        int number = 0;
        for (Finding finding : judgements.findings()) {
            finding(page, finding, ++number, judgements.places());
        }
    }

    private static void finding(ReportPage page, Finding finding, int number, Map<String, String> places) {
        page.markup().open("div", "class", "finding " + finding.severity().id()).element("h3",
                ReportText.FINDING_TITLE.text(name(number), finding.title()), "id", "finding-" + number);
        List<String> about = new ArrayList<>(List.of(ReportText.SEVERITY.text(finding.severity().text())));
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
            String ids = finding.eventIds().stream().limit(MOST_EVENTS)
                    .map(id -> ReportText.PROOF_AT.text(id, places.getOrDefault(id, "")))
                    .collect(Collectors.joining("; "));
            page.paragraph((events > MOST_EVENTS ? ReportText.FIRST_EVENTS : ReportText.SUPPORTING_EVENTS)
                    .text(events, ids), Style.PROOF);
        }
        page.markup().close();
    }
}
