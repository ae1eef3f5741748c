package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Fact;

/** The terms that a reader who does not investigate tenants every day needs. */
final class GlossarySection {

    private GlossarySection() {
    }

    static void write(ReportPage page) {
        page.section("glossary", Section.GLOSSARY.text());
        page.facts(List.of(Fact.of(ReportText.TERM_SID, ReportText.MEANING_SID.text()),
                Fact.of(ReportText.TERM_UTI, ReportText.MEANING_UTI.text()),
                Fact.of(ReportText.TERM_TOKEN, ReportText.MEANING_TOKEN.text()),
                Fact.of(ReportText.TERM_OPERATION, ReportText.MEANING_OPERATION.text()),
                Fact.of(ReportText.TERM_ORIGIN, ReportText.MEANING_ORIGIN.text()),
                Fact.of(ReportText.TERM_AITM, ReportText.MEANING_AITM.text()),
                Fact.of(ReportText.TERM_DEVICE_CODE, ReportText.MEANING_DEVICE_CODE.text()),
                Fact.of(ReportText.TERM_BY_TABLE, ReportText.MEANING_BY_TABLE.text()),
                Fact.of(ReportText.TERM_THROTTLED, ReportText.MEANING_THROTTLED.text()),
                Fact.of(ReportText.TERM_ATTACK, ReportText.MEANING_ATTACK.text())));
    }
}
