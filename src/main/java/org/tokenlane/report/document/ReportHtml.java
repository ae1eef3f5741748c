package org.tokenlane.report.document;

import java.util.Base64;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;

/**
 * Lays a report out as one well-formed page that needs no script and loads nothing: as it is for the HTML report, with
 * page rules, contents and bookmarks for print.
 */
public final class ReportHtml {

    /** A report of fewer sections needs no list of them. */
    private static final int FEW_SECTIONS = 3;

    private final ReportContent content;
    private final ReportFacts facts;
    private final ReportPage page;
    private final ReportMedium medium;

    private ReportHtml(ReportContent content, ReportMedium medium) {
        this.content = content;
        this.facts = ReportFacts.of(content);
        this.page = new ReportPage(medium == ReportMedium.PAPER);
        this.medium = medium;
    }

    /** The page for a browser. */
    public static String forBrowser(ReportContent content) {
        return new ReportHtml(content, ReportMedium.BROWSER).whole();
    }

    /** The page that a document to edit is made from. */
    public static String forDocument(ReportContent content) {
        return new ReportHtml(content, ReportMedium.DOCUMENT).whole();
    }

    /** The report for paper. */
    public static PrintedReport forPrint(ReportContent content) {
        ReportHtml report = new ReportHtml(content, ReportMedium.PAPER);
        return new PrintedReport(report.whole(), report.page.lists(), report.facts);
    }

    private String whole() {
        // the contents come first, but only the sections tell them
        content.options().sections().forEach(this::section);
        if (content.options().sections().contains(Section.SUMMARY)
                && !content.options().sections().contains(Section.CITED)) {
            SummarySection.cited(page, content);
        }
        end();
        String caseName = content.overview().name();
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", Language.current().tag(), "xmlns", "http://www.w3.org/1999/xhtml").open("head")
                .empty("meta", "charset", "UTF-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1") // not for people
                .element("title", ReportText.TITLE.text(caseName))
                .empty("meta", "name", "description", "content", ReportText.DESCRIPTION.text(caseName))
                .empty("meta", "name", "author", "content", content.options().analyst())
                .empty("meta", "http-equiv", "Content-Security-Policy", "content",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:" // not for people
                                + (page.isPrint() ? "" : "; script-src " + SortScript.allowed())) // not for people
                .open("style").raw(ReportStyle.of(page.isPrint(), Plain.line(caseName))).close();
        if (page.isPrint()) {
            bookmarks(html);
        }
        // one that needs no contents is to be read at one sitting, on few pages
        boolean isShort = page.headings().size() <= FEW_SECTIONS;
        html.close().open("body", "class", isShort ? "short" : "long");
        TitlePage.write(html, content, facts, medium);
        if (!isShort) {
            contents(html);
        }
        html.append(page.markup());
        if (!page.isPrint()) {
            html.open("script").raw(SortScript.TEXT).close();
        }
        html.close().close();
        return html + "\n";
    }

    private void section(Section section) {
        switch (section) {
        case SUMMARY -> SummarySection.write(page, content);
        case STORY -> StorySection.write(page, content);
        case MEASURES -> MeasuresSection.write(page, content.answers());
        case NOTIFICATION -> NotificationSection.write(page, content);
        case COMMANDS -> MeasuresSection.commands(page, content.answers());
        case CITED -> SummarySection.cited(page, content);
        case FINDINGS -> FindingsSection.write(page, content.judgements(),
                content.options().sections().contains(Section.DETAILS));
        case DETAILS -> FindingsSection.details(page, content.judgements());
        case SESSIONS -> {
            SessionSection.write(page, content);
            ApplicationSection.write(page, content);
        }
        case EXPOSURE -> ExposureSection.write(page, content);
        case MARKS -> MarksSection.write(page, content.marks());
        case METHOD -> MethodSection.write(page, content.coverage());
        case EVIDENCE -> EvidenceSection.write(page, content.origin());
        case ACTIONS -> EvidenceSection.actions(page, content.origin(), content.options().madeAt());
        case GLOSSARY -> GlossarySection.write(page);
        }
    }

    private void end() {
        if (medium == ReportMedium.BROWSER) {
            String address = "data:application/json;base64," + Base64.getEncoder().encodeToString(facts.json());
            page.markup().open("p").element("a", ReportText.FACTS_LINK.text(), "download", ReportFacts.NAME, "href",
                    address).text(" ").text(facts.words()).close();
        }
        // facts.json names them too
        if (!content.origin().attributions().isEmpty()) {
            page.paragraph(ReportText.EXTERNAL_DATA.text() + " " + String.join(" ", content.origin().attributions()),
                    Style.ABOUT);
        }
    }

    private void bookmarks(Markup html) {
        html.open("bookmarks");
        page.headings().forEach((id, text) -> html.empty("bookmark", "name", text, "href", "#" + id));
        html.close();
    }

    private void contents(Markup html) {
        html.open("div", "class", "contents").element("h2", ReportText.CONTENTS.text(), "id", "contents").open("ul");
        page.headings().forEach((id, text) -> html.open("li").element("a", text, "href", "#" + id).close());
        page.lists().forEach(list -> html.element("li",
                ReportText.CONTENTS_LIST.text(list.title(), list.table().rows().size())));
        html.close().close();
    }
}
