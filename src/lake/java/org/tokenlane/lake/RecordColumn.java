package org.tokenlane.lake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tokenlane.model.event.EventField;

/**
 * The columns of the lake's records, behind which the text fields of events follow. Their names are the constants in
 * lower case.
 */
enum RecordColumn {

    /** What became of the record: {@link RecordKind}. */
    RECORD(DataTypes.StringType),
    /** The day of the event in UTC. */
    DAY(DataTypes.StringType),
    /** The log that the record comes from, by the name of its constant. */
    SOURCE(DataTypes.StringType),

    /** The file in which the record stands. */
    FILE(DataTypes.StringType),
    /** The place of the file among those that were indexed together. */
    FILE_ORDER(DataTypes.IntegerType),
    FILE_BYTES(DataTypes.LongType),
    /** The file's last change, in milliseconds since 1970. */
    FILE_MODIFIED(DataTypes.LongType),
    /** What the file system names the file's content by, where it does. */
    FILE_ETAG(DataTypes.StringType),
    /** The file's hash, which is known after it is read: null in the records as they are written. */
    FILE_SHA256(DataTypes.StringType),
    /** Where the record begins in the file. */
    OFFSET(DataTypes.LongType),
    /** How many bytes the record has. */
    LENGTH(DataTypes.IntegerType),
    /** The line on which the record begins, counted from 1. */
    LINE(DataTypes.LongType),
    /** The number of the record in the part of the file that was read in one go, counted from 1. */
    NUMBER(DataTypes.LongType),
    /** Whether another record begins on the same line. */
    SHARES_LINE(DataTypes.BooleanType),
    /** Where the header of the record's table begins, where that is not the file's first. */
    HEADER_OFFSET(DataTypes.LongType),
    HEADER_LENGTH(DataTypes.IntegerType),
    /** The record's own bytes. */
    RAW(DataTypes.BinaryType),
    /** Why the record was rejected; of a part of a file its hash. */
    REASON(DataTypes.StringType),

    SHAPE(DataTypes.StringType),
    RICHNESS(DataTypes.IntegerType),
    /** 16 bytes: equal for all records of one event. */
    KEY(DataTypes.BinaryType),
    /** 16 bytes, by which records without an id of their own are known; or null. */
    WEAK_KEY(DataTypes.BinaryType),
    KEY_IS_WEAK(DataTypes.BooleanType),
    KIND(DataTypes.StringType),
    RESULT(DataTypes.StringType),
    /** The event's time to the microsecond, for queries. */
    TIME(DataTypes.TimestampType),
    /** The event's time in nanoseconds since 1970, UTC. */
    TIME_NANOS(DataTypes.LongType),
    TIME_QUALITY(DataTypes.StringType),
    TIME_DIGITS(DataTypes.IntegerType),
    RECORDED_AT(DataTypes.LongType),
    TOKEN_ISSUED_AT(DataTypes.LongType),
    UTI_ORIGIN(DataTypes.StringType),
    PORT(DataTypes.IntegerType),
    ITEM_COUNT(DataTypes.IntegerType),
    THROTTLED(DataTypes.BooleanType),
    /** Hashes of ids that stand in the record where no field holds them. */
    MENTIONS(DataTypes.createArrayType(DataTypes.IntegerType, false));

    private final DataType type;

    RecordColumn(DataType type) {
        this.type = type;
    }

    /** The column's name. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the column with this field of events. */
    static String column(EventField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** Where a field's column stands in a record as it is written. */
    static int index(EventField field) {
        return values().length + field.ordinal();
    }

    /** By these columns the records lie in folders. */
    static final List<RecordColumn> FOLDERS = List.of(RECORD, DAY, SOURCE);

    static StructType schema() {
        StructType schema = new StructType();
        for (RecordColumn column : values()) {
            schema = schema.add(new StructField(column.column(), column.type, true,
                    org.apache.spark.sql.types.Metadata.empty()));
        }
        for (EventField field : EventField.values()) {
            schema = schema.add(column(field), DataTypes.StringType);
        }
        return schema;
    }

    static String[] names(RecordColumn... columns) {
        return Arrays.stream(columns).map(RecordColumn::column).toArray(String[]::new);
    }
}
