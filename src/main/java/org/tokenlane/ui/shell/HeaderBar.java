package org.tokenlane.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Workbench;

/** Menus, pages, search and theme in one line. */
final class HeaderBar extends HBox {

    private final Map<Page, ToggleButton> pages = new EnumMap<>(Page.class);

    HeaderBar(Workbench workbench, MenuBar menus, Runnable search) {
        super(6);
        Navigation navigation = workbench.navigation();
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 10, 2, 4));
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.setAlignment(Pos.CENTER);
        tabs.getChildren().addAll(page(navigation, group, Page.START, ShellText.PAGE_START, "left-pill"),
                page(navigation, group, Page.SESSIONS, ShellText.PAGE_SESSIONS, "center-pill"),
                page(navigation, group, Page.FINDINGS, ShellText.PAGE_FINDINGS, "center-pill"),
                page(navigation, group, Page.INVESTIGATE, ShellText.PAGE_INVESTIGATE, "right-pill"));
        tabs.disableProperty().bind(workbench.selection().openCase().isNull());
        Region before = new Region();
        Region behind = new Region();
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(behind, Priority.ALWAYS);
        Button find = Captions.button("bi-search", ShellText.SEARCH_BUTTON, Shortcut.SEARCH);
        find.setId("open-search");
        find.setOnAction(event -> search.run());
        find.disableProperty().bind(workbench.selection().openCase().isNull());
        Button theme = Captions.iconButton("bi-circle-half", ShellText.DARK_OR_LIGHT_TIP, Shortcut.DARK_OR_LIGHT);
        theme.setId("theme");
        theme.setOnAction(event -> ThemeSwitch.turn(workbench));
        menus.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(menus, before, tabs, behind, find, theme);
        navigation.page().addListener((property, old, now) -> select(now));
        select(navigation.page().get());
    }

    private void select(Page page) {
        ToggleButton button = pages.get(page);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private ToggleButton page(Navigation navigation, ToggleGroup group, Page page, TextKey text, String style) {
        ToggleButton button = Captions.toggle(text);
        button.setId("page-" + page.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add(style);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            navigation.page().set(page);
        });
        pages.put(page, button);
        return button;
    }
}
