package org.tokenlane.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import org.tokenlane.report.document.PartedWord;

/**
 * Finds where a line may end: as the language has it, but not inside a time, an id, a number or an address, which a
 * reader has to be able to read in one piece. What is longer than its line is broken by the layout all the same.
 */
final class WholeWords implements FSTextBreaker {

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        lines.setText(newText);
    }

    @Override
    public int next() {
        int place = lines.next();
        while (place != BreakIterator.DONE && isInside(place)) {
            place = lines.next();
        }
        return place;
    }

    /** Behind a colon, a dot, a comma or an underline that letters or digits follow without a blank; in a quotation. */
    private boolean isInside(int place) {
        return place > 0 && place < text.length() && (isBetweenQuotationAndMark(place)
                || PartedWord.isInsideTime(text, place)
                || ":.,_@".indexOf(text.charAt(place - 1)) >= 0
                        && Character.isLetterOrDigit(text.charAt(place)) && text.charAt(place) < 0x2000);
    }

    /**
     * A mark of quotation stays with what it encloses. Which one begins and which one ends differs between languages: one
     * that follows a blank begins, any other ends.
     */
    private boolean isBetweenQuotationAndMark(int place) {
        return isMark(place) && !Character.isWhitespace(text.charAt(place - 1))
                || isMark(place - 1) && (place == 1 || Character.isWhitespace(text.charAt(place - 2)));
    }

    private boolean isMark(int at) {
        int type = Character.getType(text.charAt(at));
        return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
    }
}
