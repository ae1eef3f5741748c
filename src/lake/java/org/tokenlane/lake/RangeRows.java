package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.BlockMapper;
import org.tokenlane.ingest.DateOrders;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.files.ReadFailure;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.tables.ParquetRows;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.StateRecord;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.time.DateReading;

/** The records of a part of a file as rows of the lake, block by block. Used by one thread. */
final class RangeRows implements Iterator<Row> {

    /** Stands for the day of what has none. */
    static final String UNDATED = "undated";

    /** Stands for the line on which a part of a file ends that could not be read to its end. */
    static final long NOT_TO_THE_END = 0;

    private static final long SECOND = 1_000_000_000L;
    private static final int COLUMNS = RecordColumn.values().length + EventField.values().length;

    private final Recogniser recogniser;
    private final SourceFiles files;
    private final Planner.IndexOptions options;
    private final SourceRange range;
    private final boolean isLastAttempt;
    private final Deque<Object[]> ready = new ArrayDeque<>();
    private final Set<StateRecord> states = new HashSet<>();
    /** The record read last, of which it is not known yet whether another one is on its line. */
    private Object @Nullable [] pending;
    private @Nullable InputStream in;
    private @Nullable MessageDigest digest;
    private @Nullable BlockReader reader;
    private @Nullable BlockMapper mapper;
    private long position;
    private long breaks;
    private long number;
    private @Nullable Long headerOffset;
    private @Nullable Integer headerLength;
    private boolean ended;

    RangeRows(Recogniser recogniser, SourceFiles files, Planner.IndexOptions options, SourceRange range,
            boolean isLastAttempt) {
        this.recogniser = recogniser;
        this.files = files;
        this.options = options;
        this.range = range;
        this.isLastAttempt = isLastAttempt;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            try {
                readOn();
            } catch (IOException | UnreadableFileException failed) {
                fail(failed instanceof IOException io ? io : new IOException(failed));
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return RowFactory.create(ready.remove());
    }

    private void fail(IOException failed) {
        close();
        if (!isLastAttempt) {
            throw new UncheckedIOException(failed);
        }
        long line = pending == null ? range.firstLine() : line(pending) + (range.rows() ? 1 : 0);
        Object[] row = row(RecordKind.REJECTED, position, 0, line, null);
        set(row, RecordColumn.REASON,
                (range.rows() ? LakeText.READ_ERROR_IN_ROWS : LakeText.READ_ERROR_IN).text(
                        Long.toString(range.rows() ? line : position), ReadFailure.of(failed).toString()));
        add(row);
        end(null, NOT_TO_THE_END);
    }

    private void close() {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // what was read of it is known
        }
    }

    private void open() throws IOException, UnreadableFileException {
        LakeFile file = range.file();
        FileForm form;
        try (InputStream head = range.rows()
                ? ParquetRows.open(files.seekable(file), range.columns(), 0, Long.MAX_VALUE)
                : new FirstBytes(files.open(file.path()), file.bytes())) {
            form = FileForm.of(head.readNBytes(FileForm.HEAD_BYTES), options.columnNames());
        }
        in = RecordMapper.open(files, range);
        if (in instanceof RangeStream part) {
            position = part.start();
            if (range.from() > 0) {
                form = new FileForm(form.charset(), form.delimiter(), form.columns(), 0, form.layout(),
                        form.hasLocalTimes(), form.localZone(), form.renamed());
            }
        } else if (!range.rows()) {
            digest = Sha256.digest();
            in = new DigestInputStream(in, digest);
        }
        DateReading dates = range.dateOrder() == null || range.dateBasis() == null ? null
                : DateReading.of(range.dateOrder(), range.dateBasis());
        reader = new BlockReader(in, form);
        mapper = new BlockMapper(recogniser, new RecordReader(form),
                new RowContext(file.name(), DateOrders.asBefore(dates).times()), range.order());
    }

    private void readOn() throws IOException, UnreadableFileException {
        if (reader == null) {
            open();
        }
        if (reader == null || mapper == null) {
            throw new IllegalStateException();
        }
        Block block = reader.next();
        if (block == null) {
            close();
            end(digest == null ? null : Sha256.hex(digest), range.firstLine() + breaks);
            return;
        }
        Iterator<RawPlace> headers = mapper.headers(block).iterator();
        RawPlace header = headers.hasNext() ? headers.next() : null;
        for (BlockMapper.Outcome outcome : mapper.map(block)) {
            RawPlace place = outcome.place();
            if (header != null && place.offset() >= header.offset()) {
                headerOffset = position + header.offset();
                headerLength = header.length();
                header = headers.hasNext() ? headers.next() : null;
            }
            add(row(outcome, block));
        }
        position += block.bytes().length;
        for (byte one : block.bytes()) {
            breaks += one == '\n' ? 1 : 0;
        }
    }

    private Object[] row(BlockMapper.Outcome outcome, Block block) {
        RawPlace place = outcome.place();
        byte[] raw = Arrays.copyOfRange(block.bytes(), place.offset(), place.offset() + place.length());
        long line = range.firstLine() - 1 + place.line();
        // what is made of a row is nowhere in the file
        long offset = range.rows() ? line - 1 : position + place.offset();
        if (outcome.mapped() != null) {
            Object[] row = row(RecordKind.EVENT, offset, place.length(), line, raw);
            shape(row, outcome.mapped().shape());
            set(row, RecordColumn.KEY, bytes(outcome.mapped().key()));
            set(row, RecordColumn.WEAK_KEY,
                    outcome.mapped().weakKey() == null ? null : bytes(outcome.mapped().weakKey()));
            int[] mentions = outcome.mapped().mentions();
            set(row, RecordColumn.MENTIONS, mentions.length == 0 ? null : Arrays.stream(mentions).boxed().toArray());
            event(row, outcome.mapped().event());
            return row;
        }
        if (outcome.state() != null) {
            Object[] row = row(states.add(outcome.state().record()) ? RecordKind.STATE : RecordKind.STATE_AGAIN, offset,
                    place.length(), line, raw);
            shape(row, outcome.state().shape());
            return row;
        }
        Object[] row = row(RecordKind.REJECTED, offset, place.length(), line, raw);
        set(row, RecordColumn.REASON, String.valueOf(outcome.reason()));
        return row;
    }

    private static void shape(Object[] row, Shape shape) {
        set(row, RecordColumn.SOURCE, shape.source().name());
        set(row, RecordColumn.SHAPE, shape.id());
        set(row, RecordColumn.RICHNESS, shape.richness());
    }

    private static void event(Object[] row, AuditEvent event) {
        set(row, RecordColumn.KEY_IS_WEAK, event.keyIsWeak());
        set(row, RecordColumn.KIND, event.kind().name());
        set(row, RecordColumn.RESULT, event.result().name());
        if (event.time() != AuditEvent.NO_TIME) {
            Instant time = Instant.ofEpochSecond(Math.floorDiv(event.time(), SECOND),
                    Math.floorMod(event.time(), SECOND));
            set(row, RecordColumn.TIME, Timestamp.from(time));
            set(row, RecordColumn.TIME_NANOS, event.time());
            set(row, RecordColumn.DAY, time.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        set(row, RecordColumn.TIME_QUALITY, event.timeQuality().name());
        set(row, RecordColumn.TIME_DIGITS, event.timeDigits());
        set(row, RecordColumn.RECORDED_AT, orNull(event.recordedAt()));
        set(row, RecordColumn.TOKEN_ISSUED_AT, orNull(event.tokenIssuedAt()));
        set(row, RecordColumn.UTI_ORIGIN, event.utiOrigin().name());
        set(row, RecordColumn.PORT, event.port() < 0 ? null : event.port());
        set(row, RecordColumn.ITEM_COUNT, event.itemCount() < 0 ? null : event.itemCount());
        set(row, RecordColumn.THROTTLED, event.throttled() ? true : null);
        for (EventField field : EventField.values()) {
            row[RecordColumn.index(field)] = event.get(field);
        }
    }

    private static @Nullable Long orNull(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null : nanos;
    }

    private static byte[] bytes(EventKey key) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(key.high()).putLong(key.low()).array();
    }

    private Object[] row(RecordKind kind, long offset, int length, long line, byte @Nullable [] raw) {
        Object[] row = new Object[COLUMNS];
        set(row, RecordColumn.RECORD, kind.code());
        set(row, RecordColumn.DAY, UNDATED);
        set(row, RecordColumn.SOURCE, kind.code());
        set(row, RecordColumn.FILE, range.file().path());
        set(row, RecordColumn.FILE_ORDER, range.order());
        set(row, RecordColumn.FILE_BYTES, range.file().bytes());
        set(row, RecordColumn.FILE_MODIFIED, range.file().modified());
        set(row, RecordColumn.FILE_ETAG, range.file().etag());
        set(row, RecordColumn.OFFSET, offset);
        set(row, RecordColumn.LENGTH, length);
        set(row, RecordColumn.LINE, line);
        set(row, RecordColumn.NUMBER, ++number);
        set(row, RecordColumn.SHARES_LINE, false);
        set(row, RecordColumn.HEADER_OFFSET, headerOffset);
        set(row, RecordColumn.HEADER_LENGTH, headerLength);
        set(row, RecordColumn.RAW, raw);
        return row;
    }

    private static void set(Object[] row, RecordColumn column, @Nullable Object value) {
        row[column.ordinal()] = value;
    }

    private static long line(Object[] row) {
        return (Long) row[RecordColumn.LINE.ordinal()];
    }

    private void add(Object[] row) {
        if (pending != null) {
            if (line(pending) == line(row)) {
                set(pending, RecordColumn.SHARES_LINE, true);
                set(row, RecordColumn.SHARES_LINE, true);
            }
            ready.add(pending);
        }
        pending = row;
    }

    private void end(@Nullable String sha256, long line) {
        if (pending != null) {
            ready.add(pending);
            pending = null;
        }
        Object[] row = row(RecordKind.END, position, 0, line, null);
        set(row, RecordColumn.REASON, sha256);
        ready.add(row);
        ended = true;
    }
}
