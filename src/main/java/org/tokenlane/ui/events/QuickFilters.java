package org.tokenlane.ui.events;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Navigation;

/** A field below each column's header: what is typed there narrows the filter by the column. */
final class QuickFilters {

    private static final String STYLE = "quick-filters"; // not for people
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TableView<Integer> table;
    private final Navigation navigation;

    QuickFilters(TableView<Integer> table, Navigation navigation) {
        this.table = table;
        this.navigation = navigation;
    }

    void show(boolean shown) {
        if (shown == table.getStyleClass().contains(STYLE)) {
            return;
        }
        if (shown) {
            table.getStyleClass().add(STYLE);
        } else {
            table.getStyleClass().remove(STYLE);
        }
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            EventColumn of = (EventColumn) column.getUserData();
            column.setGraphic(shown && (of.filter() != null || of == EventColumn.RESULT) ? field(column, of) : null);
        }
    }

    private TextField field(TableColumn<Integer, ?> column, EventColumn of) {
        TextField field = new TextField();
        field.setId("quick-" + of.name());
        Captions.prompt(field, EventsText.QUICK_PROMPT);
        field.prefWidthProperty().bind(column.widthProperty().subtract(14));
        field.setMinWidth(0);
        // the header would sort by a click, and move the column by a drag
        field.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        field.textProperty().addListener(
                (property, before, now) -> field.pseudoClassStateChanged(WRONG, false));
        field.setOnAction(event -> {
            Filter part = part(of, field.getText());
            if (part != null) {
                navigation.narrow(part);
                field.clear();
            } else if (!field.getText().isBlank()) {
                field.pseudoClassStateChanged(WRONG, true);
            }
        });
        return field;
    }

    /**
     * The filter that a text below a column's header stands for; a minus before it leaves out what it selects. Addresses
     * and results are read as the filter language reads them; of other columns the values that begin with the text are
     * selected, or hold it where a part is enough, unless it has wildcards of its own. Null where it is none.
     */
    static @Nullable Filter part(EventColumn column, String typed) {
        boolean out = typed.strip().startsWith("-");
        String text = out ? typed.strip().substring(1).strip() : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        FilterField field = column.filter();
        try {
            Filter part = field == null ? results(text) : values(field, text);
            return part == null ? null : out ? new Filter.Not(part) : part;
        } catch (FilterSyntaxException noValue) {
            return null;
        }
    }

    private static @Nullable Filter results(String text) throws FilterSyntaxException {
        return FilterParser.parse("result:" + text.replaceAll("\\s*,\\s*", ",")) instanceof Filter.ResultIs is ? is
                : null;
    }

    private static @Nullable Filter values(FilterField field, String text) throws FilterSyntaxException {
        if (field.match() == FilterField.Match.PART && text.charAt(0) != '"') {
            // a comma may be a part of the text, as in "KHTML, like Gecko"
            return new Filter.FieldIs(field, List.of(text));
        }
        Filter.FieldIs read = FilterParser.values(field, text);
        return read == null || field.match() != FilterField.Match.WHOLE ? read
                : new Filter.FieldIs(field, read.values().stream()
                        .map(value -> value.indexOf('*') < 0 && value.indexOf('?') < 0 ? value + '*' : value).toList());
    }
}
