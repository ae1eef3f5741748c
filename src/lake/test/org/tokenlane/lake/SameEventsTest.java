package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;

/** What a lake knows of files is what a case knows of them. */
class SameEventsTest {

    @Test
    void theSampleTenantHasTheSameEventsAndAccounts() throws IOException {
        compare(SampleLake.sample());
    }

    @Test
    void allFixturesHaveTheSameEventsAndAccounts() throws IOException {
        compare(SampleLake.made("fixtures", exports -> {
            try (Stream<Path> all = Files.walk(Path.of("src/test/resources/ingest"))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = exports.resolve(Path.of("src/test/resources/ingest").relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }));
    }

    static void compare(SampleLake.Made made) throws IOException {
        assertThat(accounts(made.accounts())).isEqualTo(evidence(made.report().imported()));
        assertThat(made.accounts().stream().filter(account -> account.plan().refused() != null)
                .map(account -> account.plan().file().name())).containsExactlyInAnyOrderElementsOf(
                        made.report().refused().stream().map(remark -> name(remark.path())).toList());
        Map<String, String> inLake = new TreeMap<>();
        events(Lake.open(LocalSpark.session(), made.lake().toString()))
                .forEach(event -> inLake.put(event.id(), words(event)));
        try (CaseFile file = CaseFile.open(made.caseFile(), null)) {
            Map<String, String> inCase = words(Correlation.upToDate(file).events());
            assertThat(inLake).hasSameSizeAs(inCase);
            inCase.forEach((id, words) -> assertThat(inLake.get(id)).as(id).isEqualTo(words));
            assertThat(rejected(made)).isEqualTo(file.rejected().stream()
                    .map(record -> name(record.path()) + " " + record.place().line() + " " + record.reason()).sorted()
                    .toList());
        }
    }

    private static List<String> rejected(SampleLake.Made made) throws IOException {
        return Lake.open(LocalSpark.session(), made.lake().toString()).records().where("record = 'rejected'")
                .select("file", "line", "reason").collectAsList().stream()
                .map(row -> name(row.getString(0)) + " " + row.getLong(1) + " " + row.getString(2)).sorted().toList();
    }

    static List<LakeEvent> events(Lake lake) throws IOException {
        Map<String, List<Row>> byEvent = new TreeMap<>();
        int key = RecordColumn.schema().size() + 1;
        lake.events().collectAsList()
                .forEach(row -> byEvent.computeIfAbsent(HexFormat.of().formatHex((byte[]) row.get(key)),
                        id -> new ArrayList<>()).add(row));
        return byEvent.values().stream().map(LakeEvent::of).toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, List<Object>> accounts(List<FileAccount> accounts) {
        Map<String, List<Object>> all = new TreeMap<>();
        accounts.stream().filter(account -> account.plan().refused() == null)
                .forEach(account -> all.put(account.plan().file().name(),
                        Arrays.asList(account.records(), account.stored(), account.duplicates(), account.rejected())));
        return all;
    }

    private static Map<String, List<Object>> evidence(List<Evidence> evidence) {
        Map<String, List<Object>> all = new TreeMap<>();
        evidence.forEach(file -> all.put(name(file.path()),
                List.of(file.records(), file.stored(), file.duplicates(), file.rejected())));
        return all;
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
