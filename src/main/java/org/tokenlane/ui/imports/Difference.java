package org.tokenlane.ui.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.LateData;
import org.tokenlane.ui.state.OpenCase;

/**
 * A number of events that the files of this import show differently than the case had them, and the filter that
 * selects them.
 */
record Difference(String words, Filter filter) {

    /** What the files change compared with the case before; nothing for a first import. */
    static List<Difference> of(ImportReport report, OpenCase loaded) {
        if (report.imported().isEmpty()) {
            return List.of();
        }
        int first = report.imported().getFirst().id();
        int last = report.imported().getLast().id();
        LateData late = LateData.of(loaded.events(), first, last);
        if (!late.hadBefore()) {
            return List.of();
        }
        int changed = late.changed().cardinality();
        String fields = late.fields().entrySet().stream()
                .map(entry -> ImportsText.FIELD_CHANGED.text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(
                new Difference(ImportsText.NEW_EVENTS.text(late.added().cardinality()),
                        new Filter.Compared(Filter.Compared.What.NEW, first, last)),
                new Difference(fields.isEmpty() ? ImportsText.CHANGED.text(changed)
                        : ImportsText.CHANGED_FIELDS.text(changed, fields),
                        new Filter.Compared(Filter.Compared.What.CHANGED, first, last)),
                new Difference(ImportsText.GONE.text(late.gone().cardinality()),
                        new Filter.Compared(Filter.Compared.What.GONE, first, last)));
    }
}
