package org.tokenlane.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.files.EvidenceFiles;
import org.tokenlane.ingest.files.ReadFailure;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.ColumnNames;
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
     * @param columns
     *            the columns of a table
     * @param missing
     *            the columns that its shape, or the nearest known one, has beside: perhaps some have another name in
     *            this file
     * @param inLocalTime
     *            whether it gives times in local time, whose zone somebody has to name
     */
    public record Line(String path, long bytes, List<Shape> shapes, @Nullable String problem, List<String> columns,
            List<String> missing, boolean inLocalTime) {

        private static Line refused(String path, long bytes, String problem) {
            return new Line(path, bytes, List.of(), problem, List.of(), List.of(), false);
        }
    }

    private ImportPreview() {
    }

    /**
     * Looks at all files below the paths.
     *
     * @param columnNames
     *            for columns of another name or language what they stand for, by the file's name of them
     */
    public static List<Line> of(Collection<Path> paths, List<Importer> importers, Map<String, String> columnNames) {
        EvidenceFiles found = EvidenceFiles.below(paths);
        Recogniser recogniser = new Recogniser(importers);
        List<Line> lines = new ArrayList<>();
        for (EvidenceFile file : found.files()) {
            try {
                Recogniser.Recognised seen = recogniser.recognise(file, columnNames);
                lines.add(new Line(file.path(), file.bytes(), seen.shapes(), null, seen.form().columnNames(),
                        missing(seen), seen.form().hasLocalTimes()));
            } catch (NotRecognisedException e) {
                lines.add(new Line(file.path(), file.bytes(), List.of(), e.reason().toString(), e.columns(),
                        e.missing(), false));
            } catch (UnreadableFileException e) {
                lines.add(Line.refused(file.path(), file.bytes(), e.reason().toString()));
            } catch (IOException e) {
                lines.add(Line.refused(file.path(), file.bytes(), IngestText.CANNOT_READ.text(ReadFailure.of(e))));
            }
        }
        found.unreadable().forEach(remark -> lines.add(Line.refused(remark.path(), 0, remark.reason())));
        found.skipped().forEach(remark -> lines.add(Line.refused(remark.path(), 0, remark.reason())));
        return lines;
    }

    private static List<String> missing(Recogniser.Recognised seen) {
        Set<String> has = new HashSet<>();
        seen.form().columnNames().forEach(name -> has.add(ColumnNames.normalise(name)));
        return !seen.form().isTable() ? List.of()
                : seen.shapes().getFirst().columns().stream().filter(name -> !has.contains(ColumnNames.normalise(name)))
                        .toList();
    }
}
