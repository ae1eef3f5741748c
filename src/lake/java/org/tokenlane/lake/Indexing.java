package org.tokenlane.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.tables.ParquetRows;

/** Brings files into a lake: those that are new, and those that have changed since they were read last. */
final class Indexing {

    /** How many bytes a task reads; Spark's own parts of files are as large. */
    private static final long PART_BYTES = 128L << 20;
    /** The price of opening a file, in bytes, as Spark itself assumes it. */
    private static final long OPEN_BYTES = 4L << 20;
    /** A number of bytes for tests, in which files are small. */
    private static final String OPEN_SETTING = "spark.tokenlane.openBytes";
    /** A number of bytes for tests, in which files are small. */
    private static final String PART_SETTING = "spark.tokenlane.partBytes";

    private static final String TASKS = "spark.sql.leafNodeDefaultParallelism";

    private final SparkSession spark;
    private final Lake lake;
    private final Planner.IndexOptions options;

    Indexing(Lake lake, Planner.IndexOptions options) {
        this.spark = lake.spark();
        this.lake = lake;
        this.options = options;
    }

    /** Indexes what is below the paths; gives the account of each file that was new or had changed. */
    List<FileAccount> run(List<String> paths) throws IOException {
        List<Integer> before = lake.batches();
        List<FoundFile> found = Listing.below(lake.files(), paths);
        List<FilePlan> plans = plans(changed(found, before));
        // the log of a table may say otherwise tomorrow
        List<FileAccount> left = found.stream().filter(file -> file.refused() != null)
                .map(file -> new FileAccount(FilePlan.refused(-1, file.file(), file.refused()), null, 0, 0, 0, 0))
                .toList();
        if (plans.isEmpty()) {
            return left;
        }
        int batch = before.isEmpty() ? 1 : before.getLast() + 1;
        List<SourceRange[]> bundles = bundles(ranges(plans));
        written(map(bundles)).parquet(lake.recordsOf(batch));
        List<FileAccount> accounts = accounts(plans, before, batch);
        spark.createDataFrame(accounts.stream().map(FileAccount::row).toList(), FileAccount.SCHEMA).coalesce(1)
                .write().mode(SaveMode.Overwrite).parquet(lake.filesOf(batch));
        lake.commit(batch, hasWeak(batch));
        spark.conf().unset(TASKS);
        return Stream.concat(accounts.stream(), left.stream()).toList();
    }

    /** The files that the lake does not hold as they are now, each with how far it was read before. */
    private List<FilePlan> changed(List<FoundFile> found, List<Integer> batches) {
        Map<String, List<LakeFile>> known = new HashMap<>();
        Map<String, FileAccount> last = new HashMap<>();
        lake.fileAccounts(batches).orderBy("batch").collectAsList().forEach(row -> {
            FileAccount account = FileAccount.of(row);
            known.computeIfAbsent(account.plan().file().path(), path -> new ArrayList<>()).add(account.plan().file());
            last.put(account.plan().file().path(), account);
        });
        List<FilePlan> changed = new ArrayList<>();
        for (FoundFile one : found) {
            if (one.refused() == null
                    && known.getOrDefault(one.file().path(), List.of()).stream().noneMatch(one.file()::isAs)) {
                FileAccount before = last.get(one.file().path());
                changed.add(FilePlan.of(changed.size(), one, before == null ? null : before.earlier()));
            }
        }
        return changed;
    }

    private List<FilePlan> plans(List<FilePlan> unplanned) {
        return inTasks(unplanned, FilePlan.class, (unplanned.size() + 15) / 16)
                .mapPartitions(new Planner(lake.files(), options), Encoders.javaSerialization(FilePlan.class))
                .collectAsList().stream().sorted(Comparator.comparingInt(FilePlan::order)).toList();
    }

    /** A dataset of so many partitions, each with as many neighbours. */
    private <T> Dataset<T> inTasks(List<T> values, Class<T> type, int tasks) {
        spark.conf().set(TASKS, Math.max(1, tasks));
        return spark.createDataset(values, Encoders.javaSerialization(type));
    }

    private long partBytes() {
        return Long.parseLong(spark.conf().get(PART_SETTING, Long.toString(PART_BYTES)));
    }

    private List<SourceRange> ranges(List<FilePlan> plans) {
        long part = partBytes();
        List<SourceRange> ranges = new ArrayList<>();
        for (FilePlan plan : plans) {
            if (plan.refused() != null) {
                continue;
            }
            if (plan.division() == Division.ROWS) {
                addRows(plan, part, ranges);
                continue;
            }
            long bytes = plan.file().bytes();
            long size = plan.division() == Division.LINES ? part : Math.max(1, bytes);
            for (long from = plan.from(); from < bytes || from == 0; from += size) {
                ranges.add(SourceRange.of(plan, from, Math.min(bytes, from + size)));
            }
        }
        return onTheirLines(ranges);
    }

    /** Adds the rows of a Parquet file, as many of their groups together as have the size of a part. */
    private static void addRows(FilePlan plan, long part, List<SourceRange> ranges) {
        long from = 0;
        long to = 0;
        long bytes = 0;
        for (ParquetRows.Group group : plan.groups()) {
            if (bytes > 0 && bytes + group.bytes() > part) {
                ranges.add(SourceRange.ofRows(plan, from, to, bytes));
                from = to;
                bytes = 0;
            }
            to += group.rows();
            bytes += group.bytes();
        }
        ranges.add(SourceRange.ofRows(plan, from, to, bytes));
    }

    /** Gives the parts of files of lines the lines on which they begin; the first part of each has its own. */
    private List<SourceRange> onTheirLines(List<SourceRange> ranges) {
        Map<Integer, List<SourceRange>> byFile = new HashMap<>();
        ranges.stream().filter(SourceRange::isPart)
                .forEach(range -> byFile.computeIfAbsent(range.order(), order -> new ArrayList<>()).add(range));
        byFile.values().removeIf(parts -> parts.size() == 1);
        if (byFile.isEmpty()) {
            return ranges;
        }
        List<SourceRange> parts = byFile.values().stream().flatMap(List::stream).toList();
        Map<Integer, List<SourceRange>> counted = new HashMap<>();
        inTasks(parts, SourceRange.class, parts.size())
                .mapPartitions(new LineCounter(lake.files()), Encoders.javaSerialization(SourceRange.class))
                .collectAsList()
                .forEach(range -> counted.computeIfAbsent(range.order(), order -> new ArrayList<>()).add(range));
        List<SourceRange> placed = new ArrayList<>(
                ranges.stream().filter(range -> !byFile.containsKey(range.order())).toList());
        counted.forEach((order, file) -> {
            file.sort(Comparator.comparingLong(SourceRange::from));
            long line = byFile.getOrDefault(order, List.of()).getFirst().firstLine();
            for (SourceRange range : file) {
                placed.add(range.onLine(line));
                line += range.firstLine();
            }
        });
        placed.sort(Comparator.comparingInt(SourceRange::order).thenComparingLong(SourceRange::from));
        return placed;
    }

    /** What each task reads: small files together, up to the size of a part. */
    private List<SourceRange[]> bundles(List<SourceRange> ranges) {
        long part = partBytes();
        long open = Long.parseLong(spark.conf().get(OPEN_SETTING, Long.toString(OPEN_BYTES)));
        List<SourceRange[]> bundles = new ArrayList<>();
        List<SourceRange> bundle = new ArrayList<>();
        long bytes = 0;
        for (SourceRange range : ranges) {
            long size = Math.min(range.bytes() + open, part);
            if (!bundle.isEmpty() && bytes + size > part) {
                bundles.add(bundle.toArray(SourceRange[]::new));
                bundle.clear();
                bytes = 0;
            }
            bundle.add(range);
            bytes += size;
        }
        if (!bundle.isEmpty()) {
            bundles.add(bundle.toArray(SourceRange[]::new));
        }
        return bundles;
    }

    private Dataset<Row> map(List<SourceRange[]> bundles) {
        Column[] folders = RecordColumn.FOLDERS.stream().map(column -> col(column.column())).toArray(Column[]::new);
        // a log of which a day has a great part of all records is divided among as many tasks as it needs
        return inTasks(bundles, SourceRange[].class, bundles.size())
                .mapPartitions(new RecordMapper(lake.files(), options),
                        Encoders.row(RecordColumn.schema()))
                .toDF().hint("rebalance", (Object[]) folders);
    }

    /** Of what is different in each record, neither a dictionary is begun nor the least and greatest looked for. */
    private static DataFrameWriter<Row> written(Dataset<Row> records) {
        DataFrameWriter<Row> writer = records.write()
                .partitionBy(RecordColumn.names(RecordColumn.RECORD, RecordColumn.DAY, RecordColumn.SOURCE))
                .mode(SaveMode.Overwrite);
        for (String column : RecordColumn.names(RecordColumn.RAW, RecordColumn.KEY, RecordColumn.WEAK_KEY)) {
            writer = writer.option("parquet.enable.dictionary#" + column, "false")
                    .option("parquet.column.statistics.enabled#" + column, "false");
        }
        return writer;
    }

    private List<FileAccount> accounts(List<FilePlan> plans, List<Integer> before, int batch)
            throws IOException {
        Map<Integer, Map<String, Long>> kinds = new HashMap<>();
        Dataset<Row> own = lake.records(List.of(batch));
        own.groupBy(RecordColumn.FILE_ORDER.column(), RecordColumn.RECORD.column()).agg(count(lit(1)))
                .collectAsList().forEach(row -> kinds.computeIfAbsent(row.getInt(0), order -> new HashMap<>())
                        .put(row.getString(1), row.getLong(2)));
        Map<Integer, Long> firsts = firsts(before, batch);
        Map<Integer, String> hashes = new HashMap<>();
        Map<Integer, Long> lines = new HashMap<>();
        own.where(col(RecordColumn.RECORD.column()).equalTo(RecordKind.END.code())).select(
                RecordColumn.FILE_ORDER.column(), RecordColumn.REASON.column(), RecordColumn.LINE.column())
                .collectAsList().forEach(row -> {
                    hashes.put(row.getInt(0), row.getString(1));
                    lines.merge(row.getInt(0), row.getLong(2), Indexing::end);
                });
        List<FileAccount> accounts = new ArrayList<>();
        for (FilePlan plan : plans) {
            Map<String, Long> ofFile = kinds.getOrDefault(plan.order(), Map.of());
            long events = number(ofFile, RecordKind.EVENT);
            long stored = firsts.getOrDefault(plan.order(), 0L);
            @Nullable
            String sha256 = hashes.get(plan.order());
            accounts.add(new FileAccount(plan, sha256, lines.getOrDefault(plan.order(), RangeRows.NOT_TO_THE_END),
                    stored + number(ofFile, RecordKind.STATE),
                    events - stored + number(ofFile, RecordKind.STATE_AGAIN), number(ofFile, RecordKind.REJECTED)));
        }
        return accounts;
    }

    /** The line on which a file ends, of those on which its parts end. */
    private static long end(long one, long other) {
        return one == RangeRows.NOT_TO_THE_END || other == RangeRows.NOT_TO_THE_END ? RangeRows.NOT_TO_THE_END
                : Math.max(one, other);
    }

    private boolean hasWeak(int batch) {
        return !lake.records(List.of(batch)).where(col(RecordColumn.KEY_IS_WEAK.column()).equalTo(true)).isEmpty();
    }

    private static long number(Map<String, Long> kinds, RecordKind kind) {
        return kinds.getOrDefault(kind.code(), 0L);
    }

    /** How many events of each file no record before them tells of. */
    private Map<Integer, Long> firsts(List<Integer> before, int batch) throws IOException {
        List<Integer> all = new ArrayList<>(before);
        all.add(batch);
        Column place = struct(col("batch"), col(RecordColumn.FILE_ORDER.column()), col(RecordColumn.OFFSET.column()),
                col(RecordColumn.NUMBER.column()));
        Dataset<Row> keys = EventRows.of(lake.records(all)).select(col(RecordColumn.KEY.column()),
                col(RecordColumn.WEAK_KEY.column()), col(RecordColumn.KEY_IS_WEAK.column()), place.as("place"));
        Map<Integer, Long> firsts = new HashMap<>();
        EventRows.withEvents(lake.hasWeak(before) || hasWeak(batch), keys).groupBy(EventRows.EVENT)
                .agg(min("place").as("place"))
                .where(col("place.batch").equalTo(batch)).groupBy(col("place." + RecordColumn.FILE_ORDER.column()))
                .agg(count(lit(1))).collectAsList().forEach(row -> firsts.put(row.getInt(0), row.getLong(1)));
        return firsts;
    }
}
