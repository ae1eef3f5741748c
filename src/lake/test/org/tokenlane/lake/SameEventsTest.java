package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;

/** What a lake knows of files is what a case knows of them. */
class SameEventsTest {

    @Test
    void theSampleTenantHasTheSameEventsAndAccounts() throws IOException {
        compare(SampleLake.sample());
    }

    static void compare(SampleLake.Made made) throws IOException {
        assertThat(accounts(made)).isEqualTo(evidence(made));
        assertThat(made.accounts().stream().filter(account -> account.plan().refused() != null)
                .map(account -> made.name(account.plan().file().path()))).containsExactlyInAnyOrderElementsOf(
                        made.report().refused().stream().map(remark -> made.name(remark.path())).toList());
        Map<String, String> inLake = new TreeMap<>();
        events(Lake.open(LocalSpark.session(), made.lake().toString()))
                .forEach(event -> inLake.put(event.id(), words(event)));
        try (CaseFile file = CaseFile.open(made.caseFile(), null)) {
            Map<String, String> inCase = words(Correlation.upToDate(file).events());
            assertThat(inLake).hasSameSizeAs(inCase);
            inCase.forEach((id, words) -> assertThat(inLake.get(id)).as(id).isEqualTo(words));
            assertThat(rejected(made)).isEqualTo(file.rejected().stream()
                    .map(record -> made.name(record.path()) + " " + record.place().line() + " " + record.reason())
                    .sorted()
                    .toList());
        }
    }

    private static List<String> rejected(SampleLake.Made made) throws IOException {
        return Lake.open(LocalSpark.session(), made.lake().toString()).records().where("record = 'rejected'")
                .select("file", "line", "reason").collectAsList().stream()
                .map(row -> made.name(row.getString(0)) + " " + row.getLong(1) + " " + row.getString(2)).sorted()
                .toList();
    }

    static List<LakeEvent> events(Lake lake) throws IOException {
        Map<String, List<Row>> byEvent = new TreeMap<>();
        int key = RecordColumn.schema().size() + 1;
        lake.events().collectAsList()
                .forEach(row -> byEvent.computeIfAbsent(HexFormat.of().formatHex((byte[]) row.get(key)),
                        id -> new ArrayList<>()).add(row));
        return byEvent.values().stream().map(LakeEvent::of).toList();
    }

    private static Map<String, List<Object>> accounts(SampleLake.Made made) {
        Map<String, List<Object>> all = new TreeMap<>();
        made.accounts().stream().filter(account -> account.plan().refused() == null)
                .forEach(account -> all.put(made.name(account.plan().file().path()),
                        Arrays.asList(account.records(), account.stored(), account.duplicates(), account.rejected())));
        return all;
    }

    private static Map<String, List<Object>> evidence(SampleLake.Made made) {
        Map<String, List<Object>> all = new TreeMap<>();
        made.report().imported().forEach(file -> all.put(made.name(file.path()),
                List.of(file.records(), file.stored(), file.duplicates(), file.rejected())));
        return all;
    }

    /** Each event's token and session, and the rule, where they are linked by what a record states. */
    static void compareLinks(SampleLake.Made made) throws IOException {
        Map<String, String> inLake = new TreeMap<>();
        Lake lake = Lake.open(LocalSpark.session(), made.lake().toString());
        LinkedEvents.of(lake.events(), EventRows.of(lake.records())).collectAsList().forEach(row -> {
            LinkedEvent event = LinkedEvent.of(row, List.of());
            if (event.rule() != LinkRule.NONE && !event.isInferred()) {
                inLake.put(event.event().id(), event.rule() + " " + event.token() + " " + event.session());
            }
        });
        try (CaseFile file = CaseFile.open(made.caseFile(), null)) {
            Correlation correlation = Correlation.upToDate(file);
            CaseEvents events = correlation.events();
            Map<String, String> inCase = new TreeMap<>();
            for (int i = 0; i < events.size(); i++) {
                if (correlation.rule(i) != LinkRule.NONE && !correlation.rule(i).isInferred()) {
                    inCase.put(events.id(i),
                            correlation.rule(i) + " "
                                    + text(events, EventField.UTI, correlation.token(i)) + " "
                                    + text(events, EventField.SESSION_ID, correlation.session(i)));
                }
            }
            assertThat(inLake).isNotEmpty().isEqualTo(inCase);
        }
    }

    private static @Nullable String text(CaseEvents events, EventField field, int code) {
        return code == 0 ? null : events.dictionary(field).get(code);
    }

    static String words(LakeEvent event) {
        StringBuilder words = new StringBuilder();
        words.append(event.kind()).append(' ').append(event.result()).append(' ').append(event.source()).append(' ')
                .append(event.time()).append(' ').append(event.timeQuality()).append(' ').append(event.timeDigits())
                .append(' ').append(event.utiOrigin()).append(' ').append(event.recordedAt()).append(' ')
                .append(event.tokenIssuedAt()).append(' ').append(event.number(RecordColumn.PORT)).append(' ')
                .append(event.number(RecordColumn.ITEM_COUNT)).append(' ').append(event.isThrottled());
        for (EventField field : EventField.values()) {
            if (event.get(field) != null && field != EventField.UPN) {
                words.append(' ').append(field).append('=').append(event.get(field));
            }
        }
        // of records that say as much as each other, the file's hash puts one first, which a file read in parts has not
        event.records().stream().map(record -> record.getLong(EventMerge.at(RecordColumn.LINE))).sorted()
                .forEach(line -> words.append(" @").append(line));
        return words.toString();
    }

    private static Map<String, String> words(CaseEvents events) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            int event = i;
            StringBuilder words = new StringBuilder();
            events.codes(EventField.UTI);
            words.append(events.kind(i)).append(' ').append(events.result(i)).append(' ').append(events.source(i))
                    .append(' ').append(events.time(i)).append(' ').append(events.timeQuality(i)).append(' ')
                    .append(events.timeDigits(i)).append(' ').append(events.utiOrigin(i)).append(' ')
                    .append(events.recordedAt(i)).append(' ').append(events.tokenIssuedAt(i)).append(' ')
                    .append(orNull(events.port(i))).append(' ').append(orNull(events.itemCount(i))).append(' ')
                    .append(events.isThrottled(i));
            for (EventField field : EventField.values()) {
                if (events.text(field, event) != null && field != EventField.UPN) {
                    words.append(' ').append(field).append('=').append(events.text(field, event));
                }
            }
            events.places(i).stream().map(place -> place.line()).sorted()
                    .forEach(line -> words.append(" @").append(line));
            all.put(events.id(i), words.toString());
        }
        return all;
    }

    private static Integer orNull(int number) {
        return number < 0 ? null : number;
    }
}
