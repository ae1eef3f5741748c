package org.tokenlane.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;
import org.tokenlane.store.ShapeTable;

/** The records behind the events: their evidence files, their shapes, and where each is. Safe for several threads. */
final class EventRecords {

    private final CaseFile caseFile;
    private final Map<Integer, Others> others = new ConcurrentHashMap<>();
    private final Segments segments;
    private final EventColumns columns;
    private final Map<Integer, Evidence> evidence = new HashMap<>();
    private final ShapeTable.Row[] shapesByCode;
    private final IntColumn shapeOfRow;

    /** The records of a file that are no events: where each is, in order, and on which lines. */
    private record Others(long[] places, BitSet lines) {

        static Others of(List<RawPlace> all) {
            BitSet lines = new BitSet();
            all.forEach(place -> lines.set(place.line()));
            return new Others(all.stream().mapToLong(Others::key).toArray(), lines);
        }

        private static long key(RawPlace place) {
            return (long) place.block() << Integer.SIZE | place.offset();
        }

        int before(RawPlace place) {
            int at = Arrays.binarySearch(places, key(place));
            return at < 0 ? -at - 1 : at;
        }
    }

    EventRecords(CaseFile caseFile, Segments segments, EventColumns columns) {
        this.caseFile = caseFile;
        this.segments = segments;
        this.columns = columns;
        caseFile.evidence().forEach(file -> evidence.put(file.id(), file));
        Map<String, ShapeTable.Row> byId = new HashMap<>();
        caseFile.shapes().forEach(shape -> byId.put(shape.id(), shape));
        shapesByCode = caseFile.dictionary("SHAPE").stream().map(byId::get).toArray(ShapeTable.Row[]::new);
        shapeOfRow = columns.ints(RowColumn.SHAPE);
    }

    int rows() {
        return shapeOfRow.size();
    }

    ShapeTable.Row shape(int row) {
        return shapesByCode[shapeOfRow.get(row)];
    }

    /** How much the shape of a row tells. */
    int richness(int row) {
        return shape(row).richness();
    }

    /** By row, the place of its evidence file among all by their hashes, so that it does not depend on the import. */
    IntUnaryOperator evidenceRanks() {
        List<Evidence> byHash = new ArrayList<>(evidence.values());
        byHash.sort(Comparator.comparing(Evidence::exportedSha256));
        Map<Integer, Integer> rank = new HashMap<>();
        byHash.forEach(file -> rank.put(file.id(), rank.size()));
        return row -> rank.getOrDefault(segments.of(row).evidence(), rank.size());
    }

    /** The evidence files in the order of their import. */
    List<Evidence> evidence() {
        return evidence.values().stream().sorted(Comparator.comparingInt(Evidence::id)).toList();
    }

    Evidence evidence(int id) {
        return Objects.requireNonNull(evidence.get(id), "no such evidence file"); // not for people
    }

    /**
     * The number of a record in its file, counted from 1, where its line does not tell which it is: some exports are
     * one line of many records. 0 where the line is enough, and in an extract, which has not all records of the file.
     */
    int number(RawPlace place) {
        int first = -1;
        int end = -1;
        for (Segments.Segment segment : segments.all()) {
            if (segment.evidence() == place.evidence()) {
                first = first < 0 ? segment.firstRow() : first;
                end = segment.firstRow() + segment.rows();
            }
        }
        if (first < 0 || evidence(place.evidence()).origin() != null) {
            return 0;
        }
        int row = row(place, first, end);
        IntColumn lines = columns.ints(RowColumn.LINE);
        boolean shared = row > first && lines.get(row - 1) == place.line()
                || row + 1 < end && lines.get(row + 1) == place.line() || others(place).lines().get(place.line());
        return shared ? row - first + others(place).before(place) + 1 : 0;
    }

    private Others others(RawPlace place) {
        return others.computeIfAbsent(place.evidence(), file -> Others.of(caseFile.others(file)));
    }

    /** The row of a place: those of a file are in the order of its records. */
    private int row(RawPlace place, int first, int end) {
        IntColumn blocks = columns.ints(RowColumn.BLOCK);
        IntColumn offsets = columns.ints(RowColumn.BLOCK_OFFSET);
        int from = first;
        int to = end;
        while (to - from > 1) {
            int middle = from + to >>> 1;
            if (blocks.get(middle) < place.block()
                    || blocks.get(middle) == place.block() && offsets.get(middle) <= place.offset()) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Where the record in a row is. */
    RawPlace place(int row) {
        return new RawPlace(segments.of(row).evidence(), columns.ints(RowColumn.BLOCK).get(row),
                columns.ints(RowColumn.BLOCK_OFFSET).get(row), columns.ints(RowColumn.BYTES).get(row),
                columns.ints(RowColumn.LINE).get(row));
    }
}
