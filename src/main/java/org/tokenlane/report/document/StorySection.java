package org.tokenlane.report.document;

import org.tokenlane.detect.answer.Answer;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;

/** What happened, account by account. */
final class StorySection {

    private StorySection() {
    }

    /** What is to be said of an attacker's events that belong to no account with a story; empty where nothing is. */
    static String withoutStory(ReportContent.AnswersPart answers) {
        return !answers.tried().isEmpty() ? ReportText.ACCOUNTS_TRIED.text(String.join(", ", answers.tried()))
                : answers.stories().stream().allMatch(AccountPhases::isApplication) ? ReportText.NO_ACCOUNTS.text()
                        : "";
    }

    static void withoutStory(ReportPage page, ReportContent.AnswersPart answers) {
        String text = withoutStory(answers);
        if (!text.isEmpty()) {
            page.paragraph(text);
        }
    }

    static void drawing(ReportPage page, ReportContent content) {
        CaseDrawing drawing = content.answers().drawing();
        if (drawing != null) {
            SessionSection.timeline(page, drawing, content.drawings().size() - 1);
        }
    }

    static void write(ReportPage page, ReportContent content) {
        ReportContent.AnswersPart answers = content.answers();
        page.section("story", Section.STORY.text());
        if (!answers.hasAttacker()) {
            page.paragraph(ReportText.NO_STORY.text());
            return;
        }
        page.paragraph(ReportText.WHOSE_EVENTS.text(), Style.ABOUT);
        if (!answers.stories().isEmpty()) {
            page.paragraph(ReportText.STORY_REFERENCES.text(), Style.ABOUT);
        }
        withoutStory(page, answers);
        if (content.options().sections().contains(Section.SUMMARY)) {
            drawing(page, content);
        }
        Citations citations = answers.citations();
        int number = 0;
        for (AccountPhases story : answers.stories()) {
            page.heading("story-" + ++number, story.account());
            page.paragraph(ReportText.STORY_SPAN.text(ReportTimes.span(story.first(), story.last()),
                    story.contained() == AuditEvent.NO_TIME ? 0 : 1,
                    ReportTimes.seconds(story.contained()), story.isApplication() ? 1 : 0));
            page.markup().open("ul", "class", "answer");
            for (AccountPhases.Phase phase : story.phases()) {
                boolean first = true;
                for (Answer.Line line : phase.lines()) {
                    page.markup().open("li");
                    if (first) {
                        page.markup().element("strong", phase.tactic().text()).text(" ");
                    }
                    page.markup().text(citations.cite(line)).close();
                    first = false;
                }
                if (!phase.basis().isEmpty()) {
                    page.markup().open("li", "class", "basis").text(phase.basis()).close();
                }
            }
            page.markup().close();
        }
    }
}
