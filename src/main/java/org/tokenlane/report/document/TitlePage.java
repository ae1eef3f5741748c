package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Fact;

/** The first page of a report: the first questions with their answers, and what the report is about. */
final class TitlePage {

    static final int MOST_OPEN = 8;

    private TitlePage() {
    }

    /** Where the summary fills pages of its own, the drawing is in the section that tells the same in words. */
    private static void drawing(Markup html, ReportContent content, ReportMedium medium) {
        if (content.options().sections().contains(Section.STORY)
                && !content.options().sections().contains(Section.SUMMARY)) {
            ReportPage page = new ReportPage(medium == ReportMedium.PAPER);
            StorySection.drawing(page, content);
            html.append(page.markup());
        }
    }

    private static void bold(Markup html, TextKey title, String text) {
        html.open("p").element("strong", title.text()).text(" ").text(text).close();
    }

    /** The first of many, and how many more there are. */
    static String listed(List<String> accounts, int most) {
        String first = accounts.stream().limit(most).collect(Collectors.joining("; "));
        return accounts.size() <= most ? ReportText.SENTENCE.text(first)
                : ReportText.AND_MORE_ACCOUNTS.text(first, accounts.size() - most);
    }

    static void write(Markup html, ReportContent content, ReportFacts facts, ReportMedium medium) {
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
        if (!options.introduction().isBlank()) {
            options.introduction().lines().filter(line -> !line.isBlank()).forEach(line -> html.element("p", line));
        }
        if (options.sections().contains(Section.SUMMARY) || options.sections().contains(Section.STORY)) {
            html.open("div", "class", "executive");
            ReportContent.AnswersPart answers = content.answers();
            if (!answers.stories().isEmpty()) {
                bold(html, ReportText.ACCOUNTS_USED, answers.stories().stream().map(AccountPhases::account)
                        .collect(Collectors.joining(", ")));
            }
            if (answers.hasAttacker()) {
                String without = StorySection.withoutStory(answers);
                if (!without.isEmpty()) {
                    html.element("p", without);
                }
            }
            for (Answer answer : content.answers().all()) {
                bold(html, answer.question(), answer.text());
                if (answer.question() == Question.WHEN && !answer.lines().isEmpty()) {
                    html.element("p", answer.lines().stream().map(Answer.Line::text)
                            .collect(Collectors.joining("; ")), "class", "about");
                }
            }
            List<String> open = answers.stories().stream().filter(story -> !story.open().isEmpty())
                    .map(story -> ReportText.OPEN_OF.text(story.account(), String.join(", ", story.open()))).toList();
            if (!open.isEmpty()) {
                bold(html, ReportText.STILL_OPEN, listed(open, MOST_OPEN));
            }
            String now = answers.containment().stream()
                    .filter(step -> step.items().stream().anyMatch(item -> item.done() == null))
                    .map(ContainmentSheet.Step::title).collect(Collectors.joining("; "));
            if (!now.isEmpty()) {
                bold(html, ReportText.DO_NOW, ReportText.SENTENCE.text(now));
            }
            String fetch = answers.all().stream().flatMap(answer -> answer.fetch().stream()).distinct()
                    .collect(Collectors.joining(" "));
            // the answers in the summary name it too
            if (!fetch.isEmpty() && !options.sections().contains(Section.SUMMARY)) {
                bold(html, ReportText.FETCH, fetch);
            }
            html.close();
            drawing(html, content, medium);
        }
        ReportPage table = new ReportPage(medium == ReportMedium.PAPER);
        List<Fact> rows = new ArrayList<>(List.of(Fact.of(ReportText.CASE, overview.name()),
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
                Fact.of(ReportText.FACTS, (switch (medium) {
                case PAPER -> ReportText.FACTS_ATTACHED;
                case BROWSER -> ReportText.FACTS_AT_THE_END;
                case DOCUMENT -> ReportText.FACTS_APART;
                }).text(facts.words()))));
        if (options.sections().size() < Section.values().length) {
            rows.add(leftOut(options.sections()));
        }
        table.facts(rows);
        html.append(table.markup()).close();
    }

    /** Which sections are left out, or which are the only ones, whichever list is shorter. */
    static Fact leftOut(List<Section> included) {
        List<Section> without = Arrays.stream(Section.values()).filter(one -> !included.contains(one)).toList();
        boolean few = included.size() < without.size();
        return Fact.of(few ? ReportText.ONLY_THESE : ReportText.LEFT_OUT, ReportText.IN_THE_FULL_REPORT.text(
                (few ? included : without).stream().map(Section::title).collect(Collectors.joining(", "))));
    }
}
