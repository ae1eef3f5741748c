package org.tokenlane.report.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** The names of the persons whom accounts belong to, as sign-in and other logs display them. */
final class PersonNames {

    private PersonNames() {
    }

    /** The most frequent name of each account, of several as frequent the first by alphabet; none that is an address. */
    static Map<String, String> of(CaseEvents events, Set<String> accounts) {
        IntColumn upns = events.codes(EventField.UPN);
        IntColumn names = events.codes(EventField.USER_NAME);
        TextColumn upnOf = events.dictionary(EventField.UPN);
        TextColumn nameOf = events.dictionary(EventField.USER_NAME);
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            if (upns.get(event) != 0 && names.get(event) != 0 && accounts.contains(upnOf.get(upns.get(event)))
                    && nameOf.get(names.get(event)).indexOf('@') < 0) {
                counts.computeIfAbsent(upnOf.get(upns.get(event)), key -> new TreeMap<>())
                        .merge(nameOf.get(names.get(event)), 1, Integer::sum);
            }
        }
        Map<String, String> found = new TreeMap<>();
        counts.forEach((account, all) -> {
            int most = all.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            all.entrySet().stream().filter(name -> name.getValue() == most).findFirst()
                    .ifPresent(name -> found.put(account, name.getKey()));
        });
        return found;
    }
}
