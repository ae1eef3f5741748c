package org.tokenlane.ui.tokens;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The tree of a session, its tokens and their operations. */
public final class TokenTreeView extends BorderPane {

    private final Selection selection;
    private final Navigation navigation;
    private final TokenTreeViewModel model;
    private final TreeView<TokenNode> tree = new TreeView<>();
    private boolean filling;
    private @Nullable String shownSession;

    public TokenTreeView(Selection selection, Navigation navigation, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.model = new TokenTreeViewModel(selection, navigation, marking, display, enrichment, messages, background);
        tree.setId("tokens");
        Captions.accessible(tree, TokensText.TITLE);
        tree.setCellFactory(view -> new Cell());
        Markable.offer(tree, () -> {
            TreeItem<TokenNode> item = tree.getSelectionModel().getSelectedItem();
            TokenNode node = item == null ? null : item.getValue();
            if (node == null || node.operation() != null) {
                return MarkSubject.NONE;
            }
            String session = selection.view().get().session();
            return node.uti() != null ? MarkSubject.value(FilterField.TOKEN, node.uti())
                    : session == null ? MarkSubject.NONE : MarkSubject.value(FilterField.SESSION, session);
        });
        Label title = Captions.paneTitle(TokensText.TITLE);
        HBox heading = new HBox(title);
        heading.setPadding(new Insets(6, 10, 6, 10));
        setTop(heading);
        Label none = Captions.muted(TokensText.SELECT_SESSION);
        none.setPadding(new Insets(10));
        none.setWrapText(true);
        model.tree().addListener((property, before, now) -> {
            // the tree lays its lines out as soon as they change; outside the window, without styles, they have no
            // height
            if (now == null) {
                fill(null);
                setCenter(none);
            } else {
                setCenter(tree);
                tree.applyCss();
                fill(now);
            }
        });
        setCenter(none);
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                now.setExpanded(true);
                model.select(now.getValue());
            }
        });
        selection.view().addListener((property, before, now) -> followToken(now));
    }

    private void fill(TokenTreeViewModel.@Nullable Branch branch) {
        filling = true;
        Set<String> open = new HashSet<>();
        expanded(tree.getRoot(), open);
        TreeItem<TokenNode> before = tree.getSelectionModel().getSelectedItem();
        String selected = before == null ? null : before.getValue().key();
        String session = selection.view().get().session();
        boolean same = session != null && session.equals(shownSession);
        shownSession = session;
        tree.setRoot(branch == null ? null : item(branch));
        if (tree.getRoot() != null) {
            if (same) {
                restore(tree.getRoot(), open, selected);
            }
            tree.getRoot().setExpanded(true);
            followToken(selection.view().get());
        }
        filling = false;
    }

    private static void expanded(@Nullable TreeItem<TokenNode> item, Set<String> open) {
        if (item != null) {
            if (item.isExpanded()) {
                open.add(item.getValue().key());
            }
            item.getChildren().forEach(child -> expanded(child, open));
        }
    }

    /** Opens and selects the lines that were open and selected in the tree before, which marks have made again. */
    private void restore(TreeItem<TokenNode> item, Set<String> open, @Nullable String selected) {
        item.setExpanded(open.contains(item.getValue().key()));
        item.getChildren().forEach(child -> restore(child, open, selected));
        if (item.getValue().key().equals(selected)) {
            tree.getSelectionModel().select(item);
        }
    }

    private static TreeItem<TokenNode> item(TokenTreeViewModel.Branch branch) {
        TreeItem<TokenNode> item = new TreeItem<>(branch.node());
        branch.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    /** Selects the token that is filtered by elsewhere. */
    private void followToken(ViewState view) {
        if (tree.getRoot() == null) {
            return;
        }
        boolean before = filling;
        filling = true;
        TreeItem<TokenNode> selected = tree.getSelectionModel().getSelectedItem();
        String uti = view.token();
        if (uti == null && (selected == null || selected.getValue().uti() != null)) {
            tree.getSelectionModel().select(tree.getRoot());
        } else if (uti != null && (selected == null || !uti.equals(selected.getValue().uti()))) {
            tree.getRoot().getChildren().stream().filter(item -> uti.equals(item.getValue().uti())).findFirst()
                    .ifPresent(item -> {
                        item.setExpanded(true);
                        tree.getSelectionModel().select(item);
                    });
        }
        filling = before;
    }

    /** Gives the keyboard to the tree. */
    public void focusTree() {
        tree.requestFocus();
    }

    private final class Cell extends TreeCell<TokenNode> {

        private final Label text = new Label();
        private final Label detail = new Label();
        private final Label count = new Label();
        private final Label number = new Label();
        private final Label verdict = new Label();
        private final FontIcon icon = new FontIcon();
        private final HBox line;

        Cell() {
            detail.getStyleClass().add("muted");
            count.getStyleClass().add("count");
            count.setMinWidth(USE_PREF_SIZE);
            text.setMinWidth(0);
            detail.setMinWidth(0);
            VBox words = new VBox(text, count, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            number.getStyleClass().add("count");
            number.setMinWidth(USE_PREF_SIZE);
            verdict.setMinWidth(USE_PREF_SIZE);
            line = new HBox(6, icon, words, verdict, number);
            line.setAlignment(Pos.CENTER_LEFT);
            // a right click asks for the menu and changes neither the filter nor what is selected
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.SECONDARY) {
                    event.consume();
                }
            });
            // the line is as wide as the tree, so that the counts line up and long names are cut off, not the counts
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(TokenNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                setContextMenu(null);
                setTooltip(null);
                return;
            }
            icon.setIconLiteral(node.kind().icon());
            Captions.value(text, Texts.oneLine(node.text()));
            Captions.value(detail, Texts.oneLine(node.detail()));
            detail.setVisible(!node.detail().isEmpty());
            detail.setManaged(!node.detail().isEmpty());
            boolean above = node.operation() == null;
            Captions.value(count, node.events() < 0 || node.events() == node.count() ? node.counted().of(node.count())
                    : TokensText.OPERATIONS_OF_EVENTS.text(node.counted().of(node.count()),
                            Count.EVENTS.of(node.events())));
            count.setVisible(above);
            count.setManaged(above);
            Captions.value(number, above ? "" : TokensText.TIMES.text(node.count()));
            verdict.setVisible(node.judged() != null);
            verdict.setManaged(node.judged() != null);
            TokenNode.Judged judged = node.judged();
            if (judged != null) {
                Captions.value(verdict, judged.isWhole() ? judged.verdict().inside()
                        : TokensText.PART_JUDGED.text(judged.with(), judged.of(), judged.verdict().inside()));
                verdict.getStyleClass().setAll("label", "verdict", "verdict-" + judged.verdict().word());
            }
            setGraphic(line);
            String value = node.operation() != null ? node.operation()
                    : node.uti() != null ? node.uti() : selection.view().get().session();
            FilterField field = node.operation() != null ? FilterField.OPERATION
                    : node.uti() != null ? FilterField.TOKEN : FilterField.SESSION;
            Captions.valueTip(this, TokensText.TOOLTIP.text(node.text(), node.detail().isEmpty() ? 0 : 1, node.detail(),
                    node.uti() == null ? 0 : 1, Texts.orEmpty(node.uti())));
            if (value != null) {
                setContextMenu(ValueMenu.of(navigation, field, value));
            }
        }
    }
}
