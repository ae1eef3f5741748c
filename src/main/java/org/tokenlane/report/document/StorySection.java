package org.tokenlane.report.document;

import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;

/** What happened, account by account. */
final class StorySection {

    private StorySection() {
    }

    static void write(ReportPage page, ReportContent.AnswersPart answers) {
        page.section("story", Section.STORY.text());
        if (answers.stories().isEmpty()) {
            page.paragraph(ReportText.NO_STORY.text());
            return;
        }
        page.paragraph(ReportText.WHOSE_EVENTS.text(), Style.ABOUT);
        page.paragraph(ReportText.STORY_REFERENCES.text(), Style.ABOUT);
        Citations citations = answers.citations();
        int number = 0;
        for (Story story : answers.stories()) {
            page.heading("story-" + ++number, story.account());
            page.paragraph(ReportText.STORY_SPAN.text(ReportTimes.seconds(story.first()),
                    ReportTimes.seconds(story.last()), story.contained() == AuditEvent.NO_TIME ? 0 : 1,
                    ReportTimes.seconds(story.contained())));
            for (Story.Phase phase : story.phases()) {
                page.markup().open("p").element("strong", phase.tactic().text()).close().open("ul", "class", "answer");
                phase.lines().forEach(line -> page.markup().element("li", citations.cite(line)));
                page.markup().close();
            }
        }
    }
}
