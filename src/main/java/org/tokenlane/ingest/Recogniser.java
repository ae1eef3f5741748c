package org.tokenlane.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.Carriers;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.text.Text;

/**
 * Tells by a file's content how it is written and which shapes its records have. The name of a file decides nothing.
 */
public final class Recogniser {

    private static final int SAMPLE = 200;
    private static final int NAMES_SHOWN = 12;
    /** From this share of its columns on, a shape is near enough that naming it helps. */
    private static final double NEAR = 0.4;

    private final List<Importer> importers;
    private final List<Importer> openers;

    public Recogniser(List<Importer> importers) {
        this.importers = importers;
        this.openers = importers.stream().filter(Importer::opensCarriers).toList();
    }

    /**
     * What was seen at a file's beginning.
     *
     * @param rows
     *            its first records
     * @param shapes
     *            the shapes that they have, the first record's first
     */
    public record Recognised(FileForm form, List<Value> rows, List<Shape> shapes) {
    }

    /**
     * A record, which may stand inside of the one that was read, and the importer that accepts it; null where none does
     * although others beside it in the same carrier are known.
     *
     * @param fault
     *            why a record of a known shape is not read; null where it is, or where no importer accepts it
     */
    public record Match(@Nullable Importer importer, Value record, @Nullable Text fault) {

        Match(@Nullable Importer importer, Value record) {
            this(importer, record, null);
        }
    }

    public Recognised recognise(EvidenceFile file, Map<String, String> columnNames)
            throws IOException, UnreadableFileException {
        FileForm form;
        try (InputStream in = file.content().open()) {
            form = FileForm.of(in.readNBytes(FileForm.HEAD_BYTES), columnNames);
        }
        Seen seen = new Seen();
        try (InputStream in = file.content().open()) {
            Block block = new BlockReader(in, form).next();
            if (block != null) {
                new RecordReader(form).read(block, seen);
            }
        }
        if (seen.rows.isEmpty() && form.columns() != null) {
            seen.record(0, emptyRow(form.columns()));
        }
        if (seen.shapes.isEmpty()) {
            throw notRecognised(form, seen.rows);
        }
        return new Recognised(form, seen.rows, List.copyOf(seen.shapes));
    }

    /** A row that says nothing, for a table without any: what its columns are shows what it is. */
    private static Value emptyRow(ColumnNames columns) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String name = ColumnNames.normalise(columns.original(i));
            cells[i] = name.equals("type") || name.equals("category") ? "" : "?";
        }
        return Value.row(columns, cells);
    }

    /** Takes the first records, and goes on to the end of the block while none of them is known. */
    private final class Seen implements RecordReader.Visitor {

        private final List<Value> rows = new ArrayList<>();
        private final Set<Shape> shapes = new LinkedHashSet<>();
        private @Nullable Importer likely;

        @Override
        public void record(int number, Value row) {
            if (rows.size() >= SAMPLE && !shapes.isEmpty()) {
                return;
            }
            if (rows.size() < SAMPLE) {
                rows.add(row);
            }
            for (Match match : matches(row, likely)) {
                if (match.importer() != null) {
                    likely = match.importer();
                    shapes.add(match.importer().shape());
                }
            }
        }

        @Override
        public void damaged(int number, Text reason) {
            // it will be rejected when the file is read
        }
    }

    /**
     * The importer that accepts this record, or those that accept the records inside of it where it is a carrier; none
     * where nothing is known. The importer that accepted the record before is asked first.
     */
    public List<Match> matches(Value row, @Nullable Importer likely) {
        if (Carriers.isOne(row)) {
            for (Importer importer : openers) {
                if (importer.accepts(row)) {
                    return List.of(new Match(importer, row));
                }
            }
            List<Match> inside = inside(row, likely);
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        Importer importer = importerOf(row, likely);
        if (importer != null) {
            return one(importer, row, likely);
        }
        List<Match> inside = inside(row, likely);
        return inside.isEmpty() ? asRow(row, likely) : inside;
    }

    /** An object whose members are the columns of a table: of a Parquet file, a workbook or a converted CSV. */
    private List<Match> asRow(Value row, @Nullable Importer likely) {
        Value asRow = row.asRow();
        Importer importer = asRow == row ? null : importerOf(asRow, likely);
        return importer == null ? List.of() : List.of(new Match(importer, asRow));
    }

    /** The record; where what it wraps is not one but several, those that are known. */
    private List<Match> one(Importer importer, Value row, @Nullable Importer likely) {
        Value content = importer.content(row);
        if (content == row || !content.isArray() || content.items().size() < 2) {
            return List.of(new Match(importer, row));
        }
        List<Match> matches = new ArrayList<>();
        boolean any = false;
        for (Value item : content.items()) {
            Value record = item.opened();
            Importer known = record.isObject() ? importerOf(record, likely) : null;
            any |= known != null;
            if (!record.isMissing()) {
                matches.add(new Match(known, record));
            }
        }
        return any ? matches
                : List.of(new Match(null, row, IngestText.SEVERAL_WRAPPED.with(content.items().size())));
    }

    private List<Match> inside(Value row, @Nullable Importer likely) {
        List<Match> matches = new ArrayList<>();
        for (Value inner : Carriers.inside(row, value -> importerOf(value, likely) != null)) {
            matches.add(new Match(importerOf(inner, likely), inner));
        }
        return matches;
    }

    /** The importer that accepts this record, or null; the one that accepted the record before is asked first. */
    private @Nullable Importer importerOf(Value row, @Nullable Importer likely) {
        if (likely != null && likely.accepts(row)) {
            return likely;
        }
        for (Importer importer : importers) {
            if (importer != likely && importer.accepts(row)) {
                return importer;
            }
        }
        return null;
    }

    private NotRecognisedException notRecognised(FileForm form, List<Value> rows) {
        if (rows.isEmpty()) {
            return new NotRecognisedException(IngestText.NO_RECORDS.with(form.description()), List.of(), List.of());
        }
        List<String> names = rows.getFirst().names();
        Set<String> seen = new LinkedHashSet<>();
        names.forEach(name -> seen.add(ColumnNames.normalise(name)));
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN)));
        Object all = names.size() > NAMES_SHOWN ? IngestText.AND_MORE.with(shown, names.size()) : shown;
        Shape.Container container = form.isTable() ? Shape.Container.CSV : Shape.Container.JSON;
        Shape nearest = importers.stream().map(Importer::shape).filter(shape -> shape.container() == container)
                .max(Comparator.comparingDouble(shape -> likeness(shape, seen))).orElse(null);
        List<String> missing = nearest == null ? List.of()
                : nearest.columns().stream().filter(column -> !seen.contains(ColumnNames.normalise(column))).toList();
        if (nearest == null || missing.isEmpty() || likeness(nearest, seen) < NEAR) {
            return new NotRecognisedException((form.isTable() ? IngestText.COLUMNS_UNKNOWN : IngestText.KEYS_UNKNOWN)
                    .with(all), form.columnNames(), List.of());
        }
        return new NotRecognisedException(
                (form.isTable() ? IngestText.COLUMNS_NEAREST : IngestText.KEYS_NEAREST).with(all, nearest.title(),
                        String.join(", ", missing), missing.getFirst()),
                form.columnNames(), missing);
    }

    /** The share of the shape's columns that a file has. */
    private static double likeness(Shape shape, Set<String> seen) {
        long shared = shape.columns().stream().filter(column -> seen.contains(ColumnNames.normalise(column))).count();
        return shape.columns().isEmpty() ? 0 : (double) shared / shape.columns().size();
    }
}
