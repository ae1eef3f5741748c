package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;

/** What lanes and events can be filtered by. */
final class LaneValues {

    private LaneValues() {
    }

    /**
     * What a lane's events have in common, as a part of a filter; null where the filter language has no word for it.
     */
    static Filter.@Nullable FieldIs commonTo(Lane lane, LaneKey key, CaseEvents events) {
        FilterField field = switch (key) {
        case WORKLOAD -> FilterField.WORKLOAD;
        case TOKEN -> FilterField.TOKEN;
        case ADDRESS -> FilterField.IP;
        case APP -> FilterField.APP;
        case USER -> FilterField.UPN;
        case SESSION -> FilterField.SESSION;
        case ORIGIN -> null;
        };
        if (field == null) {
            return null;
        }
        String value = field == FilterField.TOKEN ? lane.detail() : lane.name();
        boolean isValue = field == FilterField.TOKEN ? !value.isEmpty()
                : value.equals(events.text(field.fields().getFirst(), lane.events()[0]));
        return isValue ? new Filter.FieldIs(field, List.of(value)) : null;
    }

    /** What an event can be filtered by, field by field. */
    static List<Filter.FieldIs> of(int event, CaseEvents events) {
        List<Filter.FieldIs> values = new ArrayList<>();
        for (FilterField field : List.of(FilterField.OPERATION, FilterField.UPN, FilterField.IP, FilterField.USER_AGENT,
                FilterField.APP, FilterField.DEVICE,
                FilterField.SESSION, FilterField.TOKEN)) {
            String text = events.text(field.fields().getFirst(), event);
            if (text != null) {
                values.add(new Filter.FieldIs(field, List.of(text)));
            }
        }
        return values;
    }
}
