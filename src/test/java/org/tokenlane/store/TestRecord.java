package org.tokenlane.store;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Shape;

/** Records for tests of the store alone. */
final class TestRecord {

    static final Shape SHAPE = new Shape("test-csv", "Test export", LogSource.values()[0], 50, Shape.Container.CSV,
            List.of("Id"));

    private TestRecord() {
    }

    /** A record with a key, a weak key, or both. */
    static MappedRecord keyed(String key, String weakKey) {
        return of(AuditEvent.builder(EventKind.OPERATION).key(key).weakKey(weakKey), new RawPlace(1, 0, 0, 0, 1));
    }

    static MappedRecord of(AuditEvent.Builder builder, RawPlace place, int... mentions) {
        AuditEvent event = builder.build();
        EventKey weak = event.weakKey() == null ? null : EventKey.of(event.weakKey());
        return new MappedRecord(event, SHAPE, EventKey.of(event.key()), weak, place, mentions);
    }
}
