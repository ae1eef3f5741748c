package org.tokenlane.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.ui.state.Workbench;
import org.tokenlane.ui.state.Workbench.Page;

/** Menus, pages, search and theme in one line. */
final class HeaderBar extends HBox {

    private final Map<Page, ToggleButton> pages = new EnumMap<>(Page.class);

    HeaderBar(Workbench workbench, MenuBar menus, Runnable search) {
        super(6);
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 10, 2, 4));
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.setAlignment(Pos.CENTER);
        tabs.getChildren().addAll(page(workbench, group, Page.START, "Start here", "left-pill"),
                page(workbench, group, Page.SESSIONS, "Sessions", "center-pill"),
                page(workbench, group, Page.FINDINGS, "Findings", "center-pill"),
                page(workbench, group, Page.INVESTIGATE, "Investigate", "right-pill"));
        tabs.disableProperty().bind(workbench.openCase().isNull());
        Region before = new Region();
        Region behind = new Region();
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(behind, Priority.ALWAYS);
        Button find = new Button("Search…  Ctrl+K", new FontIcon("bi-search"));
        find.setId("open-search");
        find.setOnAction(event -> search.run());
        find.disableProperty().bind(workbench.openCase().isNull());
        Button theme = new Button("", new FontIcon("bi-circle-half"));
        theme.setId("theme");
        theme.setTooltip(new Tooltip("Dark or light (Ctrl+D)"));
        theme.setOnAction(event -> workbench.dark().set(!workbench.dark().get()));
        menus.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(menus, before, tabs, behind, find, theme);
        workbench.page().addListener((property, old, now) -> pages.get(now).setSelected(true));
        pages.get(workbench.page().get()).setSelected(true);
    }

    private ToggleButton page(Workbench workbench, ToggleGroup group, Page page, String text, String style) {
        ToggleButton button = new ToggleButton(text);
        button.setId("page-" + page.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add(style);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            workbench.page().set(page);
        });
        pages.put(page, button);
        return button;
    }
}
