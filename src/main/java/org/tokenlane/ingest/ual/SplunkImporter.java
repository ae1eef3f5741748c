package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * The unified audit log as Splunk exports it: the record's text stands in {@code _raw}, beside {@code _time}, {@code
 * _bkt} and whatever fields
 * were extracted from it; in JSON under {@code result}.
 */
final class SplunkImporter implements Importer {

    private final Shape shape;

    SplunkImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "splunk-ual-csv" : "splunk-ual-json",
                csv ? ShapeText.SPLUNK_UAL_CSV.text() : ShapeText.SPLUNK_UAL_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container, List.of("_raw", "_time", "_bkt"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && isAuditRecord(raw(row))
                && Wrapper.of(row) == Wrapper.NONE;
    }

    @Override
    public boolean opensCarriers() {
        return true;
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value fields = row.get("result").isObject() ? row.get("result") : row;
        Value raw = raw(row).opened();
        Value wrapped = raw.get("AuditData");
        return AuditDataReader
                .event(new Envelope(wrapped.isMissing() ? raw(row) : wrapped, fields.find("creationtime", "time"),
                        fields.find("recordtype"), fields.find("operation"), fields.find("workload"), Value.MISSING,
                        fields.find("userid"),
                        fields.find("userkey"), fields.find("clientip"), fields.find("objectid")), row, context);
    }

    @Override
    public Value content(Value row) {
        Value raw = raw(row).opened();
        Value wrapped = raw.get("AuditData");
        return AuditDataReader.content(wrapped.isMissing() ? raw : wrapped);
    }

    private static Value raw(Value row) {
        Value raw = row.get("_raw");
        return raw.isMissing() ? row.get("result").get("_raw") : raw;
    }

    /** Splunk exports any log so; this one is known by names that stand in every AuditData. */
    private static boolean isAuditRecord(Value raw) {
        String text = raw.text();
        if (text == null || !text.contains("RecordType\"") || !text.contains("CreationTime\"")
                || !text.contains("Operation\"")) {
            return false;
        }
        // several records in a list of their own are opened like those of any other carrier
        return text.indexOf("CreationTime\"") == text.lastIndexOf("CreationTime\"")
                || !raw.opened().get("CreationTime").isMissing() || !raw.opened().get("AuditData").isMissing();
    }
}
