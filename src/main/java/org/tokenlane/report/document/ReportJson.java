package org.tokenlane.report.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.FindingText;

/** A report's facts as data: what is attached to the PDF, so that every number can be checked. */
public final class ReportJson {

    private ReportJson() {
    }

    public static Map<String, Object> of(ReportContent content) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", content.overview().name());
        map.put("program", content.overview().program());
        map.put("tenants", content.overview().tenants());
        map.put("first", EventText.time(content.overview().first()));
        map.put("last", EventText.time(content.overview().last()));
        map.put("events", content.overview().events());
        map.put("sessions", content.overview().sessions());
        map.put("answers", content.answers().all().stream().map(ReportJson::answer).toList());
        map.put("findings", content.judgements().findings().stream().map(FindingText::of).toList());
        map.put("told", content.parts().stream().map(ReportJson::facts).toList());
        map.put("applications", content.applications().stream().map(ReportJson::application).toList());
        map.put("exposure", exposure(content.exposure()));
        map.put("containment", ContainmentText.json(content.answers().containment()));
        map.put("eventsByVerdict", content.marks().verdicts());
        map.put("marks", content.marks().lines().stream().map(ReportJson::mark).toList());
        map.put("links", links(content.coverage().links()));
        map.put("dataBesideTheLogs", content.origin().attributions());
        map.put("evidence", content.origin().evidence().stream().map(file -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", file.path());
            entry.put("sha256", file.sha256());
            if (file.archiveSha256() != null) {
                entry.put("archiveSha256", file.archiveSha256());
            }
            entry.put("form", file.form());
            entry.put("bytes", file.bytes());
            entry.put("shapes", file.shapes());
            entry.put("records", file.records());
            entry.put("stored", file.stored());
            entry.put("duplicates", file.duplicates());
            entry.put("rejected", file.rejected());
            entry.put("warnings", content.origin().warnings().getOrDefault(file.id(), List.of()).stream()
                    .map(ReportJson::warning).toList());
            if (file.origin() != null) {
                entry.put("takenFrom", origin(file.origin()));
            }
            return entry;
        }).toList());
        map.put("settings", content.origin().settings().stream().map(ReportJson::setting).toList());
        return map;
    }

    private static Map<String, Object> setting(CaseState.Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", line.fact().kind().code());
        map.put("mailbox", line.fact().mailbox());
        map.put("name", line.fact().name());
        line.fact().fields().forEach((field, value) -> map.put(field.code(), value));
        map.put("exported", line.last().exported().written());
        map.put("exportedFrom", line.last().exported().basis().code());
        map.put("path", line.last().path());
        map.put("line", line.last().place().line());
        return map;
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("question", answer.question().id());
        map.put("state", answer.state().id());
        map.put("text", answer.text());
        map.put("lines", answer.lines().stream().map(Answer.Line::text).toList());
        map.put("limits", answer.limits());
        map.put("fetch", answer.fetch());
        return map;
    }

    private static Map<String, Object> links(List<ReportContent.LinkLine> links) {
        Map<String, Object> map = new LinkedHashMap<>();
        links.forEach(link -> map.put(link.rule().id(), link.events()));
        return map;
    }

    private static Map<String, Object> warning(ImportWarning warning) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", warning.kind().code());
        map.put("records", warning.part());
        map.put("of", warning.whole());
        return map;
    }

    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", origin.caseName());
        map.put("sha256", origin.sha256());
        map.put("bytes", origin.bytes());
        map.put("records", origin.records());
        map.put("importedAt", origin.importedAt().toString());
        map.put("importedBy", origin.importedBy());
        map.put("replaced", origin.replaced());
        return map;
    }

    private static Map<String, Object> exposure(ReportContent.ExposurePart part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("summary", part.summary());
        map.put("limits", part.limits());
        for (ExposureTable table : part.tables()) {
            map.put(table.id(), table.rows().stream().map(row -> {
                Map<String, Object> line = new LinkedHashMap<>();
                for (int column = 0; column < table.columns().size(); column++) {
                    line.put(table.columns().get(column).json(), row.text(column));
                }
                return line;
            }).toList());
        }
        return map;
    }

    private static Map<String, Object> mark(ReportContent.MarkLine line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", line.at());
        map.put("by", line.by());
        map.put("kind", line.kind());
        map.put("on", line.on());
        map.put("says", line.says());
        map.put("events", line.events());
        return map;
    }

    private static Map<String, Object> application(ReportContent.ApplicationPart part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("application", part.subject().facts().id());
        map.put("name", part.subject().facts().name());
        map.put("first", EventText.time(part.subject().facts().first()));
        map.put("last", EventText.time(part.subject().facts().last()));
        map.put("signIns", part.subject().facts().signIns());
        map.put("operations", part.subject().facts().operations());
        map.put("refusedGraphCalls", part.subject().facts().refusedCalls());
        map.put("ips", part.subject().facts().ips());
        map.put("risk", part.subject().risk().points());
        map.put("changes", part.changes().stream().map(change -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("time", change.time());
            entry.put("activity", change.operation());
            entry.put("eventId", change.id());
            return entry;
        }).toList());
        map.put("exposure", exposure(part.exposure()));
        map.put("eventIds", part.lines().stream().map(ReportContent.EventLine::id).toList());
        return map;
    }

    private static Map<String, Object> facts(ReportContent.SessionPart part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessionId", part.facts().sessionId());
        map.put("upns", part.facts().upns());
        map.put("ips", part.facts().ips());
        map.put("countries", part.facts().countries());
        map.put("first", EventText.time(part.facts().first()));
        map.put("last", EventText.time(part.facts().last()));
        map.put("signIns", part.facts().signIns());
        map.put("tokens", part.tokens().stream().map(token -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("uti", token.uti());
            entry.put("operations", token.operations());
            entry.put("operationsByName", token.operationsByName());
            return entry;
        }).toList());
        map.put("operations", part.facts().operations());
        map.put("refusedGraphCalls", part.facts().refusedCalls());
        map.put("events", part.facts().events());
        map.put("inferred", part.facts().inferred());
        map.put("risk", part.risk().points());
        map.put("eventIds", part.lines().stream().map(ReportContent.EventLine::id).toList());
        return map;
    }
}
