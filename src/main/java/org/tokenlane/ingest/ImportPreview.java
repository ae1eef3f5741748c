package org.tokenlane.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.files.EvidenceFiles;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.evidence.Shape;

/** What files would be imported as, seen at their beginnings. */
public final class ImportPreview {

    /**
     * A file.
     *
     * @param shapes
     *            what it was recognised as; empty where it would be refused
     * @param problem
     *            why it would be refused, else null
     */
    public record Line(String path, long bytes, List<Shape> shapes, String problem) {
    }

    private ImportPreview() {
    }

    /** Looks at all files below the paths. */
    public static List<Line> of(Collection<Path> paths, List<Importer> importers) {
        EvidenceFiles found = EvidenceFiles.below(paths);
        Recogniser recogniser = new Recogniser(importers);
        List<Line> lines = new ArrayList<>();
        for (EvidenceFile file : found.files()) {
            try {
                lines.add(new Line(file.path(), file.bytes(), recogniser.recognise(file, Map.of()).shapes(), null));
            } catch (UnreadableFileException e) {
                lines.add(new Line(file.path(), file.bytes(), List.of(), e.getMessage()));
            } catch (IOException e) {
                lines.add(new Line(file.path(), file.bytes(), List.of(), "it could not be read: " + e.getMessage()));
            }
        }
        found.unreadable().forEach(remark -> lines.add(new Line(remark.path(), 0, List.of(), remark.reason())));
        return lines;
    }
}
