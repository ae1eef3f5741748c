package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.benchmark.PurviewGenerator;
import org.tokenlane.correlate.EntityQueries;
import org.tokenlane.correlate.EventRuns;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterParser;
import org.tokenlane.store.CaseFile;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneArrangement;
import org.tokenlane.timeline.LaneLayout;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.state.OpenCase;

/** How fast the window is on a large case. It prints figures and asserts on none but counts. */
@Tag("benchmark")
class WindowBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);
    private static final int FRAMES = 200;

    @TempDir
    private Path folder;

    @Test
    void aMillionEventsAreOpenedAndFiltered() throws Exception {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        Path file = folder.resolve("benchmark.tlcase");
        try (CaseFile made = CaseFile.create(file, null, "benchmark")) {
            new ImportService(made, Importers.all()).importAll(List.of(export), ImportOptions.by("benchmark"),
                    Progress.NONE);
            OpenCase.load(made);
        }
        long started = System.nanoTime();
        try (CaseFile opened = CaseFile.open(file, null)) {
            OpenCase open = OpenCase.load(opened);
            double seconds = (System.nanoTime() - started) / 1e9;
            assertThat(open.events().size()).isEqualTo(RECORDS);
            print("opening a case of %,d events to its sessions: %.2f s", RECORDS, seconds);
            Filter filter = FilterParser.parse("upn:user4711@contoso.example ip:203.0.113.0/24");
            BitSet[] found = new BitSet[1];
            print("filter by UPN and network: first %.1f ms, then %.1f ms",
                    millis(1, () -> found[0] = open.evaluator(open.marked()).events(filter)),
                    millis(20, () -> found[0] = open.evaluator(open.marked()).events(filter)));
            assertThat(found[0].cardinality()).isPositive();
            int[] all = IntStream.range(0, RECORDS).toArray();
            EventRuns[] runs = new EventRuns[1];
            print("folding runs of alike events: first %.1f ms, then %.1f ms",
                    millis(1, () -> runs[0] = EventRuns.of(all, open.correlation())),
                    millis(10, () -> runs[0] = EventRuns.of(all, open.correlation())));
            assertThat(runs[0].size()).isBetween(1, RECORDS);
            EntityQueries cards = new EntityQueries(open.correlation());
            print("a card of a user: first %.1f ms, then %.1f ms",
                    millis(1, () -> cards.of(FilterField.UPN, "user4711@contoso.example", 4)),
                    millis(10, () -> cards.of(FilterField.UPN, "user4711@contoso.example", 4)));
        }
    }

    @Test
    void aSessionOfTwoHundredThousandEventsIsZoomedAndPanned() throws Exception {
        zoomAndPan(200_000);
    }

    @Test
    void theTimelineOfAMillionEventsIsZoomedAndPanned() throws Exception {
        zoomAndPan(1_000_000);
    }

    private static void zoomAndPan(int size) throws Exception {
        FxToolkit.registerPrimaryStage();
        Timeline timeline = timeline(size);
        Canvas canvas = new Canvas(1_600, 900);
        Palette palette = Palette.of(true);
        TimeScale[] scale = { TimeScale.fit(timeline.first(), timeline.last(), 1_420) };
        int[] frame = { 0 };
        Runnable draw = () -> {
            frame[0]++;
            scale[0] = frame[0] % 40 == 0 ? TimeScale.fit(timeline.first(), timeline.last(), 1_420)
                    : frame[0] % 2 == 0 ? scale[0].zoomedAt(700, 0.9) : scale[0].movedBy(9);
            TimelineScene scene = TimelineScene.of(timeline, scale[0], LaneLayout.LEAST, null);
            LaneLayout layout = LaneArrangement.NONE.layout(timeline, 864);
            new TimelinePainter(canvas.getGraphicsContext2D(), palette, 1_600, 900).paint(new Frame(timeline, scene,
                    layout, 0, -1, 0, java.time.ZoneOffset.UTC,
                    org.tokenlane.timeline.WorkingHours.USUAL, null, List.of(), null, Frame.Heads.NONE));
        };
        WaitForAsyncUtils.asyncFx(() -> {
            new Scene(new Pane(canvas));
            double[] laidOut = new double[FRAMES];
            double[] drawn = new double[FRAMES];
            for (int i = -40; i < FRAMES; i++) {
                long begun = System.nanoTime();
                draw.run();
                double paint = (System.nanoTime() - begun) / 1e6;
                canvas.snapshot(null, null);
                if (i >= 0) {
                    laidOut[i] = paint;
                    drawn[i] = (System.nanoTime() - begun) / 1e6;
                }
            }
            print("a frame of %,d events at 1600x900: scene and painting %s; with the software renderer's "
                    + "pixels and a copy of them %s",
                    size, described(laidOut),
                    described(drawn));
        }).get(120, TimeUnit.SECONDS);
    }

    private static String described(double[] times) {
        Arrays.sort(times);
        return String.format(Locale.ROOT, "median %.1f ms, 95 %% within %.1f ms", times[times.length / 2],
                times[times.length * 95 / 100]);
    }

    private static Timeline timeline(int size) {
        Random random = new Random(1);
        long start = 1_789_473_600_000_000_000L;
        long[] all = random.longs(size, start, start + 86_400_000_000_000L).sorted().toArray();
        int lanes = 20;
        List<Lane> made = IntStream.range(0, lanes).mapToObj(lane -> {
            int[] events = IntStream.range(0, size).filter(event -> event % lanes == lane).toArray();
            byte[] origins = new byte[events.length];
            byte[] marks = new byte[events.length];
            for (int i = 0; i < events.length; i++) {
                origins[i] = (byte) (i * 7 % 3);
                marks[i] = (byte) Lane.Mark.OPERATION.ordinal();
            }
            return new Lane("lane " + lane, "", events, Arrays.stream(events).mapToLong(event -> all[event]).toArray(),
                    origins, marks, List.of());
        }).toList();
        return new Timeline(made,
                java.util.stream.Stream.of("a", "b", "c")
                        .map(name -> new Timeline.Person(name, List.of(), false, 0, OriginStyle.unclear(0)))
                        .toList(),
                IntStream.range(0, size).toArray(), all[0], all[size - 1], 0);
    }

    private static double millis(int times, Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        return best;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
