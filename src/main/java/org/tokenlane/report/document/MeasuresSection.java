package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** What to do, with what is done of it. */
final class MeasuresSection {

    private MeasuresSection() {
    }

    static void write(ReportPage page, ReportContent.AnswersPart answers) {
        page.section("measures", Section.MEASURES.text());
        if (answers.sent() > 0) {
            page.heading("payment", ReportText.PAYMENT.text());
            page.paragraph(ReportText.PAYMENT_FIRST.text(answers.sent()));
        }
        page.heading("containment", ReportText.CONTAINMENT_STEPS.text());
        if (answers.containment().isEmpty()) {
            page.paragraph(ReportText.NO_MEASURES.text());
            return;
        }
        page.paragraph(ReportText.CONTAINMENT_NOTE.text(), Style.ABOUT);
        for (ContainmentSheet.Step step : answers.containment()) {
            page.heading("containment-" + step.id(), step.title());
            page.paragraph(step.why(), Style.ABOUT);
            if (!step.items().isEmpty()) {
                page.list(step.title(), "", table(step.items()));
            }
        }
    }

    /** One row each: in a cell, many would be cut. */
    private static ReportTable table(List<ContainmentSheet.Item> items) {
        List<Row> rows = items.stream().map(item -> Row.of(ContainmentText.words(item),
                item.done() == null ? ReportText.STEP_OPEN.text() : ContainmentText.words(item.done()))).toList();
        return new ReportTable(List.of(Column.of(ReportText.OBJECT, 55), Column.of(ReportText.STATE, 45)), rows);
    }

    /** The commands of the steps. Tokenlane runs none of them. */
    static void commands(ReportPage page, ReportContent.AnswersPart answers) {
        page.section("commands", Section.COMMANDS.text());
        page.paragraph(ReportText.COMMANDS_NOTE.text(), Style.ABOUT);
        for (ContainmentSheet.Step step : answers.containment()) {
            if (!step.commands().isEmpty()) {
                page.heading("commands-" + step.id(), step.title());
                step.commands().forEach(command -> page.markup().element("p", command, "class", "command"));
            }
        }
    }
}
