package org.tokenlane.ingest.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.PqVariant;
import dev.hardwood.row.PqVariantArray;
import dev.hardwood.row.PqVariantObject;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.UnreadableFileException;

/**
 * The rows of a Parquet file ({@code https://parquet.apache.org/docs/file-format/}); the line of a row is its number,
 * counted from 1. Times in UTC are written with a Z, times without a zone without.
 */
public final class ParquetRows extends JsonLines {

    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED = "PARE";
    /** Below this size no column is too large, however well it is packed. */
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MOST_BYTES = Integer.MAX_VALUE;
    private static final int MOST_EXPANSION = 1000;
    /** So many bytes of rows may be in memory at a time; the library itself counts rows, at least this number. */
    private static final long WINDOW_BYTES = 64L << 20;
    private static final int ROWS_AT_A_TIME = 1 << 19;
    private static final int LEAST_ROWS = 1024;

    /** It tells on every start which parts of the machine it uses; kept here so that it stays as it is set. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    static {
        LIBRARY.setLevel(Level.WARNING);
        // a library that happens to be on the machine must not decide how evidence is read
        System.setProperty("hardwood.uselibdeflate", "false");
    }

    private final HardwoodContext context = HardwoodContext.create(2);
    private final ParquetFileReader file;
    private final Map<String, String> constants;
    private final long window;
    private final long end;
    private RowReader rows;
    private long next;

    /**
     * Some rows of a file that are stored together.
     *
     * @param bytes
     *            how many bytes they have when they are unpacked
     */
    public record Group(long rows, long bytes) implements Serializable {
    }

    private ParquetRows(InputFile source, Map<String, String> constants, long from, long to) throws IOException {
        this.constants = constants;
        ParquetFileReader opened = null;
        try {
            opened = ParquetFileReader.open(source, context);
            file = opened;
            next = from;
            end = Math.min(to, opened.getFileMetaData().numRows());
            window = window(opened.getFileMetaData());
            rows = rows();
        } catch (IOException | RuntimeException | Error failed) {
            if (opened != null) {
                opened.close();
            }
            context.close();
            throw failed;
        }
    }

    /** How many rows are read at a time, where they are so long that the library would hold too many. */
    private static long window(FileMetaData file) {
        long longest = 1;
        for (RowGroup group : file.rowGroups()) {
            longest = Math.max(longest, group.totalByteSize() / Math.max(1, group.numRows()));
        }
        int columns = Math.max(1, file.rowGroups().isEmpty() ? 1 : file.rowGroups().getFirst().columns().size());
        long atOnce = Math.max(1 << 14, ROWS_AT_A_TIME / columns);
        return longest * atOnce <= WINDOW_BYTES ? Long.MAX_VALUE : Math.max(LEAST_ROWS, WINDOW_BYTES / longest);
    }

    private RowReader rows() {
        boolean isWhole = next == 0 && end == file.getFileMetaData().numRows();
        return isWhole && window == Long.MAX_VALUE ? file.rowReader()
                : file.buildRowReader().skip(next).head(Math.min(window, end - next)).build();
    }

    private boolean hasNext() {
        if (next < end && !rows.hasNext()) {
            rows.close();
            rows = rows();
        }
        return next < end && rows.hasNext();
    }

    /** Where the library ran out of memory on a thread of its own, that is what is said. */
    private static IOException failure(RuntimeException damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError tooLarge) {
                throw tooLarge;
            }
        }
        return new IOException(damaged);
    }

    /** Tells by its first bytes whether a file is a Parquet file. */
    public static boolean isOne(byte[] head) {
        return head.length >= MAGIC.length() && (startsWith(head, MAGIC) || startsWith(head, ENCRYPTED));
    }

    private static boolean startsWith(byte[] head, String magic) {
        return new String(head, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }

    /** Refuses a file that cannot be read, before anything is read of it. */
    public static void check(Path path) throws IOException, UnreadableFileException {
        checked(() -> ParquetInput.of(path), Files.size(path));
    }

    /** The groups of a file's rows, in their order; refuses a file that cannot be read. */
    public static List<Group> groups(SeekableFile source) throws IOException, UnreadableFileException {
        return checked(() -> ParquetInput.of(source), source.length());
    }

    private static List<Group> checked(Supplier<InputFile> source, long length)
            throws IOException, UnreadableFileException {
        if (length < 3 * MAGIC.length()) {
            throw new UnreadableFileException(TablesText.PARQUET_ENDS_EARLY.with());
        }
        try (InputFile raw = source.get()) {
            raw.open();
            String begin = magic(raw, 0);
            String end = magic(raw, length - MAGIC.length());
            if (begin.equals(ENCRYPTED) || end.equals(ENCRYPTED)) {
                throw new UnreadableFileException(TablesText.PARQUET_ENCRYPTED.with());
            }
            if (!end.equals(MAGIC)) {
                throw new UnreadableFileException(TablesText.PARQUET_ENDS_EARLY.with());
            }
        }
        List<Group> groups = new ArrayList<>();
        try (HardwoodContext context = HardwoodContext.create(1);
                ParquetFileReader file = ParquetFileReader.open(source.get(), context)) {
            for (RowGroup group : file.getFileMetaData().rowGroups()) {
                if (group.columns().stream().anyMatch(column -> isTooLarge(column.metaData()))) {
                    throw new UnreadableFileException(TablesText.TOO_LARGE.with());
                }
                groups.add(new Group(group.numRows(), group.totalByteSize()));
            }
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(TablesText.PARQUET_DAMAGED.with());
        }
        return groups;
    }

    private static String magic(InputFile file, long from) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(file.readRange(from, MAGIC.length())).toString();
    }

    private static boolean isTooLarge(ColumnMetaData column) {
        long size = column.totalUncompressedSize();
        return size > MOST_BYTES
                || size > ALWAYS_ALLOWED && size / MOST_EXPANSION > Math.max(1, column.totalCompressedSize());
    }

    /**
     * Opens the rows.
     *
     * @param constants
     *            columns that have the same value in every row and are not in the file, as those by which a table of
     *            several files is divided
     */
    public static InputStream open(Path path, Map<String, String> constants) throws IOException {
        return open(ParquetInput.of(path), constants, 0, Long.MAX_VALUE);
    }

    /**
     * Opens the rows from one number to before another, both counted from 0.
     *
     * @param constants
     *            as above
     */
    public static InputStream open(SeekableFile source, Map<String, String> constants, long from, long to)
            throws IOException {
        return open(ParquetInput.of(source), constants, from, to);
    }

    private static InputStream open(InputFile source, Map<String, String> constants, long from, long to)
            throws IOException {
        try {
            return new ParquetRows(source, constants, from, to);
        } catch (RuntimeException damaged) {
            throw failure(damaged);
        }
    }

    @Override
    boolean write(JsonGenerator out) throws IOException {
        try {
            if (!hasNext()) {
                return false;
            }
            rows.next();
            next++;
            out.writeStartObject();
            for (Map.Entry<String, String> constant : constants.entrySet()) {
                out.writeStringField(constant.getKey(), constant.getValue());
            }
            members(out, rows);
            out.writeEndObject();
            return true;
        } catch (RuntimeException damaged) {
            throw failure(damaged);
        }
    }

    private static void members(JsonGenerator out, StructAccessor struct) throws IOException {
        for (int i = 0; i < struct.getFieldCount(); i++) {
            out.writeFieldName(struct.getFieldName(i));
            value(out, struct.isNull(i) ? null : struct.getValue(i));
        }
    }

    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
        case null -> out.writeNull();
        case Boolean truth -> out.writeBoolean(truth);
        case Integer number -> out.writeNumber(number);
        case Long number -> out.writeNumber(number);
        case Float number -> out.writeNumber(number);
        case Double number -> out.writeNumber(number);
        case BigDecimal number -> out.writeNumber(number.toPlainString());
        case byte[] bytes -> out.writeString(text(bytes));
        case PqStruct struct -> {
            out.writeStartObject();
            members(out, struct);
            out.writeEndObject();
        }
        case PqList list -> {
            out.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                value(out, list.isNull(i) ? null : list.get(i));
            }
            out.writeEndArray();
        }
        case PqMap map -> {
            out.writeStartObject();
            for (PqMap.Entry entry : map.getEntries()) {
                Object key = entry.getKey();
                out.writeFieldName(key instanceof byte[] bytes ? text(bytes) : String.valueOf(key));
                value(out, entry.isValueNull() ? null : entry.getValue());
            }
            out.writeEndObject();
        }
        case PqVariant variant -> variant(out, variant);
        default -> out.writeString(value.toString());
        }
    }

    private static void variant(JsonGenerator out, PqVariant variant) throws IOException {
        switch (variant.type()) {
        case NULL -> out.writeNull();
        case BOOLEAN_TRUE, BOOLEAN_FALSE -> out.writeBoolean(variant.asBoolean());
        case INT8, INT16, INT32 -> out.writeNumber(variant.asInt());
        case INT64 -> out.writeNumber(variant.asLong());
        case FLOAT -> out.writeNumber(variant.asFloat());
        case DOUBLE -> out.writeNumber(variant.asDouble());
        case DECIMAL4, DECIMAL8, DECIMAL16 -> out.writeNumber(variant.asDecimal().toPlainString());
        case DATE -> out.writeString(variant.asDate().toString());
        case TIME_NTZ -> out.writeString(variant.asTime().toString());
        case TIMESTAMP, TIMESTAMP_NANOS -> out.writeString(variant.asTimestamp().toString());
        case TIMESTAMP_NTZ, TIMESTAMP_NTZ_NANOS -> out.writeString(variant.asLocalTimestamp().toString());
        case UUID -> out.writeString(variant.asUuid().toString());
        case BINARY -> out.writeString(text(variant.asBinary()));
        case STRING -> out.writeString(variant.asString());
        case ARRAY -> {
            PqVariantArray array = variant.asArray();
            out.writeStartArray();
            for (PqVariant item : array) {
                variant(out, item);
            }
            out.writeEndArray();
        }
        case OBJECT -> {
            PqVariantObject object = variant.asObject();
            out.writeStartObject();
            for (int i = 0; i < object.getFieldCount(); i++) {
                out.writeFieldName(object.getFieldName(i));
                variant(out, object.getVariant(object.getFieldName(i)));
            }
            out.writeEndObject();
        }
        }
    }

    /** Some writers mark texts as mere bytes; what is no UTF-8 is written in Base64. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (context; file) {
            rows.close();
            super.close();
        }
    }
}
