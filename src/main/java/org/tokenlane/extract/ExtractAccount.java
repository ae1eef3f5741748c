package org.tokenlane.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.text.Count;

/**
 * What an extract contains, and what differs from the case that it was taken from.
 *
 * @param file
 *            the new case
 * @param files
 *            how many evidence files records were taken from
 * @param linkedOtherwise
 *            how many events belong to another token or session there, or by another rule, because events that
 *            establish the link were not included
 * @param marks
 *            how many of the analyst's marks and names were copied
 * @param marksLeft
 *            how many on what was taken could not be
 * @param replaced
 *            how many values have pseudonyms; 0 where none were asked for
 * @param left
 *            replaced values that are still somewhere in the extract, with their place; empty is what is wanted
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
        words.add((replaced == 0 ? ExtractText.UNCHANGED : ExtractText.CHANGED).text(Count.EVENTS.of(events),
                Count.SESSIONS.of(sessions), Count.RECORDS.of(records), Count.EVIDENCE_FILES.of(files)));
        if (marks + marksLeft > 0) {
            words.add((marksLeft == 0 ? ExtractText.MARKS : ExtractText.MARKS_LEFT).text(Count.MARKS.of(marks),
                    marksLeft));
        }
        if (linkedOtherwise > 0) {
            words.add(ExtractText.LINKED_DIFFERENTLY.text(linkedOtherwise));
        }
        if (replaced > 0) {
            words.add((left.isEmpty() ? ExtractText.REPLACED : ExtractText.REPLACED_LEFT)
                    .text(Count.VALUES.of(replaced), String.join("; ", left)));
        }
        words.add(ExtractText.FINDINGS.text());
        return words;
    }
}
