package org.tokenlane.query;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.filter.RawText;
import org.tokenlane.model.identity.MentionHash;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RawRecords;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/** Searches the raw records. */
public final class RawSearch {

    private final CaseFile caseFile;
    private final Segments segments;
    private final CaseEvents events;

    RawSearch(CaseFile caseFile, Segments segments, CaseEvents events) {
        this.caseFile = caseFile;
        this.segments = segments;
        this.events = events;
    }

    public static RawSearch of(CaseFile caseFile, CaseEvents events) {
        return new RawSearch(caseFile, caseFile.segments(), events);
    }

    /** The events one of whose raw records holds one of these texts. */
    public BitSet events(RawText pattern) {
        return events(pattern, () -> {
        });
    }

    /**
     * The same for as long as it is wanted.
     *
     * @param check
     *            ends the search with an exception where it is not wanted any more; is run by several threads
     */
    BitSet events(RawText pattern, Watch check) {
        BitSet found = new BitSet(events.size());
        RawRecords raw = caseFile.rawRecords();
        IntColumn blocks = events.rowInts(RowColumn.BLOCK);
        IntColumn offsets = events.rowInts(RowColumn.BLOCK_OFFSET);
        IntColumn lengths = events.rowInts(RowColumn.BYTES);
        List<int[]> spans = new ArrayList<>();
        for (Segments.Segment segment : segments.all()) {
            int row = segment.firstRow();
            int end = row + segment.rows();
            while (row < end) {
                int next = row;
                while (next < end && blocks.get(next) == blocks.get(row)) {
                    next++;
                }
                spans.add(new int[] { segment.evidence(), blocks.get(row), row, next });
                row = next;
            }
        }
        AtomicInteger read = new AtomicInteger();
        spans.parallelStream().forEach(span -> {
            check.check();
            byte[] block = raw.readBlock(span[0], span[1]);
            Charset charset = raw.charset(span[0]);
            BitSet here = new BitSet();
            int end = pattern.mayBeIn(block, charset) ? span[3] : span[2];
            for (int row = span[2]; row < end; row++) {
                if (pattern.isIn(block, offsets.get(row), lengths.get(row), charset)) {
                    here.set(events.eventOfRow(row));
                }
            }
            synchronized (found) {
                found.or(here);
            }
            check.read(read.incrementAndGet(), spans.size());
        });
        return found;
    }

    /** The rejected records that hold one of these texts. */
    public List<RejectedRecord> rejected(RawText pattern) {
        return caseFile.rejected().only(record -> {
            byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
            return pattern.isIn(text, 0, text.length, StandardCharsets.UTF_8);
        });
    }

    BitSet mentions(String id) {
        BitSet found = new BitSet(events.size());
        RawText pattern = new RawText(List.of(id));
        RawRecords raw = caseFile.rawRecords();
        int hash = MentionHash.of(id);
        for (Segments.Segment segment : segments.all()) {
            for (int rowInSegment : segment.rowsMentioning(hash)) {
                int row = segment.firstRow() + rowInSegment;
                RawPlace place = events.place(row);
                if (pattern.isIn(raw.block(place.evidence(), place.block()), place.offset(), place.length(),
                        raw.charset(place.evidence()))) {
                    found.set(events.eventOfRow(row));
                }
            }
        }
        return found;
    }
}
