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
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/**
 * Says what an exposure leaves open, in sentences that can go into a notice: each with its numbers, and what it means.
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
        taken();
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
            limits.add(count(refused, "operation") + " failed or " + (refused == 1 ? "was" : "were") + " refused and "
                    + are(refused) + " not counted.");
        }
        return new Exposure(exposure.operations(), exposure.first(), exposure.last(), exposure.mailItems(),
                exposure.folders(), exposure.unnamed(), exposure.sent(),
                exposure.mailChanges(), exposure.files(), exposure.sharings(), exposure.searches(),
                exposure.inboxRules(), exposure.changes(), exposure.inferred(),
                exposure.teams(), exposure.graph(), exposure.others(), exposure.throttled(), List.copyOf(limits));
    }

    private void taken() {
        if (files.stream().anyMatch(file -> file.origin() != null)) {
            limits.add(
                    "This case is an extract that holds chosen records of the evidence only; the whole case may hold more.");
        }
    }

    private void throttled() {
        TreeMap<String, List<Integer>> byMailbox = new TreeMap<>();
        chosen.stream().filter(events::isThrottled)
                .forEach(event -> byMailbox.computeIfAbsent(mailbox(event), unknown -> new ArrayList<>()).add(event));
        byMailbox.forEach((mailbox, all) -> limits.add("Logging of reads was throttled for the mailbox " + mailbox
                + ": " + count(all.size(), "record") + ", "
                + span(events.time(all.getFirst()), events.time(all.getLast()))
                + ". After more than 1,000 reads within a day Exchange stops logging them for 24 hours, so at least what is listed was read, and perhaps more."));
    }

    private void synchronised() {
        int records = exposure.folders().stream().mapToInt(folder -> folder.use().times()).sum();
        if (records > 0) {
            limits.add(count(exposure.folders().size(), "folder") + " "
                    + (exposure.folders().size() == 1 ? "was" : "were") + " synchronised as a whole ("
                    + count(records, "record")
                    + "). Which messages came along is not logged: treat every message that was in the folder then as read.");
        }
    }

    private void unnamed() {
        for (Exposure.Unnamed mailbox : exposure.unnamed()) {
            if (mailbox.items() > 0) {
                limits.add(count(mailbox.items(), "mail item") + " of the mailbox " + mailbox.mailbox() + " "
                        + are(mailbox.items())
                        + " counted by the records but not named (aggregated or cut records, or items without an internet message id).");
            }
            if (mailbox.uncounted() > 0) {
                limits.add(count(mailbox.uncounted(), "record") + " of reading in the mailbox " + mailbox.mailbox()
                        + " " + (mailbox.uncounted() == 1 ? "does" : "do")
                        + " not tell which or how many items.");
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
        int read = code(EventField.OPERATION, "MailItemsAccessed");
        int[] operations = events.codes(EventField.OPERATION);
        for (int event = 0; read != 0 && event < operations.length; event++) {
            if (operations[event] == read) {
                worked.remove(mailbox(event));
            }
        }
        if (!worked.isEmpty()) {
            limits.add("No MailItemsAccessed record of " + named(worked)
                    + " in this case, though other mailbox operations are logged: it was not licensed, not switched on or not"
                    + " exported. What was read there is not known.");
        }
    }

    private void missingLogs() {
        BitSet present = new BitSet();
        IntStream.range(0, events.size()).forEach(event -> present.set(events.source(event).ordinal()));
        if (!present.get(LogSource.UNIFIED_AUDIT_LOG.ordinal())) {
            limits.add("No unified audit log in this case: mail, files, Teams and rules are not covered.");
        }
        if (!present.get(LogSource.GRAPH_ACTIVITY.ordinal())) {
            limits.add(
                    "No Graph activity in this case: what was read through Microsoft Graph is covered only where a service logged it too.");
        }
        if (!present.get(LogSource.DIRECTORY_AUDITS.ordinal())) {
            limits.add(
                    "No directory audits in this case: consents, sign-in methods, devices and roles are covered only where the unified audit log has them.");
        }
    }

    /** Reading by the same users in the same time whose records name neither session nor token. */
    private void withoutIds() {
        if (exposure.first() == AuditEvent.NO_TIME || exposure.last() == AuditEvent.NO_TIME) {
            return;
        }
        BitSet users = new BitSet();
        int[] upns = events.codes(EventField.UPN);
        chosen.stream().forEach(event -> users.set(upns[event]));
        users.clear(0);
        int count = 0;
        int items = 0;
        for (int event = 0; event < events.size(); event++) {
            if (users.get(upns[event]) && !chosen.get(event) && correlation.session(event) == 0
                    && events.time(event) >= exposure.first()
                    && events.time(event) <= exposure.last() && isOfMailbox(event)) {
                count++;
                items += Math.max(0, events.itemCount(event));
            }
        }
        if (count > 0) {
            limits.add(count(count, "mailbox record") + " (" + count(items, "item")
                    + ") of the same users within the same time belong" + (count == 1 ? "s" : "")
                    + " to no session: Exchange leaves the ids out of some aggregated records and of background processes. "
                    + (count == 1 ? "It is" : "They are")
                    + " not counted here; look at " + (count == 1 ? "it" : "them") + " by user and time.");
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
            limits.add(count(exposure.inferred().size(), "further event") + " " + are(exposure.inferred().size())
                    + " only inferred to belong to the chosen sessions and not counted: " + named(names) + ".");
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
            limits.add(count(calls, "Graph call")
                    + " asked for messages. The call's log does not say which messages it gave; they are listed as mail read only where"
                    + " MailItemsAccessed records them.");
        }
        if (sent > 0) {
            limits.add(count(sent, "Graph call")
                    + " sent mail; what and to whom is listed only where the mailbox logged it.");
        }
    }

    /**
     * Days within the chosen time, sign-ins included, on which a log has nothing of anybody, as it would where it was
     * not exported.
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
                limits.add(
                        source.title() + ": on " + (days - with.cardinality()) + " of the " + count(days, "day")
                                + " from " + UtcText.of(from * DAY, 0).substring(0, 10)
                                + " on there is no event of anybody; check that they were exported.");
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
            limits.add(count(rejected, "record")
                    + " of the case could not be read (command “rejects”) and may hold more.");
        }
    }

    private void undated() {
        long undated = chosen.stream()
                .filter(event -> events.kind(event).isOperation() && events.time(event) == AuditEvent.NO_TIME).count();
        if (undated > 0) {
            limits.add(count(undated, "operation") + " " + (undated == 1 ? "has" : "have")
                    + " no time; a choice by time leaves such out.");
        }
    }

    private String mailbox(int event) {
        String owner = events.text(EventField.MAILBOX, event);
        return String.valueOf(owner == null ? events.text(EventField.UPN, event) : owner);
    }

    private int code(EventField field, String value) {
        String[] values = events.dictionary(field);
        for (int code = 1; code < values.length; code++) {
            if (values[code].equalsIgnoreCase(value)) {
                return code;
            }
        }
        return 0;
    }

    private static String named(TreeSet<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }

    private static String span(long first, long last) {
        return first == AuditEvent.NO_TIME ? "undated"
                : first == last || last == AuditEvent.NO_TIME ? UtcText.of(first, 0)
                        : UtcText.of(first, 0) + " to " + UtcText.of(last, 0);
    }

    private static String are(long number) {
        return number == 1 ? "is" : "are";
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d ", number) + thing + (number == 1 ? "" : "s");
    }
}
