package org.tokenlane.tables.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.tokenlane.job.Progress;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.TableColumn;

/**
 * Writes a table as a Parquet file: the same columns under the same names as queries have them. Times are timestamps in
 * UTC with nanoseconds, lists of texts are lists, what is not known is null. Nothing of Hadoop is needed for it, so the
 * classes that would load it are left alone.
 */
public final class ParquetFile {

    /** So many rows are held in memory until they are compressed. */
    private static final int ROWS_TOGETHER = 50_000;
    private static final long LARGEST_BLOCK = 1L << 27;
    private static final int TRUNCATED_IN_INDEX = 64;
    private static final int TRUNCATED_IN_STATISTICS = 1024;
    private static final int ROWS_BETWEEN_CHECKS = 1_000;

    private final CaseTable table;
    private final MessageType schema;
    private final ParquetProperties properties = ParquetProperties.builder().build();

    private ParquetFile(CaseTable table) {
        this.table = table;
        this.schema = schema(table);
    }

    /**
     * Writes a table.
     *
     * @param about
     *            what the file says of itself
     */
    public static void write(CaseTable table, Map<String, String> about, OutputStream out, Progress progress)
            throws IOException {
        new ParquetFile(table).write(about, out, progress);
    }

    private static MessageType schema(CaseTable table) {
        List<Type> fields = new ArrayList<>();
        for (TableColumn column : table.columns()) {
            fields.add(switch (column.kind()) {
            case TEXT -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType())
                    .named(column.name());
            case TEXTS -> Types.optionalList().requiredElement(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType()).named(column.name());
            case TIME -> Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.NANOS)).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case SHARE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            });
        }
        return new MessageType(table.name(), fields);
    }

    private void write(Map<String, String> about, OutputStream out, Progress progress) throws IOException {
        try (ParquetFileWriter writer = new ParquetFileWriter(new Target(out), schema, ParquetFileWriter.Mode.CREATE,
                LARGEST_BLOCK, 0, TRUNCATED_IN_INDEX, TRUNCATED_IN_STATISTICS, true)) {
            writer.start();
            int rows = table.rows();
            for (int first = 0; first < rows; first += ROWS_TOGETHER) {
                block(writer, first, Math.min(rows, first + ROWS_TOGETHER), progress);
            }
            writer.end(about);
        }
    }

    private void block(ParquetFileWriter writer, int first, int end, Progress progress) throws IOException {
        try (ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(new Compressor(), schema,
                properties.getAllocator(), properties.getColumnIndexTruncateLength());
                ColumnWriteStore columns = properties.newColumnWriteStore(schema, pages, pages)) {
            RecordConsumer rows = new ColumnIOFactory(false).getColumnIO(schema).getRecordWriter(columns);
            for (int row = first; row < end; row++) {
                if (row % ROWS_BETWEEN_CHECKS == 0) {
                    progress.stopIfCancelled();
                }
                rows.startMessage();
                for (int column = 0; column < table.columns().size(); column++) {
                    value(rows, table.columns().get(column), column, row);
                }
                rows.endMessage();
            }
            rows.flush();
            writer.startBlock(end - first);
            columns.flush();
            pages.flushToFileWriter(writer);
            writer.endBlock();
        }
    }

    private static void value(RecordConsumer rows, TableColumn column, int index, int row) {
        Object value = column.at(row);
        if (value == null) {
            return;
        }
        rows.startField(column.name(), index);
        switch (column.kind()) {
        case TEXT -> rows.addBinary(binary(value));
        case TEXTS -> list(rows, (List<?>) value);
        case TIME, NUMBER -> rows.addLong((Long) value);
        case SHARE -> rows.addDouble((Double) value);
        case TRUTH -> rows.addBoolean((Boolean) value);
        }
        rows.endField(column.name(), index);
    }

    private static void list(RecordConsumer rows, List<?> values) {
        rows.startGroup();
        if (!values.isEmpty()) {
            rows.startField("list", 0);
            for (Object value : values) {
                rows.startGroup();
                rows.startField("element", 0);
                rows.addBinary(binary(value));
                rows.endField("element", 0);
                rows.endGroup();
            }
            rows.endField("list", 0);
        }
        rows.endGroup();
    }

    /** Half a surrogate pair, which cannot be encoded, becomes a question mark, as in every export. */
    private static Binary binary(Object value) {
        return Binary.fromConstantByteArray(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Compresses pages with the library that compresses raw records too. */
    private static final class Compressor implements BytesInputCompressor {

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
            bytes.writeAllTo(plain);
            return BytesInput.from(Zstd.compress(plain.toByteArray()));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    /** A stream that is written from its beginning. */
    private record Target(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {

                private long position;

                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int one) throws IOException {
                    out.write(one);
                    position++;
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    position += length;
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
