package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Fact;

/** The first page of a report: the first questions with their answers, and what the report is about. */
final class TitlePage {

    private TitlePage() {
    }

    static void write(Markup html, ReportContent content, ReportFacts facts, boolean print) {
        ReportOptions options = content.options();
        ReportContent.Overview overview = content.overview();
        html.open("div", "class", "cover");
        if (options.logo() != null) {
            html.open("p").empty("img", "class", "logo", "alt",
                    options.organisation().isBlank() ? ReportText.LOGO.text()
                            : ReportText.LOGO_OF.text(options.organisation()),
                    "src", options.logo().uri()).close();
        }
        if (!options.organisation().isBlank()) {
            html.element("p", options.organisation(), "class", "organisation");
        }
        html.element("h1", ReportText.TITLE.text(overview.name()));
        if (options.sections().contains(Section.SUMMARY)) {
            html.open("div", "class", "executive");
            for (Answer answer : content.answers().all()) {
                html.open("p").element("strong", answer.question().text()).text(" ").text(answer.text()).close();
            }
            html.close();
        }
        ReportPage table = new ReportPage(print);
        table.facts(List.of(Fact.of(ReportText.CASE, overview.name()),
                new Fact(ReportText.TENANTS.text(overview.tenants().size()),
                        overview.tenants().isEmpty() ? ReportText.NOT_IN_LOGS.text()
                                : String.join(", ", overview.tenants())),
                Fact.of(ReportText.PERIOD, ReportText.FROM_TO.text(ReportTimes.seconds(overview.first()),
                        ReportTimes.seconds(overview.last()))),
                Fact.of(ReportText.ANALYST,
                        options.analyst().isBlank() ? ReportText.NOT_NAMED.text() : options.analyst()),
                Fact.of(ReportText.CREATED, ReportText.UTC.text(ReportTimes.minutes(options.madeAt()))),
                Fact.of(ReportText.CREATED_WITH, overview.program()),
                Fact.of(ReportText.TIMES, ReportText.ALL_TIMES.text()),
                Fact.of(ReportText.FACTS, (print ? ReportText.FACTS_ATTACHED : ReportText.FACTS_AT_THE_END)
                        .text(facts.words()))));
        html.append(table.markup()).close();
    }
}
