package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.Said;
import org.tokenlane.model.mark.Stamp;

/**
 * Checks the analyst's marks against the audit trail, whose chain holds: each is as its entry tells, each entry's is
 * there, and what was undone is undone.
 */
final class MarkVerifier {

    private final Connection connection;
    private final Map<Integer, AuditTrail.Entry> entries = new TreeMap<>();

    MarkVerifier(Connection connection, List<AuditTrail.Entry> entries) {
        this.connection = connection;
        entries.forEach(entry -> this.entries.put(entry.number(), entry));
    }

    void check(List<String> faults) {
        int before = faults.size();
        try {
            Map<Integer, Integer> states = states();
            boolean numbered = true;
            int last = 0;
            List<Mark> inForce = new ArrayList<>();
            Map<Integer, Integer> madeBy = new HashMap<>();
            Map<Integer, Integer> takenOutBy = new HashMap<>();
            for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
                Integer state = states.remove(change.entry());
                AuditTrail.Entry entry = entries.get(change.entry());
                List<Mark> added = MarkTable.addedIn(connection, change.number());
                List<Mark> removed = MarkTable.removedIn(connection, change.number());
                String account = Marks.account(added, removed);
                if (state == null || entry == null
                        || !MarkDigest.of(added, removed).equals(entry.fields().get(AuditField.MARKS_SHA256))) {
                    faults.add(StoreText.MARK_NOT_IN_TRAIL.text(account));
                } else if (state != change.state()) {
                    faults.add(StoreText.MARK_STATE_DIFFERS.text(account));
                } else {
                    for (Mark mark : added) {
                        numbered &= mark.stamp().id() == ++last && isSaid(mark.stamp(), entry.said());
                        madeBy.put(mark.stamp().id(), change.entry());
                    }
                    if (state == MarkChangeTable.DONE) {
                        inForce.addAll(added);
                        removed.forEach(mark -> takenOutBy.merge(mark.stamp().id(), change.entry(), Math::max));
                    }
                }
            }
            if (faults.size() == before) {
                inForce.removeIf(mark -> takenOutBy.containsKey(mark.stamp().id()));
                List<MarkTable.Gone> gone = MarkTable.gone(connection);
                // the numbers of these entries are read through an index
                boolean fits = gone.stream().allMatch(
                        mark -> Integer.valueOf(mark.addedBy()).equals(madeBy.get(mark.mark().stamp().id()))
                                && mark.removedBy() == takenOutBy.getOrDefault(mark.mark().stamp().id(), 0));
                if (!numbered || !fits || !inForce.equals(MarkTable.inForce(connection))
                        || gone.size() != last - inForce.size()) {
                    faults.add(StoreText.MARKS_DIFFER.text());
                }
            }
            entries.values().stream().filter(entry -> states.containsKey(entry.number()))
                    .forEach(entry -> faults.add(StoreText.MARK_NOT_IN_CASE.text(Marks.words(entry))));
            if (Sql.count(connection,
                    "select count(*) from mark where added_in not in (select number from mark_change) and id >= ?",
                    0) > 0) {
                faults.add(StoreText.MARK_WITHOUT_ENTRY.text());
            }
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
    }

    private static boolean isSaid(Stamp stamp, Said said) {
        return stamp.author().equals(said.author()) && stamp.at().equals(said.at());
    }

    /** By entry whether its change is done, undone, or left undone, as it follows from the entries in their order. */
    private Map<Integer, Integer> states() {
        Map<Integer, Integer> states = new HashMap<>();
        for (AuditTrail.Entry entry : entries.values()) {
            if (entry.kind().isMarkChange()) {
                states.replaceAll((number, state) -> state == MarkChangeTable.UNDONE ? MarkChangeTable.LEFT : state);
                states.put(entry.number(), MarkChangeTable.DONE);
            } else if (entry.fields().get(AuditField.ENTRY) != null) {
                states.replace(Integer.valueOf(entry.fields().get(AuditField.ENTRY)),
                        entry.kind() == AuditKind.MARKS_UNDONE ? MarkChangeTable.UNDONE : MarkChangeTable.DONE);
            }
        }
        return states;
    }
}
