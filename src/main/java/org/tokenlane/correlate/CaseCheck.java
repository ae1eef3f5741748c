package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;

/** Checks all that a case holds and says. */
public final class CaseCheck {

    private CaseCheck() {
    }

    /**
     * Checks the case file against itself, and the stored links against those that follow from the records. Gives a
     * sentence for each fault; none where all is well.
     */
    public static List<String> faults(CaseFile caseFile) {
        List<String> faults = new ArrayList<>(caseFile.verify());
        if (faults.isEmpty()) {
            try {
                Correlation kept = Correlation.upToDate(caseFile);
                if (!kept.sameLinksAs(Correlation.of(kept.events()))) {
                    faults.add(CheckText.LINKS_DIFFER.text());
                }
            } catch (CaseFileException damaged) {
                faults.add(damaged.shown().toString());
            }
        }
        return faults;
    }
}
