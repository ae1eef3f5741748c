package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        page.table(table(answers.containment()));
    }

    private static ReportTable table(List<ContainmentSheet.Step> steps) {
        List<Row> rows = new ArrayList<>();
        for (ContainmentSheet.Step step : steps) {
            rows.add(Row.of(step.title(), step.why(),
                    step.items().stream().filter(item -> item.done() == null).map(ContainmentSheet.Item::name)
                            .collect(Collectors.joining("; ")),
                    step.items().stream().filter(item -> item.done() != null)
                            .map(item -> ReportText.STEP_DONE.text(item.name(), ContainmentText.words(item.done())))
                            .collect(Collectors.joining("; "))));
        }
        return new ReportTable(List.of(Column.of(ReportText.CONTAINMENT_STEP, 18), Column.of(ReportText.REASON, 23),
                Column.of(ReportText.OPEN_FOR, 30), Column.of(ReportText.DONE_FOR, 29)), rows);
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
