package org.tokenlane.lake;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.text.Language;

/** Queries in SQL on a lake's events: those that ship with the program, and an analyst's own. */
final class Hunts {

    /** What the lake knows of each event, one row for each. */
    static final String EVENTS = "events";
    /** The records as they are stored. */
    static final String RECORDS = "records";

    private static final String FILE = "hunts.sql";

    /**
     * A query that ships with the program.
     *
     * @param title
     *            what it lists
     */
    record Hunt(String name, String title, String sql) {

        boolean needsValue() {
            return sql.contains(":value");
        }
    }

    private Hunts() {
    }

    /** The queries that ship with the program, by name. */
    static Map<String, Hunt> shipped() throws IOException {
        Map<String, Hunt> hunts = new LinkedHashMap<>();
        ResourceBundle titles = Language.current().bundle(Hunts.class);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Hunts.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            String name = "";
            String title = "";
            StringBuilder sql = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("-- ")) {
                    name = line.substring(3).strip();
                    title = titles.getString("hunt." + name);
                    sql.setLength(0);
                } else {
                    sql.append(line).append('\n');
                    hunts.put(name, new Hunt(name, title, sql.toString()));
                }
            }
        }
        return hunts;
    }

    /** Makes the lake's events and records views of the session. */
    static void views(Lake lake) throws IOException {
        SparkSession spark = lake.spark();
        spark.udf().register("tokenlane_network", (UDF2<String, String, String>) Hunts::network, DataTypes.StringType);
        Dataset<Row> records = lake.records();
        records.createOrReplaceTempView(RECORDS);
        LinkedEvents.of(lake.events(), EventRows.of(records))
                .withColumn("network",
                        call_udf("tokenlane_network", col(RecordColumn.column(EventField.IP)),
                                col(LinkedEvents.ADDRESS_ASN)))
                .withColumn(RecordColumn.column(EventField.UPN),
                        org.apache.spark.sql.functions.coalesce(col(LinkedEvents.RESOLVED_UPN),
                                col(RecordColumn.column(EventField.UPN))))
                .createOrReplaceTempView(EVENTS);
    }

    /** The network that an address is in, as origins have it. */
    private static @Nullable String network(@Nullable String ip, @Nullable String asn) {
        if (ip == null) {
            return null;
        }
        Network around = Network.around(ip);
        return asn != null ? "AS" + asn : around == null ? ip : around.text();
    }

    static Dataset<Row> run(Lake lake, String sql, @Nullable String value) throws IOException {
        views(lake);
        return value == null ? lake.spark().sql(sql) : lake.spark().sql(sql, Map.of("value", value));
    }
}
