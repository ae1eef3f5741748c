package org.tokenlane.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.query.CaseEvents;

/**
 * What a case contains, as a digest of each column: the same for two cases in which the same records were read the same
 * way, in whatever order they were imported and however they are stored.
 */
public final class CaseContent {

    private final Map<String, Digest> digests = new TreeMap<>();
    private final Map<Integer, String> files = new HashMap<>();
    private final Map<String, TextColumn> dictionaries = new HashMap<>();
    private final CaseFile caseFile;

    private CaseContent(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    /** How many values were taken in, and the sum of their hashes, which does not depend on their order. */
    private static final class Digest {

        private long count;
        private long sum;

        void add(Object... parts) {
            long hash = 0;
            for (Object part : parts) {
                hash = mixed(hash + (part instanceof Long number ? number : hash(String.valueOf(part))));
            }
            count++;
            sum += hash;
        }

        /** FNV-1a. */
        static long hash(String text) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }

        private static long mixed(long value) {
            long hash = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
            return (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d %016x", count, sum);
        }
    }

    /** The digests by the name of the column. Columns without a value are left out. */
    public static Map<String, String> of(CaseFile caseFile) {
        CaseContent content = new CaseContent(caseFile);
        content.files();
        content.caseFile.segments().all().forEach(content::rows);
        caseFile.rejected().forEach(record -> content.digest("rejected").add(
                content.files.get(record.place().evidence()), record.place().line(), record.place().offset(),
                record.place().length(), record.reason(), record.text()));
        for (SeenState state : caseFile.state()) {
            content.digest("state").add(content.files.get(state.place().evidence()), state.fact(),
                    state.place().line());
        }
        content.links();
        Map<String, String> told = new TreeMap<>();
        content.digests.forEach((name, digest) -> told.put(name, digest.toString()));
        return told;
    }

    private Digest digest(String name) {
        return digests.computeIfAbsent(name, unknown -> new Digest());
    }

    private void files() {
        for (Evidence file : caseFile.evidence()) {
            files.put(file.id(), file.sha256());
            digest("files").add(file.sha256(), file.shapes(), file.form(), file.charset(), file.dates(),
                    file.records(), file.rejected(), file.undated(), file.span());
            digest("stored and duplicates").add(file.sha256(), file.stored() + file.duplicates());
        }
        long stored = caseFile.evidence().stream().mapToLong(Evidence::stored).sum();
        digest("stored").add(stored);
    }

    private void links() {
        Correlation correlation = Correlation.of(CaseEvents.load(caseFile));
        CaseEvents events = correlation.events();
        TextColumn tokens = events.dictionary(EventField.UTI);
        TextColumn sessions = events.dictionary(EventField.SESSION_ID);
        for (int event = 0; event < events.size(); event++) {
            digest("links").add(events.id(event), tokens.get(correlation.token(event)),
                    sessions.get(correlation.session(event)), correlation.rule(event), events.places(event).size());
        }
    }

    private void rows(Segments.Segment segment) {
        String file = files.get(segment.evidence());
        int[] blocks = segment.ints(RowColumn.BLOCK);
        int[] offsets = segment.ints(RowColumn.BLOCK_OFFSET);
        Object[] places = new Object[segment.rows()];
        Arrays.setAll(places, row -> Digest.hash(file + ':' + blocks[row] + ':' + offsets[row]));
        for (RowColumn column : RowColumn.values()) {
            if (column == RowColumn.SHAPE) {
                values(column.name(), places, texts(column.name(), segment.ints(column)));
            } else if (column.isWide()) {
                values(column.name(), places, Arrays.stream(segment.longs(column)).boxed().toArray());
            } else {
                values(column.name(), places, Arrays.stream(segment.ints(column)).boxed().toArray());
            }
        }
        for (EventField field : EventField.values()) {
            values(field.name(), places,
                    field.isShared() ? texts(field.name(), segment.codes(field)) : segment.texts(field));
        }
        int[] hashes = segment.mentionHashes();
        int[] rows = segment.mentionRows(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            digest("mentions").add(places[rows[i]], hashes[i]);
        }
        RawRecords raw = caseFile.rawRecords();
        int[] lengths = segment.ints(RowColumn.BYTES);
        for (int row = 0; row < places.length; row++) {
            byte[] block = raw.block(segment.evidence(), blocks[row]);
            digest("raw").add(places[row], new String(block, offsets[row], lengths[row], StandardCharsets.ISO_8859_1));
        }
    }

    private String[] texts(String field, int[] codes) {
        TextColumn values = dictionaries.computeIfAbsent(field, caseFile::dictionary);
        return Arrays.stream(codes).mapToObj(values::get).toArray(String[]::new);
    }

    private void values(String name, Object[] places, Object[] values) {
        for (int row = 0; row < places.length; row++) {
            if (values[row] != null && !values[row].equals(0) && !values[row].equals(0L)) {
                digest(name).add(places[row], values[row]);
            }
        }
    }
}
