package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.List;

/** The views that were looked at, to go back and forward as in a browser. */
public final class ViewHistory {

    private static final int MOST = 200;

    private final List<ViewState> views = new ArrayList<>(List.of(ViewState.ALL));
    private int at;

    public ViewState current() {
        return views.get(at);
    }

    /** Goes to a new view; what lay ahead is forgotten. */
    public void go(ViewState view) {
        if (view.equals(current())) {
            return;
        }
        views.subList(at + 1, views.size()).clear();
        views.add(view);
        if (views.size() > MOST) {
            views.removeFirst();
        }
        at = views.size() - 1;
    }

    /** Leaves the present view, which was not wanted, for the one that is shown. */
    public void leaveFor(ViewState shown) {
        if (at > 0 && views.get(at - 1).equals(shown)) {
            views.remove(at);
            at--;
        } else if (at + 1 < views.size() && views.get(at + 1).equals(shown)) {
            at++;
        } else {
            go(shown);
        }
    }

    public boolean canGoBack() {
        return at > 0;
    }

    public boolean canGoForward() {
        return at < views.size() - 1;
    }

    public ViewState back() {
        at = Math.max(0, at - 1);
        return current();
    }

    public ViewState forward() {
        at = Math.min(views.size() - 1, at + 1);
        return current();
    }
}
