package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** Counts the lines in parts of files, so that each record's line is known although no task reads the whole file. */
final class LineCounter implements MapPartitionsFunction<SourceRange, SourceRange> {

    private static final long serialVersionUID = 1;

    private final SourceFiles files;

    LineCounter(SourceFiles files) {
        this.files = files;
    }

    /** Gives each part with the number of its lines in the place of its first line. */
    @Override
    public Iterator<SourceRange> call(Iterator<SourceRange> ranges) throws IOException {
        List<SourceRange> counted = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        while (ranges.hasNext()) {
            SourceRange range = ranges.next();
            long lines = 0;
            try (InputStream in = RecordMapper.open(files, range)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            counted.add(range.onLine(lines));
        }
        return counted.iterator();
    }
}
