package org.tokenlane.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an extract holds, and what is otherwise in it than in the case that it was taken from.
 *
 * @param file
 *            the new case
 * @param files
 *            how many evidence files records were taken from
 * @param linkedOtherwise
 *            how many events belong to another token or session there, or by another rule, because events that told
 *            were not taken
 * @param marks
 *            how many of the analyst's marks and names were taken over
 * @param marksLeft
 *            how many on what was taken could not be
 * @param replaced
 *            how many values pseudonyms stand for; 0 where none were asked for
 * @param left
 *            replaced values that still stand somewhere in the extract, with where; empty is what is wanted
 * @param pairs
 *            which event of the extract each event of the whole case is
 */
public record ExtractAccount(Path file, int events, long records, int sessions, int files, int linkedOtherwise,
        int marks, int marksLeft, int replaced,
        List<String> left,
        EventPairs pairs) {

    public ExtractAccount {
        left = List.copyOf(left);
    }

    /** The account in sentences. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(count(events, "event") + " of " + count(sessions, "session") + ", with " + count(records, "record")
                + " from " + count(files, "evidence file")
                + ", each as it stands in its file"
                + (replaced == 0 ? "." : " but for the values that pseudonyms stand for."));
        if (marks + marksLeft > 0) {
            words.add(count(marks, "mark") + " taken over"
                    + (marksLeft == 0 ? "."
                            : "; " + marksLeft
                                    + " could not be, since pseudonyms stand for what they are on or hold."));
        }
        if (linkedOtherwise > 0) {
            words.add(count(linkedOtherwise, "event") + (linkedOtherwise == 1 ? " is" : " are")
                    + " linked otherwise than in the whole case, because events that tell of the link were not taken.");
        }
        if (replaced > 0) {
            words.add("Pseudonyms stand for " + count(replaced, "value") + ". "
                    + (left.isEmpty()
                            ? "None of them stands anywhere in the extract any more: every record, name and note of it was searched."
                            : "Look at these before you hand it on, they hold a replaced value still: "
                                    + String.join("; ", left) + "."));
        }
        words.add("Findings in it are made from these events alone, so what a rule compares them with may be missing.");
        return words;
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d ", number) + thing + (number == 1 ? "" : "s");
    }
}
