package org.tokenlane.ui.handbook;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Messages;

/** The handbook: contents and search on the left, the page on the right. Everything can be done by keyboard. */
public final class HandbookView extends BorderPane {

    /**
     * A place in the handbook that has what was searched for.
     *
     * @param where
     *            the page, and the section where it has a heading of its own
     */
    public record Found(String where, String excerpt, String page, String anchor) {
    }

    /** A line of the contents; the page is null for a heading. */
    private record Line(String title, Handbook.@Nullable Page page) {
    }

    private static final double SCROLL_STEP = 60;

    private final HandbookViewModel model;
    private final ObservableBooleanValue dark;
    private final TextField search = new TextField();
    private final TreeView<Line> contents = new TreeView<>();
    private final ListView<Handbook.Hit> hits = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Label note = new Label();
    private final Runnable close;
    private boolean following;

    /**
     * @param close
     *            closes the window that the handbook is in
     */
    public HandbookView(Messages messages, Runner background, ObservableBooleanValue dark, Runnable close) {
        this.model = new HandbookViewModel(messages, background);
        this.dark = dark;
        this.close = close;
        getStyleClass().add("handbook");
        search.setId("handbook-search");
        Captions.prompt(search, HandbookText.SEARCH);
        search.textProperty().addListener((property, before, now) -> {
            model.search(now);
            hits.getSelectionModel().select(0);
        });
        contents.setId("handbook-contents");
        contents.setShowRoot(false);
        Captions.accessible(contents, HandbookText.CONTENTS);
        contents.setCellFactory(tree -> new ContentsCell());
        contents.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> choose(now));
        hits.setId("handbook-hits");
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell());
        hits.setPlaceholder(Captions.label(HandbookText.NO_HITS));
        Captions.accessible(hits, HandbookText.HITS);
        hits.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && hits.isFocused()) {
                open(now);
            }
        });
        hits.setOnMouseClicked(event -> openSelected());
        hits.visibleProperty().bind(search.textProperty().isNotEmpty());
        contents.visibleProperty().bind(hits.visibleProperty().not());
        StackPane below = new StackPane(contents, hits);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox left = new VBox(6, search, below);
        left.setPadding(new Insets(8));
        left.setMinWidth(180);
        scroll.setId("handbook-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        Captions.accessible(scroll, HandbookText.PAGE);
        SplitPane split = new SplitPane(left, scroll);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.27);
        SplitPane.setResizableWithParent(left, false);
        setTop(bar());
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.handbook().addListener((property, before, now) -> {
            if (now != null) {
                list(now);
            }
        });
        model.place().addListener((property, before, now) -> {
            if (now != null) {
                show(now);
            }
        });
        dark.addListener((property, before, now) -> {
            HandbookViewModel.Place place = model.place().get();
            if (place != null) {
                show(place);
            }
        });
    }

    private HBox bar() {
        Button back = Captions.iconButton("bi-arrow-left", HandbookText.BACK, Shortcut.BACK);
        back.setId("handbook-back");
        back.disableProperty().bind(model.canGoBack().not());
        back.setOnAction(event -> model.back());
        Button forward = Captions.iconButton("bi-arrow-right", HandbookText.FORWARD, Shortcut.FORWARD);
        forward.setId("handbook-forward");
        forward.disableProperty().bind(model.canGoForward().not());
        forward.setOnAction(event -> model.forward());
        note.setId("handbook-note");
        note.getStyleClass().add("muted");
        HBox bar = new HBox(6, back, forward, note);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(4, 8, 4, 8));
        bar.getStyleClass().add("header-bar");
        return bar;
    }

    private void press(KeyEvent event) {
        boolean done = true;
        if (Shortcut.FIND.matches(event)) {
            search.requestFocus();
            search.selectAll();
        } else if (Shortcut.BACK.matches(event)) {
            model.back();
        } else if (Shortcut.FORWARD.matches(event)) {
            model.forward();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (search.getText().isEmpty()) {
                close.run();
            } else {
                search.clear();
                search.requestFocus();
            }
        } else if (search.isFocused() && event.getCode() == KeyCode.DOWN) {
            Node list = hits.isVisible() ? hits : contents;
            list.requestFocus();
            openSelected();
        } else if (search.isFocused() && event.getCode() == KeyCode.ENTER) {
            openSelected();
            scroll.requestFocus();
        } else if ((hits.isFocused() || contents.isFocused()) && event.getCode() == KeyCode.ENTER) {
            scroll.requestFocus();
        } else if (scroll.isFocused() && event.getCode() == KeyCode.DOWN) {
            scrollBy(SCROLL_STEP);
        } else if (scroll.isFocused() && event.getCode() == KeyCode.UP) {
            scrollBy(-SCROLL_STEP);
        } else if (event.getCode() == KeyCode.PAGE_DOWN && !hits.isFocused() && !contents.isFocused()) {
            scrollBy(0.9 * scroll.getViewportBounds().getHeight());
        } else if (event.getCode() == KeyCode.PAGE_UP && !hits.isFocused() && !contents.isFocused()) {
            scrollBy(-0.9 * scroll.getViewportBounds().getHeight());
        } else {
            done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void scrollBy(double pixels) {
        double room = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pixels / room, 0, 1));
        }
    }

    private void list(Handbook handbook) {
        TreeItem<Line> root = new TreeItem<>();
        for (Handbook.Group group : handbook.contents()) {
            TreeItem<Line> heading = new TreeItem<>(new Line(group.title(), null));
            heading.setExpanded(true);
            group.entries().forEach(
                    entry -> heading.getChildren().add(new TreeItem<>(new Line(entry.title(), entry.page()))));
            root.getChildren().add(heading);
        }
        contents.setRoot(root);
        model.search(search.getText());
    }

    private void choose(@Nullable TreeItem<Line> line) {
        if (line != null && line.getValue().page() != null && !following) {
            model.open(line.getValue().page().name(), null);
        }
    }

    private void openSelected() {
        Handbook.Hit hit = hits.isVisible() ? hits.getSelectionModel().getSelectedItem() : null;
        if (hit != null) {
            open(hit);
        }
    }

    private void open(Handbook.Hit hit) {
        model.open(hit.page().name(), hit.section().anchor());
    }

    private void show(HandbookViewModel.Place place) {
        PageNodes page = new PageNodes(place.page(), dark.get(), new PageNodes.Actions() {
            @Override
            public void open(String name, @Nullable String anchor) {
                model.open(name, anchor);
            }

            @Override
            public void copyAddress(String address) {
                copy(address);
                Captions.set(note, HandbookText.ADDRESS_COPIED, address);
            }

            @Override
            public void copyCode(String code) {
                copy(code);
                Captions.set(note, HandbookText.CODE_COPIED);
            }
        });
        page.setMaxWidth(900);
        Captions.value(note, "");
        scroll.setContent(page);
        scroll.setVvalue(0);
        select(place.page());
        Node heading = place.anchor() == null ? null : page.anchored(place.anchor());
        if (heading != null) {
            // where it is, is known when the page was laid out
            Platform.runLater(() -> {
                scroll.applyCss();
                scroll.layout();
                double room = page.getHeight() - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(room <= 0 ? 0
                        : Math.min(1, Math.max(0, heading.getBoundsInParent().getMinY() - 12) / room));
            });
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows in the contents which page is looked at. */
    private void select(Handbook.Page page) {
        following = true;
        for (TreeItem<Line> group : contents.getRoot().getChildren()) {
            for (TreeItem<Line> line : group.getChildren()) {
                if (page.equals(line.getValue().page())) {
                    contents.getSelectionModel().select(line);
                }
            }
        }
        following = false;
    }

    /** Reads the pages, so that they can be searched. */
    public void load() {
        model.load();
    }

    /** Shows the page that was looked at last, with the keyboard in the search. */
    public void open() {
        model.load();
        search.requestFocus();
    }

    /** Shows a section of a page. */
    public void open(String page, @Nullable String anchor) {
        model.load();
        model.open(page, anchor);
        scroll.requestFocus();
    }

    /** The places that have all of these words, the best first; none until the pages are read. */
    public List<Found> find(String words) {
        List<Found> found = new ArrayList<>();
        for (Handbook.Hit hit : model.find(words)) {
            found.add(new Found(where(hit), hit.excerpt(), hit.page().name(), hit.section().anchor()));
        }
        return found;
    }

    private static String where(Handbook.Hit hit) {
        String title = hit.page().title();
        String heading = hit.section().heading();
        return heading.equals(title) ? title : title + " › " + heading;
    }

    /** Long titles go on in a second line. */
    private static final class ContentsCell extends TreeCell<Line> {

        /** The skin leaves the arrow and the indentation out when it is asked for the height of a line. */
        private static final double INDENTATION = 26;

        ContentsCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? width : Math.max(1, width - INDENTATION));
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            Captions.value(this, empty || line == null ? "" : line.title());
            getStyleClass().remove("section-title");
            if (line != null && line.page() == null) {
                getStyleClass().add("section-title");
            }
        }
    }

    private static final class HitCell extends ListCell<Handbook.Hit> {

        private final Label where = new Label();
        private final Label excerpt = new Label();
        private final VBox both = new VBox(1, where, excerpt);

        HitCell() {
            where.getStyleClass().add("section-title");
            where.setWrapText(true);
            excerpt.getStyleClass().add("muted");
            excerpt.setWrapText(true);
            setPrefWidth(0);
        }

        /** So that the list asks how high it is at its width, and long titles go on in a second line. */
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null || width < 0 ? super.computePrefHeight(width)
                    : snappedTopInset() + snappedBottomInset()
                            + both.prefHeight(width - snappedLeftInset() - snappedRightInset());
        }

        @Override
        protected void updateItem(Handbook.@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            Captions.value(where, where(hit));
            Captions.value(excerpt, hit.excerpt());
            setGraphic(both);
        }
    }
}
