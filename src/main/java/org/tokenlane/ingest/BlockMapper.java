package org.tokenlane.ingest;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.IdMentions;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.StateRecord;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.text.Text;

/** Turns the records of one block into events, or into reasons why they are none. Any thread may use it. */
public final class BlockMapper {

    private static final Logger LOG = System.getLogger(BlockMapper.class.getName());

    private final Recogniser recogniser;
    private final RecordReader reader;
    private final RowContext context;
    private final int evidence;

    public BlockMapper(Recogniser recogniser, RecordReader reader, RowContext context, int evidence) {
        this.recogniser = recogniser;
        this.reader = reader;
        this.context = context;
        this.evidence = evidence;
    }

    /** A record that shows how something is set. */
    public record StateRead(StateRecord record, Shape shape) {
    }

    /**
     * What became of one record: an event, facts of a state, or the reason why it was rejected.
     *
     * @param quoted
     *            whether every text of the record still stands in quotation marks
     */
    public record Outcome(@Nullable MappedRecord mapped, @Nullable StateRead state, RawPlace place,
            @Nullable Text reason, boolean quoted) {

        private static Outcome rejected(RawPlace place, Text reason) {
            return new Outcome(null, null, place, reason, false);
        }
    }

    /** The outcomes of the block's records, in their order: one for each, or for each record in a carrier. */
    public List<Outcome> map(Block block) {
        List<Outcome> outcomes = new ArrayList<>(block.size());
        reader.read(block, new RecordReader.Visitor() {

            private @Nullable Importer likely;

            @Override
            public void record(int number, Value row) {
                RawPlace place = place(block, number);
                List<Recogniser.Match> matches = recogniser.matches(row, likely);
                if (matches.isEmpty()) {
                    outcomes.add(unknown(place, row));
                }
                for (Recogniser.Match match : matches) {
                    Importer importer = match.importer();
                    if (importer == null) {
                        outcomes.add(match.fault() == null ? unknown(place, match.record())
                                : Outcome.rejected(place, match.fault()));
                    } else {
                        likely = importer;
                        outcomes.add(outcome(block, place, importer, match.record(),
                                match.record() == row ? context : context.inside(row)));
                        for (String name : match.record().namesOfSeveral()) {
                            outcomes.add(Outcome.rejected(place, IngestText.SEVERAL_OBJECTS.with(name)));
                        }
                    }
                }
            }

            @Override
            public void damaged(int number, Text reason) {
                outcomes.add(Outcome.rejected(place(block, number), reason));
            }
        });
        return outcomes;
    }

    /** Where the headers of further tables are in the block. */
    public List<RawPlace> headers(Block block) {
        return block.tables().stream().filter(Block.Table::beginsHere).map(table -> place(block, table.first()))
                .toList();
    }

    private static Outcome unknown(RawPlace place, Value record) {
        return Outcome.rejected(place, record.isObject()
                ? IngestText.UNKNOWN_RECORD.with(String.join(", ", firstNames(record)))
                : IngestText.NO_OBJECT.with());
    }

    private static Outcome outcome(Block block, RawPlace place, Importer importer, Value record, RowContext context) {
        try {
            return switch (importer.map(record, context)) {
            case AuditEvent event -> new Outcome(mapped(block, place, importer.shape(), event), null, place, null,
                    record.hasOnlyQuotedTexts());
            case StateRecord state -> new Outcome(null, new StateRead(state, importer.shape()), place, null,
                    record.hasOnlyQuotedTexts());
            };
        } catch (DamagedRecordException damaged) {
            return Outcome.rejected(place, damaged.reason());
        } catch (RuntimeException unexpected) {
            LOG.log(Level.ERROR, "record in line " + place.line() + " of " + context.fileName()
                    + " could not be mapped", unexpected);
            return Outcome.rejected(place, RejectText.NOT_AS_WRITTEN.with(importer.shape().title()));
        }
    }

    private static MappedRecord mapped(Block block, RawPlace place, Shape shape, AuditEvent event) {
        int[] mentions = IdMentions.in(block.bytes(), place.offset(), place.length(), event);
        EventKey weak = event.weakKey() == null ? null : EventKey.of(event.weakKey());
        EventKey key = weak != null && event.keyIsWeak() ? weak : EventKey.of(event.key());
        return new MappedRecord(event, shape, key, weak, place, mentions);
    }

    private RawPlace place(Block block, int number) {
        return new RawPlace(evidence, block.number(), block.offsets()[number], block.lengths()[number],
                block.lines()[number]);
    }

    private static List<String> firstNames(Value row) {
        List<String> names = row.names();
        return names.subList(0, Math.min(8, names.size()));
    }
}
