package org.tokenlane.extract.marks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkMerge;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.store.CaseFile;

/** Two copies of one case, of which two analysts have one each, and what they send to each other. */
final class TwoCopies implements AutoCloseable {

    private final Path folder;
    private int files;
    CaseFile anna;
    CaseFile ben;

    TwoCopies(Path folder, char @Nullable [] password, Consumer<CaseFile> before) {
        this.folder = folder;
        Path a = folder.resolve("anna.tlcase");
        Path b = folder.resolve("ben.tlcase");
        try (CaseFile made = CaseFile.create(a, password, "Anna")) {
            new ImportService(made, Importers.all()).importAll(
                    List.of(BareSignIns.write(folder.resolve("signins.json"))), ImportOptions.by("Anna"),
                    Progress.NONE);
            before.accept(made);
        }
        try {
            Files.copy(a, b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        anna = CaseFile.open(a, password);
        ben = CaseFile.open(b, password);
    }

    Path export(CaseFile from) {
        files++;
        Path file = folder.resolve("marks" + files + ".json");
        try (var out = Files.newBufferedWriter(file)) {
            MarksMerge.export(from, out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarksMerge compare(CaseFile into, Path file) {
        return MarksMerge.of(into, Correlation.upToDate(into), file);
    }

    MarksMerge compare(CaseFile from, CaseFile into) {
        return compare(into, export(from));
    }

    MarksMerge.Outcome merge(CaseFile from, CaseFile into, Predicate<MarkMerge.Item> theirs, String who) {
        return compare(from, into).run(into, theirs, who);
    }

    /** What is in force, with author and time but without the numbers that a copy gave it. */
    static List<String> inForce(CaseFile of) {
        return of.sharedMarks().all().stream().filter(SharedMark::inForce)
                .map(mark -> mark.place() + " " + mark.what().says() + " " + mark.said()).toList();
    }

    @Override
    public void close() {
        anna.close();
        ben.close();
    }
}
