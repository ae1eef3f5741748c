package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/**
 * States what an exposure leaves open, in sentences that can go into a notice: each with its numbers, and what it
 * means.
 * Times are UTC.
 */
final class ExposureLimits {

    private static final long DAY = 86_400_000_000_000L;
    private static final int MOST_NAMED = 10;

    private final Correlation correlation;
    private final CaseEvents events;
    private final List<Evidence> files;
    private final BitSet chosen;
    private final Exposure exposure;
    private final int refused;
    private final List<String> limits = new ArrayList<>();

    ExposureLimits(Correlation correlation, List<Evidence> files, BitSet chosen, Exposure exposure, int refused) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.files = files;
        this.chosen = chosen;
        this.exposure = exposure;
        this.refused = refused;
    }

    /** The exposure with its limits. */
    Exposure stated() {
        extract();
        throttled();
        synchronised();
        unnamed();
        withoutMailItemsAccessed();
        missingLogs();
        withoutIds();
        inferred();
        graphMail();
        days();
        cutAndDamaged();
        undated();
        if (refused > 0) {
            limits.add(ExposureText.REFUSED.text(refused));
        }
        return exposure.with(limits);
    }

    private void extract() {
        if (files.stream().anyMatch(file -> file.origin() != null)) {
            limits.add(ExposureText.EXTRACT.text());
        }
    }

    private void throttled() {
        TreeMap<String, List<Integer>> byMailbox = new TreeMap<>();
        chosen.stream().filter(events::isThrottled)
                .forEach(event -> byMailbox.computeIfAbsent(mailbox(event), unknown -> new ArrayList<>()).add(event));
        byMailbox.forEach((mailbox, all) -> limits.add(ExposureText.THROTTLED.text(mailbox, all.size(),
                span(events.time(all.getFirst()), events.time(all.getLast())))));
    }

    private void synchronised() {
        int records = exposure.folders().stream().mapToInt(folder -> folder.use().times()).sum();
        if (records > 0) {
            limits.add(ExposureText.SYNCED.text(exposure.folders().size(), records));
        }
    }

    private void unnamed() {
        for (Exposure.Unnamed mailbox : exposure.unnamed()) {
            String name = mailbox.mailbox() == null ? ExposureText.NOT_NAMED.text() : mailbox.mailbox();
            if (mailbox.items() > 0) {
                limits.add(ExposureText.UNNAMED.text(mailbox.items(), name));
            }
            if (mailbox.uncounted() > 0) {
                limits.add(ExposureText.UNCOUNTED.text(mailbox.uncounted(), name));
            }
        }
    }

    /** Other mailbox operations of a user are logged, but in the whole case no reading. */
    private void withoutMailItemsAccessed() {
        TreeSet<String> worked = new TreeSet<>();
        exposure.sent().forEach(mail -> worked.add(String.valueOf(mail.mailbox())));
        exposure.mailChanges().forEach(mail -> worked.add(String.valueOf(mail.mailbox())));
        exposure.inboxRules().stream().filter(rule -> rule.mailbox() != null && rule.mailbox().indexOf('@') > 0)
                .forEach(rule -> worked.add(rule.mailbox()));
        if (worked.isEmpty()) {
            return;
        }
        BitSet read = codes(EventField.OPERATION, "MailItemsAccessed");
        IntColumn operations = events.codes(EventField.OPERATION);
        for (int event = 0; event < operations.size(); event++) {
            if (read.get(operations.get(event))) {
                worked.remove(mailbox(event));
            }
        }
        if (!worked.isEmpty()) {
            limits.add(ExposureText.NO_MAIL_ITEMS_ACCESSED.text(named(worked)));
        }
    }

    private void missingLogs() {
        BitSet present = new BitSet();
        IntStream.range(0, events.size()).forEach(event -> present.set(events.source(event).ordinal()));
        if (!present.get(LogSource.UNIFIED_AUDIT_LOG.ordinal())) {
            limits.add(ExposureText.NO_AUDIT_LOG.text());
        }
        if (!present.get(LogSource.GRAPH_ACTIVITY.ordinal())) {
            limits.add(ExposureText.NO_GRAPH_ACTIVITY.text());
        }
        if (!present.get(LogSource.DIRECTORY_AUDITS.ordinal())) {
            limits.add(ExposureText.NO_DIRECTORY_AUDITS.text());
        }
    }

    /** Reading by the same users in the same time whose records name neither session nor token. */
    private void withoutIds() {
        if (exposure.first() == AuditEvent.NO_TIME || exposure.last() == AuditEvent.NO_TIME) {
            return;
        }
        BitSet users = new BitSet();
        IntColumn upns = events.codes(EventField.UPN);
        chosen.stream().forEach(event -> users.set(upns.get(event)));
        users.clear(0);
        int count = 0;
        int items = 0;
        for (int event = 0; event < events.size(); event++) {
            if (users.get(upns.get(event)) && !chosen.get(event) && correlation.session(event) == 0
                    && events.time(event) >= exposure.first()
                    && events.time(event) <= exposure.last() && isOfMailbox(event)) {
                count++;
                items += Math.max(0, events.itemCount(event));
            }
        }
        if (count > 0) {
            limits.add(ExposureText.WITHOUT_IDS.text(count, items));
        }
    }

    private boolean isOfMailbox(int event) {
        OperationKind kind = OperationKind.of(events, event);
        return kind == OperationKind.MAIL_READ || kind == OperationKind.MAIL_CHANGED || kind == OperationKind.MAIL_SENT;
    }

    private void inferred() {
        if (!exposure.inferred().isEmpty()) {
            TreeSet<String> names = new TreeSet<>();
            exposure.inferred().forEach(change -> names.add(change.activity()));
            limits.add(ExposureText.INFERRED.text(exposure.inferred().size(), named(names)));
        }
    }

    private void graphMail() {
        int calls = exposure.graph().stream()
                .filter(use -> use.operation() != null && use.operation().toLowerCase(Locale.ROOT).contains("message"))
                .mapToInt(Exposure.GraphUse::succeeded).sum();
        int sent = exposure.graph().stream().filter(
                use -> use.operation() != null && use.operation().toLowerCase(Locale.ROOT).endsWith("/sendmail"))
                .mapToInt(Exposure.GraphUse::succeeded).sum();
        if (calls > 0) {
            limits.add(ExposureText.GRAPH_MESSAGES.text(calls));
        }
        if (sent > 0) {
            limits.add(ExposureText.GRAPH_SENT.text(sent));
        }
    }

    /**
     * Days within the selected period, sign-ins included, on which a log has no events of any user, as if it had not
     * been exported.
     */
    private void days() {
        long[] times = chosen.stream().mapToLong(events::time).filter(time -> time != AuditEvent.NO_TIME).toArray();
        if (times.length == 0) {
            return;
        }
        // events are numbered in the order of their time
        long from = Math.floorDiv(times[0], DAY);
        int days = (int) (Math.floorDiv(times[times.length - 1], DAY) - from) + 1;
        for (LogSource source : List.of(LogSource.UNIFIED_AUDIT_LOG, LogSource.GRAPH_ACTIVITY)) {
            BitSet with = new BitSet();
            for (int event = 0; event < events.size(); event++) {
                if (events.source(event) == source && events.time(event) >= from * DAY
                        && events.time(event) < (from + days) * DAY) {
                    with.set((int) (Math.floorDiv(events.time(event), DAY) - from));
                }
            }
            if (with.cardinality() < days && hasAny(source)) {
                limits.add(ExposureText.DAYS.text(source.title(), days - with.cardinality(), days,
                        UtcText.of(from * DAY, 0).substring(0, 10),
                        UtcText.of((from + days - 1) * DAY, 0).substring(0, 10)));
            }
        }
    }

    private boolean hasAny(LogSource source) {
        return IntStream.range(0, events.size()).anyMatch(event -> events.source(event) == source);
    }

    private void cutAndDamaged() {
        new Coverage(correlation).cutFiles(files).forEach(gap -> limits.add(gap.what()));
        long rejected = files.stream().mapToLong(Evidence::rejected).sum();
        if (rejected > 0) {
            limits.add(ExposureText.REJECTED.text(rejected));
        }
    }

    private void undated() {
        long undated = chosen.stream()
                .filter(event -> events.kind(event).isOperation() && events.time(event) == AuditEvent.NO_TIME).count();
        if (undated > 0) {
            limits.add(ExposureText.UNDATED.text(undated));
        }
    }

    private String mailbox(int event) {
        String owner = events.text(EventField.MAILBOX, event);
        return String.valueOf(owner == null ? events.text(EventField.UPN, event) : owner);
    }

    /** The codes of all spellings of a value. */
    private BitSet codes(EventField field, String value) {
        TextColumn values = events.dictionary(field);
        BitSet codes = new BitSet();
        for (int code = 1; code < values.size(); code++) {
            codes.set(code, values.get(code).equalsIgnoreCase(value));
        }
        return codes;
    }

    private static String named(TreeSet<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        return names.size() > MOST_NAMED ? ExposureText.AND_MORE.text(first, names.size() - MOST_NAMED) : first;
    }

    private static String span(long first, long last) {
        return first == AuditEvent.NO_TIME ? ExposureText.NO_TIME.text()
                : first == last || last == AuditEvent.NO_TIME ? Words.time(first)
                        : ExposureText.FROM_TO.text(Words.time(first), Words.time(last));
    }
}
