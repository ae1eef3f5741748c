package org.tokenlane.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.DateOrderProbe;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.DateOrder;

/**
 * Settles which of day and month comes first in a file: its own dates prove it, or the analyst says it, or it is chosen
 * and said so.
 */
public final class DateOrders {

    private final Recogniser recogniser;

    public DateOrders(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * How a file's dates are to be read.
     *
     * @param words
     *            for people; empty where the file has no dates that could be read either way
     */
    public record Settled(TimeReader times, String words) {
    }

    /** As it was settled for the file from which an extract was taken, in these words. */
    public static Settled asBefore(String words) {
        DateOrder order = words.contains(words(DateOrder.DAY_FIRST)) ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        return new Settled(new TimeReader(order, !words.contains("chosen")), words);
    }

    public Settled settle(EvidenceFile file, FileForm form, List<Value> sample, DateOrder wanted) throws IOException {
        DateOrderProbe probe = new DateOrderProbe();
        RowContext context = new RowContext(file.name(), probe.reader());
        sample.forEach(row -> probe(row, context));
        if (probe.isUndecided()) {
            probeAll(file, form, probe, context);
        }
        DateOrder proved = probe.decided();
        if (probe.isMixed()) {
            return new Settled(new TimeReader(wanted == null ? proved : wanted, wanted != null),
                    "day and month stand in both orders; where a date allows both, "
                            + words(wanted == null ? proved : wanted)
                            + (wanted == null ? " was chosen" : " as set"));
        }
        if (proved != null) {
            return new Settled(new TimeReader(proved, true), words(proved) + ", as the file's own dates prove");
        }
        if (!probe.isUndecided()) {
            return new Settled(new TimeReader(DateOrder.MONTH_FIRST, true), "");
        }
        if (wanted != null) {
            return new Settled(new TimeReader(wanted, true), words(wanted) + ", as set");
        }
        return new Settled(new TimeReader(DateOrder.MONTH_FIRST, false),
                "month first was chosen: no date in the file tells day from month (--date-order sets it)");
    }

    private void probeAll(EvidenceFile file, FileForm form, DateOrderProbe probe, RowContext context)
            throws IOException {
        RecordReader reader = new RecordReader(form);
        try (InputStream in = file.content().open()) {
            BlockReader blocks = new BlockReader(in, form);
            for (Block block = blocks.next(); block != null && probe.isUndecided(); block = blocks.next()) {
                reader.read(block, new RecordReader.Visitor() {
                    @Override
                    public void record(int number, Value row) {
                        probe(row, context);
                    }

                    @Override
                    public void damaged(int number, Text reason) {
                        // a damaged record proves nothing
                    }
                });
            }
        }
    }

    private void probe(Value row, RowContext context) {
        Importer importer = recogniser.importerOf(row, null);
        if (importer != null) {
            try {
                importer.map(row, context);
            } catch (DamagedRecordException | RuntimeException notAnEvent) {
                // it will be rejected when the file is read
            }
        }
    }

    private static String words(DateOrder order) {
        return order == DateOrder.DAY_FIRST ? "day first" : "month first";
    }
}
