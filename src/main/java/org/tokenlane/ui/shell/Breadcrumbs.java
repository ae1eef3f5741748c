package org.tokenlane.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import org.controlsfx.control.BreadCrumbBar;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** Case, user, session and token that are looked at, each a step back up. */
final class Breadcrumbs extends HBox {

    /** A step: what it is called, what looking at it means, and the value that it stands for, null for the case. */
    private record Step(String text, ViewState view, Filter.@Nullable FieldIs value) {

        @Override
        public String toString() {
            return text;
        }
    }

    private final Selection selection;
    private final BreadCrumbBar<Step> bar = new BreadCrumbBar<>();

    Breadcrumbs(Selection selection, Navigation navigation) {
        this.selection = selection;
        bar.setId("breadcrumbs");
        bar.setAutoNavigationEnabled(false);
        bar.setCrumbFactory(item -> {
            Button crumb = item.getChildren().isEmpty() ? Captions.valueButton(item.getValue().text())
                    : Captions.button(ShellText.CRUMB_ABOVE, item.getValue().text());
            crumb.setMnemonicParsing(false);
            crumb.getStyleClass().addAll("flat", "crumb");
            Filter.FieldIs is = item.getValue().value();
            if (is != null) {
                crumb.setOnContextMenuRequested(
                        event -> ValueMenu.of(navigation, is.field(), is.values().getFirst()).show(crumb,
                                event.getScreenX(), event.getScreenY()));
            }
            return crumb;
        });
        bar.setOnCrumbAction(event -> navigation.go(event.getSelectedCrumb().getValue().view()));
        getChildren().add(bar);
        getStyleClass().add("crumbs");
        selection.matching().addListener((property, before, now) -> show());
        selection.openCase().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        OpenCase open = selection.openCase().get();
        ViewState view = selection.view().get();
        if (open == null) {
            bar.setSelectedCrumb(null);
            return;
        }
        TreeItem<Step> last = new TreeItem<>(new Step(open.name(), ViewState.ALL, null));
        String session = view.session();
        if (session != null) {
            int code = open.correlation().sessionCode(session);
            String user = code == 0 ? null : open.queries().facts(code).upns().stream().findFirst().orElse(null);
            if (user != null) {
                Filter.FieldIs is = new Filter.FieldIs(FilterField.UPN, List.of(user));
                last = below(last, new Step(Texts.oneLine(user), ViewState.ALL.with(is), is));
            }
            last = below(last,
                    new Step(ShellText.CRUMB_SESSION.text(Texts.shortId(session)), ViewState.ofSession(session),
                            new Filter.FieldIs(FilterField.SESSION, List.of(session))));
        }
        String token = view.token();
        if (token != null) {
            int code = open.correlation().tokenCode(token);
            String app = code == 0 ? null : open.queries().token(code).app();
            Filter.FieldIs is = new Filter.FieldIs(FilterField.TOKEN, List.of(token));
            last = below(last, new Step(app == null ? ShellText.CRUMB_TOKEN.text(Texts.shortId(token))
                    : ShellText.CRUMB_TOKEN_OF_APP.text(Texts.oneLine(app), Texts.shortId(token)),
                    (session == null ? ViewState.ALL : ViewState.ofSession(session)).with(is), is));
        }
        bar.setSelectedCrumb(last);
    }

    private static TreeItem<Step> below(TreeItem<Step> parent, Step step) {
        TreeItem<Step> item = new TreeItem<>(step);
        parent.getChildren().add(item);
        return item;
    }
}
