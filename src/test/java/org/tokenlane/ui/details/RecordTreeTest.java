package org.tokenlane.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tokenlane.model.detail.RecordField;
import org.tokenlane.ui.kit.WindowRobot;

/** A record's fields as a tree. */
class RecordTreeTest {

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** A field with so many inside. */
    private static RecordTree of(int fields) {
        List<RecordField> inside = IntStream.range(1, fields)
                .mapToObj(i -> new RecordField("f" + i, String.valueOf(i), List.of())).toList();
        return new RecordTree(List.of(new RecordField("all", "", inside)), List.of(), field -> new ContextMenu());
    }

    @Test
    void aTreeOfSixHundredFieldsIsOpenedWhole() {
        assertThat(of(600).getRoot().getChildren().getFirst().isExpanded()).isTrue();
        assertThat(of(601).getRoot().getChildren().getFirst().isExpanded()).isFalse();
    }

    /** How high the line of a value is in a tree of this width. */
    private static double height(String value, double width) {
        double[] height = new double[1];
        new WindowRobot().interact(() -> {
            RecordTree tree = new RecordTree(List.of(new RecordField("Name", value, List.of())), List.of(),
                    field -> new ContextMenu());
            StackPane pane = new StackPane(tree);
            new Scene(pane, width, 600);
            pane.applyCss();
            pane.layout();
            TreeCell<?> cell = tree.lookupAll(".tree-cell").stream().map(node -> (TreeCell<?>) node)
                    .filter(each -> !each.isEmpty()).findFirst().orElseThrow();
            height[0] = cell.getHeight();
            assertThat(cell.getWidth()).as("nothing to scroll to").isLessThanOrEqualTo(width);
        });
        return height[0];
    }

    @Test
    void aLongValueGoesOnInTheNextLinesAtItsParts() {
        double one = height("short", 300);
        assertThat(height("https://contoso.example/sites/finance/documents/2026/invoices/list-of-invoices.xlsx", 300))
                .isGreaterThan(1.8 * one);
        assertThat(height("{\"Name\":\"SessionId\",\"Value\":\"00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8\"}", 300))
                .isGreaterThan(1.8 * one);
        assertThat(height("https://contoso.example/sites/finance/documents/2026/invoices/list-of-invoices.xlsx",
                1_600)).isEqualTo(one);
    }

    @Test
    void whatIsFoundIsOpenedAndSelected() {
        RecordTree tree = of(601);
        assertThat(tree.find("F600")).isEqualTo(1);
        assertThat(tree.getRoot().getChildren().getFirst().isExpanded()).isTrue();
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().name()).isEqualTo("f600");
        assertThat(tree.find("no such field")).isZero();
        assertThat(tree.find("")).isZero();
        assertThat(tree.getSelectionModel().getSelectedItem()).isNull();
    }
}
