package org.tokenlane.report.office;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.document.AccountPhases;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportContent.ApplicationPart;
import org.tokenlane.report.document.ReportContent.EventLine;
import org.tokenlane.report.document.ReportContent.SessionPart;

/** The lists of a report as a workbook (XLSX), a sheet each; times are UTC. */
public final class ReportWorkbook {

    private ReportWorkbook() {
    }

    /** Writes the workbook; rows are handed on as they are made. */
    public static void write(ReportContent content, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Tokenlane", null);
        write(content, book, new SheetWriter(book));
    }

    static void write(ReportContent content, Workbook book, SheetWriter sheets) throws IOException {
        accounts(content, sheets);
        sessions(content, sheets);
        applications(content, sheets);
        events(content, sheets);
        findings(content, sheets);
        containment(content, sheets);
        for (ExposureTable table : content.exposure().tables()) {
            exposure(table, sheets);
        }
        ofApplications(content, sheets);
        limits(content, sheets);
        book.finish();
    }

    private static void applications(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.APPLICATIONS, sheet -> {
            for (ApplicationPart part : content.applications()) {
                ApplicationFacts facts = part.subject().facts();
                sheet.row(facts.name(), facts.id(), String.join(", ", facts.ips()), SheetWriter.time(facts.first()),
                        SheetWriter.time(facts.last()), facts.signIns(), facts.tokens(), facts.operations(),
                        part.subject().risk().points());
            }
        }, OfficeText.APPLICATION, OfficeText.APPLICATION_ID, OfficeText.ADDRESSES, OfficeText.FIRST, OfficeText.LAST,
                OfficeText.SIGN_INS, OfficeText.TOKENS, OfficeText.OPERATIONS, OfficeText.RISK);
    }

    /** What applications accessed, a sheet for each list, with the application in the first column. */
    private static void ofApplications(ReportContent content, SheetWriter sheets) throws IOException {
        Map<String, List<ApplicationPart>> byTable = new LinkedHashMap<>();
        content.applications().forEach(part -> part.exposure().tables()
                .forEach(table -> byTable.computeIfAbsent(table.id(), key -> new ArrayList<>()).add(part)));
        for (Map.Entry<String, List<ApplicationPart>> entry : byTable.entrySet()) {
            ExposureTable first = table(entry.getValue().getFirst(), entry.getKey());
            List<String> titles = new ArrayList<>(List.of(OfficeText.APPLICATION.text()));
            first.columns().forEach(column -> titles.add(column.title()));
            sheets.sheet(OfficeText.BY_APPLICATIONS.text(first.title()), titles, sheet -> {
                for (ApplicationPart part : entry.getValue()) {
                    for (ExposureTable.Row row : table(part, entry.getKey()).rows()) {
                        List<@Nullable Object> cells = cells(row);
                        cells.addFirst(part.subject().facts().name());
                        sheet.row(cells.toArray());
                    }
                }
            });
        }
    }

    private static ExposureTable table(ApplicationPart part, String id) {
        return part.exposure().tables().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
    }

    /** What the lists do not contain; last, since only then it is known which rows did not fit. */
    private static void limits(ReportContent content, SheetWriter sheets) throws IOException {
        Map<String, Integer> dropped = sheets.dropped();
        sheets.sheet(OfficeText.LIMITS, sheet -> {
            for (String limit : content.exposure().limits()) {
                sheet.row(null, limit);
            }
            for (SessionPart part : content.parts()) {
                if (part.moreEvents() > 0) {
                    sheet.row(part.facts().sessionId(), OfficeText.MORE_EVENTS.text(part.moreEvents()));
                }
            }
            for (ApplicationPart part : content.applications()) {
                if (part.moreEvents() > 0) {
                    sheet.row(part.subject().facts().name(), OfficeText.MORE_EVENTS.text(part.moreEvents()));
                }
                for (String limit : part.exposure().limits()) {
                    sheet.row(part.subject().facts().name(), limit);
                }
            }
            for (Map.Entry<String, Integer> of : dropped.entrySet()) {
                sheet.row(null, OfficeText.DROPPED.text(of.getKey(), of.getValue()));
            }
        }, OfficeText.CONCERNS, OfficeText.LIMIT);
    }

    private static void accounts(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.ACCOUNTS, sheet -> {
            for (AccountPhases story : content.answers().stories()) {
                sheet.row(story.account(), SheetWriter.time(story.first()), SheetWriter.time(story.last()));
            }
        }, OfficeText.USER, OfficeText.FIRST, OfficeText.LAST);
    }

    private static void sessions(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.SESSIONS, sheet -> {
            for (SessionPart part : content.parts()) {
                sheet.row(part.facts().sessionId(), String.join(", ", part.facts().upns()),
                        String.join(", ", part.facts().ips()), String.join(", ", part.facts().countries()),
                        SheetWriter.time(part.facts().first()), SheetWriter.time(part.facts().last()),
                        part.facts().signIns(), part.facts().tokens(), part.facts().operations(),
                        part.facts().inferred(), part.risk().points());
            }
        }, OfficeText.SESSION, OfficeText.USERS, OfficeText.ADDRESSES, OfficeText.COUNTRIES, OfficeText.FIRST,
                OfficeText.LAST, OfficeText.SIGN_INS, OfficeText.TOKENS, OfficeText.OPERATIONS, OfficeText.INFERRED,
                OfficeText.RISK);
    }

    private static void events(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.EVENTS, sheet -> {
            for (SessionPart part : content.parts()) {
                for (EventLine line : part.lines()) {
                    event(line, part.facts().sessionId(), sheet);
                }
            }
            for (ApplicationPart part : content.applications()) {
                for (EventLine line : part.lines()) {
                    event(line, null, sheet);
                }
            }
        }, OfficeText.TIME, OfficeText.SESSION, OfficeText.OPERATION, OfficeText.SENTENCE, OfficeText.WORKLOAD,
                OfficeText.RESULT,
                OfficeText.ADDRESS, OfficeText.APPLICATION, OfficeText.TARGET, OfficeText.EVENT, OfficeText.FILE,
                OfficeText.LINE, OfficeText.RECORD);
    }

    private static void event(EventLine line, @Nullable String session, SheetWriter.Sheet sheet) throws IOException {
        sheet.row(time(line.time()), session, line.operation(), line.sentence(), line.workload(), line.result(),
                line.ip(), line.app(),
                line.target(), line.id(), line.evidence(), line.line(),
                line.record() == 0 ? null : line.record());
    }

    private static void findings(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.FINDINGS, sheet -> {
            for (Finding finding : content.judgements().findings()) {
                sheet.row(finding.severity().id(), finding.title(), finding.rule(),
                        String.join(", ", finding.attack()), finding.upn(), finding.sessionId(), finding.why(),
                        String.join(" ", finding.against()), finding.eventIds().size());
            }
        }, OfficeText.SEVERITY, OfficeText.FINDING, OfficeText.RULE, OfficeText.TECHNIQUES, OfficeText.USER,
                OfficeText.SESSION, OfficeText.REASON, OfficeText.AGAINST, OfficeText.EVENTS_OF);
    }

    private static void containment(ReportContent content, SheetWriter sheets) throws IOException {
        sheets.sheet(OfficeText.CONTAINMENT, sheet -> {
            for (ContainmentSheet.Step step : content.answers().containment()) {
                for (ContainmentSheet.Item item : step.items()) {
                    sheet.row(step.title(), step.why(), item.name(),
                            item.done() == null ? null : ContainmentText.words(item.done()));
                }
            }
        }, OfficeText.STEP, OfficeText.REASON, OfficeText.OBJECT, OfficeText.STATE);
    }

    private static void exposure(ExposureTable table, SheetWriter sheets) throws IOException {
        List<String> titles = table.columns().stream().map(ExposureTable.Column::title).toList();
        sheets.sheet(table.title(), titles, sheet -> {
            for (ExposureTable.Row row : table.rows()) {
                sheet.row(cells(row).toArray());
            }
        });
    }

    private static List<@Nullable Object> cells(ExposureTable.Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Object cell : row.cells()) {
            cells.add(cell instanceof ExposureTable.Moment moment ? SheetWriter.time(moment.nanos()) : cell);
        }
        return cells;
    }

    private static @Nullable LocalDateTime time(@Nullable String iso) {
        try {
            return iso == null ? null
                    : OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        } catch (DateTimeParseException unread) {
            return null;
        }
    }
}
