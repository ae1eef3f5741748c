package org.tokenlane.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.files.EvidenceFile;
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
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.DateReading.Basis;

/**
 * Settles whether day or month comes first in the dates of a file: other dates of the file prove it, or the analyst
 * says so, or it is assumed and stated to be.
 */
public final class DateOrders {

    private static final Settled NEEDLESS = new Settled(new TimeReader(DateOrder.MONTH_FIRST, true), null);

    private final Recogniser recogniser;

    public DateOrders(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * How a file's dates are to be read.
     *
     * @param reading
     *            null where the file has no dates that could be read either way
     */
    public record Settled(TimeReader times, @Nullable DateReading reading) {

        private static Settled as(DateOrder order, Basis basis) {
            return as(new DateReading(order, basis));
        }

        private static Settled as(DateReading reading) {
            return new Settled(new TimeReader(reading.order(), !reading.isAssumed()), reading);
        }
    }

    /** As it was settled for the file from which an extract was taken; null where it had no such dates. */
    public static Settled asBefore(@Nullable DateReading reading) {
        return reading == null ? NEEDLESS : Settled.as(reading);
    }

    public Settled settle(EvidenceFile file, FileForm form, List<Value> sample, @Nullable DateOrder wanted)
            throws IOException {
        DateOrderProbe probe = new DateOrderProbe();
        RowContext context = new RowContext(file.name(), probe.reader());
        sample.forEach(row -> probe(row, context));
        if (probe.isUndecided()) {
            probeAll(file, form, probe, context);
        }
        DateOrder proved = probe.decided();
        DateOrder order = wanted == null ? proved : wanted;
        if (probe.isMixed() && order != null) {
            return Settled.as(order, wanted == null ? Basis.ASSUMED_OF_BOTH : Basis.SET_OF_BOTH);
        }
        if (proved != null) {
            return Settled.as(proved, Basis.PROVED);
        }
        if (!probe.isUndecided()) {
            return NEEDLESS;
        }
        return wanted == null ? Settled.as(DateOrder.MONTH_FIRST, Basis.ASSUMED) : Settled.as(wanted, Basis.SET);
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
        for (Recogniser.Match match : recogniser.matches(row, null)) {
            if (match.importer() == null) {
                continue;
            }
            try {
                match.importer().map(match.record(), context);
            } catch (DamagedRecordException | RuntimeException notAnEvent) {
                // it will be rejected when the file is read
            }
        }
    }
}
