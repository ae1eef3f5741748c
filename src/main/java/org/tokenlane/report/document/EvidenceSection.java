package org.tokenlane.report.document;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateWords;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Column;
import org.tokenlane.report.document.ReportTable.Row;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.AuditTrail;

/** The evidence files and what was done with the case. */
final class EvidenceSection {

    private EvidenceSection() {
    }

    static void write(ReportPage page, ReportContent.OriginPart part) {
        List<Evidence> evidence = part.evidence();
        page.section("evidence", Section.EVIDENCE.text());
        page.table(new ReportTable(List.of(Column.of(ReportText.FILE, 16), Column.of(ReportText.SHA256, 32),
                Column.of(ReportText.BYTES, 9), Column.of(ReportText.EXPORT_SHAPE, 13),
                Column.of(ReportText.EVENTS_UTC, 13), Column.of(ReportText.RECORDS, 17)),
                evidence.stream().map(EvidenceSection::row).toList()));
        List<Row> packed = evidence.stream().filter(file -> file.archiveSha256() != null)
                .map(file -> Row.of(file.path(), String.valueOf(file.archiveSha256()), file.form())).toList();
        if (!packed.isEmpty()) {
            page.heading("containers", ReportText.CONTAINERS.text());
            page.paragraph(ReportText.CONTAINERS_LIMIT.text());
            page.table(new ReportTable(List.of(Column.of(ReportText.FILE, 30),
                    Column.of(ReportText.SHA256_CONTAINER, 40), Column.of(ReportText.CONTENT, 30)), packed));
        }
        List<Row> warned = evidence.stream()
                .flatMap(file -> part.warnings().getOrDefault(file.id(), List.of()).stream())
                .map(warning -> Row.of(warning.path(), warning.text().toString())).toList();
        if (!warned.isEmpty()) {
            page.heading("warnings", ReportText.WARNINGS.text());
            page.paragraph(ReportText.WARNINGS_LIMIT.text());
            page.table(new ReportTable(
                    List.of(Column.of(ReportText.FILE, 30), Column.of(ReportText.WARNING, 70)), warned));
        }
        settings(page, part.settings());
        List<Row> extracted = evidence.stream().filter(file -> file.origin() != null)
                .map(file -> origin(file, file.origin())).toList();
        if (!extracted.isEmpty()) {
            page.heading("origin", ReportText.EXTRACT.text());
            page.paragraph(ReportText.EXTRACT_LIMIT.text());
            page.table(new ReportTable(
                    List.of(Column.of(ReportText.FILE, 22), Column.of(ReportText.SHA256_ORIGINAL, 30),
                            Column.of(ReportText.RECORDS, 14), Column.of(ReportText.SOURCE_CASE, 16),
                            Column.of(ReportText.CONTENT, 18)),
                    extracted));
        }
    }

    private static void settings(ReportPage page, List<CaseState.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.heading("settings", ReportText.SETTINGS.text());
        page.paragraph(ReportText.SETTINGS_LIMIT.text());
        page.table(new ReportTable(List.of(Column.of(ReportText.MAILBOX, 18), Column.of(ReportText.SETTING_KIND, 12),
                Column.of(ReportText.SETTING, 42), Column.of(ReportText.EXPORTED, 28)),
                lines.stream().map(EvidenceSection::row).toList()));
    }

    private static Row row(CaseState.Line line) {
        StateFact fact = line.fact();
        String remark = StateWords.remark(fact);
        String words = StateWords.of(fact);
        return Row.of(Objects.requireNonNullElse(fact.mailbox(), ""),
                fact.name() == null ? fact.kind().text() : ReportText.NAMED_RULE.text(fact.kind().text(), fact.name()),
                remark.isEmpty() ? words : ReportText.SETTING_REMARK.text(words, remark),
                ReportText.EXPORTED_IN.text(line.last().exported().words(), line.last().path(),
                        Integer.toString(line.last().place().line())));
    }

    private static Row row(Evidence file) {
        return Row.of(file.path(), file.sha256(), ReportText.NUMBER.text(file.bytes()), file.shapes(),
                file.firstEvent() == null || file.lastEvent() == null ? ""
                        : ReportText.FROM_TO.text(ReportTimes.minutes(file.firstEvent()),
                                ReportTimes.minutes(file.lastEvent())),
                ReportText.RECORDS_READ.text(file.records(), file.stored(), file.duplicates(), file.rejected()));
    }

    private static Row origin(Evidence file, Origin origin) {
        return Row.of(file.path(), origin.sha256(), ReportText.OF.text(file.records(), origin.records()),
                origin.caseName().isEmpty() ? ReportText.NOT_NAMED.text() : origin.caseName(),
                origin.replaced().isEmpty() ? ReportText.UNCHANGED.text()
                        : ReportText.PSEUDONYMS.text(origin.replaced()));
    }

    /** How many entries are later is not said: writing a report adds one, and the same report has to come out again. */
    static void actions(ReportPage page, ReportContent.OriginPart part, Instant madeAt) {
        page.section("actions", Section.ACTIONS.text());
        page.paragraph(ReportText.ACTIONS.text());
        page.paragraph(ReportText.ACTIONS_END.text(ReportTimes.seconds(madeAt)));
        if (part.actions().isEmpty()) {
            page.paragraph(ReportText.NO_ACTIONS.text());
        } else {
            page.table(new ReportTable(List.of(Column.of(ReportText.TIME, 12), Column.of(ReportText.USER, 8),
                    Column.of(ReportText.ACTION, 15), Column.of(ReportText.DETAIL, 32),
                    Column.of(ReportText.HASH, 33)),
                    part.actions().stream().map(entry -> Row.of(ReportTimes.seconds(entry.at()), entry.who(),
                            entry.what(), entry.detail(), entry.hash())).toList()));
        }
        page.heading("custody", ReportText.CUSTODY.text());
        page.paragraph(verified(part.actions()));
        part.signature().forEach(sentence -> page.paragraph(sentence.toString()));
        page.paragraph(ReportText.CUSTODY_NOTE.text(), Style.ABOUT);
        page.table(new ReportTable(
                List.of(Column.of(ReportText.CUSTODY_STEP, 30), Column.of(ReportText.CUSTODY_NAME, 30),
                        Column.of(ReportText.CUSTODY_DATE, 15), Column.of(ReportText.CUSTODY_SIGNATURE, 25)),
                List.of(Row.of(ReportText.CUSTODY_EXPORTED.text(), "", "", ""),
                        Row.of(ReportText.CUSTODY_RECEIVED.text(), "", "", ""),
                        Row.of(ReportText.CUSTODY_REPORTED.text(), "", "", ""))));
    }

    /** When the case was last verified, if that was after its last import. */
    private static String verified(List<AuditTrail.Entry> actions) {
        AuditTrail.Entry last = actions.reversed().stream().filter(entry -> entry.kind() == AuditKind.VERIFIED
                || entry.kind() == AuditKind.EVIDENCE_IMPORTED).findFirst().orElse(null);
        return last == null || last.kind() != AuditKind.VERIFIED ? ReportText.CUSTODY_NOT_VERIFIED.text()
                : ReportText.CUSTODY_VERIFIED.text(ReportTimes.seconds(last.at()), last.who(), last.detail());
    }
}
