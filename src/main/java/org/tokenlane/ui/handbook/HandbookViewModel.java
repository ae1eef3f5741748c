package org.tokenlane.ui.handbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.ui.state.Messages;

/** Which page of the handbook is looked at, and what was found in it. */
final class HandbookViewModel {

    /**
     * A place in the handbook.
     *
     * @param anchor
     *            the section that links call so; null for the beginning of the page
     */
    record Place(Handbook.Page page, @Nullable String anchor) {
    }

    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<@Nullable Handbook> handbook = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Handbook.Hit> hits = FXCollections.observableArrayList();
    private final Deque<Place> before = new ArrayDeque<>();
    private final Deque<Place> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private boolean loading;
    private String wanted = "";
    private @Nullable String wantedAnchor;

    HandbookViewModel(Messages messages, Runner background) {
        this.messages = messages;
        this.background = background;
    }

    /** Reads the pages in the background, once. */
    void load() {
        if (!loading) {
            loading = true;
            background.task(WorkLane.SHORT, progress -> Handbook.read()).onDone(read -> {
                handbook.set(read);
                open(wanted.isEmpty() ? read.contents().getFirst().pages().getFirst().name() : wanted, wantedAnchor);
            }).onFailed(failure -> {
                loading = false;
                messages.failed(HandbookText.NOT_READ, failure);
            }).start();
        }
    }

    ReadOnlyObjectProperty<@Nullable Handbook> handbook() {
        return handbook.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Place> place() {
        return place.getReadOnlyProperty();
    }

    ObservableList<Handbook.Hit> hits() {
        return hits;
    }

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Shows a page; as soon as the pages are read where they are not yet. */
    void open(String name, @Nullable String anchor) {
        Handbook read = handbook.get();
        if (read == null) {
            wanted = name;
            wantedAnchor = anchor;
            return;
        }
        Handbook.Page page = read.page(name);
        if (page != null) {
            Place next = new Place(page, anchor);
            Place now = place.get();
            if (now != null && !now.equals(next)) {
                before.push(now);
                after.clear();
            }
            show(next);
        }
    }

    void back() {
        step(before, after);
    }

    void forward() {
        step(after, before);
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            to.push(Objects.requireNonNull(place.get(), "something was shown before")); // not for people
            show(from.pop());
        }
    }

    private void show(Place next) {
        // the same place again is shown again: it may have been scrolled away
        place.set(null);
        place.set(next);
        canGoBack.set(!before.isEmpty());
        canGoForward.set(!after.isEmpty());
    }

    void search(String typed) {
        hits.setAll(find(typed));
    }

    /** What is found; nothing until the pages are read. */
    List<Handbook.Hit> find(String typed) {
        Handbook read = handbook.get();
        return read == null ? List.of() : read.find(typed);
    }
}
