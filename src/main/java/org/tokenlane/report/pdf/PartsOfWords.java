package org.tokenlane.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import org.tokenlane.report.document.PartedWord;

/**
 * Finds where a word that is longer than its line may be broken. Ends of words are among the places, as the layout
 * expects it.
 */
final class PartsOfWords implements FSTextBreaker {

    private final WholeWords words = new WholeWords();
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    private String text = "";
    private int word;

    @Override
    public void setText(String newText) {
        text = newText;
        words.setText(newText);
        characters.setText(newText);
        word = words.next();
    }

    @Override
    public int next() {
        int place = characters.next();
        while (place != BreakIterator.DONE && !isPlace(place)) {
            place = characters.next();
        }
        return place;
    }

    private boolean isPlace(int place) {
        while (word != BreakIterator.DONE && word < place) {
            word = words.next();
        }
        return place == word || place == text.length() || PartedWord.isPlace(text, place);
    }
}
