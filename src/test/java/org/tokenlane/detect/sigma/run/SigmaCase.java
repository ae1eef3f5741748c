package org.tokenlane.detect.sigma.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/** A case of unified audit records, each named by its operation, and Sigma rules run on it. */
final class SigmaCase implements AutoCloseable {

    private final TestCase test;
    private final StringBuilder records = new StringBuilder();
    private int number;
    private CaseEvents events;

    SigmaCase(Path folder) {
        test = new TestCase(folder);
    }

    /** Adds a record a minute after the one before; {@code more} is JSON members, or empty. */
    SigmaCase with(String operation, String more) {
        return with(number, operation, more);
    }

    /** Adds a record at this minute. */
    SigmaCase with(int minute, String operation, String more) {
        records.append(String.format(
                "{\"CreationTime\":\"2026-09-10T08:%02d:00\",\"Id\":\"00000000-0000-0000-0000-%012d\","
                        + "\"Operation\":\"%s\",\"RecordType\":1,\"Workload\":\"Exchange\","
                        + "\"UserId\":\"adele@contoso.example\",\"UserKey\":\"k\",\"UserType\":0,\"Version\":1%s}%n",
                minute, ++number, operation, more.isEmpty() ? "" : "," + more));
        return this;
    }

    SigmaCase load() {
        test.load(test.write("audit.jsonl", records.toString()));
        events = test.events();
        return this;
    }

    List<SigmaOutcome> outcomes(String yaml) {
        return outcomes(yaml, Map.of());
    }

    List<SigmaOutcome> outcomes(String yaml, Map<String, List<String>> placeholders) {
        return SigmaRules.of(Map.of("rule.yml", yaml), placeholders).filtered(filter -> true).run(events,
                new EventDetails(events, test.caseFile().rawRecords(), new RecordDetails()), Progress.NONE);
    }

    /** The keys of a sentence and of those inside it. */
    static List<String> keys(Text text) {
        return Stream.concat(Stream.of(((Enum<?>) text.key()).name()), text.arguments().stream()
                .filter(Text.class::isInstance).flatMap(inner -> keys((Text) inner).stream())).toList();
    }

    SigmaOutcome outcome(String yaml) {
        return outcomes(yaml).getFirst();
    }

    /** The operations of the events that a rule on the unified audit log finds with this detection. */
    TreeSet<String> found(String detection) {
        SigmaOutcome outcome = outcome(
                "title: t\nlogsource:\n  product: m365\n  service: audit\ndetection:\n" + detection.indent(2));
        if (!outcome.isEvaluated() && outcome.rule().problem() != null) {
            throw new AssertionError(outcome.notEvaluated());
        }
        return operations(outcome);
    }

    /** The operations of the events that a rule found. */
    TreeSet<String> operations(SigmaOutcome outcome) {
        TreeSet<String> found = new TreeSet<>();
        IntStream.of(outcome.events()).forEach(event -> found.add(events.text(EventField.OPERATION, event)));
        return found;
    }

    @Override
    public void close() {
        test.close();
    }
}
