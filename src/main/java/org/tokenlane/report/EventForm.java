package org.tokenlane.report;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RawRecords;

/** The forms in which selected events are written for other programs. */
public enum EventForm implements TextKey {

    CSV("csv", ".csv"),
    JSONL("jsonl", ".jsonl"),
    JSONL_RAW("jsonl-raw", ".raw.jsonl"),
    TIMESKETCH("timesketch", ".timesketch.jsonl"),
    TIMESKETCH_CSV("timesketch-csv", ".timesketch.csv"),
    STIX("stix", ".stix.json");

    private final String word;
    private final String ending;

    EventForm(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** Its name in commands. */
    public String word() {
        return word;
    }

    /** What the names of its files end in. */
    public String ending() {
        return ending;
    }

    /** The form that a file's name asks for, the longest ending first, or null. */
    public static @Nullable EventForm ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(form -> lower.endsWith(form.ending))
                .max(Comparator.comparingInt(form -> form.ending.length())).orElse(null);
    }

    /**
     * Writes events in the order in which they come.
     *
     * @param activity
     *            gives what is hostile in the case; asked only by forms that contain nothing else
     */
    public void write(PrintWriter out, CaseFile caseFile, Correlation correlation, IntStream events,
            Supplier<HostileActivity> activity) {
        switch (this) {
        case CSV -> EventExport.csv(out, correlation, events);
        case JSONL -> EventExport.jsonLines(out, correlation, events);
        case JSONL_RAW -> withRaw(out, caseFile, correlation, events);
        case TIMESKETCH -> TimesketchExport.jsonLines(out, correlation,
                MarkedEvents.of(caseFile, correlation), events);
        case TIMESKETCH_CSV -> TimesketchExport.csv(out, correlation, MarkedEvents.of(caseFile, correlation),
                events);
        case STIX -> {
            BitSet chosen = new BitSet();
            events.forEach(chosen::set);
            StixExport.write(out, CaseStamp.of(caseFile), activity.get().in(chosen, correlation.events()));
        }
        }
    }

    private static void withRaw(PrintWriter out, CaseFile caseFile, Correlation correlation, IntStream events) {
        EventText text = new EventText(correlation);
        RawRecords raw = caseFile.rawRecords();
        events.forEach(event -> {
            Map<String, Object> line = new LinkedHashMap<>(text.all(event));
            List<RawPlace> places = correlation.events().places(event);
            line.put("raw", places.stream().map(raw::text).toList());
            JsonText.line(out, line);
        });
    }
}
