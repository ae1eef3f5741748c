package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.store.AuditTrail;

/**
 * Lays a report out as one well-formed page that needs no script and loads nothing: as it is for the HTML report, with
 * page rules, contents and bookmarks for print.
 * Everything from the case goes through {@link Plain}.
 */
public final class ReportHtml {

    /** So many lines a list may have in the text of a printed report, and all lists together. */
    private static final int MOST_IN_TEXT = 400;
    private static final int MOST_IN_ALL_TEXT = 2_500;
    /** So many stand in the text of a list that stands behind it. */
    private static final int FEW = 20;

    private final ReportContent content;
    private final boolean print;
    private final ReportFacts data;
    private final StringBuilder page = new StringBuilder(1 << 16);
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final List<LongList> lists = new ArrayList<>();
    private int linesInText;

    private ReportHtml(ReportContent content, boolean print) {
        this.content = content;
        this.print = print;
        this.data = ReportFacts.of(content);
    }

    /** The page as it is to be opened in a browser. */
    public static String forBrowser(ReportContent content) {
        return new ReportHtml(content, false).whole();
    }

    /** The report for paper. */
    public static PrintedReport forPrint(ReportContent content) {
        ReportHtml report = new ReportHtml(content, true);
        return new PrintedReport(report.whole(), report.lists, report.data);
    }

    private String whole() {
        StringBuilder body = new StringBuilder();
        titlePage();
        body.append(page);
        page.setLength(0);
        sections();
        String rest = page.toString();
        page.setLength(0);
        contents();
        body.append(page).append(rest);
        String style = ReportStyle.of(print, Plain.line(content.caseName()));
        return "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta charset=\"UTF-8\"/><title>"
                + Plain.markup(title())
                + "</title><meta name=\"description\" content=\""
                + Plain.markup("Sessions, tokens and findings of the case " + content.caseName())
                + "\"/><meta name=\"author\" content=\"" + Plain.markup(content.options().analyst())
                + "\"/><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/><style>"
                + style
                + "</style>"
                + (print ? bookmarks() : "") + "</head><body>" + body + "</body></html>\n";
    }

    private String title() {
        return "Report on the case " + content.caseName();
    }

    private String bookmarks() {
        StringBuilder marks = new StringBuilder("<bookmarks>");
        headings.forEach((id, text) -> marks.append("<bookmark name=\"").append(Plain.markup(text))
                .append("\" href=\"#").append(id).append("\"/>"));
        return marks.append("</bookmarks>").toString();
    }

    private void titlePage() {
        ReportOptions options = content.options();
        page.append("<div class=\"cover\">");
        if (options.logo() != null) {
            page.append("<p><img class=\"logo\" alt=\"")
                    .append(Plain
                            .markup(options.organisation().isBlank() ? "Logo" : "Logo of " + options.organisation()))
                    .append("\" src=\"").append(options.logo().uri()).append("\"/></p>");
        }
        if (!options.organisation().isBlank()) {
            page.append("<p class=\"organisation\">").append(Plain.markup(options.organisation())).append("</p>");
        }
        page.append("<h1>").append(Plain.markup(title())).append("</h1>");
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] { "Case", content.caseName() });
        facts.add(new String[] { content.tenants().size() == 1 ? "Tenant" : "Tenants",
            content.tenants().isEmpty() ? "not told by the logs" : String.join(", ", content.tenants()) });
        facts.add(new String[] { "Period of the evidence",
            ReportBuilder.seconds(content.first()) + " to " + ReportBuilder.seconds(content.last()) });
        facts.add(new String[] { "Analyst", options.analyst().isBlank() ? "not named" : options.analyst() });
        facts.add(new String[] { "Made", options.madeAt().toString().substring(0, 16).replace('T', ' ') + " UTC" });
        facts.add(new String[] { "Made with", content.program() });
        facts.add(new String[] { "Times", "UTC throughout" });
        facts.add(new String[] { "Facts as data", (print ? "attached: " : "at the end: ") + data.words() });
        table(null, facts);
        page.append("</div>");
    }

    private void contents() {
        page.append("<div class=\"contents\"><h2 id=\"contents\">Contents</h2><ul>");
        headings.forEach((id, text) -> page.append("<li><a href=\"#").append(id).append("\">")
                .append(Plain.markup(text)).append("</a></li>"));
        lists.forEach(list -> page.append("<li>")
                .append(Plain.markup(
                        "At the end: " + list.title() + String.format(Locale.ROOT, " (%,d lines)", list.rows().size())))
                .append("</li>"));
        page.append("</ul></div>");
    }

    private void heading(int level, String id, String text) {
        if (level == 2) {
            headings.put(id, text);
        }
        page.append("<h").append(level).append(" id=\"").append(id).append("\">").append(Plain.markup(text))
                .append("</h").append(level).append('>');
    }

    private void paragraph(String text, String style) {
        page.append(style == null ? "<p>" : "<p class=\"" + style + "\">").append(Plain.markup(text)).append("</p>");
    }

    /** A table; without a header its first column names what the second tells. */
    private void table(String[] header, List<String[]> rows, String... widths) {
        page.append(
                header == null ? "<table class=\"facts\">" : header.length > 5 ? "<table class=\"dense\">" : "<table>");
        if (widths.length > 0) {
            page.append("<colgroup>");
            for (String width : widths) {
                page.append("<col style=\"width:").append(width).append("\"/>");
            }
            page.append("</colgroup>");
        }
        if (header != null) {
            page.append("<thead><tr>");
            for (String cell : header) {
                page.append("<th scope=\"col\">").append(Plain.markup(cell)).append("</th>");
            }
            page.append("</tr></thead>");
        }
        page.append("<tbody>");
        for (String[] row : rows) {
            page.append("<tr>");
            for (int i = 0; i < row.length; i++) {
                boolean names = header == null && i == 0;
                page.append(names ? "<th scope=\"row\">" : "<td>").append(Plain.markup(row[i]))
                        .append(names ? "</th>" : "</td>");
            }
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    /** A list of any length: on paper one that is too long for the text stands on pages of its own behind it. */
    private void list(String title, String note, String[] header, List<String[]> rows, String... widths) {
        boolean behind = print && rows.size() > FEW
                && (rows.size() > MOST_IN_TEXT || linesInText + rows.size() > MOST_IN_ALL_TEXT);
        List<String[]> here = behind ? rows.subList(0, FEW) : rows;
        linesInText += here.size();
        if (!note.isEmpty()) {
            paragraph(note, "about");
        }
        table(header, here, widths);
        if (behind) {
            float[] parts = new float[widths.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Float.parseFloat(widths[i].replace("%", "")) / 100;
            }
            lists.add(new LongList(title, note, List.of(header), parts, rows));
            paragraph("These are the first " + FEW + " of " + String.format(Locale.ROOT, "%,d", rows.size())
                    + ". All of them stand at the end of this report, under “"
                    + title
                    + "” (a bookmark leads there).", "about");
        }
    }

    private void sections() {
        for (Section section : content.options().sections()) {
            switch (section) {
            case SUMMARY -> summary();
            case FINDINGS -> findings();
            case SESSIONS -> sessions();
            case EXPOSURE -> exposure();
            case MARKS -> marks();
            case METHOD -> method();
            case EVIDENCE -> evidence();
            case ACTIONS -> actions();
            case GLOSSARY -> glossary();
            }
        }
        if (!print) {
            page.append("<p><a download=\"").append(ReportFacts.NAME).append("\" href=\"data:application/json;base64,")
                    .append(Base64.getEncoder().encodeToString(data.json()))
                    .append("\">The facts of this report as data</a>: ").append(Plain.markup(data.words()))
                    .append("</p>");
        }
        if (!content.attributions().isEmpty()) {
            paragraph("What no log tells of an address is from data beside the logs, named wherever it is used. "
                    + String.join(" ", content.attributions()), "about");
        }
    }

    private void summary() {
        heading(2, "summary", Section.SUMMARY.title());
        content.summary().forEach(sentence -> paragraph(sentence, null));
    }

    private void findings() {
        heading(2, "findings", Section.FINDINGS.title());
        if (content.findings().isEmpty()) {
            paragraph(
                    "The rules found nothing. That proves nothing: see which could not be evaluated, and what the evidence lacks.",
                    null);
        }
        for (Finding finding : content.findings()) {
            page.append("<div class=\"finding ").append(finding.severity().id()).append("\"><h3>")
                    .append(Plain.markup(finding.title())).append("</h3>");
            List<String> about = new ArrayList<>(List.of("Severity: " + finding.severity().id()));
            if (!finding.attack().isEmpty()) {
                about.add("ATT&CK " + String.join(", ", finding.attack()));
            }
            if (finding.sessionId() != null) {
                about.add("session " + finding.sessionId());
            }
            if (finding.upn() != null) {
                about.add(finding.upn());
            }
            paragraph(String.join("; ", about), "about");
            paragraph(finding.why(), null);
            paragraph(finding.against().isEmpty() ? "Against it: nothing on record."
                    : "Against it: " + String.join(" ", finding.against()), "against");
            if (!finding.eventIds().isEmpty()) {
                int shown = Math.min(12, finding.eventIds().size());
                paragraph(
                        "Proof: " + ReportBuilder.count(finding.eventIds().size(), "event") + ": "
                                + String.join(", ", finding.eventIds().subList(0, shown))
                                + (finding.eventIds().size() > shown ? ", … (all are in the attached facts)" : ""),
                        "proof");
            }
            page.append("</div>");
        }
        if (!content.notEvaluated().isEmpty()) {
            heading(3, "not-evaluated", "Rules that could not be evaluated");
            List<String[]> rows = new ArrayList<>();
            for (RuleOutcome outcome : content.notEvaluated()) {
                rows.add(new String[] { outcome.title(), outcome.notEvaluated() });
            }
            table(new String[] { "Rule", "Why" }, rows, "45%", "55%");
        }
    }

    private void sessions() {
        int number = 0;
        for (ReportContent.SessionPart part : content.parts()) {
            session(part, ++number);
        }
        if (content.parts().isEmpty()) {
            heading(2, "sessions", Section.SESSIONS.title());
            paragraph("No session is told at length: none was chosen, and no rule found anything of weight on any.",
                    null);
        }
    }

    private void session(ReportContent.SessionPart part, int number) {
        String user = part.facts().upns().isEmpty() ? "unknown user" : String.join(", ", part.facts().upns());
        heading(2, "session-" + number, "Session " + number + ": " + user);
        List<String[]> facts = new ArrayList<>();
        facts.add(new String[] { "Session ID", part.facts().sessionId() });
        facts.add(new String[] { "User", user });
        facts.add(new String[] { "From", ReportBuilder.seconds(part.facts().first()) });
        facts.add(new String[] { "To", ReportBuilder.seconds(part.facts().last()) });
        facts.add(new String[] { "Addresses", String.join(", ", part.facts().ips()) });
        facts.add(new String[] { "Countries", part.facts().countries().isEmpty() ? "not told by the logs"
                : String.join(", ", part.facts().countries()) });
        facts.add(new String[] { "Sign-ins, tokens, operations",
            part.facts().signIns() + ", " + part.facts().tokens() + ", " + part.facts().operations() });
        facts.add(new String[] { "Only inferred to belong to it",
            ReportBuilder.count(part.facts().inferred(), "event") });
        facts.add(new String[] { "Risk", part.risk().points() + (part.risk().because().isEmpty() ? ""
                : ", the sum of: "
                        + String.join("; ", part.risk().because().stream()
                                .map(finding -> finding.title() + " (" + finding.severity().points() + ")").distinct()
                                .toList())) });
        table(null, facts);
        if (content.options().sections().contains(Section.EXPOSURE)) {
            facts.clear();
            facts.add(new String[] { "Got at with it", part.exposure().summary() });
            table(null, facts);
        }
        if (!part.marks().isEmpty() && content.options().sections().contains(Section.MARKS)) {
            heading(3, "marks-" + number, "The analyst's verdicts and notes");
            markLines(part.marks());
        }
        heading(3, "timeline-" + number, "Timeline");
        if (print) {
            page.append("<object type=\"timeline\" data=\"").append(number - 1).append("\" style=\"width:")
                    .append((int) TimelineDrawing.WIDTH).append("px;height:")
                    .append((int) Math.ceil(new TimelineDrawing(part.timeline()).height())).append("px\" alt=\"")
                    .append(Plain.markup(new TimelineDrawing(part.timeline()).words())).append("\"></object>");
        } else {
            page.append("<div class=\"timeline\">").append(TimelineSvg.of(part.timeline())).append("</div>");
        }
        heading(3, "origins-" + number, "From where it was used");
        List<String[]> origins = new ArrayList<>();
        part.origins()
                .forEach(origin -> origins.add(new String[] {
                    origin.name() + (origin.named() ? " (named by the analyst)" : ""), String.join(", ", origin.ips()),
                    ReportBuilder.seconds(origin.first()), ReportBuilder.seconds(origin.last()),
                    Integer.toString(origin.events()) }));
        table(new String[] { "Origin", "Addresses", "First", "Last", "Events" }, origins, "30%", "24%", "18%", "18%",
                "10%");
        heading(3, "tokens-" + number, "Tokens, and what was done with each");
        part.tokens().forEach(this::token);
        heading(3, "events-" + number, "Events");
        events(part, number);
    }

    private void token(ReportContent.TokenLine token) {
        page.append("<div class=\"token\"><p><b>").append(Plain.markup(token.uti())).append("</b> ")
                .append(Plain.markup(String.valueOf(token.app()))).append(" → ")
                .append(Plain.markup(String.valueOf(token.resource()))).append("; issued ")
                .append(Plain.markup(ReportBuilder.seconds(token.issuedAt())))
                .append(token.signInOnRecord() ? "" : ", no sign-in on record").append("; from ")
                .append(Plain.markup(String.join(", ", token.ips()))).append("</p><ul>");
        token.operationsByName()
                .forEach((name, times) -> page.append("<li>").append(String.format(Locale.ROOT, "%,d", times))
                        .append(" × ").append(Plain.markup(name))
                        .append("</li>"));
        if (token.operationsByName().isEmpty()) {
            page.append("<li>no operation on record</li>");
        }
        page.append("</ul></div>");
    }

    private void events(ReportContent.SessionPart part, int number) {
        List<String[]> rows = new ArrayList<>();
        for (ReportContent.EventLine line : part.lines()) {
            rows.add(new String[] { line.time() == null ? "undated" : shortTime(line.time()), line.operation(),
                line.result(), line.ip(),
                line.app(),
                line.target(),
                line.evidence()
                        .substring(Math.max(line.evidence().lastIndexOf('/'), line.evidence().lastIndexOf('\\')) + 1)
                        + ":" + line.line() });
        }
        list("Session " + number + ": events", "",
                new String[] { "Time (UTC)", "Operation", "Result", "Address", "Application", "Target", "Evidence" },
                rows, "17%",
                "16%", "8%", "13%", "13%", "21%", "12%");
        if (part.moreEvents() > 0) {
            paragraph("and " + ReportBuilder.count(part.moreEvents(), "further event")
                    + " that this report does not list: its limit is "
                    + ReportBuilder.count(content.options().mostEvents(), "event")
                    + " a session. The case holds them all.", "about");
        }
    }

    /** Without the zeros that some logs fill fractions up with. */
    private static String shortTime(String time) {
        return time.replace('T', ' ').replace("Z", "").replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
    }

    private void exposure() {
        heading(2, "exposure", Section.EXPOSURE.title());
        if (content.parts().isEmpty()) {
            paragraph("No session is told at length, so nothing was looked for.", null);
            return;
        }
        paragraph(content.parts().size() == 1 ? "With the session that is told above."
                : "With the sessions that are told above, together.", "about");
        ReportTables tables = new ReportTables(content.options().mostEvents());
        exposure(content.exposure(), tables);
        if (content.parts().size() > 1) {
            int number = 0;
            for (ReportContent.SessionPart part : content.parts()) {
                heading(3, "exposure-" + ++number, "With session " + number + " alone");
                paragraph(part.exposure().summary() + ".", null);
            }
        }
    }

    private void exposure(ReportContent.ExposurePart part, ReportTables tables) {
        paragraph(part.summary() + ".", null);
        heading(3, "exposure-limits", "What this leaves open");
        if (part.limits().isEmpty()) {
            paragraph("Nothing that could be noticed.", null);
        }
        part.limits().forEach(limit -> paragraph(limit, null));
        for (ExposureTable list : part.tables()) {
            heading(3, "exposure-" + list.id(),
                    list.title() + " (" + String.format(Locale.ROOT, "%,d", list.rows().size()) + ")");
            ReportTables.Table table = tables.of(list);
            list("What was got at: " + list.title(), table.common(), table.header(), table.rows(), table.widths());
            if (table.more() > 0) {
                paragraph(
                        "and " + ReportBuilder.count(table.more(), "further line")
                                + " that this report does not list; the attached facts and the case hold them all.",
                        "about");
            }
        }
    }

    private void marks() {
        heading(2, "marks", Section.MARKS.title());
        if (content.marks().lines().isEmpty()) {
            paragraph("The analyst marked nothing in this case.", null);
            return;
        }
        List<String> verdicts = new ArrayList<>();
        content.marks().verdicts()
                .forEach((verdict, count) -> verdicts.add(ReportBuilder.count(count, "event") + " " + verdict));
        paragraph(
                "A verdict holds for all that was done with what it is on, unless something narrower has one of its own."
                        + (verdicts.isEmpty() ? "" : " By verdict: " + String.join(", ", verdicts) + "."),
                null);
        markLines(content.marks().lines());
    }

    private void markLines(List<ReportContent.MarkLine> lines) {
        List<String[]> rows = new ArrayList<>();
        for (ReportContent.MarkLine line : lines) {
            rows.add(new String[] { line.at(), line.by(), line.kind(), line.on(), line.says(),
                line.events() < 0 ? "" : String.format(Locale.ROOT, "%,d", line.events()) });
        }
        table(new String[] { "Time (UTC)", "By", "Mark", "On", "Says", "Events" }, rows, "14%", "10%", "10%", "26%",
                "32%", "8%");
    }

    private void method() {
        heading(2, "method", Section.METHOD.title());
        paragraph(
                "Every record of every evidence file was read; each ended as stored, as a duplicate of one that is stored, or as rejected, and the three add up. "
                        + "Sessions are told by Microsoft's Session ID, tokens by the Unique Token Identifier; the identifier of a token and the request id of its sign-in are the "
                        + "same number in two spellings. An event belongs to a token or session by fact where its record gives one of them, and by inference where only other "
                        + "facts agree; what is inferred is counted apart and never mixed with facts. Microsoft dates a token five minutes before its sign-in. "
                        + "Which token a refreshed one came from is not in the logs, so no such order is told.",
                null);
        List<String[]> links = new ArrayList<>();
        content.links()
                .forEach((rule, count) -> links.add(new String[] { rule, String.format(Locale.ROOT, "%,d", count) }));
        table(new String[] { "How events belong to sessions", "Events" }, links, "80%", "20%");
        heading(3, "sources", "What the evidence covers");
        List<String[]> sources = new ArrayList<>();
        for (Coverage.Source source : content.sources()) {
            sources.add(new String[] { source.source().title(), String.format(Locale.ROOT, "%,d", source.events()),
                ReportBuilder.seconds(source.first()),
                ReportBuilder.seconds(source.last()), Integer.toString(source.daysWithout()) });
        }
        table(new String[] { "Log", "Events", "First", "Last", "Days without any" }, sources, "28%", "14%", "22%",
                "22%", "14%");
        heading(3, "gaps", "What could not be seen");
        if (content.gaps().isEmpty()) {
            paragraph("Nothing that could be noticed.", null);
        }
        content.gaps().forEach(gap -> paragraph(gap.what() + " " + gap.fetch(), null));
    }

    private void evidence() {
        heading(2, "evidence", Section.EVIDENCE.title());
        List<String[]> rows = new ArrayList<>();
        for (Evidence file : content.evidence()) {
            rows.add(new String[] { file.path(), file.sha256(), String.format(Locale.ROOT, "%,d", file.bytes()),
                file.shapes(),
                (file.firstEvent() == null ? ""
                        : EventText.time(nanos(file.firstEvent())).substring(0, 16).replace('T', ' ') + " to "
                                + EventText.time(nanos(file.lastEvent())).substring(0, 16).replace('T', ' ')),
                String.format(Locale.ROOT, "%,d read: %,d stored, %,d duplicates, %,d rejected", file.records(),
                        file.stored(), file.duplicates(), file.rejected()) });
        }
        table(new String[] { "File", "SHA-256", "Bytes", "Shape", "Events (UTC)", "Records" }, rows, "20%", "25%",
                "10%", "14%", "14%", "17%");
        List<Evidence> taken = content.evidence().stream().filter(file -> file.origin() != null).toList();
        if (!taken.isEmpty()) {
            heading(3, "origin", "Where these records were taken from");
            paragraph(
                    "This case is an extract: its files hold chosen records of the files below, each on the line that it has there. What the others held cannot be told from "
                            + "this report.",
                    null);
            List<String[]> origins = new ArrayList<>();
            taken.forEach(file -> origins
                    .add(new String[] { file.path(), file.origin().sha256(),
                        String.format(Locale.ROOT, "%,d of %,d", file.records(), file.origin().records()),
                        file.origin().caseName().isEmpty() ? "not named" : file.origin().caseName(),
                        file.origin().replaced().isEmpty() ? "byte for byte"
                                : "pseudonyms for " + file.origin().replaced() }));
            table(new String[] { "File", "SHA-256 of the whole file", "Records", "Taken from the case", "As it was" },
                    origins, "22%", "30%", "14%", "16%", "18%");
        }
    }

    private static long nanos(java.time.Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private void actions() {
        heading(2, "actions", Section.ACTIONS.title());
        paragraph("Who did what with the case; each entry's hash covers the one before it.", null);
        List<String[]> rows = new ArrayList<>();
        for (AuditTrail.Entry entry : content.actions()) {
            rows.add(new String[] { entry.at().toString().substring(0, 19).replace('T', ' '), entry.who(), entry.what(),
                entry.detail(), entry.hash().substring(0, 16) });
        }
        table(new String[] { "Time (UTC)", "Who", "What", "Detail", "Hash" }, rows, "16%", "10%", "18%", "40%", "16%");
    }

    private void glossary() {
        heading(2, "glossary", Section.GLOSSARY.title());
        table(null, List.of(
                new String[] { "Session ID (SID)",
                    "One for each sign-in session; it stands in every token that is issued in the session." },
                new String[] { "Unique Token Identifier (UTI)",
                    "One for each token; it stands in the logs of every service the token was used with." },
                new String[] { "Token",
                    "What an application shows to a service in place of a password. Whoever holds it is taken for the user." },
                new String[] { "Operation", "Anything done with a token that is not a sign-in." },
                new String[] { "Origin",
                    "Network, user agent, device and way of signing in that events of one session share." },
                new String[] { "Adversary in the middle",
                    "A phishing page that passes the sign-in on to Microsoft and keeps the session for itself." },
                new String[] { "Device code",
                    "A way to sign in one device from another; an attacker's device, if the code was the attacker's." },
                new String[] { "Throttled",
                    "Exchange stopped logging mail access for a while because there was so much: the list is incomplete." },
                new String[] { "ATT&CK", "MITRE's catalogue of attackers' techniques." }), "30%", "70%");
    }
}
