package org.tokenlane.report.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.report.document.ReportContent.EventLine;
import org.tokenlane.report.document.ReportContent.OriginLine;
import org.tokenlane.report.document.ReportContent.SessionPart;
import org.tokenlane.report.document.ReportContent.TokenLine;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Fact;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;

/** The sessions that are described in detail, each a section of its own. */
final class SessionSection {

    /** The column of an A4 page, in pixels of CSS, with some room. */
    private static final int PRINTED_WIDTH = 640;

    private final ReportPage page;
    private final ReportOptions options;
    private final SessionPart part;
    private final int number;

    private SessionSection(ReportPage page, ReportOptions options, SessionPart part, int number) {
        this.page = page;
        this.options = options;
        this.part = part;
        this.number = number;
    }

    static void write(ReportPage page, ReportContent content) {
        int number = 0;
        for (SessionPart part : content.parts()) {
            new SessionSection(page, content.options(), part, ++number).write();
        }
        if (content.parts().isEmpty()) {
            page.section("sessions", Section.SESSIONS.text());
            page.paragraph(ReportText.NO_SESSIONS.text());
        }
    }

    private void write() {
        SessionFacts facts = part.facts();
        String user = facts.upns().isEmpty() ? ReportText.UNKNOWN_USER.text() : String.join(", ", facts.upns());
        page.section("session-" + number, ReportText.SESSION_HEADING.text(number, user));
        facts(facts, user);
        if (options.sections().contains(Section.EXPOSURE)) {
            page.facts(List.of(Fact.of(ReportText.ACCESSED, part.exposure().summary())));
        }
        if (!part.marks().isEmpty() && options.sections().contains(Section.MARKS)) {
            page.heading("marks-" + number, Section.MARKS.text());
            page.table(MarksSection.table(part.marks()));
        }
        page.heading("timeline-" + number, ReportText.TIMELINE.text());
        timeline(page, part.drawing(), number - 1);
        page.heading("origins-" + number, ReportText.ORIGINS.text());
        origins();
        page.heading("tokens-" + number, ReportText.TOKENS.text());
        part.tokens().forEach(this::token);
        page.heading("events-" + number, ReportText.EVENTS.text());
        events();
    }

    private void facts(SessionFacts facts, String user) {
        page.facts(List.of(Fact.of(ReportText.SESSION_ID, facts.sessionId()),
                Fact.of(ReportText.USER, user),
                Fact.of(ReportText.FIRST_EVENT, ReportTimes.seconds(facts.first())),
                Fact.of(ReportText.LAST_EVENT, ReportTimes.seconds(facts.last())),
                Fact.of(ReportText.ADDRESSES, String.join(", ", facts.ips())),
                Fact.of(ReportText.COUNTRIES, facts.countries().isEmpty() ? ReportText.NOT_IN_LOGS.text()
                        : String.join(", ", facts.countries())),
                Fact.of(ReportText.SIGN_INS_TOKENS_OPERATIONS,
                        ReportText.THREE_NUMBERS.text(facts.signIns(), facts.tokens(), facts.operations(),
                                facts.refusedCalls())),
                Fact.of(ReportText.INFERRED_EVENTS, ReportText.NUMBER.text(facts.inferred())),
                Fact.of(ReportText.RISK, risk())));
    }

    private String risk() {
        List<String> because = Stream.concat(
                part.risk().counted().stream()
                        .map(finding -> ReportText.POINTS.text(finding.title(), finding.severity().points())),
                part.risk().notCounted().stream().map(finding -> ReportText.SAME_EVENTS.text(finding.title())))
                .toList();
        return because.isEmpty() ? ReportText.NUMBER.text(part.risk().points())
                : ReportText.RISK_SUM.text(part.risk().points(), String.join("; ", because));
    }

    /**
     * Puts a timeline on the page.
     *
     * @param index
     *            its place among all of the report ({@link ReportContent#timelines})
     */
    static void timeline(ReportPage page, ReportDrawing drawing, int index) {
        if (page.isPrint()) {
            int height = (int) Math.ceil(drawing.height() * PRINTED_WIDTH / TimelineDrawing.WIDTH);
            page.markup().open("object", "type", "timeline", "data", Integer.toString(index), "style",
                    "width:" + PRINTED_WIDTH + "px;height:" + height + "px;page-break-inside:avoid", "alt",
                    drawing.words()).close();
        } else {
            page.markup().open("div", "class", "timeline").append(TimelineSvg.markup(drawing)).close();
        }
    }

    private void origins() {
        page.table(new ReportTable(List.of(Column.of(ReportText.ORIGIN, 27), Column.of(ReportText.PARTY, 10),
                Column.of(ReportText.ADDRESSES, 20), Column.of(ReportText.FIRST, 17), Column.of(ReportText.LAST, 17),
                Column.of(ReportText.EVENTS, 9)),
                part.origins().stream().map(SessionSection::origin).toList()));
    }

    private static Row origin(OriginLine origin) {
        return Row.of(origin.named() ? ReportText.NAMED_BY_ANALYST.text(origin.name()) : origin.name(),
                origin.party().text(), String.join(", ", origin.ips()), ReportTimes.seconds(origin.first()),
                ReportTimes.seconds(origin.last()), ReportText.NUMBER.text(origin.events()));
    }

    private void token(TokenLine token) {
        String application = Objects.requireNonNullElseGet(token.app(), ReportText.UNKNOWN_APPLICATION::text);
        String resource = Objects.requireNonNullElseGet(token.resource(), ReportText.UNKNOWN_RESOURCE::text);
        page.markup().open("div", "class", "token").open("p").element("b", token.uti()).text(" ")
                .text((token.signInOnRecord() ? ReportText.TOKEN : ReportText.TOKEN_WITHOUT_SIGN_IN).text(application,
                        resource, ReportTimes.seconds(token.issuedAt()), String.join(", ", token.ips())))
                .close().open("ul");
        token.operationsByName()
                .forEach((name, times) -> page.markup().element("li", ReportText.TIMES_DONE.text(times, name)));
        if (token.operationsByName().isEmpty()) {
            page.markup().element("li", ReportText.NO_OPERATIONS.text());
        }
        page.markup().close().close();
    }

    private void events() {
        page.list(ReportText.SESSION_EVENTS.text(number), "", events(part.lines()));
        if (part.moreEvents() > 0) {
            page.paragraph(ReportText.MORE_EVENTS.text(part.moreEvents(), options.mostEvents()), Style.ABOUT);
        }
    }

    /** Events, each with the file and line of its record. */
    static ReportTable events(List<EventLine> lines) {
        List<ReportText> titles = List.of(ReportText.TIME, ReportText.OPERATION, ReportText.IN_WORDS, ReportText.RESULT,
                ReportText.ADDRESS, ReportText.APPLICATION, ReportText.EVIDENCE);
        return ColumnWidths.fitted(titles.stream().map(ReportText::text).toList(),
                titles.indexOf(ReportText.IN_WORDS), lines.stream().map(SessionSection::event).toList());
    }

    private static Row event(EventLine line) {
        return Row.of(line.time() == null ? ReportText.NO_TIME.text() : ReportTimes.precise(line.time()),
                line.operation(), inWords(line), line.result(), line.ip(), line.app(), evidence(line));
    }

    /** What the event states that was done, and the object where that does not name it. */
    static String inWords(EventLine line) {
        String target = line.target();
        String sentence = line.sentence();
        boolean whole = sentence.indexOf('…') < 0;
        return target == null || sentence.contains(target) || whole && sentence.contains(Words.quoted(lastPart(target)))
                ? sentence
                : (whole ? ReportText.WITH_TARGET : ReportText.TARGET_FIRST).text(sentence, target);
    }

    private static String lastPart(String target) {
        String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? target : last;
    }

    /** The file and line of an event's record. */
    static String evidence(EventLine line) {
        return Words.place(line.evidence(), line.line(), line.record());
    }
}
