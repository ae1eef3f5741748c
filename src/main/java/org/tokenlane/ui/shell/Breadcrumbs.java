package org.tokenlane.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import org.controlsfx.control.BreadCrumbBar;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Case, user, session and token that are looked at, each a step back up. */
final class Breadcrumbs extends HBox {

    /** A step: what it is called, what looking at it means, and the value that it stands for, null for the case. */
    private record Step(String text, ViewState view, Filter.FieldIs value) {

        @Override
        public String toString() {
            return text;
        }
    }

    private final Workbench workbench;
    private final BreadCrumbBar<Step> bar = new BreadCrumbBar<>();

    Breadcrumbs(Workbench workbench) {
        this.workbench = workbench;
        bar.setId("breadcrumbs");
        bar.setAutoNavigationEnabled(false);
        bar.setCrumbFactory(item -> {
            Button crumb = new Button(item.getValue() + (item.getChildren().isEmpty() ? "" : "  ›"));
            crumb.setMnemonicParsing(false);
            crumb.getStyleClass().addAll("flat", "crumb");
            Filter.FieldIs is = item.getValue().value();
            if (is != null) {
                crumb.setOnContextMenuRequested(
                        event -> ValueMenu.of(workbench, is.field(), is.values().getFirst()).show(crumb,
                                event.getScreenX(), event.getScreenY()));
            }
            return crumb;
        });
        bar.setOnCrumbAction(event -> workbench.go(event.getSelectedCrumb().getValue().view()));
        getChildren().add(bar);
        getStyleClass().add("crumbs");
        workbench.matching().addListener((property, before, now) -> show());
        workbench.openCase().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        OpenCase open = workbench.openCase().get();
        ViewState view = workbench.view().get();
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
            last = below(last, new Step("session " + Texts.shortId(session), ViewState.ofSession(session),
                    new Filter.FieldIs(FilterField.SESSION, List.of(session))));
        }
        String token = view.token();
        if (token != null) {
            int code = open.correlation().tokenCode(token);
            String app = code == 0 ? null : open.queries().token(code).app();
            Filter.FieldIs is = new Filter.FieldIs(FilterField.TOKEN, List.of(token));
            last = below(last, new Step("token " + (app == null ? "" : Texts.oneLine(app) + " ") + Texts.shortId(token),
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
