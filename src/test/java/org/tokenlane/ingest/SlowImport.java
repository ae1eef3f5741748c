package org.tokenlane.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.store.CaseFile;

/**
 * Imports files in a process of its own; when so many records of the last of them are written, it says so and stays
 * there until it is killed.
 */
public final class SlowImport {

    private SlowImport() {
    }

    /** Arguments: the case, the number of records, the files. */
    public static void main(String[] arguments) {
        List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        try (CaseFile caseFile = CaseFile.open(Path.of(arguments[0]), null)) {
            Progress progress = new Stop(files.size(), Long.parseLong(arguments[1]));
            new ImportService(caseFile, Importers.all()).importAll(files, ImportOptions.by("tester"), progress);
            System.out.println("imported");
        }
    }

    /** Waits for good in the middle of the file with this number. */
    private static final class Stop implements Progress {

        private final int lastFile;
        private final long stopAt;
        private int file;
        private long records;

        Stop(int lastFile, long stopAt) {
            this.lastFile = lastFile;
            this.stopAt = stopAt;
        }

        @Override
        public void begin(String name, long bytes) {
            file++;
            records = 0;
        }

        @Override
        public void advance(long bytes, long more) {
            records += more;
            if (file == lastFile && records >= stopAt) {
                System.out.println("in the middle");
                try {
                    System.in.read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
