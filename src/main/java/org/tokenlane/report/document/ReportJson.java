package org.tokenlane.report.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.FindingText;

/** A report's facts as data: what is attached to the PDF, so that every number can be checked. */
public final class ReportJson {

    private ReportJson() {
    }

    public static Map<String, Object> of(ReportContent content) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", content.caseName());
        map.put("program", content.program());
        map.put("tenants", content.tenants());
        map.put("first", EventText.time(content.first()));
        map.put("last", EventText.time(content.last()));
        map.put("events", content.events());
        map.put("sessions", content.sessions());
        map.put("findings", content.findings().stream().map(FindingText::of).toList());
        map.put("told", content.parts().stream().map(ReportJson::facts).toList());
        map.put("exposure", exposure(content.exposure()));
        map.put("eventsByVerdict", content.marks().verdicts());
        map.put("marks", content.marks().lines().stream().map(ReportJson::mark).toList());
        map.put("links", content.links());
        map.put("dataBesideTheLogs", content.attributions());
        map.put("evidence", content.evidence().stream().map(file -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", file.path());
            entry.put("sha256", file.sha256());
            entry.put("bytes", file.bytes());
            entry.put("shapes", file.shapes());
            entry.put("records", file.records());
            entry.put("stored", file.stored());
            entry.put("duplicates", file.duplicates());
            entry.put("rejected", file.rejected());
            if (file.origin() != null) {
                entry.put("takenFrom", origin(file.origin()));
            }
            return entry;
        }).toList());
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
                    line.put(table.columns().get(column).title(), row.text(column));
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
        map.put("events", part.facts().events());
        map.put("inferred", part.facts().inferred());
        map.put("risk", part.risk().points());
        map.put("eventIds", part.lines().stream().map(ReportContent.EventLine::id).toList());
        return map;
    }
}
