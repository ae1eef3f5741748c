package org.tokenlane.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;

/** The tabs below the timeline, each with its view; the open one is the one that the navigation names. */
final class InvestigationTabs extends TabPane {

    private final Navigation navigation;
    private final Map<InvestigationTab, Tab> tabs = new EnumMap<>(InvestigationTab.class);

    InvestigationTabs(Navigation navigation, Map<InvestigationTab, ? extends Node> views) {
        this.navigation = navigation;
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (InvestigationTab which : InvestigationTab.values()) {
            Tab tab = Captions.tab(title(which), Objects.requireNonNull(views.get(which)));
            tab.setUserData(which);
            tabs.put(which, tab);
            getTabs().add(tab);
        }
        getSelectionModel().select(tabs.get(navigation.tab().get()));
        getSelectionModel().selectedItemProperty()
                .addListener((property, before, now) -> navigation.tab().set((InvestigationTab) now.getUserData()));
        navigation.tab().addListener((property, before, now) -> getSelectionModel().select(tabs.get(now)));
    }

    private static TextKey title(InvestigationTab tab) {
        return switch (tab) {
        case EVENTS -> ShellText.TAB_EVENTS;
        case STORY -> ShellText.TAB_STORY;
        case TOKENS -> ShellText.TAB_TOKENS;
        case VALUES -> ShellText.TAB_VALUES;
        case EXPOSURE -> ShellText.TAB_EXPOSURE;
        case CONTAINMENT -> ShellText.TAB_CONTAINMENT;
        case MARKS -> ShellText.TAB_MARKS;
        };
    }

    /** True while a tab can be seen. */
    BooleanBinding isShown(InvestigationTab tab) {
        return navigation.tab().isEqualTo(tab).and(navigation.page().isEqualTo(Page.INVESTIGATE));
    }
}
