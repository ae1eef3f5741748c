package org.tokenlane.report.document;

import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.document.ReportContent.ExposurePart;
import org.tokenlane.report.document.ReportContent.SessionPart;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;

/** The data that was accessed or changed in the sessions that are described in detail. */
final class ExposureSection {

    private ExposureSection() {
    }

    static void write(ReportPage page, ReportContent content) {
        page.section("exposure", Section.EXPOSURE.text());
        int sessions = content.parts().size();
        if (sessions == 0) {
            page.paragraph(ReportText.NO_SESSION_FOR_EXPOSURE.text());
            return;
        }
        page.paragraph(ReportText.EXPOSURE_SCOPE.text(sessions), Style.ABOUT);
        write(page, content.exposure(), new ReportTables(content.options().mostEvents()));
        if (sessions > 1) {
            int number = 0;
            for (SessionPart part : content.parts()) {
                page.heading("exposure-" + ++number, ReportText.EXPOSURE_OF_SESSION.text(number));
                page.paragraph(ReportText.SENTENCE.text(part.exposure().summary()));
            }
        }
    }

    private static void write(ReportPage page, ExposurePart part, ReportTables tables) {
        page.paragraph(ReportText.SENTENCE.text(part.summary()));
        page.heading("exposure-limits", ReportText.EXPOSURE_LIMITS.text());
        if (part.limits().isEmpty()) {
            page.paragraph(ReportText.NONE_IDENTIFIED.text());
        }
        part.limits().forEach(page::paragraph);
        for (ExposureTable list : part.tables()) {
            page.heading("exposure-" + list.id(), ReportText.COUNTED.text(list.title(), list.rows().size()));
            ReportTables.Fitted fitted = tables.of(list);
            page.list(ReportText.EXPOSURE_LIST.text(list.title()), fitted.common(), fitted.table());
            if (fitted.more() > 0) {
                page.paragraph(ReportText.MORE_ROWS.text(fitted.more()), Style.ABOUT);
            }
        }
    }
}
