package org.tokenlane.ui.details;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;

/** A record's text in which the event's ids and the matches of a search are highlighted. */
final class RawText extends TextFlow {

    /** Laying out a text of millions of characters would take minutes. */
    private static final int MOST = 60_000;

    private final String text;
    private final List<String> ids;

    RawText(String text, List<String> ids) {
        String cut = text.length() > MOST
                ? text.substring(0, MOST) + "\n" + DetailsText.CUT.text(text.length())
                : text;
        this.text = Texts.visible(cut);
        this.ids = ids;
        setPadding(new Insets(8));
        getStyleClass().add("raw");
        mark("");
    }

    private record Span(int from, int to, String style) {
    }

    /** Highlights all occurrences of a text, whatever their case, and returns their number. */
    int mark(String wanted) {
        List<Span> spans = new ArrayList<>();
        int found = wanted.isEmpty() ? 0 : find(wanted, "raw-found", spans);
        ids.forEach(id -> find(id, "raw-id", spans));
        spans.sort(Comparator.comparingInt(Span::from));
        List<Node> parts = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            if (span.from < at) {
                continue;
            }
            plain(parts, at, span.from);
            Label marked = Captions.valueLabel(text.substring(span.from, span.to));
            marked.getStyleClass().add(span.style);
            parts.add(marked);
            at = span.to;
        }
        plain(parts, at, text.length());
        getChildren().setAll(parts);
        return found;
    }

    private int find(String wanted, String style, List<Span> spans) {
        String all = text.toLowerCase(Locale.ROOT);
        String part = wanted.toLowerCase(Locale.ROOT);
        int found = 0;
        for (int at = all.indexOf(part); at >= 0 && !part.isEmpty(); at = all.indexOf(part, at + part.length())) {
            spans.add(new Span(at, at + part.length(), style));
            found++;
        }
        return found;
    }

    private void plain(List<Node> parts, int from, int to) {
        if (to > from) {
            Text plain = Captions.valueText(text.substring(from, to));
            plain.getStyleClass().add("raw-text");
            parts.add(plain);
        }
    }
}
