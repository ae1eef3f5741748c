package org.tokenlane.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.DateOrder;

/** What becomes of a file's records, without a case. */
record Reading(List<AuditEvent> events, List<String> shapes, List<Text> rejected, List<Integer> lines) {

    private static final Recogniser RECOGNISER = new Recogniser(Importers.all());

    static Reading of(String text) {
        return of(text, Map.of());
    }

    static Reading of(String text, Map<String, String> columnNames) {
        try {
            return read(text, columnNames);
        } catch (UnreadableFileException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    static Reading read(String text, Map<String, String> columnNames) throws IOException, UnreadableFileException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        EvidenceFile file = new EvidenceFile("file", "file", bytes.length, null,
                () -> new ByteArrayInputStream(bytes));
        Recogniser.Recognised seen = RECOGNISER.recognise(file, columnNames);
        List<AuditEvent> events = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        List<Text> rejected = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        BlockMapper mapper = new BlockMapper(RECOGNISER, new RecordReader(seen.form()),
                new RowContext("file", new TimeReader(DateOrder.MONTH_FIRST, true)), 1);
        try (InputStream in = file.content().open()) {
            BlockReader reader = new BlockReader(in, seen.form());
            for (Block block = reader.next(); block != null; block = reader.next()) {
                for (BlockMapper.Outcome outcome : mapper.map(block)) {
                    if (outcome.reason() != null) {
                        rejected.add(outcome.reason());
                    } else {
                        events.add(outcome.mapped().event());
                        Shape shape = outcome.mapped().shape();
                        shapes.add(shape.id());
                        lines.add(outcome.place().line());
                    }
                }
            }
        }
        return new Reading(events, shapes, rejected, lines);
    }

    /** The only event; there is no rejected record beside it. */
    AuditEvent only() {
        if (events.size() != 1 || !rejected.isEmpty()) {
            throw new AssertionError(events + " " + rejected);
        }
        return events.getFirst();
    }
}
