package org.tokenlane.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The folder with the indexed records. Each run of {@code index} writes a batch of its own, which counts from the
 * moment on that its mark is written; what a run left behind that was stopped is not looked at.
 */
final class Lake {

    /** The form of the folder; raised where an older program would read it wrongly. */
    static final int FORMAT = 1;

    private static final String ABOUT = "lake.json";
    private static final String BATCH = "batch";

    private final SparkSession spark;
    private final SourceFiles files;
    private final String folder;

    private Lake(SparkSession spark, SourceFiles files, String folder) {
        this.spark = spark;
        this.files = files;
        this.folder = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    /** Opens a lake that exists. */
    static Lake open(SparkSession spark, String folder) throws IOException {
        Lake lake = new Lake(spark, SourceFiles.of(spark), folder);
        if (!lake.exists(ABOUT)) {
            throw new LakeException(LakeText.NO_LAKE.with(folder));
        }
        lake.checkFormat();
        return lake;
    }

    /** Opens a lake, or begins one in a folder that is empty or does not exist. */
    static Lake openOrCreate(SparkSession spark, String folder) throws IOException {
        Lake lake = new Lake(spark, SourceFiles.of(spark), folder);
        if (lake.exists(ABOUT)) {
            lake.checkFormat();
            return lake;
        }
        FileSystem system = lake.files.system(folder);
        Path path = new Path(folder);
        if (system.exists(path) && (!system.getFileStatus(path).isDirectory() || system.listStatus(path).length > 0)) {
            throw new LakeException(LakeText.NOT_EMPTY.with(folder));
        }
        lake.write(ABOUT, "{\"format\":" + FORMAT + "}\n"); // not for people
        return lake;
    }

    private void checkFormat() throws IOException {
        int format = FORMAT + 1;
        try (InputStream in = files.open(folder + "/" + ABOUT);
                JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "format".equals(json.currentName())) {
                    format = json.getIntValue();
                }
            }
        }
        if (format > FORMAT) {
            throw new LakeException(LakeText.NEWER_FORMAT.with(folder, Integer.toString(format),
                    Integer.toString(FORMAT)));
        }
    }

    String folder() {
        return folder;
    }

    SourceFiles files() {
        return files;
    }

    SparkSession spark() {
        return spark;
    }

    /** What Spark calls the run. */
    String application() {
        return spark.conf().get("spark.app.id");
    }

    boolean exists(String name) throws IOException {
        return files.system(folder).exists(new Path(folder, name));
    }

    private void write(String name, String content) throws IOException {
        Path path = new Path(folder, name);
        Path unfinished = new Path(folder, "." + path.getName() + ".unfinished");
        FileSystem system = files.system(folder);
        system.mkdirs(path.getParent());
        try (OutputStream out = system.create(unfinished, true)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        if (!system.rename(unfinished, path)) {
            throw new IOException(path.toString());
        }
    }

    /** The batches that are whole, in their order. */
    List<Integer> batches() throws IOException {
        TreeSet<Integer> found = new TreeSet<>();
        Path marks = new Path(folder, BATCH);
        FileSystem system = files.system(folder);
        if (system.exists(marks)) {
            for (FileStatus mark : system.listStatus(marks)) {
                found.add(Integer.parseInt(mark.getPath().getName().replace(".json", "")));
            }
        }
        return List.copyOf(found);
    }

    /** Makes a batch count. */
    void commit(int batch, boolean hasWeak) throws IOException {
        write(BATCH + "/" + batch + ".json", "{\"batch\":" + batch + ",\"application\":\"" + application()
                + "\",\"weak\":" + hasWeak + "}\n");
    }

    /** Tells whether any record of these batches has only a weak key. */
    boolean hasWeak(List<Integer> batches) throws IOException {
        for (int batch : batches) {
            try (InputStream in = files.open(folder + "/" + BATCH + "/" + batch + ".json")) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("\"weak\":true")) {
                    return true;
                }
            }
        }
        return false;
    }

    String recordsOf(int batch) {
        return folder + "/records/" + BATCH + "=" + batch;
    }

    String filesOf(int batch) {
        return folder + "/files/" + BATCH + "=" + batch;
    }

    /** All records of these batches. */
    Dataset<Row> records(List<Integer> batches) {
        StructType schema = RecordColumn.schema().add(BATCH, DataTypes.IntegerType);
        List<String> paths = new ArrayList<>();
        batches.forEach(batch -> paths.add(recordsOf(batch)));
        Dataset<Row> read = paths.isEmpty() ? spark.createDataset(List.of(), Encoders.row(schema)).toDF()
                : spark.read().schema(schema).option("basePath", folder + "/records")
                        .parquet(paths.toArray(String[]::new));
        return read.select(Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
    }

    Dataset<Row> records() throws IOException {
        return records(batches());
    }

    /** The records that are events, with the hashes of their files and the key of each one's event. */
    Dataset<Row> events() throws IOException {
        Dataset<Row> records = EventRows.of(records());
        Dataset<Row> hashes = fileAccounts(batches()).select(functions.col(BATCH).as("of_batch"),
                functions.col("file_order").as("of_file"), functions.col("sha256"))
                .where(functions.col("sha256").isNotNull());
        Column[] columns = Arrays.stream(records.columns())
                .map(name -> name.equals(RecordColumn.FILE_SHA256.column()) ? functions.col("sha256").as(name)
                        : functions.col(name))
                .toArray(Column[]::new);
        return EventRows.withEvents(hasWeak(batches()), records
                .join(functions.broadcast(hashes), records.col(BATCH).equalTo(functions.col("of_batch")).and(
                        records.col(RecordColumn.FILE_ORDER.column()).equalTo(functions.col("of_file"))), "left")
                .select(columns));
    }

    /** The accounts of these batches' files. */
    Dataset<Row> fileAccounts(List<Integer> batches) {
        StructType schema = FileAccount.SCHEMA.add(BATCH, DataTypes.IntegerType);
        List<String> paths = new ArrayList<>();
        batches.forEach(batch -> paths.add(filesOf(batch)));
        return paths.isEmpty() ? spark.createDataset(List.of(), Encoders.row(schema)).toDF()
                : spark.read().schema(schema).option("basePath", folder + "/files")
                        .parquet(paths.toArray(String[]::new));
    }
}
