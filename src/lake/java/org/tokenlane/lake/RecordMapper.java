package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.tables.ParquetRows;

/** Reads parts of files with the workbench's importers, on the executors. */
final class RecordMapper implements MapPartitionsFunction<SourceRange[], Row> {

    private static final long serialVersionUID = 1;

    private final SourceFiles files;
    private final Planner.IndexOptions options;

    RecordMapper(SourceFiles files, Planner.IndexOptions options) {
        this.files = files;
        this.options = options;
    }

    static InputStream open(SourceFiles files, SourceRange range) throws IOException {
        LakeFile file = range.file();
        if (range.rows()) {
            return ParquetRows.open(files.seekable(file), range.columns(), range.from(), range.to());
        }
        if (!range.isPart()) {
            return new FirstBytes(files.open(file.path()), file.bytes());
        }
        long from = range.isFirst() ? range.from() : range.from() - 1;
        return new RangeStream(new FirstBytes(files.open(file.path(), from), file.bytes() - from), range.from(),
                range.to(), range.isFirst());
    }

    @Override
    public Iterator<Row> call(Iterator<SourceRange[]> bundles) {
        Recogniser recogniser = new Recogniser(Importers.all());
        return new Iterator<>() {

            private SourceRange[] bundle = {};
            private int next;
            private Iterator<Row> rows = java.util.Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!rows.hasNext()) {
                    while (next == bundle.length) {
                        if (!bundles.hasNext()) {
                            return false;
                        }
                        bundle = bundles.next();
                        next = 0;
                    }
                    rows = new SteadyRows(recogniser, files, options, bundle[next++]);
                }
                return true;
            }

            @Override
            public Row next() {
                return rows.next();
            }
        };
    }
}
