package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.benchmark.Measured.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.FilterParser;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.state.OpenCase;

/**
 * A month of a large tenant in several files: import, opening, a filter and one session. Each file is generated when it
 * is imported and deleted then. It prints figures and asserts on none but counts.
 */
@Tag("benchmark")
class ManyFilesBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);
    private static final int FILES = Integer.getInteger("benchmark.files", 10);
    private static final int TIMES = 200;

    @TempDir
    private Path folder;

    private Measured first = Measured.NOTHING;
    private Measured all = Measured.NOTHING;
    private long bytes;

    @Test
    void aMonthInTenFiles() throws Exception {
        Path file = folder.resolve("many.tlcase");
        load(file);
        System.out.printf("%d files of %,d records, %,.0f MB%n", FILES, RECORDS, bytes / 1e6);
        first.print("the first file alone, import and linking");
        all.print("all files, import and linking");
        all.printTimes("all files, times the first", first,
                String.format(Locale.ROOT, "%.1f", 1.05 * FILES));
        row("peak memory of the process, mapped files included", "%,.0f MB", Measured.peakMemory() / 1e6, "");
        row("case file, share of the exports", "%.1f %%", 100.0 * Files.size(file) / bytes, "20 %");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            OpenCase[] opened = new OpenCase[1];
            Measured opening = Measured.of(() -> opened[0] = OpenCase.load(caseFile));
            row("opening", "%.2f s", opening.seconds(), "4.00 s");
            row("opening, CPU time", "%.2f s", opening.cpu(), "");
            look(opened[0]);
        }
        row("peak memory of the process, mapped files included", "%,.0f MB", Measured.peakMemory() / 1e6, "");
    }

    /** Each file into the case, and the first one into another one as well. */
    private void load(Path file) throws Exception {
        PurviewGenerator generator = new PurviewGenerator(RECORDS * FILES);
        try (CaseFile caseFile = CaseFile.create(file, null, "benchmark")) {
            for (int i = 0; i < FILES; i++) {
                Path export = folder.resolve("export-" + i + ".csv");
                generator.writeNext(export, RECORDS);
                bytes += Files.size(export);
                if (i == 0) {
                    try (CaseFile one = CaseFile.create(folder.resolve("one.tlcase"), null, "benchmark")) {
                        first = Measured.of(() -> {
                            load(one, export);
                            Correlation.upToDate(one);
                        });
                    }
                }
                all = all.plus(Measured.of(() -> load(caseFile, export)));
                Files.delete(export);
            }
            all = all.plus(Measured.of(() -> Correlation.upToDate(caseFile)));
        }
    }

    private static void load(CaseFile caseFile, Path export) {
        assertThat(new ImportService(caseFile, Importers.all()).importAll(List.of(export),
                ImportOptions.by("benchmark"), Progress.NONE).stored()).isEqualTo(RECORDS);
    }

    private static void look(OpenCase open) throws IOException {
        assertThat(open.events().size()).isEqualTo(RECORDS * FILES);
        Filter filter = FilterParser.parse("upn:user4711@contoso.example ip:203.0.113.0/24");
        BitSet[] found = new BitSet[1];
        times("filter by UPN and network", "60 ms", () -> found[0] = open.evaluator(open.marked()).events(filter));
        assertThat(found[0].cardinality()).isPositive();
        int event = found[0].stream().filter(one -> open.correlation().session(one) != 0).findFirst().orElseThrow();
        String session = open.events().dictionary(EventField.SESSION_ID).get(open.correlation().session(event));
        String token = open.events().dictionary(EventField.UTI).get(open.correlation().token(event));
        times("session and tokens of one session", "20 ms", () -> {
            int code = open.correlation().sessionCode(session);
            open.queries().facts(code);
            open.queries().tokensOf(code).forEach(open.queries()::token);
        });
        times("the events of a token by its id", "10 ms",
                () -> open.correlation().eventsOfToken(open.correlation().tokenCode(token)));
        Filter address = FilterParser.parse("ip:203.0.113.9");
        times("the events of an address", "10 ms", () -> open.evaluator(open.marked()).events(address));
    }

    /** The first time, which may read columns, and of those after it the 99th of a hundred. */
    private static void times(String what, String goal, Runnable work) {
        double[] millis = new double[TIMES + 1];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        row(what + ", the first time", "%.1f ms", millis[0], "");
        double[] later = Arrays.copyOfRange(millis, 1, millis.length);
        Arrays.sort(later);
        row(what + ", median", "%.2f ms", later[TIMES / 2], "");
        row(what + ", 99 %", "%.2f ms", later[TIMES * 99 / 100], goal);
    }
}
