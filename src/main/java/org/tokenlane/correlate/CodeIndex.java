package org.tokenlane.correlate;

import org.tokenlane.model.column.TextColumn;

/** Finds the code of a text in a dictionary of very many texts without looking at all of them. */
final class CodeIndex {

    private final TextColumn values;
    /** Codes by the hash of their text; 0 is a free place. Twice as many places as texts keep the ways short. */
    private final int[] places;

    /**
     * @param values
     *            the texts by their codes; that of code 0 is no text
     */
    CodeIndex(TextColumn values) {
        this.values = values;
        places = new int[Integer.highestOneBit(Math.max(1, values.size())) * 4];
        for (int code = 1; code < values.size(); code++) {
            int place = place(values.get(code));
            // of equal texts the first counts
            while (places[place] != 0 && !values.get(places[place]).equals(values.get(code))) {
                place = place + 1 & places.length - 1;
            }
            if (places[place] == 0) {
                places[place] = code;
            }
        }
    }

    private int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & places.length - 1;
    }

    /** The code of a text, or 0 where the dictionary does not have it. */
    int of(String text) {
        for (int place = place(text); places[place] != 0; place = place + 1 & places.length - 1) {
            if (values.get(places[place]).equals(text)) {
                return places[place];
            }
        }
        return 0;
    }
}
