package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.MappedRecord;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.SourceFile;

/** Rows that are written into segments are read from them the same, column by column. */
class SegmentsTest {

    @TempDir
    private Path folder;

    private CaseFile caseFile;

    @BeforeEach
    void makeACase() {
        caseFile = CaseFile.create(folder.resolve("a.tlcase"), null, "tester");
    }

    @AfterEach
    void closeTheCase() {
        caseFile.close();
    }

    private Evidence write(String name, List<MappedRecord> records) {
        try (EvidenceWriter writer = caseFile.write()) {
            records.forEach(writer::add);
            return writer.commit(new EvidenceWriter.Facts(new SourceFile(name, null, 0, "sha of " + name), "form",
                    StandardCharsets.UTF_8, null,
                    java.util.Map.of(), "tester", null, java.util.Map.of(),
                    org.tokenlane.model.state.ExportTime.UNKNOWN));
        }
    }

    /** A record whose every field is set, or left out, by chance. */
    private static MappedRecord anyRecord(int number, Random random) {
        AuditEvent.Builder builder = AuditEvent.builder(EventKind.values()[random.nextInt(EventKind.values().length)])
                .key("key " + number);
        for (EventField field : EventField.values()) {
            if (random.nextInt(3) > 0) {
                builder.set(field, field + " " + random.nextInt(50) + " Søren 日本");
            }
        }
        if (random.nextBoolean()) {
            builder.time(random.nextLong(), TimeQuality.values()[random.nextInt(TimeQuality.values().length)],
                    random.nextInt(10)).recordedAt(random.nextLong());
            builder.tokenIssuedAt(random.nextLong()).port(random.nextInt(65_536)).itemCount(random.nextInt(1_000))
                    .throttled(random.nextBoolean());
            builder.uti("uti" + random.nextInt(20), UtiOrigin.values()[random.nextInt(UtiOrigin.values().length)])
                    .weakKey("weak " + number);
            builder.result(EventResult.values()[random.nextInt(EventResult.values().length)]);
        }
        return TestRecord.of(builder,
                new RawPlace(1, random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt()),
                random.nextInt(9), random.nextInt());
    }

    private void assertRowIs(Segments.Segment segment, int row, MappedRecord record) {
        AuditEvent event = record.event();
        Map<RowColumn, Long> wide = Map.of(RowColumn.TIME, event.time(), RowColumn.RECORDED_AT, event.recordedAt(),
                RowColumn.TOKEN_ISSUED_AT, event.tokenIssuedAt(),
                RowColumn.KEY_HIGH, record.key().high(), RowColumn.KEY_LOW, record.key().low(), RowColumn.WEAK_KEY_HIGH,
                record.weakKey() == null ? 0 : record.weakKey().high());
        wide.forEach(
                (column, value) -> assertThat(segment.longs(column)[row]).as(column + " of " + row).isEqualTo(value));
        Map<RowColumn, Integer> narrow = Map.ofEntries(entry(RowColumn.KIND, event.kind().ordinal()),
                entry(RowColumn.RESULT, event.result().ordinal()),
                entry(RowColumn.UTI_ORIGIN, event.utiOrigin().ordinal()),
                entry(RowColumn.TIME_QUALITY, event.timeQuality().ordinal()),
                entry(RowColumn.TIME_DIGITS, event.timeDigits()), entry(RowColumn.THROTTLED, event.throttled() ? 1 : 0),
                entry(RowColumn.PORT, event.port() + 1),
                entry(RowColumn.ITEM_COUNT, event.itemCount() + 1), entry(RowColumn.BLOCK, record.place().block()),
                entry(RowColumn.BLOCK_OFFSET, record.place().offset()),
                entry(RowColumn.BYTES, record.place().length()), entry(RowColumn.LINE, record.place().line()),
                entry(RowColumn.SHAPE, 1));
        narrow.forEach(
                (column, value) -> assertThat(segment.ints(column)[row]).as(column + " of " + row).isEqualTo(value));
        for (EventField field : EventField.values()) {
            String text = field.isShared() ? caseFile.dictionary(field.name()).get(segment.codes(field)[row])
                    : segment.texts(field)[row];
            assertThat(text).as(field + " of " + row).isEqualTo(event.get(field));
        }
        for (int hash : record.mentions()) {
            assertThat(segment.rowsMentioning(hash)).contains(row);
        }
    }

    @Test
    void everyFieldOfEveryRowComesBack() {
        Random random = new Random(5);
        List<MappedRecord> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            records.add(anyRecord(i, random));
        }
        write("a.csv", records);
        assertThat(caseFile.segments().all()).hasSize(1);
        Segments.Segment segment = caseFile.segments().all().getFirst();
        assertThat(segment.rows()).isEqualTo(200);
        for (int row = 0; row < 200; row++) {
            assertRowIs(segment, row, records.get(row));
        }
    }

    @Test
    void columnsInWhichNothingStandsAreReadAsNothing() {
        write("a.csv", List.of(TestRecord.keyed("a", null), TestRecord.keyed("b", null)));
        Segments.Segment segment = caseFile.segments().all().getFirst();
        assertThat(segment.codes(EventField.UPN)).containsExactly(0, 0);
        assertThat(segment.texts(EventField.TARGET)).containsExactly(null, null);
        assertThat(segment.longs(RowColumn.WEAK_KEY_LOW)).containsExactly(0, 0);
        assertThat(segment.ints(RowColumn.PORT)).containsExactly(0, 0);
        assertThat(segment.rowsMentioning(7)).isEmpty();
    }

    @Test
    void moreRowsThanASegmentTakesStandInSeveralInTheirOrder() {
        int rows = 2 * SegmentBuilder.MOST_ROWS + 5;
        List<MappedRecord> records = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            records.add(
                    TestRecord.of(
                            AuditEvent.builder(EventKind.OPERATION).key("key " + i)
                                    .set(EventField.TARGET, "target " + i).set(EventField.UPN, "user" + i % 20_000),
                            new RawPlace(1, 0, 0, 0, i)));
        }
        write("a.csv", records);
        write("b.csv", records.subList(0, 3));
        List<Segments.Segment> all = caseFile.segments().all();
        assertThat(all).extracting(Segments.Segment::rows).containsExactly(SegmentBuilder.MOST_ROWS,
                SegmentBuilder.MOST_ROWS, 5, 3);
        assertThat(all).extracting(Segments.Segment::firstRow).containsExactly(0, SegmentBuilder.MOST_ROWS,
                2 * SegmentBuilder.MOST_ROWS, rows);
        assertThat(all).extracting(Segments.Segment::evidence).containsExactly(1, 1, 1, 2);
        assertThat(caseFile.segments().rows()).isEqualTo(rows + 3);
        TextColumn upns = caseFile.dictionary("UPN");
        for (Segments.Segment segment : all.subList(0, 3)) {
            int last = segment.rows() - 1;
            assertThat(segment.texts(EventField.TARGET)[last]).isEqualTo("target " + (segment.firstRow() + last));
            assertThat(upns.get(segment.codes(EventField.UPN)[last]))
                    .isEqualTo("user" + (segment.firstRow() + last) % 20_000);
        }
    }

    @Test
    void aTextLargerThanARowOfATableComesBack() {
        String text = new Random(9).ints(2_500_000, ' ', '\ud7ff')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        write("a.csv",
                List.of(TestRecord.of(
                        AuditEvent.builder(EventKind.OPERATION).key("a").set(EventField.TARGET, text)
                                .set(EventField.OPERATION, text),
                        new RawPlace(1, 0, 0, 0, 1))));
        Segments.Segment segment = caseFile.segments().all().getFirst();
        assertThat(segment.texts(EventField.TARGET)[0]).isEqualTo(text);
        assertThat(caseFile.dictionary("OPERATION")).containsExactly(null, text);
    }

    @Test
    void evidenceWithoutRecordsHasNoSegment() {
        Evidence evidence = write("a.csv", List.of());
        assertThat(caseFile.segments().all()).isEmpty();
        assertThat(List.of(evidence.records(), evidence.stored())).containsExactly(0L, 0L);
        assertThat(new SegmentBuilder(null).take()).isEmpty();
    }

    @Test
    void whatIsWrittenWithoutACommitIsGone() {
        try (EvidenceWriter writer = caseFile.write()) {
            writer.add(TestRecord.keyed("a", null));
            writer.block(0, 3, EvidenceWriter.pack(new byte[3]));
            writer.reject(2, new RawPlace(writer.id(), 0, 0, 3, 2), "for no reason");
        }
        assertThat(caseFile.segments().all()).isEmpty();
        assertThat(caseFile.rejected()).isEmpty();
        assertThat(write("a.csv", List.of(TestRecord.keyed("a", null))).stored())
                .as("it is new, not a duplicate of what was undone").isEqualTo(1);
        assertThat(caseFile.evidence()).extracting(Evidence::id).containsExactly(1);
    }
}
