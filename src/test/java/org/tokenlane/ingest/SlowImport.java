package org.tokenlane.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Cancellation;
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
            Stop stop = new Stop(files.getLast().toString(), Long.parseLong(arguments[1]));
            Progress progress = new Progress(new Cancellation(), stop::at, Duration.ZERO);
            new ImportService(caseFile, Importers.all()).importAll(files, ImportOptions.by("tester"), progress);
            System.out.println("imported");
        }
    }

    /** Waits for good in the middle of this file. */
    private record Stop(String file, long records) {

        void at(Progress.Step step) {
            if (step.part().equals(file) && step.records() >= records) {
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
