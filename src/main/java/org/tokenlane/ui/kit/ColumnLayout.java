package org.tokenlane.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumnBase;

/**
 * Which columns of a table are shown, in which order and how wide, as a line of text. Columns are known by their ids.
 */
public final class ColumnLayout {

    private static final double LEAST = 20;
    private static final double MOST = 4_000;

    private static final Set<String> ABBREVIATIONS = Set.of("upn", "id", "uti", "ip", "asn", "utc");

    private ColumnLayout() {
    }

    /**
     * The id of the column that a constant names: {@code RESULT_CODE} has {@code Result code}. The settings of the
     * window
     * remember columns by it, those of earlier versions too, so it is no title and never changes.
     */
    public static String id(Enum<?> column) {
        StringBuilder id = new StringBuilder();
        for (String word : column.name().toLowerCase(Locale.ROOT).split("_")) {
            String written = ABBREVIATIONS.contains(word) ? word.toUpperCase(Locale.ROOT) : word;
            if (id.isEmpty()) {
                id.append(Character.toUpperCase(written.charAt(0))).append(written.substring(1));
            } else {
                id.append(' ').append(written);
            }
        }
        return id.toString();
    }

    /** As in {@code Time=148,Operation=170,-Kind=130}; what is not shown has a minus. */
    public static String of(List<? extends TableColumnBase<?, ?>> columns) {
        return columns.stream()
                .map(column -> (column.isVisible() ? "" : "-") + column.getId() + "=" + Math.round(column.getWidth()))
                .collect(Collectors.joining(","));
    }

    /**
     * Lays columns out as they were; those that the text does not know stay as they are, behind the others, and a text
     * that is none changes nothing.
     */
    public static <T extends TableColumnBase<?, ?>> void apply(String text, ObservableList<T> columns) {
        Map<String, T> byId = new LinkedHashMap<>();
        columns.forEach(column -> byId.put(column.getId(), column));
        List<T> ordered = new ArrayList<>();
        for (String part : text.split(",")) {
            boolean hidden = part.startsWith("-");
            int end = part.lastIndexOf('=');
            T column = end < 0 ? null : byId.remove(part.substring(hidden ? 1 : 0, end));
            if (column != null) {
                column.setVisible(!hidden);
                width(column, part.substring(end + 1));
                ordered.add(column);
            }
        }
        ordered.addAll(byId.values());
        if (!ordered.equals(columns)) {
            columns.setAll(ordered);
        }
    }

    private static void width(TableColumnBase<?, ?> column, String text) {
        try {
            column.setPrefWidth(Math.clamp(Double.parseDouble(text), LEAST, MOST));
        } catch (NumberFormatException e) {
            // somebody wrote into the file; the column keeps its width
        }
    }
}
