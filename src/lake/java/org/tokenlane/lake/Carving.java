package org.tokenlane.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.Program;
import org.tokenlane.model.time.UtcText;

/**
 * Writes the records of sessions, tokens, users or addresses into a folder that the workbench imports as an extract:
 * per source file its records byte for byte, and a manifest. From what was asked for, two rounds are made from tokens to
 * sessions and back; what a third would bring is named and left.
 */
final class Carving {

    static final String MANIFEST = "manifest.json";

    private static final int ROUNDS = 2;
    private static final int MOST_NAMED = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final String SESSION_ID = RecordColumn.column(EventField.SESSION_ID);
    private static final String UTI = RecordColumn.column(EventField.UTI);
    private static final String UPN = RecordColumn.column(EventField.UPN);
    private static final String OBJECT_ID = RecordColumn.column(EventField.USER_OBJECT_ID);
    private static final String IP = RecordColumn.column(EventField.IP);

    private final Lake lake;
    private final Wish wish;
    private final Dataset<Row> records;
    private final TreeSet<String> sessions = new TreeSet<>();
    private final TreeSet<String> tokens = new TreeSet<>();
    private final TreeSet<String> newSessions = new TreeSet<>();
    private final TreeSet<String> newTokens = new TreeSet<>();

    /**
     * What is wanted.
     *
     * @param networks
     *            in CIDR notation
     * @param around
     *            how long before and behind the selected events further events of their users are taken
     */
    record Wish(List<String> sessions, List<String> tokens, List<String> upns, List<String> networks,
            @Nullable Instant after, @Nullable Instant before, Duration around) {

        Map<String, Object> words() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("sessions", sessions);
            words.put("tokens", tokens);
            words.put("upns", upns);
            words.put("ips", networks);
            words.put("after", after == null ? null : UtcText.of(after));
            words.put("before", before == null ? null : UtcText.of(before));
            words.put("around", around.toString());
            return words;
        }
    }

    /** What was written, and what was left. */
    record Account(long records, int files, List<String> sessions, List<String> tokens, List<String> cutSessions,
            List<String> cutTokens) {
    }

    Carving(Lake lake, Wish wish) throws IOException {
        this.lake = lake;
        this.wish = wish;
        this.records = EventRows.of(lake.records());
    }

    Account into(String folder) throws IOException {
        FileSystem system = lake.files().system(folder);
        Path path = new Path(folder);
        if (system.exists(path) && (!system.getFileStatus(path).isDirectory() || system.listStatus(path).length > 0)) {
            throw new LakeException(LakeText.CARVE_NOT_EMPTY.with(folder));
        }
        Column wanted = closure();
        Dataset<Row> all = EventRows.withEvents(lake.hasWeak(lake.batches()), records);
        // duplicates of a record are taken with it, whatever they give of session and token
        List<byte[]> keys = LinkedEvents.keys(all.where(wanted));
        if (keys.isEmpty()) {
            throw new LakeException(LakeText.NOTHING_TO_CARVE.with());
        }
        return write(system, path, LinkedEvents.withKeys(all, keys));
    }

    /** The condition that the records to take meet, after the rounds. */
    private Column closure() {
        Column seeds = seeds();
        note(records.where(seeds));
        sessions.addAll(wish.sessions());
        tokens.addAll(wish.tokens());
        newSessions.addAll(wish.sessions());
        newTokens.addAll(wish.tokens());
        Column wanted = seeds;
        for (int round = 0; round < ROUNDS && !(newSessions.isEmpty() && newTokens.isEmpty()); round++) {
            sessions.addAll(newSessions);
            tokens.addAll(newTokens);
            Column found = col(SESSION_ID).isin(newSessions.toArray()).or(col(UTI).isin(newTokens.toArray()));
            newSessions.clear();
            newTokens.clear();
            note(records.where(found));
        }
        Column linked = col(SESSION_ID).isin(sessions.toArray()).or(col(UTI).isin(tokens.toArray()));
        return wanted.or(linked).or(ofUsers(records.where(wanted.or(linked))));
    }

    private Column seeds() {
        Column upns = wish.upns().isEmpty() ? lit(false) : col(UPN).isin(wish.upns().toArray());
        Column time = lit(true);
        if (wish.after() != null) {
            time = time.and(col(RecordColumn.TIME_NANOS.column()).geq(UtcText.nanos(wish.after())));
        }
        if (wish.before() != null) {
            time = time.and(col(RecordColumn.TIME_NANOS.column()).lt(UtcText.nanos(wish.before())));
        }
        List<String> addresses = addresses();
        Column ips = addresses.isEmpty() ? lit(false) : col(IP).isin(addresses.toArray());
        return upns.or(ips).and(time);
    }

    /** The addresses of the lake that are in the networks. */
    private List<String> addresses() {
        if (wish.networks().isEmpty()) {
            return List.of();
        }
        ArrayList<String> networks = new ArrayList<>(wish.networks());
        return records.select(IP).where(col(IP).isNotNull()).distinct()
                .filter((FilterFunction<Row>) row -> networks.stream().map(Network::of)
                        .anyMatch(network -> network != null && network.contains(row.getString(0))))
                .collectAsList().stream().map(row -> row.getString(0)).toList();
    }

    /** Notes the sessions and tokens of these records that are not known yet. */
    private void note(Dataset<Row> rows) {
        rows.select(SESSION_ID, UTI).distinct().collectAsList().forEach(row -> {
            add(newSessions, sessions, row.getString(0));
            add(newTokens, tokens, row.getString(1));
        });
    }

    private static void add(Set<String> fresh, Set<String> known, @Nullable String id) {
        if (id != null && !known.contains(id)) {
            fresh.add(id);
        }
    }

    /** The events of the users of these records, and of nobody who is not a user, in the time around them. */
    private Column ofUsers(Dataset<Row> rows) {
        Dataset<Row> ofUsers = rows.where(col(UPN).contains("@"));
        Row span = rows.agg(min(RecordColumn.TIME_NANOS.column()), max(RecordColumn.TIME_NANOS.column())).first();
        if (span.isNullAt(0)) {
            return lit(false);
        }
        TreeSet<String> upns = new TreeSet<>();
        TreeSet<String> objects = new TreeSet<>();
        ofUsers.select(UPN, OBJECT_ID).distinct().collectAsList().forEach(row -> {
            add(upns, Set.of(), row.getString(0));
            add(objects, Set.of(), row.getString(1));
        });
        long around = wish.around().toSeconds() * SECOND;
        return col(UPN).isin(upns.toArray()).or(col(OBJECT_ID).isin(objects.toArray()))
                .and(col(RecordColumn.TIME_NANOS.column()).between(span.getLong(0) - around, span.getLong(1) + around));
    }

    /** A source file's records as they are written. */
    private final class Part {

        private final FileAccount account;
        private final String name;
        private final DigestOutputStream out;
        private final List<Object> lines = new ArrayList<>();
        private final List<Object> offsets = new ArrayList<>();
        private final List<Object> lengths = new ArrayList<>();

        Part(FileSystem system, Path folder, FileAccount account, int number, byte[] head) throws IOException {
            this.account = account;
            name = "files/%05d-%s%s".formatted(number,
                    account.plan().file().name().replaceAll("[^A-Za-z0-9._-]", "_"), isDerived() ? ".json" : "");
            out = new DigestOutputStream(system.create(new Path(folder, name), false), Sha256.digest());
            out.write(head);
        }

        /** Tells whether the records are rows of a Parquet file, as JSON. */
        private boolean isDerived() {
            return account.plan().division() == Division.ROWS;
        }

        void add(byte[] record, long line, long offset) throws IOException {
            if (!lines.isEmpty() || account.plan().isTable()) {
                out.write("\n".getBytes(Charset.forName(account.plan().charset())));
            }
            out.write(record);
            lines.add(line);
            offsets.add(offset);
            lengths.add(record.length);
        }

        Map<String, Object> finish() throws IOException {
            out.close();
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", name);
            map.put("sha256", Sha256.hex(out.getMessageDigest()));
            map.put("path", account.plan().file().path());
            map.put("sourceBytes", account.plan().file().bytes());
            map.put("sourceModified", UtcText.of(Instant.ofEpochMilli(account.plan().file().modified())));
            map.put("sourceEtag", account.plan().file().etag());
            map.put("sourceSha256", account.sha256());
            map.put("sourceFrom", account.plan().from());
            map.put("sourceRecords", account.records());
            map.put("shapes", account.plan().shapes());
            map.put("form", account.plan().form());
            map.put("dateOrder", account.plan().dateOrder());
            map.put("dateBasis", account.plan().dateBasis());
            map.put("derived", isDerived());
            map.put("records", lines.size());
            map.put("lines", lines);
            map.put("offsets", offsets);
            map.put("lengths", lengths);
            return map;
        }
    }

    private Account write(FileSystem system, Path folder, Dataset<Row> rows) throws IOException {
        Map<List<Integer>, FileAccount> accounts = new HashMap<>();
        lake.fileAccounts(lake.batches()).collectAsList()
                .forEach(
                        row -> accounts.put(List.of(row.getAs("batch"), row.getAs("file_order")), FileAccount.of(row)));
        String[] place = { "batch", RecordColumn.FILE_ORDER.column(), RecordColumn.HEADER_OFFSET.column(),
            RecordColumn.OFFSET.column() };
        Iterator<Row> sorted = rows
                .select("batch", RecordColumn.names(RecordColumn.FILE_ORDER, RecordColumn.HEADER_OFFSET,
                        RecordColumn.OFFSET, RecordColumn.LINE, RecordColumn.RAW))
                .dropDuplicates(place).orderBy("batch", RecordColumn.FILE_ORDER.column(),
                        RecordColumn.HEADER_OFFSET.column(), RecordColumn.OFFSET.column())
                .toLocalIterator();
        List<Object> files = new ArrayList<>();
        List<Object> of = List.of();
        Part part = null;
        long count = 0;
        while (sorted.hasNext()) {
            Row row = sorted.next();
            List<Object> now = new ArrayList<>();
            now.add(row.get(0));
            now.add(row.get(1));
            now.add(row.get(2));
            if (part == null || !now.equals(of)) {
                if (part != null) {
                    files.add(part.finish());
                }
                FileAccount account = accounts.get(List.of(row.getInt(0), row.getInt(1)));
                if (account == null) {
                    throw new IOException(MANIFEST);
                }
                part = new Part(system, folder, account, files.size() + 1,
                        row.isNullAt(2) ? account.plan().head() : header(row));
                of = now;
            }
            part.add((byte[]) row.get(5), row.getLong(4), row.getLong(3));
            count++;
        }
        if (part != null) {
            files.add(part.finish());
        }
        Account account = new Account(count, files.size(), List.copyOf(sessions), List.copyOf(tokens),
                List.copyOf(newSessions), List.copyOf(newTokens));
        writeManifest(system, folder, files, account);
        return account;
    }

    /** The header below which a record is, where its file has several: it is among the rejected records. */
    private byte[] header(Row row) throws IOException {
        return (byte[]) lake.records().where(col(RecordColumn.RECORD.column()).equalTo(RecordKind.REJECTED.code())
                .and(col("batch").equalTo(row.getInt(0)))
                .and(col(RecordColumn.FILE_ORDER.column()).equalTo(row.getInt(1)))
                .and(col(RecordColumn.OFFSET.column()).equalTo(row.getLong(2)))).select(RecordColumn.RAW.column())
                .first().get(0);
    }

    private void writeManifest(FileSystem system, Path folder, List<Object> files, Account account)
            throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", "tokenlane-carve");
        map.put("version", 1);
        map.put("program", Program.NAME);
        map.put("lake", lake.folder());
        map.put("application", lake.application());
        map.put("written", UtcText.of(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        map.put("query", wish.words());
        // like reasons in a lake, whatever the language of who carves: others read it
        map.put("links", Language.ENGLISH.during(LakeText.MANIFEST_LINKS::text));
        map.put("rounds", ROUNDS);
        map.put("records", account.records());
        map.put("sessions", account.sessions());
        map.put("tokens", account.tokens());
        map.put("cutSessions", limited(account.cutSessions()));
        map.put("cutSessionsCount", account.cutSessions().size());
        map.put("cutTokens", limited(account.cutTokens()));
        map.put("cutTokensCount", account.cutTokens().size());
        map.put("files", files);
        byte[] bytes = Json.pretty(map).getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        create(system, new Path(folder, MANIFEST + ".sha256"),
                (Sha256.hex(digest) + "  " + MANIFEST + "\n").getBytes(StandardCharsets.US_ASCII));
        create(system, new Path(folder, MANIFEST), bytes);
    }

    private static List<String> limited(List<String> all) {
        return all.subList(0, Math.min(all.size(), MOST_NAMED));
    }

    private static void create(FileSystem system, Path path, byte[] bytes) throws IOException {
        try (OutputStream out = system.create(path, false)) {
            out.write(bytes);
        }
    }
}
