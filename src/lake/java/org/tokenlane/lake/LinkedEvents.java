package org.tokenlane.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.UtiOrigin;

/**
 * The lake's events, one row each, with the token and the session that their records state, as in a case: an event is
 * of the token whose UTI it gives or whose request id it is, and of the session whose id it gives, else of its token's.
 * Only equal values are joined, and what has none is never brought together: a service principal or the system's own
 * account may own a third of all records. Every part is written so that it is made once, and of the columns that are
 * asked for: what stands on two sides of a union is made twice, and what a function of ours looks at is read whole.
 */
final class LinkedEvents {

    /** The token that the event was made with. */
    static final String TOKEN = "token";
    /** The session that the event belongs to. */
    static final String SESSION = "session";
    /** The UPN that an object id has elsewhere in the lake. */
    static final String RESOLVED_UPN = "resolved_upn";
    /** The autonomous system that the lake knows of the event's address. */
    static final String ADDRESS_ASN = "address_asn";
    /** Whether the sign-in log has the sign-in of the event's token. */
    static final String TOKEN_SIGNED_IN = "token_signed_in";

    /** A sign-in says more surely than an operation which session a token is of. */
    private static final int SIGN_IN_VOTES = 1_000;
    /** Among so many tasks at most the events of one value are divided for a join. */
    private static final int SHARES = 16;
    /** So many rows are given to every task, so that no others have to be moved to join them; some 10 MB. */
    private static final int FEW = 100_000;
    /** A number of rows for tests, in which lakes are small. */
    private static final String FEW_SETTING = "spark.tokenlane.fewRows";
    /** In front of what stands for a missing value in a join, and is different in each row; no value has it. */
    private static final String NOTHING = "\0";
    private static final String SESSION_ID = RecordColumn.column(EventField.SESSION_ID);
    private static final String UTI = RecordColumn.column(EventField.UTI);
    private static final String UPN = RecordColumn.column(EventField.UPN);
    private static final String OBJECT_ID = RecordColumn.column(EventField.USER_OBJECT_ID);
    private static final String IP = RecordColumn.column(EventField.IP);
    private static final String ASN = RecordColumn.column(EventField.ASN);

    private LinkedEvents() {
    }

    /** Tells whether an event is a sign-in. */
    static Column isSignIn() {
        return col(RecordColumn.KIND.column()).isin(List.of(EventKind.values()).stream()
                .filter(EventKind::isSignIn).map(EventKind::name).toArray());
    }

    /** The token that a record gives. */
    static Column token() {
        return when(col(RecordColumn.UTI_ORIGIN.column()).isin(UtiOrigin.FIELD.name(), UtiOrigin.REQUEST_ID.name()),
                col(UTI));
    }

    /** The columns of a record, without its bytes, and the key of its event. */
    private static Column[] light(Dataset<Row> events) {
        List<Column> columns = new ArrayList<>();
        for (String name : RecordColumn.schema().fieldNames()) {
            columns.add(name.equals(RecordColumn.RAW.column()) ? lit(null).cast(DataTypes.BinaryType).as(name)
                    : events.col(name));
        }
        columns.add(events.col(EventRows.EVENT));
        return columns.toArray(Column[]::new);
    }

    /** One row for each event, of the rows of its records; of most events there is one, which stays as it is. */
    static Dataset<Row> merged(Dataset<Row> events) {
        StructType schema = RecordColumn.schema().add(EventRows.EVENT, DataTypes.BinaryType);
        int key = schema.size() - 1;
        Dataset<Row> light = events.select(light(events));
        Dataset<Row> repeated = fewOrAll(events.groupBy(col(EventRows.EVENT).as("of_event"))
                .agg(count(lit(1)).as("records")).where(col("records").gt(1)).select("of_event"));
        Column isRepeated = col(EventRows.EVENT).equalTo(col("of_event"));
        return light.join(repeated, isRepeated, "left_anti").unionByName(light.join(repeated, isRepeated, "left_semi")
                .groupByKey((MapFunction<Row, byte[]>) row -> (byte[]) row.get(key), Encoders.BINARY())
                .mapGroups((MapGroupsFunction<byte[], Row, Row>) (event, rows) -> {
                    List<Row> all = new ArrayList<>();
                    rows.forEachRemaining(all::add);
                    return EventMerge.merged(EventMerge.ordered(all));
                }, Encoders.row(schema)).toDF());
    }

    /** The rows for every task, if there are at most so many; else null. */
    static @Nullable Dataset<Row> few(Dataset<Row> rows, int most) {
        List<Row> few = rows.limit(most + 1).collectAsList();
        return few.size() > most ? null : broadcast(rows.sparkSession().createDataFrame(few, rows.schema()));
    }

    private static @Nullable Dataset<Row> few(Dataset<Row> rows) {
        return few(rows, Integer.parseInt(rows.sparkSession().conf().get(FEW_SETTING, Integer.toString(FEW))));
    }

    private static Dataset<Row> fewOrAll(Dataset<Row> rows) {
        Dataset<Row> few = few(rows);
        return few == null ? rows : few;
    }

    /**
     * Links events.
     *
     * @param events
     *            rows of records, among which all records of each event and all events of each token are
     * @param all
     *            the lake's records of events, in which users and addresses are looked up; at least those that have one
     *            of the events
     */
    static Dataset<Row> of(Dataset<Row> events, Dataset<Row> all) {
        Dataset<Row> merged = merged(events);
        Dataset<Row> tokens = tokens(merged.withColumn(TOKEN, token()));
        // the audit log's id of a sign-in is that of a token where another record says that there is this token
        Column claimed = when(col(RecordColumn.UTI_ORIGIN.column()).notEqual(UtiOrigin.NONE.name()), col(UTI));
        Dataset<Row> linked = merged
                .withColumn("claimed", coalesce(claimed, concat(lit(NOTHING), hex(col(EventRows.EVENT)))))
                .join(tokens, col("claimed").equalTo(col(TOKEN)), "left").drop("claimed")
                .withColumn(TOKEN_SIGNED_IN, coalesce(col(TOKEN_SIGNED_IN), lit(false)))
                .withColumn(SESSION, coalesce(col(SESSION_ID), col("of_token"))).drop("of_token");
        List<String> columns = new ArrayList<>(List.of(merged.columns()));
        columns.addAll(List.of(TOKEN, SESSION, RESOLVED_UPN, ADDRESS_ASN, TOKEN_SIGNED_IN));
        return withAddresses(withUsers(linked, all), all)
                .select(columns.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    /** The session of each token, the one that most of its events give, sign-ins first; and what the sign-in log has. */
    private static Dataset<Row> tokens(Dataset<Row> merged) {
        Dataset<Row> used = merged.where(col(TOKEN).isNotNull());
        Dataset<Row> votes = used.groupBy(col(TOKEN), col(SESSION_ID))
                .agg(sum(when(isSignIn(), lit(SIGN_IN_VOTES)).otherwise(lit(1))).as("votes"),
                        sum(when(isSignIn().and(col(RecordColumn.SOURCE.column())
                                .equalTo(LogSource.ENTRA_SIGN_INS.name())), lit(1)).otherwise(lit(0))).as("sign_ins"));
        return votes.groupBy(TOKEN)
                .agg(min(when(col(SESSION_ID).isNotNull(), struct(negate(col("votes")), col(SESSION_ID)))).as("best"),
                        sum("sign_ins").gt(0).as(TOKEN_SIGNED_IN))
                .select(col(TOKEN), col("best." + SESSION_ID).as("of_token"), col(TOKEN_SIGNED_IN));
    }

    /** Gives events that have only an object id the UPN that most sign-ins have for it. */
    private static Dataset<Row> withUsers(Dataset<Row> linked, Dataset<Row> all) {
        Column named = coalesce(col(UPN), lit("")).contains("@");
        Column open = named.equalTo(false).and(col(OBJECT_ID).isNotNull());
        Dataset<Row> wanted = fewOrAll(all.where(open).select(col(OBJECT_ID).as("wanted")).distinct());
        Dataset<Row> known = all.where(named.and(col(OBJECT_ID).isNotNull()))
                .join(wanted, col(OBJECT_ID).equalTo(col("wanted")), "left_semi")
                .select(col(OBJECT_ID).as("of_object"), col(UPN).as("known_upn"), col(RecordColumn.KEY.column()),
                        isSignIn().as("signs_in"))
                .distinct().groupBy("of_object", "known_upn")
                .agg(sum(when(col("signs_in"), lit(SIGN_IN_VOTES)).otherwise(lit(1))).as("votes"))
                .groupBy("of_object").agg(min(struct(negate(col("votes")), col("known_upn"))).as("best"))
                .select(col("of_object"), col("best.known_upn").as(RESOLVED_UPN));
        return joined(linked, when(open, col(OBJECT_ID)), known, "of_object");
    }

    private static Dataset<Row> withAddresses(Dataset<Row> linked, Dataset<Row> all) {
        Dataset<Row> known = all.where(col(IP).isNotNull().and(col(ASN).isNotNull())).groupBy(col(IP).as("address"))
                .agg(max_by(col(ASN),
                        struct(coalesce(col(RecordColumn.TIME_NANOS.column()), lit(Long.MAX_VALUE)),
                                col(RecordColumn.KEY.column())))
                        .as(ADDRESS_ASN));
        return joined(linked, col(IP), known, "address");
    }

    /**
     * Adds what is known of a value to the events that have it. An address or a service principal may have a great part
     * of all events: where much is known, those are divided into shares, and what is known is given to each share;
     * events without a value are each a share of their own.
     */
    private static Dataset<Row> joined(Dataset<Row> events, Column value, Dataset<Row> known, String of) {
        Dataset<Row> few = few(known);
        if (few != null) {
            return events.join(few, value.equalTo(col(of)), "left").drop(of);
        }
        Dataset<Row> copies = known.withColumn("of_share", explode(sequence(lit(0), lit(SHARES - 1))));
        Column event = hash(col(EventRows.EVENT));
        return events.withColumn("share", when(value.isNull(), event).otherwise(pmod(event, lit(SHARES))))
                .withColumn("value", coalesce(value, lit(NOTHING)))
                .join(copies, col("value").equalTo(col(of)).and(col("share").equalTo(col("of_share"))), "left")
                .drop(of, "share", "of_share", "value");
    }

    /** The rows of these keys' events. */
    static Dataset<Row> withKeys(Dataset<Row> events, List<byte[]> keys) {
        Dataset<Row> wanted = events.sparkSession().createDataset(keys, Encoders.BINARY()).toDF("wanted").distinct();
        return events.join(broadcast(wanted), col(EventRows.EVENT).equalTo(col("wanted")), "left_semi");
    }

    static Dataset<Row> withValues(Dataset<Row> events, String column, List<String> values) {
        Dataset<Row> wanted = events.sparkSession().createDataset(values, Encoders.STRING()).toDF("wanted").distinct();
        return events.join(broadcast(wanted), col(column).equalTo(col("wanted")), "left_semi");
    }

    /** The keys of the events of these rows. */
    static List<byte[]> keys(Dataset<Row> rows) {
        return rows.select(EventRows.EVENT).distinct().as(Encoders.BINARY()).collectAsList();
    }

    /** The identifiers of tokens in these rows. */
    static List<String> tokensOf(Dataset<Row> rows) {
        return rows.select(UTI).where(col(UTI).isNotNull()).distinct().as(Encoders.STRING()).collectAsList();
    }
}
