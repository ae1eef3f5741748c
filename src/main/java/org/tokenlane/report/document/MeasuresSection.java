package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        int number = 0;
        for (ContainmentSheet.Step step : answers.containment()) {
            page.paragraph(ReportText.STEP_WHY.text(String.valueOf(++number), step.title(), step.why()));
        }
        page.list(ReportText.CONTAINMENT_STEPS.text(), "", table(answers.containment(), answers.stories()));
    }

    /** One row each: in a cell, many would be cut. */
    private static ReportTable table(List<ContainmentSheet.Step> steps, List<AccountPhases> stories) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String step = String.valueOf(i + 1);
            steps.get(i).items().forEach(item -> rows.add(Row.of(step, ContainmentText.words(item),
                    item.done() == null ? ReportText.STEP_OPEN.text()
                            : usedAfter(item, item.done(), stories))));
        }
        return new ReportTable(List.of(Column.of(ReportText.STEP, 6), Column.of(ReportText.OBJECT, 62),
                Column.of(ReportText.STATE, 32)), rows);
    }

    /** What is done to an account, and whether the attacker used it after that. */
    static String usedAfter(ContainmentSheet.Item item, ContainmentSheet.Done done, List<AccountPhases> stories) {
        return stories.stream().filter(story -> story.account().equalsIgnoreCase(item.name()))
                .filter(story -> story.last() > done.at()).findFirst()
                .map(story -> ReportText.STEP_USED_AFTER.text(done(done), ReportTimes.seconds(story.last())))
                .orElseGet(() -> done(done));
    }

    private static String done(ContainmentSheet.Done done) {
        return done.isMarked() ? ReportText.STEP_MARKED.text(ReportTimes.seconds(done.at()),
                Objects.requireNonNullElse(done.by(), ""), done.place())
                : ReportText.STEP_DONE.text(ReportTimes.seconds(done.at()), String.valueOf(done.words()), done.place());
    }

    /** On a screen a line that is broken is copied whole; from paper it is not. */
    private static void command(ReportPage page, String command) {
        if (!page.isPrint()) {
            page.markup().element("p", command, "class", "command");
            return;
        }
        page.markup().open("p", "class", "command");
        boolean first = true;
        for (String line : CommandLines.of(command)) {
            if (!first) {
                page.markup().empty("br");
            }
            page.markup().text(line);
            first = false;
        }
        page.markup().close();
    }

    /** The commands of the steps. Tokenlane runs none of them. */
    static void commands(ReportPage page, ReportContent.AnswersPart answers) {
        page.section("commands", Section.COMMANDS.text());
        page.paragraph(ReportText.COMMANDS_NOTE.text(), Style.ABOUT);
        for (ContainmentSheet.Step step : answers.containment()) {
            if (!step.commands().isEmpty()) {
                page.heading("commands-" + step.id(), step.title());
                step.commands().forEach(command -> command(page, command));
            }
        }
    }
}
