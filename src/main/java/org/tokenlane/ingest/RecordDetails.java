package org.tokenlane.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.detail.ContentDetail;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.DateOrder;

/** Opens stored records with the importers that know their shapes. */
public final class RecordDetails implements RecordOpener {

    /** Of which file a record is does not matter to its id. */
    private static final RowContext ANY = new RowContext("", new TimeReader(DateOrder.MONTH_FIRST, true));

    private final Recogniser recogniser = new Recogniser(Importers.all());

    @Override
    public File file(byte[] firstBlock, Map<String, String> columnNames) {
        FileForm form;
        try {
            form = FileForm.of(firstBlock, columnNames);
        } catch (UnreadableFileException notAsItWasAtImport) {
            return (record, id) -> RecordDetail.NONE;
        }
        return new OneForm(new RecordReader(form));
    }

    /** What is read of a record: of its content, of the row that it is in, of its text. */
    private interface Reading<T> {

        T of(Value content, Value row, String raw);
    }

    private final class OneForm implements File {

        private final RecordReader reader;
        private volatile @Nullable Importer likely;

        OneForm(RecordReader reader) {
            this.reader = reader;
        }

        @Override
        public RecordDetail detail(byte[] record, Supplier<@Nullable String> recordId) {
            return read(record, recordId, RecordDetail.NONE, ContentDetail::of);
        }

        @Override
        public RecordFields fields(byte[] record, Supplier<@Nullable String> recordId) {
            return read(record, recordId, RecordFields.NONE, ContentDetail::fields);
        }

        private <T> T read(byte[] record, Supplier<@Nullable String> recordId, T none, Reading<T> reading) {
            List<T> found = new ArrayList<>();
            reader.read(Block.of(record), new RecordReader.Visitor() {
                @Override
                public void record(int number, Value row) {
                    List<Recogniser.Match> known = recogniser.matches(row, likely).stream()
                            .filter(match -> match.importer() != null).toList();
                    Recogniser.Match match = known.size() < 2 ? null : withId(known, recordId.get());
                    if (match == null && !known.isEmpty()) {
                        match = known.getFirst();
                    }
                    Importer importer = match == null ? null : match.importer();
                    if (match != null && importer != null) {
                        likely = importer;
                        found.add(reading.of(importer.content(match.record()), row,
                                new String(record, StandardCharsets.UTF_8)));
                    }
                }

                @Override
                public void damaged(int number, Text reason) {
                    // nothing more is known of it than its event
                }
            });
            return found.isEmpty() ? none : found.getLast();
        }

        /** Of several records in one, that of the event with this id. */
        private static Recogniser.@Nullable Match withId(List<Recogniser.Match> known, @Nullable String id) {
            for (Recogniser.Match match : known) {
                Importer importer = match.importer();
                if (id != null && importer != null && id.equals(recordId(importer, match.record()))) {
                    return match;
                }
            }
            return null;
        }

        private static @Nullable String recordId(Importer importer, Value record) {
            try {
                return importer.map(record, ANY) instanceof AuditEvent event ? event.get(EventField.RECORD_ID) : null;
            } catch (DamagedRecordException noEvent) {
                return null;
            }
        }
    }
}
