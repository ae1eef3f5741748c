package org.tokenlane.query;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.SourceFile;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.EmptyCase;
import org.tokenlane.store.EvidenceWriter;
import org.tokenlane.store.RowColumn;

/** A real case into which a test writes records as it wants them, without files. */
public final class StoredRows implements AutoCloseable {

    public static final Shape RICH = new Shape("rich-json", "Rich", LogSource.UNIFIED_AUDIT_LOG, 90,
            Shape.Container.JSON,
            List.of("Id"));
    public static final Shape POOR = new Shape("poor-csv", "Poor", LogSource.ENTRA_SIGN_INS, 10, Shape.Container.CSV,
            List.of("Id"));

    private final CaseFile caseFile;
    private final List<MappedRecord> unwritten = new ArrayList<>();
    private final List<RawPlace> rejected = new ArrayList<>();
    private int files;

    public StoredRows(Path folder) {
        caseFile = EmptyCase.at(folder.resolve("rows.tlcase"));
    }

    public static AuditEvent.Builder event(String key) {
        return event(EventKind.OPERATION, key);
    }

    public static AuditEvent.Builder event(EventKind kind, String key) {
        return AuditEvent.builder(kind).key(key);
    }

    public static AuditEvent.Builder weak(String weakKey) {
        return AuditEvent.builder(EventKind.OPERATION).weakKey(weakKey);
    }

    public StoredRows row(Shape shape, AuditEvent.Builder builder) {
        AuditEvent event = builder.build();
        EventKey weak = event.weakKey() == null ? null : EventKey.of(event.weakKey());
        EventKey key = event.keyIsWeak() ? weak : EventKey.of(event.key());
        unwritten.add(new MappedRecord(event, shape, key, weak, new RawPlace(files + 1, 0, 0, 0, unwritten.size() + 1),
                new int[0]));
        return this;
    }

    /** A row whose record begins at this byte of the first block. */
    StoredRows rowAt(int line, int offset, AuditEvent.Builder builder) {
        row(RICH, builder);
        MappedRecord row = unwritten.removeLast();
        unwritten.add(new MappedRecord(row.event(), row.shape(), row.key(), row.weakKey(),
                new RawPlace(files + 1, 0, offset, 1, line), row.mentions()));
        return this;
    }

    /** A record that could not be read. */
    StoredRows rejectedAt(int line, int offset) {
        rejected.add(new RawPlace(files + 1, 0, offset, 1, line));
        return this;
    }

    public StoredRows row(AuditEvent.Builder builder) {
        return row(RICH, builder);
    }

    /** Writes the rows as a file whose hash is this. */
    public StoredRows file(String sha256) {
        try (EvidenceWriter writer = caseFile.write()) {
            unwritten.forEach(writer::add);
            rejected.forEach(place -> writer.reject(place.offset(), place, "x"));
            rejected.clear();
            writer.commit(new EvidenceWriter.Facts(new SourceFile("file " + ++files, null, 0, sha256), "form",
                    StandardCharsets.UTF_8, null, Map.of(), "tester", null, Map.of(), ExportTime.UNKNOWN));
            unwritten.clear();
            return this;
        }
    }

    public CaseFile caseFile() {
        return caseFile;
    }

    public CaseEvents events() {
        return CaseEvents.load(caseFile);
    }

    RowGroups groups() {
        return RowGroups.of(caseFile.segments(), caseFile.segments().longs(RowColumn.KEY_HIGH));
    }

    @Override
    public void close() {
        caseFile.close();
    }
}
