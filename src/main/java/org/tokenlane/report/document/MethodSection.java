package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.report.document.ReportContent.LinkLine;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** How the report was made, what the evidence covers and what it does not. */
final class MethodSection {

    private MethodSection() {
    }

    static void write(ReportPage page, ReportContent.CoveragePart coverage) {
        page.section("method", Section.METHOD.text());
        page.paragraph(ReportText.METHOD_RECORDS.text());
        page.paragraph(ReportText.METHOD_LINKS.text());
        page.paragraph(ReportText.METHOD_TOKENS.text());
        page.table(new ReportTable(List.of(Column.of(ReportText.LINKS, 80), Column.of(ReportText.EVENTS, 20)),
                coverage.links().stream()
                        .map(link -> Row.of(words(link), ReportText.NUMBER.text(link.events()))).toList()));
        page.heading("sources", ReportText.SOURCES.text());
        page.paragraph(ReportText.COVERAGE_NOTE.text(coverage.days().isEmpty() ? 1 : coverage.days().getFirst().each()),
                Style.ABOUT);
        page.table(new ReportTable(List.of(Column.of(ReportText.LOG, 14), Column.of(ReportText.LOG_PART, 19),
                Column.of(ReportText.EVENTS, 8), Column.of(ReportText.DAYS_WITHOUT_EVENTS, 26),
                Column.of(ReportText.DAYS, 33)),
                coverage.days().stream()
                        .map(line -> Row.of(line.log(), line.part(), ReportText.NUMBER.text(line.events()),
                                line.without(), line.strip()))
                        .toList()));
        page.heading("gaps", ReportText.GAPS.text());
        if (coverage.gaps().isEmpty()) {
            page.paragraph(ReportText.NONE_IDENTIFIED.text());
        }
        coverage.gaps().forEach(gap -> page.paragraph(gap.what() + " " + gap.fetch()));
    }

    private static String words(LinkLine link) {
        LinkRule rule = link.rule();
        if (rule == LinkRule.NONE) {
            return ReportText.LINK_NONE.text();
        }
        return rule.isInferred() ? ReportText.LINK_INFERRED.text(rule.confidence(), rule.words())
                : ReportText.LINK_FACT.text(rule.words());
    }
}
