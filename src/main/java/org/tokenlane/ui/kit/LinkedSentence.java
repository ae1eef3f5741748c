package org.tokenlane.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.TextFlow;
import org.tokenlane.model.text.TextKey;

/** A sentence in which some of the words are links. */
public final class LinkedSentence extends TextFlow {

    /** Words of a sentence, and what they lead to. */
    public record Link(String words, Runnable action) {
    }

    /** Characters for private use, which no text has, around the number of a link. */
    private static final Pattern MARKED = Pattern.compile("\uE000(\\d+)\uE001");

    /**
     * @param values
     *            the values of the text; of those that are a {@link Link} the words are a link in the sentence
     */
    public LinkedSentence(TextKey key, Object... values) {
        List<Link> links = new ArrayList<>();
        Object[] marked = Arrays.stream(values).map(value -> {
            if (value instanceof Link link) {
                links.add(link);
                return "\uE000" + (links.size() - 1) + "\uE001";
            }
            return value;
        }).toArray();
        String text = key.text(marked);
        Matcher matcher = MARKED.matcher(text);
        int at = 0;
        while (matcher.find()) {
            words(text.substring(at, matcher.start()));
            Link link = links.get(Integer.parseInt(matcher.group(1)));
            Hyperlink shown = Captions.valueLink(link.words());
            shown.setOnAction(event -> link.action().run());
            getChildren().add(shown);
            at = matcher.end();
        }
        words(text.substring(at));
    }

    private void words(String words) {
        if (!words.isEmpty()) {
            getChildren().add(Captions.valueText(words));
        }
    }
}
