package org.tokenlane.lake;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: records = stored + duplicates + rejected.
 *
 * @param sha256
 *            the hash of its content, where it was read whole
 * @param endLine
 *            the line on which it ends; {@link RangeRows#NOT_TO_THE_END} where it could not be read so far
 */
record FileAccount(FilePlan plan, @Nullable String sha256, long endLine, long stored, long duplicates, long rejected) {

    static final StructType SCHEMA = new StructType().add("file_order", DataTypes.IntegerType)
            .add("file", DataTypes.StringType).add("bytes", DataTypes.LongType).add("modified", DataTypes.LongType)
            .add("etag", DataTypes.StringType)
            .add("sha256", DataTypes.StringType).add("refused", DataTypes.StringType)
            .add("shapes", DataTypes.StringType).add("form", DataTypes.StringType)
            .add("charset", DataTypes.StringType).add("date_order", DataTypes.StringType)
            .add("date_basis", DataTypes.StringType)
            .add("division", DataTypes.StringType).add("from_byte", DataTypes.LongType)
            .add("edges", DataTypes.StringType).add("end_line", DataTypes.LongType)
            .add("is_table", DataTypes.BooleanType).add("head", DataTypes.BinaryType).add("records", DataTypes.LongType)
            .add("stored", DataTypes.LongType).add("duplicates", DataTypes.LongType)
            .add("rejected", DataTypes.LongType);

    long records() {
        return stored + duplicates + rejected;
    }

    private static long number(Row row, String column) {
        int at = row.fieldIndex(column);
        return row.isNullAt(at) ? 0 : row.getLong(at);
    }

    /** How far the file was read, if what is appended to it can be read by itself. */
    @Nullable
    EarlierReading earlier() {
        String edges = plan.edges();
        return edges == null || endLine == RangeRows.NOT_TO_THE_END ? null
                : new EarlierReading(plan.file().bytes(), endLine, edges);
    }

    Row row() {
        return RowFactory.create(plan.order(), plan.file().path(), plan.file().bytes(), plan.file().modified(),
                plan.file().etag(), sha256,
                plan.refused(), plan.shapes(), plan.form(), plan.charset(), plan.dateOrder(), plan.dateBasis(),
                plan.division().code(), plan.from(), plan.edges(), endLine, plan.isTable(), plan.head(), records(),
                stored, duplicates, rejected);
    }

    static FileAccount of(Row row) {
        LakeFile file = new LakeFile(row.getAs("file"), row.getAs("bytes"), row.getAs("modified"),
                row.getAs("etag"));
        return new FileAccount(
                new FilePlan(row.getAs("file_order"), file, row.getAs("refused"), row.getAs("shapes"),
                        row.getAs("form"), row.getAs("charset"), row.getAs("date_order"), row.getAs("date_basis"),
                        Division.of(row.getAs("division")), row.getAs("is_table"), row.getAs("head"), Map.of(),
                        List.of(), null, number(row, "from_byte"), 1, row.getAs("edges")),
                row.getAs("sha256"), number(row, "end_line"), row.getAs("stored"), row.getAs("duplicates"),
                row.getAs("rejected"));
    }
}
