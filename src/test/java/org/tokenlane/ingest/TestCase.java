package org.tokenlane.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.EmptyCase;

/** A real case file and a folder for the files that a test imports into it. */
public final class TestCase implements AutoCloseable {

    private final Path folder;
    private final CaseFile caseFile;

    public TestCase(Path folder) {
        this.folder = folder;
        this.caseFile = EmptyCase.at(folder.resolve("test.tlcase"));
    }

    public CaseFile caseFile() {
        return caseFile;
    }

    public Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Path write(String name, String text, Charset charset) {
        return write(name, text.getBytes(charset));
    }

    public Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportReport load(Path... paths) {
        return load(new ImportOptions("test", null, Map.of()), paths);
    }

    public ImportReport load(DateOrder order, Path... paths) {
        return load(new ImportOptions("test", order, Map.of()), paths);
    }

    public ImportReport load(ImportOptions options, Path... paths) {
        return new ImportService(caseFile, Importers.all()).importAll(List.of(paths), options, Progress.NONE);
    }

    /** Imports one file that has to be recognised. */
    public Evidence loadOne(Path path) {
        ImportReport report = load(path);
        if (report.imported().isEmpty()) {
            throw new AssertionError("not imported: " + report.refused() + report.skipped());
        }
        return report.imported().getFirst();
    }

    public CaseEvents events() {
        return CaseEvents.load(caseFile);
    }

    /** The texts of a field of all events in the order of their time. */
    public List<String> texts(EventField field) {
        CaseEvents events = events();
        List<String> texts = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            texts.add(events.text(field, event));
        }
        return texts;
    }

    @Override
    public void close() {
        caseFile.close();
    }
}
