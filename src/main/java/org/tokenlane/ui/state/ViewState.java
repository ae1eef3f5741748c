package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/**
 * What the analyst is looking at: the parts of the filter, all of which an event must fit, as the chips show them.
 * Every view follows it, none keeps a filter of its own.
 *
 * @param off
 *            parts that are kept without being applied
 */
public record ViewState(List<Filter> parts, List<Filter> off) {

    private static final Filter BY_APPLICATION = new Filter.FieldIs(FilterField.ACTOR,
            List.of(ActorKind.APPLICATION.word(), ActorKind.AGENT.word()));

    public static final ViewState ALL = new ViewState(List.of());

    public ViewState {
        parts = List.copyOf(parts);
        off = List.copyOf(off);
    }

    public ViewState(List<Filter> parts) {
        this(parts, List.of());
    }

    /** The parts of a filter. */
    public static ViewState of(Filter filter) {
        return switch (filter) {
        case Filter.Everything everything -> ALL;
        case Filter.And and -> new ViewState(and.parts());
        default -> new ViewState(List.of(filter));
        };
    }

    public Filter filter() {
        return parts.isEmpty() ? new Filter.Everything() : parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    /** The session that is looked at, if it is one, else null. */
    public @Nullable String session() {
        return only(FilterField.SESSION);
    }

    /** The token that is looked at, if it is one, else null. */
    public @Nullable String token() {
        return only(FilterField.TOKEN);
    }

    /** The application that is looked at as somebody who acts, by its id or name; null where that is not so. */
    public @Nullable String application() {
        return session() == null && parts.contains(BY_APPLICATION) ? only(FilterField.APP) : null;
    }

    /** What an application did by itself. */
    public static ViewState ofApplication(String id) {
        return new ViewState(List.of(new Filter.FieldIs(FilterField.APP, List.of(id)), BY_APPLICATION));
    }

    private @Nullable String only(FilterField field) {
        List<Filter.FieldIs> found = parts.stream().filter(isField(field)).map(Filter.FieldIs.class::cast).toList();
        return found.size() == 1 && found.getFirst().values().size() == 1 ? found.getFirst().values().getFirst() : null;
    }

    private static Predicate<Filter> isField(FilterField field) {
        return part -> part instanceof Filter.FieldIs is && is.field() == field;
    }

    /** One session and nothing else. */
    public static ViewState ofSession(String session) {
        return new ViewState(List.of(new Filter.FieldIs(FilterField.SESSION, List.of(session))));
    }

    /**
     * The view narrowed by a part; a second value for a field that is filtered already joins the first, since no event
     * has both.
     */
    public ViewState with(Filter part) {
        if (parts.contains(part)) {
            return this;
        }
        List<Filter> more = new ArrayList<>(parts);
        if (part instanceof Filter.TimeFrom) {
            more.removeIf(known -> known instanceof Filter.TimeFrom);
        }
        if (part instanceof Filter.TimeBefore) {
            more.removeIf(known -> known instanceof Filter.TimeBefore);
        }
        if (part instanceof Filter.FieldIs is) {
            for (int i = 0; i < more.size(); i++) {
                if (more.get(i) instanceof Filter.FieldIs known && known.field() == is.field()) {
                    List<String> values = new ArrayList<>(known.values());
                    is.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
                    more.set(i, new Filter.FieldIs(is.field(), values));
                    return new ViewState(more, off);
                }
            }
        }
        more.add(part);
        return new ViewState(more, off);
    }

    /** The view with a field's part replaced; without values it is taken out. */
    public ViewState withField(FilterField field, List<String> values) {
        List<Filter> more = new ArrayList<>(parts);
        more.removeIf(isField(field));
        if (!values.isEmpty()) {
            more.add(new Filter.FieldIs(field, values));
        }
        return new ViewState(more, off);
    }

    public ViewState without(Filter part) {
        List<Filter> fewer = new ArrayList<>(parts);
        fewer.remove(part);
        return new ViewState(fewer, off);
    }

    /** The view with a part kept that is not applied. */
    public ViewState withOff(Filter part) {
        List<Filter> more = new ArrayList<>(off);
        if (!more.contains(part)) {
            more.add(part);
        }
        return new ViewState(parts, more);
    }

    /** The view without a part that was kept and not applied. */
    public ViewState withoutOff(Filter part) {
        List<Filter> fewer = new ArrayList<>(off);
        fewer.remove(part);
        return new ViewState(parts, fewer);
    }
}
