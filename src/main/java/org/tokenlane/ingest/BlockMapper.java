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
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.RawPlace;
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

    /**
     * What became of one record: an event, or the reason why it was rejected.
     *
     * @param quoted
     *            whether every text of the record still stands in quotation marks
     */
    public record Outcome(@Nullable MappedRecord mapped, RawPlace place, @Nullable Text reason, boolean quoted) {

        private static Outcome rejected(RawPlace place, Text reason) {
            return new Outcome(null, place, reason, false);
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
                        outcomes.add(unknown(place, match.record()));
                    } else {
                        likely = importer;
                        outcomes.add(outcome(block, place, importer, match.record(),
                                match.record() == row ? context : context.inside(row)));
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

    private static Outcome unknown(RawPlace place, Value record) {
        return Outcome.rejected(place, IngestText.UNKNOWN_RECORD.with(String.join(", ", firstNames(record))));
    }

    private static Outcome outcome(Block block, RawPlace place, Importer importer, Value record, RowContext context) {
        try {
            AuditEvent event = importer.map(record, context);
            int[] mentions = IdMentions.in(block.bytes(), place.offset(), place.length(), event);
            EventKey weak = event.weakKey() == null ? null : EventKey.of(event.weakKey());
            EventKey key = weak != null && event.keyIsWeak() ? weak : EventKey.of(event.key());
            return new Outcome(new MappedRecord(event, importer.shape(), key, weak, place, mentions), place, null,
                    record.hasOnlyQuotedTexts());
        } catch (DamagedRecordException damaged) {
            return Outcome.rejected(place, damaged.reason());
        } catch (RuntimeException unexpected) {
            LOG.log(Level.ERROR, "record in line " + place.line() + " of " + context.fileName()
                    + " could not be mapped", unexpected);
            return Outcome.rejected(place, RejectText.NOT_AS_WRITTEN.with(importer.shape().title()));
        }
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
