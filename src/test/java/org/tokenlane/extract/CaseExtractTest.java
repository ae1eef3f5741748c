package org.tokenlane.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;

/** What an extract keeps of files in forms that are easily lost. */
class CaseExtractTest {

    private static final String HEADER = "\"CreationDate\";\"UserIds\";\"Operations\";\"AuditData\"";

    @TempDir
    private Path folder;

    private TestCase whole;

    @BeforeEach
    void open() {
        whole = new TestCase(folder);
    }

    @AfterEach
    void close() {
        whole.close();
    }

    private static String row(int number, String subject) {
        return "\"03/0" + number
                + "/2026 10:00:00\";\"jürgen@corp.example\";\"Send\";"
                + "\"{\"\"Id\"\":\"\"00000000-0000-4000-8000-00000000000"
                + number
                + "\"\",\"\"Operation\"\":\"\"Send\"\",\"\"Workload\"\":\"\"Exchange\"\",\"\"RecordType\"\":2,"
                + "\"\"UserId\"\":\"\"jürgen@corp.example\"\",\"\"CreationTime\"\":\"\"03/0"
                + number + "/2026 10:00:00\"\",\"\"Item\"\":{\"\"Subject\"\":\"\"" + subject + "\"\"}}\"";
    }

    private Path extract(BitSet chosen, Progress progress) {
        Path file = folder.resolve("extract.tlcase");
        CaseExtract.write(whole.caseFile(), Correlation.of(whole.events()), chosen,
                new CaseExtract.Wish(file, null, "test", "a choice", null, null, true), progress);
        return file;
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    private static List<String> told(CaseFile caseFile, BitSet chosen) {
        CaseEvents events = CaseEvents.load(caseFile);
        List<String> told = new ArrayList<>();
        chosen.stream().forEach(event -> {
            StringBuilder text = new StringBuilder(
                    events.id(event) + " " + events.time(event) + " " + events.timeQuality(event));
            for (EventField field : EventField.values()) {
                text.append('|').append(events.text(field, event));
            }
            events.places(event)
                    .forEach(place -> text.append('|').append(place.line()).append(caseFile.rawRecords().text(place)));
            told.add(text.toString());
        });
        return told;
    }

    @Test
    void anExtractThatIsNotCompleteHasNotItsName() throws Exception {
        whole.loadOne(whole.write("rows.csv",
                (HEADER + "\n" + row(2, "a") + "\n" + row(3, "b") + "\n").getBytes(StandardCharsets.UTF_8)));
        List<Boolean> seen = new ArrayList<>();
        Path file = extract(bits(0, 1), new Progress(new Cancellation(),
                step -> seen.add(Files.exists(folder.resolve("extract.tlcase"))), Duration.ZERO));
        assertThat(seen).isNotEmpty().containsOnly(false);
        try (CaseFile caseFile = CaseFile.open(file, null); Stream<Path> files = Files.list(folder)) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(files).as("only the notes of who has them open begin with a dot").noneMatch(
                    path -> path.getFileName().toString().matches("\\..*(?<!\\.open)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
    void recordsBelowAnotherHeaderAreTakenWithIt(String name) throws Exception {
        Charset charset = Charset.forName(name);
        String start = name.startsWith("UTF-16") ? "\ufeff" : "";
        String signIns = "Type,CreatedDateTime [UTC],Id,UserPrincipalName,SessionId\n"
                + "SigninLogs,2026-03-01T08:00:00Z,8c9d0e1f-0000-4000-8000-000000000901,jürgen@corp.example,"
                + "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e70\n";
        whole.loadOne(whole.write("joined.csv",
                (start + HEADER + "\n" + row(2, "a") + "\n" + signIns + HEADER + "\n" + row(3, "b") + "\n")
                        .getBytes(charset)));
        assertThat(whole.events().size()).isEqualTo(3);
        List<String> before = told(whole.caseFile(), bits(0, 1, 2));
        try (CaseFile extract = CaseFile.open(extract(bits(0, 1, 2), Progress.NONE), null)) {
            assertThat(told(extract, bits(0, 1, 2))).isEqualTo(before);
            assertThat(extract.verify()).isEmpty();
            assertThat(extract.rejected()).isEmpty();
        }
    }

    /** The form of a file is recognized by its beginning, and closing it must not make the rest. */
    @Test
    void whoReadsTheBeginningOfAFileMakesNoRecordsBeyondIt() throws Exception {
        Evidence evidence = whole.loadOne(
                whole.write("search.csv",
                        HEADER + "\n" + row(1, "a") + "\n" + row(2, "b") + "\n" + row(3, "c") + "\n"));
        CaseEvents events = whole.events();
        List<TakenFile.Taken> taken = IntStream.range(0, 3)
                .mapToObj(event -> new TakenFile.Taken(events.records(event).getFirst().place(), event)).toList();
        AtomicInteger made = new AtomicInteger();
        TakenFile file = new TakenFile(whole.caseFile().rawRecords(), evidence, taken, (form, record) -> {
            made.incrementAndGet();
            return record;
        });
        try (InputStream content = file.file("search.csv").content().open()) {
            assertThat(content.readNBytes(HEADER.length() + 3)).asString(StandardCharsets.UTF_8)
                    .isEqualTo(HEADER + "\n\"0");
        }
        assertThat(made).hasValue(1);
        try (InputStream content = file.file("search.csv").content().open()) {
            assertThat(content.read()).isEqualTo('"');
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8)
                    .isEqualTo(HEADER.substring(1) + "\n" + row(1, "a") + "\n" + row(2, "b") + "\n" + row(3, "c"));
            assertThat(content.read()).isEqualTo(-1);
        }
        assertThat(made).hasValue(4);
    }

    @Test
    void howTheMailboxesOfTheEventsAreSetIsTakenToo() throws Exception {
        whole.loadOne(whole.write("search.csv", HEADER + "\n" + row(1, "a") + "\n"));
        whole.loadOne(whole.write("20260312091500-MailboxRules.csv",
                "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                        + "jürgen@corp.example,x,True,,,,drop@mail.invalid,words\n"
                        + "someone@corp.example,y,True,,,,drop@mail.invalid,words\n"));
        try (CaseFile extract = CaseFile.open(extract(bits(0), Progress.NONE), null)) {
            assertThat(extract.state()).singleElement().satisfies(state -> {
                assertThat(state.fact().mailbox()).isEqualTo("jürgen@corp.example");
                assertThat(state.exported()).isEqualTo(whole.caseFile().state().getFirst().exported());
                assertThat(state.place().line()).isEqualTo(2);
            });
            assertThat(extract.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" })
    void everyEncodingAndLineBreakIsTakenAsItStands(String name) throws Exception {
        Charset charset = Charset.forName(name);
        String start = name.startsWith("UTF-16") ? "\ufeff" : "";
        Path file = whole.write("search.csv",
                (start + HEADER + "\r\n" + row(1, "Grüße") + "\r\n" + row(2, "zwei\r\nZeilen") + "\r\n" + row(3, "drei")
                        + "\r\n").getBytes(charset));
        whole.loadOne(file);
        List<String> before = told(whole.caseFile(), bits(1, 2));
        try (CaseFile extract = CaseFile.open(extract(bits(1, 2), Progress.NONE), null)) {
            assertThat(told(extract, bits(0, 1))).isEqualTo(before);
            assertThat(extract.verify()).isEmpty();
            Evidence taken = extract.evidence().getFirst();
            Evidence origin = whole.caseFile().evidence().getFirst();
            assertThat(taken.origin().sha256()).isEqualTo(origin.sha256()).isNotEqualTo(taken.sha256());
            assertThat(taken.origin().records()).isEqualTo(3);
            assertThat(taken.path()).isEqualTo(origin.path());
            assertThat(taken.origin().importedAt())
                    .isEqualTo(origin.importedAt().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        }
    }

    @Test
    void datesAreReadAsTheWholeFileProvedThem() {
        Path file = whole.write("search.csv",
                HEADER + "\n" + row(1, "a") + "\n" + row(2, "b").replace("03/02/2026", "13/02/2026") + "\n");
        whole.loadOne(file);
        assertThat(whole.caseFile().evidence().getFirst().dates())
                .isEqualTo(new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.PROVED));
        BitSet second = new BitSet();
        CaseEvents events = whole.events();
        for (int event = 0; event < events.size(); event++) {
            second.set(event, events.places(event).getFirst().line() == 2);
        }
        List<String> before = told(whole.caseFile(), second);
        try (CaseFile extract = CaseFile.open(extract(second, Progress.NONE), null)) {
            assertThat(told(extract, bits(0))).isEqualTo(before);
        }
    }

    @Test
    void anOrderOfDatesThatTheAnalystSetIsKept() {
        whole.load(DateOrder.DAY_FIRST,
                whole.write("search.csv", HEADER + "\n" + row(1, "a") + "\n" + row(2, "b") + "\n"));
        List<String> before = told(whole.caseFile(), bits(1));
        try (CaseFile extract = CaseFile.open(extract(bits(1), Progress.NONE), null)) {
            assertThat(told(extract, bits(0))).isEqualTo(before);
            assertThat(extract.evidence().getFirst().dates())
                    .isEqualTo(new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.SET));
        }
    }

    @Test
    void listsAndLinesOfJsonAreTakenRecordByRecord() {
        String one = "{\"Id\":\"00000000-0000-4000-8000-00000000000%d\",\"Operation\":\"Send\","
                + "\"Workload\":\"Exchange\",\"RecordType\":2,\"CreationTime\":\"2026-03-0%d"
                + "T10:00:00\",\"UserId\":\"a@b.example\"}";
        whole.loadOne(whole.write("list.json",
                "[" + one.formatted(1, 1) + ",\n" + one.formatted(2, 2) + ", " + one.formatted(3, 3) + "]"));
        List<String> before = told(whole.caseFile(), bits(0, 2));
        try (CaseFile extract = CaseFile.open(extract(bits(0, 2), Progress.NONE), null)) {
            assertThat(told(extract, bits(0, 1))).isEqualTo(before);
            assertThat(extract.verify()).isEmpty();
        }
    }

    @Test
    void anExtractThatIsStoppedLeavesNothing() {
        whole.loadOne(whole.write("search.csv", (HEADER + "\n" + row(1, "a") + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> extract(bits(0), cancelled())).isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("extract.tlcase")).doesNotExist();
        assertThatThrownBy(() -> extract(new BitSet(), Progress.NONE)).isInstanceOf(CaseFileException.class)
                .hasMessage(ExtractText.NOTHING_SELECTED.text());
    }

    @Test
    void withoutItsKeyThereIsNoExtract() {
        whole.loadOne(whole.write("search.csv", (HEADER + "\n" + row(1, "a") + "\n").getBytes(StandardCharsets.UTF_8)));
        Path file = folder.resolve("extract.tlcase");
        Pseudonymiser pseudonymiser = new Pseudonymiser(EnumSet.allOf(PseudonymKind.class), new PseudonymKey(),
                ip -> false);
        CaseExtract.Wish wish = new CaseExtract.Wish(file, null, "test", "a choice", pseudonymiser,
                folder.resolve("no folder").resolve("key.json"), true);
        assertThatThrownBy(
                () -> CaseExtract.write(whole.caseFile(), Correlation.of(whole.events()), bits(0), wish, Progress.NONE))
                .isInstanceOf(CaseFileException.class)
                .hasMessage(ExtractText.KEY_NOT_WRITTEN.text(wish.keyFile()));
        assertThat(file).doesNotExist();
    }

    private static Progress cancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        return new Progress(cancellation);
    }
}
