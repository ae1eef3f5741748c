package org.tokenlane.ui.filters;

import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** A filter while it is typed: whether it is one, and how many events it would leave. */
final class FilterDraft {

    /**
     * What is said of it.
     *
     * @param valid
     *            whether it can be applied
     * @param start
     *            where the mistake begins in what was typed
     * @param end
     *            where it ends
     */
    record Said(boolean valid, Text text, int start, int end) {
    }

    private final Selection selection;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>();
    private Task<?> task = Task.NONE;
    private String typed = "";

    FilterDraft(Selection selection, Runner background) {
        this.selection = selection;
        this.background = background;
        // what a text leaves depends on the case and on the filter that is applied
        selection.openCase().addListener((property, before, now) -> check(this.typed));
        selection.view().addListener((property, before, now) -> check(this.typed));
    }

    /** What is said of what was typed last; null where there is nothing to say. */
    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    /** Checks what was typed, together with the filter that is applied. */
    void check(String typed) {
        this.typed = typed;
        look(typed, (view, wanted) -> FilterBarViewModel.with(view, wanted));
    }

    /**
     * Checks what was typed into a part of the filter.
     *
     * @param together
     *            the view that would come of the present one and of what is typed
     */
    void check(String typed, BiFunction<ViewState, ViewState, ViewState> together) {
        this.typed = "";
        look(typed, together);
    }

    private void look(String typed, BiFunction<ViewState, ViewState, ViewState> together) {
        task.cancel();
        OpenCase open = selection.openCase().get();
        if (open == null || typed.isBlank()) {
            said.set(null);
            return;
        }
        Filter all;
        try {
            all = together.apply(selection.view().get(), ViewState.of(FilterParser.parse(typed))).filter();
        } catch (FilterSyntaxException mistake) {
            said.set(new Said(false, mistake.shown(), mistake.start(), mistake.end()));
            return;
        }
        if (needsRecords(all)) {
            // reading all records for every letter would take minutes in a large case
            said.set(new Said(true, FiltersText.VALID_TEXT.with(), 0, 0));
            return;
        }
        var evaluator = selection.evaluator();
        task = background.latest("filter-draft", WorkLane.SHORT, progress -> evaluator.events(all).cardinality())
                .onDone(left -> said.set(new Said(true, left == 0 ? FiltersText.VALID_NONE.with()
                        : FiltersText.VALID.with(left, Count.EVENTS.of(open.events().size())), 0, 0)))
                .onFailed(failure -> said.set(null)).start();
    }

    /** Says what is wrong with a text that was to be applied. */
    void mistake(FilterSyntaxException mistake) {
        task.cancel();
        said.set(new Said(false, mistake.shown(), mistake.start(), mistake.end()));
    }

    private static boolean needsRecords(@Nullable Filter filter) {
        return switch (filter) {
        case Filter.RawText text -> true;
        case Filter.Anywhere anywhere -> true;
        case Filter.And and -> and.parts().stream().anyMatch(FilterDraft::needsRecords);
        case Filter.Or or -> or.parts().stream().anyMatch(FilterDraft::needsRecords);
        case Filter.Not not -> needsRecords(not.part());
        case null, default -> false;
        };
    }
}
