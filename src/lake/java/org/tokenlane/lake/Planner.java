package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.DateOrders;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.files.ReadFailure;
import org.tokenlane.ingest.tables.ParquetRows;
import org.tokenlane.ingest.tables.SeekableFile;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.time.DateOrder;

/** Recognises files by their content, on the executors. */
final class Planner implements MapPartitionsFunction<FilePlan, FilePlan> {

    private static final long serialVersionUID = 1;
    private static final int MAGIC_BYTES = 4;

    private final SourceFiles files;
    private final IndexOptions options;

    Planner(SourceFiles files, IndexOptions options) {
        this.files = files;
        this.options = options;
    }

    @Override
    public Iterator<FilePlan> call(Iterator<FilePlan> unplanned) {
        Recogniser recogniser = new Recogniser(Importers.all());
        List<FilePlan> plans = new ArrayList<>();
        unplanned.forEachRemaining(one -> plans.add(plan(recogniser, one)));
        return plans.iterator();
    }

    private FilePlan plan(Recogniser recogniser, FilePlan one) {
        LakeFile file = one.file();
        try {
            boolean rows = isParquet(file);
            List<ParquetRows.Group> groups = rows ? ParquetRows.groups(files.seekable(file)) : List.of();
            EvidenceFile evidence = rows
                    ? new EvidenceFile(file.path(), file.name(), -1, null,
                            () -> ParquetRows.open(files.seekable(file), one.columns(), 0, Long.MAX_VALUE))
                    : new EvidenceFile(file.path(), file.name(), file.bytes(), null,
                            () -> new FirstBytes(files.open(file.path()), file.bytes()));
            Recogniser.Recognised seen = recogniser.recognise(evidence, options.columnNames());
            DateOrders.Settled dates = new DateOrders(recogniser).settle(evidence, seen.form(), seen.rows(),
                    options.dateOrder() == null ? null : DateOrder.valueOf(options.dateOrder()));
            Division division = rows ? Division.ROWS
                    : isOfLines(evidence, seen.form()) ? Division.LINES : Division.WHOLE;
            Beginning beginning = division == Division.LINES ? beginning(one) : new Beginning(0, 1, null);
            String shapes = seen.shapes().stream().map(Shape::id).collect(Collectors.joining("+"));
            return new FilePlan(one.order(), file, null, shapes,
                    rows ? TablesText.PARQUET.text() : seen.form().description(), seen.form().charset().name(),
                    dates.reading() == null ? null : dates.reading().order().code(),
                    dates.reading() == null ? null : dates.reading().basis().code(),
                    division, seen.form().isTable(), rows ? new byte[0] : head(evidence, seen.form()),
                    rows ? one.columns() : Map.of(), groups, null, beginning.from(), beginning.line(),
                    beginning.edges());
        } catch (UnreadableFileException refused) {
            return FilePlan.refused(one.order(), file, refused.reason().toString());
        } catch (IOException unreadable) {
            return FilePlan.refused(one.order(), file, ReadFailure.of(unreadable).toString());
        }
    }

    private record Beginning(long from, long line, @Nullable String edges) {
    }

    /** Where reading begins: behind what was read of the file before, where it has only grown since. */
    private Beginning beginning(FilePlan one) throws IOException {
        try (SeekableFile file = files.seekable(one.file())) {
            String edges = FileEdges.of(file, one.file().bytes());
            EarlierReading earlier = one.earlier();
            if (earlier == null || earlier.bytes() >= one.file().bytes()
                    || !earlier.edges().equals(FileEdges.of(file, earlier.bytes()))) {
                return new Beginning(0, 1, edges);
            }
            long from = FileEdges.startOfOpenLine(file, earlier.bytes());
            return from == 0 ? new Beginning(0, 1, edges) : new Beginning(from, earlier.endLine(), edges);
        }
    }

    private boolean isParquet(LakeFile file) throws IOException {
        try (InputStream in = files.open(file.path())) {
            return ParquetRows.isOne(in.readNBytes(MAGIC_BYTES));
        }
    }

    private static byte[] head(EvidenceFile file, FileForm form) throws IOException {
        try (InputStream in = file.content().open()) {
            return in.readNBytes(form.headBytes());
        }
    }

    /** Tells whether each record of the first block is a line of its own that begins with a brace. */
    private static boolean isOfLines(EvidenceFile file, FileForm form) throws IOException {
        if (form.layout() != FileForm.Layout.JSON || form.charset() != java.nio.charset.StandardCharsets.UTF_8) {
            return false;
        }
        try (InputStream in = file.content().open()) {
            @Nullable
            Block block = new BlockReader(in, form).next();
            if (block == null || block.size() == 0) {
                return false;
            }
            byte[] bytes = block.bytes();
            for (int i = 0; i < block.size(); i++) {
                int start = block.offsets()[i];
                int end = start + block.lengths()[i];
                if (bytes[start] != '{' || start > form.headBytes() && bytes[start - 1] != '\n'
                        || start <= form.headBytes() && start != form.headBytes()
                        || end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                    return false;
                }
                for (int at = start; at < end; at++) {
                    if (bytes[at] == '\n') {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** What was asked for with the index. */
    record IndexOptions(Map<String, String> columnNames, @Nullable String dateOrder) implements java.io.Serializable {

        IndexOptions {
            columnNames = Map.copyOf(columnNames);
        }

        static final IndexOptions NONE = new IndexOptions(Map.of(), null);
    }
}
