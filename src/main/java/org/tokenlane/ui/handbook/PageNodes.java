package org.tokenlane.ui.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Captions;

/** A page of the handbook as nodes. Nothing in a page is run, and no address is opened. */
final class PageNodes extends VBox {

    /** What the links and buttons of a page do. */
    interface Actions {

        /** Shows a page of the handbook. */
        void open(String page, @Nullable String anchor);

        /** Hands an address to the clipboard. */
        void copyAddress(String address);

        /** Hands an example to the clipboard. */
        void copyCode(String code);
    }

    /** A column of a table gets room for this many characters at most before its cells are wrapped. */
    private static final int WIDE = 60;
    private static final int NARROW = 5;

    private final Handbook.Page page;
    private final boolean dark;
    private final Actions actions;
    private final Map<String, Node> anchors = new HashMap<>();

    PageNodes(Handbook.Page page, boolean dark, Actions actions) {
        super(10);
        this.page = page;
        this.dark = dark;
        this.actions = actions;
        getStyleClass().add("handbook-page");
        setPadding(new Insets(18, 28, 28, 28));
        blocks(page.document(), this);
    }

    /** The heading that links call so, or null. */
    @Nullable
    Node anchored(String anchor) {
        return anchors.get(anchor);
    }

    private void blocks(org.commonmark.node.Node parent, VBox to) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Node block = block(node);
            if (block != null) {
                to.getChildren().add(block);
            }
        }
    }

    private @Nullable Node block(org.commonmark.node.Node node) {
        return switch (node) {
        case Heading heading -> heading(heading);
        case FencedCodeBlock code -> code(code.getLiteral());
        case IndentedCodeBlock code -> code(code.getLiteral());
        case BulletList list -> list(list, 0);
        case OrderedList list -> list(list, Objects.requireNonNullElse(list.getMarkerStartNumber(), 1));
        case BlockQuote quote -> {
            VBox box = new VBox(6);
            box.getStyleClass().add("handbook-quote");
            blocks(quote, box);
            yield box;
        }
        case TableBlock table -> table(table);
        case ThematicBreak line -> new Separator();
        case Block other -> other.getFirstChild() instanceof org.commonmark.node.Image image
                && image.getNext() == null ? picture(image) : flow(other);
        default -> null;
        };
    }

    private Label heading(Heading heading) {
        String text = PlainText.of(heading);
        Label label = Captions.wrapped(Captions.valueLabel(text));
        label.getStyleClass().add("handbook-heading-" + Math.min(heading.getLevel(), 3));
        anchors.putIfAbsent(Handbook.anchor(text), label);
        return label;
    }

    private HBox code(String literal) {
        String code = literal.stripTrailing();
        Label text = Captions.wrapped(Captions.valueLabel(code));
        text.getStyleClass().add("handbook-code");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button copy = Captions.iconButton("bi-clipboard", HandbookText.COPY_CODE);
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> actions.copyCode(code));
        HBox box = new HBox(6, text, copy);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("handbook-code-block");
        return box;
    }

    /**
     * @param first
     *            the number of the first entry; 0 for a list without numbers
     */
    private VBox list(org.commonmark.node.Node list, int first) {
        VBox box = new VBox(5);
        box.setPadding(new Insets(0, 0, 0, 8));
        int number = first;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = Captions.valueLabel(first == 0 ? "•" : number++ + ".");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = new VBox(5);
            HBox.setHgrow(content, Priority.ALWAYS);
            blocks(item, content);
            box.getChildren().add(new HBox(8, mark, content));
        }
        return box;
    }

    private GridPane table(TableBlock table) {
        List<List<org.commonmark.node.Node>> rows = new ArrayList<>();
        List<Boolean> heads = new ArrayList<>();
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<org.commonmark.node.Node> cells = new ArrayList<>();
                for (org.commonmark.node.Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(cell);
                }
                rows.add(cells);
                heads.add(part instanceof TableHead);
            }
        }
        GridPane grid = new GridPane(16, 0);
        grid.getStyleClass().add("handbook-table");
        int columns = rows.getFirst().size();
        double[] widths = new double[columns];
        for (List<org.commonmark.node.Node> row : rows) {
            for (int column = 0; column < Math.min(columns, row.size()); column++) {
                widths[column] = Math.max(widths[column], width(PlainText.of(row.get(column))));
            }
        }
        double all = Arrays.stream(widths).sum();
        for (double width : widths) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100 * width / all);
            grid.getColumnConstraints().add(constraints);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < Math.min(columns, rows.get(row).size()); column++) {
                TextFlow cell = flow(rows.get(row).get(column));
                cell.getStyleClass().add(heads.get(row) ? "handbook-table-head" : "handbook-table-cell");
                cell.setPadding(new Insets(4, 0, 4, 0));
                if (heads.get(row)) {
                    cell.getChildren().forEach(words -> words.getStyleClass().add("handbook-strong"));
                }
                grid.add(cell, column, row);
            }
        }
        return grid;
    }

    /** How many characters a cell needs side by side: its longest word, and more where the text is longer. */
    private static double width(String text) {
        int longest = Arrays.stream(text.split(" ")).mapToInt(String::length).max().orElse(0);
        return Math.max(NARROW, Math.max(longest, Math.min(text.length(), WIDE)));
    }

    private Node picture(org.commonmark.node.Image picture) {
        ImageView view = new ImageView(image(picture.getDestination()));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        double own = view.getImage().getWidth();
        view.fitWidthProperty().bind(widthProperty().subtract(60).map(room -> Math.min(own, room.doubleValue())));
        Captions.accessible(view, HandbookText.PICTURE, PlainText.of(picture));
        return view;
    }

    /** The picture, in the colors of the window where it was drawn in both. */
    private Image image(String name) {
        String light = name.replace(".png", "-light.png");
        try (InputStream in = dark ? null : Handbook.open(light)) {
            if (in != null) {
                return new Image(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (InputStream in = Objects.requireNonNull(Handbook.open(name), name)) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextFlow flow(org.commonmark.node.Node parent) {
        TextFlow flow = new TextFlow();
        words(parent, flow, List.of("handbook-text"));
        return flow;
    }

    private void words(org.commonmark.node.Node parent, TextFlow to, List<String> styles) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
            case org.commonmark.node.Text text -> add(to, text.getLiteral(), styles);
            case SoftLineBreak end -> add(to, " ", styles);
            case HardLineBreak end -> add(to, "\n", styles);
            case Code code -> add(to, code.getLiteral(), and(styles, "handbook-inline-code"));
            case StrongEmphasis strong -> words(strong, to, and(styles, "handbook-strong"));
            case Emphasis emphasis -> words(emphasis, to, and(styles, "handbook-emphasis"));
            case Link link -> link(link, to, styles);
            default -> words(node, to, styles);
            }
        }
    }

    private static List<String> and(List<String> styles, String further) {
        List<String> all = new ArrayList<>(styles);
        all.add(further);
        return all;
    }

    private static void add(TextFlow to, String words, List<String> styles) {
        Text text = Captions.valueText(words);
        text.getStyleClass().addAll(styles);
        to.getChildren().add(text);
    }

    /** A link to a page opens it, an address is copied; what leads to a file that is not packed is only words. */
    private void link(Link link, TextFlow to, List<String> styles) {
        String target = link.getDestination();
        String[] parts = target.split("#", 2);
        String name = parts[0].isEmpty() ? page.name() : parts[0];
        boolean isAddress = target.matches("https?:.*");
        if (!isAddress && !Handbook.has(name)) {
            words(link, to, styles);
            return;
        }
        Hyperlink shown = Captions.valueLink(PlainText.of(link));
        shown.getStyleClass().add("handbook-link");
        if (isAddress) {
            Captions.tip(shown, HandbookText.ADDRESS_TIP, target);
            shown.setOnAction(event -> actions.copyAddress(target));
        } else {
            shown.setOnAction(event -> actions.open(name, parts.length == 2 ? parts[1] : null));
        }
        to.getChildren().add(shown);
    }
}
