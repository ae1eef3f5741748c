package org.tokenlane.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;
import org.tokenlane.store.ShapeTable;

/** The records behind the events: their evidence files, their shapes, and where each is. Safe for several threads. */
final class EventRecords {

    private final Segments segments;
    private final EventColumns columns;
    private final Map<Integer, Evidence> evidence = new HashMap<>();
    private final ShapeTable.Row[] shapesByCode;
    private final int[] shapeOfRow;

    EventRecords(CaseFile caseFile, Segments segments, EventColumns columns) {
        this.segments = segments;
        this.columns = columns;
        caseFile.evidence().forEach(file -> evidence.put(file.id(), file));
        Map<String, ShapeTable.Row> byId = new HashMap<>();
        caseFile.shapes().forEach(shape -> byId.put(shape.id(), shape));
        shapesByCode = Arrays.stream(caseFile.dictionary("SHAPE")).map(byId::get).toArray(ShapeTable.Row[]::new);
        shapeOfRow = columns.ints(RowColumn.SHAPE);
    }

    int rows() {
        return shapeOfRow.length;
    }

    ShapeTable.Row shape(int row) {
        return shapesByCode[shapeOfRow[row]];
    }

    /** How much the shape of each row tells. */
    int[] richness() {
        int[] richness = new int[rows()];
        Arrays.setAll(richness, row -> shape(row).richness());
        return richness;
    }

    /** By row, the place of its evidence file among all by their hashes, so that it does not depend on the import. */
    int[] evidenceRanks() {
        List<Evidence> byHash = new ArrayList<>(evidence.values());
        byHash.sort(Comparator.comparing(Evidence::exportedSha256));
        Map<Integer, Integer> rank = new HashMap<>();
        byHash.forEach(file -> rank.put(file.id(), rank.size()));
        int[] ranks = new int[rows()];
        for (Segments.Segment segment : segments.all()) {
            Arrays.fill(ranks, segment.firstRow(), segment.firstRow() + segment.rows(),
                    rank.getOrDefault(segment.evidence(), rank.size()));
        }
        return ranks;
    }

    /** The evidence files in the order of their import. */
    List<Evidence> evidence() {
        return evidence.values().stream().sorted(Comparator.comparingInt(Evidence::id)).toList();
    }

    Evidence evidence(int id) {
        return Objects.requireNonNull(evidence.get(id), "no such evidence file"); // not for people
    }

    /** Where the record in a row is. */
    RawPlace place(int row) {
        return new RawPlace(segments.of(row).evidence(), columns.ints(RowColumn.BLOCK)[row],
                columns.ints(RowColumn.BLOCK_OFFSET)[row], columns.ints(RowColumn.BYTES)[row],
                columns.ints(RowColumn.LINE)[row]);
    }
}
