package org.tokenlane.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tokenlane.model.detail.RecordField;

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
