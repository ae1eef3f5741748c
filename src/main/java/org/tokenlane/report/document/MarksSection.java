package org.tokenlane.report.document;

import java.util.List;
import java.util.Objects;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.ReportContent.MarkLine;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** The analyst's marks. */
final class MarksSection {

    private MarksSection() {
    }

    static void write(ReportPage page, ReportContent.MarksPart marks) {
        page.section("marks", Section.MARKS.text());
        if (marks.lines().isEmpty()) {
            page.paragraph(ReportText.NO_MARKS.text());
            return;
        }
        page.paragraph(ReportText.VERDICT_SCOPE.text());
        if (!marks.verdicts().isEmpty()) {
            List<String> verdicts = marks.verdicts().entrySet().stream()
                    .map(verdict -> ReportText.VERDICT_EVENTS.text(
                            Objects.requireNonNull(Verdict.named(verdict.getKey())).inside(), verdict.getValue()))
                    .toList();
            page.paragraph(ReportText.VERDICTS.text(String.join(", ", verdicts)));
        }
        page.table(table(marks.lines()));
    }

    static ReportTable table(List<MarkLine> lines) {
        return new ReportTable(List.of(Column.of(ReportText.TIME, 14), Column.of(ReportText.AUTHOR, 10),
                Column.of(ReportText.MARK_TYPE, 10), Column.of(ReportText.TARGET, 26),
                Column.of(ReportText.MARK_CONTENT, 32), Column.of(ReportText.EVENTS, 8)),
                lines.stream().map(line -> Row.of(line.at(), line.by(), line.kind(), line.on(), line.says(),
                        line.events() < 0 ? "" : ReportText.NUMBER.text(line.events()))).toList());
    }
}
