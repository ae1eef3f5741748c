package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.mark.Mark;

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
        try {
            Map<Integer, Integer> states = states();
            for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
                Integer state = states.remove(change.entry());
                AuditTrail.Entry entry = entries.get(change.entry());
                List<Mark> added = MarkTable.addedIn(connection, change.number());
                List<Mark> removed = MarkTable.removedIn(connection, change.number());
                String account = Marks.account(added, removed);
                if (state == null
                        || !MarkDigest.of(added, removed).equals(entry.fields().get(AuditField.MARKS_SHA256))) {
                    faults.add("The audit trail does not tell of this mark as the case has it: " + account + ".");
                } else if (state != change.state()) {
                    faults.add("Whether this mark is undone is not as the audit trail tells: " + account + ".");
                }
            }
            states.keySet().forEach(number -> faults.add("The audit trail tells of a mark that the case does not hold: "
                    + Marks.words(entries.get(number)) + "."));
            if (CaseFile.count(connection,
                    "select count(*) from mark where added_in not in (select number from mark_change) and id >= ?",
                    0) > 0) {
                faults.add("The case holds a mark of which the audit trail does not tell.");
            }
        } catch (SQLException e) {
            throw CaseFile.failed("The marks could not be checked", e);
        }
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
