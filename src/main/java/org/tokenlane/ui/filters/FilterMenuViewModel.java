package org.tokenlane.ui.filters;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The filters that were saved in the open case, and what can be done with them. */
final class FilterMenuViewModel {

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Map<String, String>> saved = new ReadOnlyObjectWrapper<>(Map.of());
    private Task<?> task = Task.NONE;

    FilterMenuViewModel(Selection selection, Navigation navigation, Marking marking, Messages messages,
            Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> read());
        marking.settingsTurned().addListener((property, before, now) -> read());
        read();
    }

    /** The filters by name. */
    ReadOnlyObjectProperty<Map<String, String>> saved() {
        return saved.getReadOnlyProperty();
    }

    private void read() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            task.cancel();
            saved.set(Map.of());
            return;
        }
        task = background.latest("saved-filters", WorkLane.CHANGE, progress -> open.file().settings().savedFilters())
                .onDone(saved::set)
                .onFailed(failure -> messages.failed(FiltersText.NOT_READ, failure)).start();
    }

    /** Whether there is a filter that can be saved. */
    boolean canSave() {
        return selection.openCase().get() != null && !selection.view().get().parts().isEmpty();
    }

    /** A ready or saved filter takes the place of all but the session. */
    void apply(String text) {
        try {
            String session = selection.view().get().session();
            ViewState wanted = ViewState.of(FilterParser.parse(text));
            ViewState view = session == null || wanted.session() != null ? ViewState.ALL : ViewState.ofSession(session);
            for (var part : wanted.parts()) {
                view = view.with(part);
            }
            navigation.go(view);
        } catch (FilterSyntaxException outdated) {
            messages.failed(FiltersText.OUTDATED, outdated);
        }
    }

    /** Keeps the present filter under a name. */
    void save(String name) {
        keep(name, selection.view().get().filter().toText());
    }

    /** Takes a saved filter out of the case. */
    void remove(String name) {
        keep(name, null);
    }

    private void keep(String name, @Nullable String text) {
        OpenCase open = selection.openCase().get();
        background.task(WorkLane.CHANGE, progress -> {
            open.file().settings().saveFilter(name, text, Analyst.name());
            return name;
        }).onDone(done -> {
            messages.info((text == null ? FiltersText.DELETED : FiltersText.SAVED).with(done));
            read();
        }).onFailed(failure -> messages.failed(FiltersText.NOT_SAVED, failure)).start();
    }
}
