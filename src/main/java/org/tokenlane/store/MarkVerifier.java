package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the analyst's marks against the audit trail, whose chain holds: each is as its entry tells, each entry's is
 * there, and what was undone is undone.
 */
final class MarkVerifier {

    private static final Pattern TURNED = Pattern.compile("entry (\\d+), .*", Pattern.DOTALL);
    private static final List<String> KINDS = List.of("verdict", "tag", "bookmark", "note", "own event",
            "indicator list");

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
                String account = Marks.account(MarkTable.addedIn(connection, change.number()),
                        MarkTable.removedIn(connection, change.number()));
                if (state == null || !account.equals(entry.detail())) {
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
            Matcher turned = TURNED.matcher(entry.detail());
            if (isChange(entry.what())) {
                states.replaceAll((number, state) -> state == MarkChangeTable.UNDONE ? MarkChangeTable.LEFT : state);
                states.put(entry.number(), MarkChangeTable.DONE);
            } else if ((entry.what().equals(Marks.UNDONE) || entry.what().equals(Marks.REDONE)) && turned.matches()) {
                states.replace(Integer.valueOf(turned.group(1)),
                        entry.what().equals(Marks.UNDONE) ? MarkChangeTable.UNDONE : MarkChangeTable.DONE);
            }
        }
        return states;
    }

    private static boolean isChange(String what) {
        return KINDS.stream().anyMatch(kind -> what.equals(kind) || what.equals(kind + " taken back"));
    }
}
