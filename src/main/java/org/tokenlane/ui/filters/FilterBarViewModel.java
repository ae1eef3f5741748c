package org.tokenlane.ui.filters;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.ViewState;

/** The filter's chips: what they say, and how they are edited, switched off and inverted. */
final class FilterBarViewModel {

    /**
     * A part of the filter; the beginning and the end of a time range are one.
     *
     * @param off
     *            whether it is kept without being applied
     */
    record Chip(String words, List<Filter> parts, boolean off) {

        Filter filter() {
            return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
        }

        boolean isNegative() {
            return parts.getFirst() instanceof Filter.Not;
        }

        /** The part as it is written. */
        String text() {
            return filter().toText();
        }
    }

    private static final long SECOND = 1_000_000_000L;

    private final Navigation navigation;

    FilterBarViewModel(Navigation navigation) {
        this.navigation = navigation;
    }

    /** The chips of a view, those that are switched off last. */
    static List<Chip> chips(ViewState view) {
        List<Chip> chips = new ArrayList<>();
        Filter.TimeFrom from = null;
        Filter.TimeBefore before = null;
        for (Filter part : view.parts()) {
            if (part instanceof Filter.TimeFrom one) {
                from = one;
            } else if (part instanceof Filter.TimeBefore one) {
                before = one;
            }
        }
        for (Filter part : view.parts()) {
            if (from != null && before != null && part == from) {
                chips.add(new Chip(FiltersText.RANGE.text(toSecond(from.nanos()), toSecond(before.nanos() - 1)),
                        List.of(from, before), false));
            } else if (from == null || before == null || part != before) {
                chips.add(new Chip(words(part), List.of(part), false));
            }
        }
        view.off().forEach(part -> chips.add(new Chip(words(part),
                part instanceof Filter.And and ? and.parts() : List.of(part), true)));
        return chips;
    }

    private static String words(Filter part) {
        return switch (part) {
        case Filter.TimeFrom from -> FiltersText.SINCE.text(toSecond(from.nanos()));
        case Filter.TimeBefore before -> FiltersText.UNTIL.text(toSecond(before.nanos() - 1));
        case Filter.And and when and.parts().size() == 2 && and.parts().getFirst() instanceof Filter.TimeFrom from
                && and.parts().getLast() instanceof Filter.TimeBefore before ->
            FiltersText.RANGE.text(toSecond(from.nanos()), toSecond(before.nanos() - 1));
        default -> Texts.oneLine(part.toText());
        };
    }

    /** A time to the second, in which the fraction that ranges have would only be in the way. */
    private static String toSecond(long nanos) {
        return UtcText.of(Math.floorDiv(nanos, SECOND) * SECOND, 0).replace('T', ' ').replace("Z", "");
    }

    /** The view narrowed by all parts of another. */
    static ViewState with(ViewState view, ViewState wanted) {
        ViewState more = view;
        for (Filter part : wanted.parts()) {
            more = more.with(part);
        }
        return more;
    }

    /** Narrows the filter by what was typed. */
    void add(String typed) throws FilterSyntaxException {
        ViewState wanted = ViewState.of(FilterParser.parse(typed));
        navigation.change(view -> with(view, wanted));
    }

    /** Narrows the filter by the values that were typed into the box of a field. */
    void add(FilterField field, String typed) throws FilterSyntaxException {
        Filter.FieldIs part = FilterParser.values(field, typed);
        if (part != null) {
            navigation.change(view -> view.with(part));
        }
    }

    void remove(Chip chip) {
        navigation.change(view -> without(view, chip));
    }

    private static ViewState without(ViewState view, Chip chip) {
        ViewState less = view;
        if (chip.off()) {
            return less.withoutOff(chip.filter());
        }
        for (Filter part : chip.parts()) {
            less = less.without(part);
        }
        return less;
    }

    /** Keeps the chip without applying it, or applies it again. */
    void toggle(Chip chip) {
        navigation.change(view -> chip.off() ? with(view.withoutOff(chip.filter()), new ViewState(chip.parts()))
                : without(view, chip).withOff(chip.filter()));
    }

    /** Selects what the chip left out, and leaves out what it selected. */
    void invert(Chip chip) {
        Filter now = chip.filter() instanceof Filter.Not not ? not.part() : new Filter.Not(chip.filter());
        navigation.change(view -> replaced(view, chip, ViewState.of(now)));
    }

    /** Puts what was typed in the place of a chip; nothing takes the chip away. */
    void edit(Chip chip, String typed) throws FilterSyntaxException {
        ViewState wanted = ViewState.of(FilterParser.parse(typed));
        navigation.change(view -> replaced(view, chip, wanted));
    }

    /** The view with other parts where a chip's were. */
    static ViewState replaced(ViewState view, Chip chip, ViewState wanted) {
        if (chip.off()) {
            return with(view.withoutOff(chip.filter()), wanted);
        }
        List<Filter> parts = new ArrayList<>(view.parts());
        int at = parts.indexOf(chip.parts().getFirst());
        parts.removeAll(chip.parts());
        ViewState before = new ViewState(parts.subList(0, Math.clamp(at, 0, parts.size())), view.off());
        ViewState all = with(before, wanted);
        for (Filter part : parts.subList(Math.clamp(at, 0, parts.size()), parts.size())) {
            all = all.with(part);
        }
        return all;
    }
}
