package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.SharedKind;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/**
 * A case of each earlier schema opens as it was. The case files are the work of the programs of their time: they hold
 * evidence of several shapes, all kinds of marks, a confirmed and a split origin, a Sigma file, a rule's setting and a
 * saved filter. Beside each is a text in which its own program wrote down what it contains.
 */
class OldCasesTest {

    @TempDir
    private Path folder;

    private Path old(int schema) throws Exception {
        Path file = folder.resolve("old.tlcase");
        try (InputStream in = OldCasesTest.class.getResourceAsStream("/store/schema-" + schema + ".tlcase")) {
            Files.copy(in, file);
        }
        return file;
    }

    @ParameterizedTest(name = "schema {0}")
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
    void whatAnalystsSaidCanBeSharedWithItsAuthorAndTime(int schema) throws Exception {
        try (CaseFile opened = CaseFile.open(old(schema), null)) {
            assertThat(opened.sharedMarks().all()).filteredOn(SharedMark::inForce)
                    .allSatisfy(mark -> assertThat(mark.said().author().isEmpty()).as(mark.what().toString())
                            // programs before schema 5 did not record who saved a filter
                            .isEqualTo(schema < 5 && mark.what().kind() == SharedKind.SAVED_FILTER))
                    .extracting(mark -> mark.what().kind()).contains(SharedKind.VERDICT, SharedKind.ORIGIN_NAME,
                            SharedKind.ORIGIN_SPLIT, SharedKind.SAVED_FILTER);
        }
    }

    /** What its own program wrote down, but for the findings: those follow today's rules. */
    private static List<String> expected(int schema) throws Exception {
        return lines(schema).filter(line -> !line.startsWith("finding ")).toList();
    }

    private static Stream<String> lines(int schema) throws Exception {
        try (InputStream in = OldCasesTest.class.getResourceAsStream("/store/schema-" + schema + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    /** What today's own rules find in a case that is opened now; the Sigma files of the cases are not the same. */
    private static List<String> findings(Path file) {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            return Detection.of(caseFile, Correlation.upToDate(caseFile), new RecordDetails(),
                    (ip, asn) -> AddressLookup.Fact.UNKNOWN, Progress.NONE).findings().stream()
                    .map(finding -> "finding " + finding.rule() + " " + finding.severity() + " " + finding.sessionId()
                            + " " + finding.upn() + " " + finding.eventIds())
                    .filter(finding -> !finding.startsWith("finding sigma:")).toList();
        }
    }

    /** The cases hold the same records, and the rules of their time that are as they were find what they found then. */
    @Test
    void theRulesFindTheSameInACaseOfEachSchema() throws Exception {
        List<String> first = findings(old(1));
        for (int schema = 2; schema < CaseSchema.CURRENT; schema++) {
            Files.delete(folder.resolve("old.tlcase"));
            assertThat(findings(old(schema))).containsExactlyInAnyOrderElementsOf(first);
            Set<String> unchanged = Set.of("inbox-rule-hides", "app-consent", "session-several-networks",
                    "mail-access-throttled", "role-assigned", "sign-in-without-session");
            assertThat(first).containsAll(
                    lines(schema).filter(line -> line.startsWith("finding ") && unchanged.contains(line.split(" ")[1]))
                            .toList());
        }
    }

    /** What a case contains, as the programs of the earlier schemas wrote it down. */
    private static List<String> told(CaseFile caseFile) {
        List<String> lines = new ArrayList<>();
        KeptLinks kept = caseFile.keptLinks();
        Correlation correlation = Correlation.upToDate(caseFile);
        CaseEvents events = correlation.events();
        for (int event = 0; event < events.size(); event++) {
            lines.add(event(caseFile, events, event));
            lines.add("link " + events.dictionary(EventField.SESSION_ID).get(correlation.session(event)) + " "
                    + events.dictionary(EventField.UTI).get(correlation.token(event)) + " "
                    + correlation.rule(event).id());
        }
        for (IntColumn column : List.of(kept.firstRows(), kept.tokens(), kept.sessions(), kept.upns(), kept.rules())) {
            lines.add("kept " + Arrays.toString(column.toArray()));
        }
        caseFile.rejected().forEach(record -> lines
                .add("rejected " + record.path() + " " + record.place() + " " + record.text().strip()));
        caseFile.marks().all().all().forEach(
                mark -> lines.add("mark " + mark.stamp() + " " + mark.getClass().getSimpleName() + " " + mark));
        caseFile.auditTrail().entries()
                .forEach(entry -> lines.add("entry " + entry.number() + " " + entry.at() + " " + entry.who() + " | "
                        + entry.what() + " | " + entry.detail() + " | " + entry.hash()));
        return lines.stream()
                .map(line -> line.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")).toList();
    }

    private static String event(CaseFile caseFile, CaseEvents events, int event) {
        StringBuilder line = new StringBuilder("event " + events.id(event) + " " + events.time(event) + " "
                + events.timeDigits(event) + " " + events.kind(event) + " " + events.result(event) + " "
                + events.utiOrigin(event) + " " + events.timeQuality(event) + " " + events.source(event) + " "
                + events.tokenIssuedAt(event) + " " + events.itemCount(event) + " " + events.port(event) + " "
                + events.isThrottled(event));
        for (EventField field : EventField.values()) {
            if (events.text(field, event) != null) {
                line.append(' ').append(field).append('=').append(events.text(field, event));
            }
        }
        events.places(event)
                .forEach(place -> line.append(' ').append(place.evidence()).append(':').append(place.block())
                        .append(':').append(place.offset()).append(':').append(place.line()).append(':')
                        .append(Integer.toHexString(caseFile.rawRecords().text(place).hashCode())));
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
    void aCaseOfAnEarlierSchemaHoldsTheSameEventsLinksMarksAndTrail(int schema) throws Exception {
        Path file = old(schema);
        List<String> expected = expected(schema);
        long entries = expected.stream().filter(line -> line.startsWith("entry ")).count() + 1;
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            List<String> told = told(caseFile);
            assertThat(told.subList(0, told.size() - 1)).isEqualTo(expected);
            assertThat(told.getLast()).startsWith("entry " + entries + " ");
            assertThat(caseFile.verify()).isEmpty();
            AuditTrail.Entry last = caseFile.auditTrail().entries().getLast();
            assertThat(last.kind()).isEqualTo(AuditKind.SCHEMA_MIGRATED);
            assertThat(last.fields()).containsEntry(AuditField.SCHEMA_FROM, Integer.toString(schema))
                    .containsEntry(AuditField.SCHEMA_TO, Integer.toString(CaseSchema.CURRENT))
                    .containsEntry(AuditField.FILE, "old.schema-" + schema + ".tlcase");
        }
        assertThat(PlainJdbc.run(folder.resolve("old.schema-" + schema + ".tlcase"),
                "update case_info set text = text where name = 'schema version' and text = '" + schema + "'"))
                .as("the copy that was kept is of its schema").isEqualTo(1);
        try (CaseFile again = CaseFile.open(file, null)) {
            assertThat(again.auditTrail().entries()).hasSize((int) entries);
            assertThat(again.verify()).isEmpty();
        }
        assertThat(PlainJdbc.trace(folder.resolve("old.schema-" + schema + ".tlcase"))).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
    void aCaseOfAnEarlierSchemaHoldsTheSameSettings(int schema) throws Exception {
        String session = "00c46fa3-45a8-11c0-96d6-32c905791857";
        try (CaseFile caseFile = CaseFile.open(old(schema), null)) {
            assertThat(caseFile.settings().actors(session)).isEqualTo(Map.of("AS64501|kit|", "the attacker"));
            assertThat(caseFile.settings().originSplits(session)).extracting(OriginSplit::key).containsExactly(
                    "AS64500|agent| / ADDRESS 203.0.113.9",
                    "AS64500|agent| / ADDRESS 203.0.113.9 / TIME 1789113600000000000");
            assertThat(caseFile.settings().sigmaFiles()).singleElement()
                    .satisfies(sigma -> assertThat(sigma.name()).isEqualTo("hide.yml"));
            assertThat(caseFile.settings().ruleSettings()).isEqualTo(Map.of("mass-download", Map.of("files", "20")));
            assertThat(caseFile.settings().savedFilters())
                    .isEqualTo(Map.of("mail", "op:MailItemsAccessed -result:failure"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void theOldSentencesBecomeKindsAndFields(int schema) throws Exception {
        try (CaseFile caseFile = CaseFile.open(old(schema), null)) {
            List<AuditTrail.Entry> entries = caseFile.auditTrail().entries();
            assertThat(entries).extracting(AuditTrail.Entry::kind).doesNotContain(AuditKind.OTHER);
            assertThat(entries.subList(0, 37)).extracting(AuditTrail.Entry::hashVersion)
                    .containsOnly(AuditTrail.HASH_OF_TEXTS);
            assertThat(entries.getLast().hashVersion()).isEqualTo(AuditTrail.HASH_OF_ALL);
            assertThat(entries.get(4).kind()).isEqualTo(AuditKind.EVIDENCE_IMPORTED);
            assertThat(entries.get(4).fields()).containsEntry(AuditField.FILE, "ual/purview-damaged.csv")
                    .containsEntry(AuditField.RECORDS, "5").containsEntry(AuditField.REJECTED, "2")
                    .doesNotContainKey(AuditField.ORIGIN_BYTES);
            assertThat(entries.get(9).fields()).containsOnlyKeys(AuditField.MARKS_SHA256);
            assertThat(entries.get(13).kind()).isEqualTo(AuditKind.MARKS_UNDONE);
            assertThat(entries.get(13).fields()).isEqualTo(Map.of(AuditField.ENTRY, "13"));
            assertThat(entries.get(17).kind()).isEqualTo(AuditKind.MARKS_REMOVED);
            assertThat(entries.get(22).fields()).containsEntry(AuditField.NAME, "the user")
                    .containsEntry(AuditField.ORIGIN, "AS64500|agent|");
            assertThat(entries.get(26).fields())
                    .containsEntry(AuditField.ORIGIN, "AS64500|agent| / ADDRESS 203.0.113.9")
                    .containsEntry(AuditField.SPLIT_BY, "TIME");
            assertThat(entries.get(34).fields())
                    .isEqualTo(Map.of(AuditField.RULE, "mass-download", AuditField.SETTING, "minutes"));
            assertThat(entries.get(35).kind()).isEqualTo(AuditKind.EXPORTED);
        }
    }

    @Test
    void eventsOfAnEarlierSchemaAreFoundByNoneOfTheFieldsThatCameLater() throws Exception {
        try (CaseFile caseFile = CaseFile.open(old(3), null)) {
            CaseEvents events = CaseEvents.load(caseFile);
            assertThat(events.size()).isPositive();
            for (EventField field : EnumSet.range(EventField.ACTOR, EventField.RECIPIENT)) {
                for (int event = 0; event < events.size(); event++) {
                    assertThat(events.text(field, event)).isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "update audit_trail set kind = 'other' where number = 2",
        "update audit_trail set detail = detail || ' ' where number = 20",
        "update audit_field set number = 12 where entry = 14",
        "delete from audit_field where entry = 10",
        "update audit_field set text = '0' where entry = 38 and name = 'fields-sha256'",
        "delete from audit_trail where number = 38",
        "update mark set text = 'BENIGN' where kind = 'VERDICT'",
        "update indicator set text = '198.51.100.1' where number = 1",
        "update evidence set rejected = 1, stored = stored + 1 where id = 4" })
    void aMigratedCaseThatWasChangedBehindTheTrailsBackIsFound(String sql) throws Exception {
        Path file = old(2);
        CaseFile.open(file, null).close();
        assertThat(PlainJdbc.run(file, sql)).isPositive();
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "update mark set text = 'BENIGN' where kind = 'VERDICT'",
        "update audit_trail set detail = detail || ' ' where number = 20",
        "update evidence set rejected = 1, stored = stored + 1 where id = 4" })
    void whatWasChangedBeforeTheMigrationIsFoundAfterIt(String sql) throws Exception {
        Path file = old(2);
        assertThat(PlainJdbc.run(file, sql)).isPositive();
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isNotEmpty();
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheCaseAsItWasAndClosed() throws Exception {
        Path file = old(2);
        PlainJdbc.run(file, "alter table audit_trail add column kind int");
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class)
                .hasMessageContaining(file.toString());
        try (Connection notLocked = PlainJdbc.connect(file, null)) {
            assertThat(notLocked.isValid(1)).isTrue();
        } catch (SQLException e) {
            throw new AssertionError("the case is still open", e);
        }
        assertThat(PlainJdbc.trace(file)).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aCaseWhoseCopyWouldReplaceAnotherFileIsNotMigrated() throws Exception {
        Path file = old(1);
        Path there = Files.writeString(folder.resolve("old.schema-1.tlcase"), "something else");
        assertThat(Refusal.of(file, null)).contains(there.toString());
        assertThat(there).hasContent("something else");
        Files.delete(there);
        CaseFile.open(file, null).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "day first, as the file's own dates prove|day-first|proved", "month first, as set|month-first|set",
        "month first was chosen: no date in the file tells day from month (--date-order sets it)|month-first|assumed",
        "day and month stand in both orders; where a date allows both, day first was chosen|day-first|assumed-of-both",
        "day and month stand in both orders; where a date allows both, month first as set|month-first|set-of-both" })
    void theOldWordsForDatesBecomeCodes(String words, String order, String basis) {
        assertThat(OldSentences.dates(words).order().code()).isEqualTo(order);
        assertThat(OldSentences.dates(words).basis().code()).isEqualTo(basis);
    }

    @ParameterizedTest
    @CsvSource({ "2001:db8:::/48|agent|, 2001:db8::/48|agent|", "2001:db8:1::/48||, 2001:db8:1::/48||",
        "fe80::1::/48|a|b, fe80::/48|a|b", "2001::1|x, 2001::/48|x", "192.0.2.0/24|a:b|, 192.0.2.0/24|a:b|",
        "AS64500|::/48|, AS64500|::/48|", "|x, |x" })
    void theOldKeysOfOriginsGetTheNetworkThatTheyMeant(String old, String key) {
        assertThat(OldSentences.origin(old)).isEqualTo(key);
    }

    @Test
    void namesSplitsAndMarksOfSuchOriginsStayOnThem() throws Exception {
        Path file = old(2);
        PlainJdbc.run(file, "update actor set origin = '2001:db8:::/48|kit|' where name = 'the attacker'",
                "update origin_split set origin = '2001:db8:::/48|agent|' where number = 1");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            String session = "00c46fa3-45a8-11c0-96d6-32c905791857";
            assertThat(caseFile.settings().actors(session)).containsOnlyKeys("2001:db8::/48|kit|");
            assertThat(caseFile.settings().originSplits(session).getFirst().origin()).isEqualTo("2001:db8::/48|agent|");
        }
    }

    @Test
    void theOldWordsForTheFormOfAFileBecomeItsEncoding() {
        assertThat(OldSentences.charset("table, UTF-16LE, comma")).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(OldSentences.charset("JSON, UTF-16BE")).isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(OldSentences.charset("JSON, UTF-8")).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void anImportIntoAnExtractIsReadWithItsOrigin() {
        String hash = "a".repeat(64);
        assertThat(OldSentences.dates("")).isNull();
        assertThat(OldSentences.entry("evidence imported", "a, SHA-256 b.csv, SHA-256 " + hash
                + ", records 3, stored 2, duplicates 1, rejected 0, taken from the case x.tlcase out of a file of "
                + "1 record"
                + " and 12 bytes with SHA-256 " + "b".repeat(64) + "; pseudonyms stand for users, mail").fields())
                .isEqualTo(Map.ofEntries(Map.entry(AuditField.FILE, "a, SHA-256 b.csv"),
                        Map.entry(AuditField.SHA256, hash), Map.entry(AuditField.RECORDS, "3"),
                        Map.entry(AuditField.STORED, "2"), Map.entry(AuditField.DUPLICATES, "1"),
                        Map.entry(AuditField.REJECTED, "0"), Map.entry(AuditField.ORIGIN_CASE, "x.tlcase"),
                        Map.entry(AuditField.ORIGIN_RECORDS, "1"), Map.entry(AuditField.ORIGIN_BYTES, "12"),
                        Map.entry(AuditField.ORIGIN_SHA256, "b".repeat(64)),
                        Map.entry(AuditField.ORIGIN_REPLACED, "users, mail")));
        assertThat(OldSentences.entry("evidence imported", "a.csv, SHA-256 " + hash
                + ", records 3, stored 2, duplicates 1, rejected 0, taken out of a file of 4 records"
                + " and 12 bytes with SHA-256 " + hash).fields()).hasSize(9)
                .doesNotContainKey(AuditField.ORIGIN_CASE).containsEntry(AuditField.ORIGIN_RECORDS, "4");
    }
}
