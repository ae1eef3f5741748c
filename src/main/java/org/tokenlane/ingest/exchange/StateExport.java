package org.tokenlane.ingest.exchange;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.StateRecord;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;
import org.tokenlane.model.state.StateFact;

/** An export of a state: what its records are known by, and how facts are read of them. */
final class StateExport implements Importer {

    private static final int RICHNESS = 50;

    private final Shape shape;
    private final Predicate<Value> known;
    private final Reader reader;

    /** Reads the facts of a record; none where it shows nothing. */
    interface Reader {

        List<StateFact> facts(Value row);
    }

    /**
     * @param columns
     *            the columns that mark it, as they are spelled, separated by commas
     */
    StateExport(ShapeText name, Container container, String columns, Predicate<Value> known, Reader reader) {
        this.shape = new Shape(name.name().toLowerCase(Locale.ROOT).replace('_', '-'), name.text(),
                LogSource.MAILBOX_SETTINGS, RICHNESS, container, List.of(columns.split(",")));
        this.known = known;
        this.reader = reader;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return known.test(row);
    }

    @Override
    public StateRecord map(Value row, RowContext context) throws DamagedRecordException {
        List<StateFact> facts = reader.facts(row);
        if (facts.isEmpty()) {
            throw new DamagedRecordException(RejectText.NO_STATE.with());
        }
        return new StateRecord(facts);
    }
}
