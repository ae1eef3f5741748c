package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.correlate.CaseCheck;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.library.Library;
import org.tokenlane.job.Progress;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.store.CaseFile;

/** Checks all that a case holds and says, and what it keeps of the rules' findings against what the rules find. */
public final class FindingsCheck {

    private FindingsCheck() {
    }

    /**
     * Checks the case. Findings that are kept for other circumstances than these, such as another language, cannot be
     * compared and are forgotten, so that none is shown later that was not compared. Gives a sentence for each fault;
     * none where all is well.
     */
    public static List<String> faults(CaseFile caseFile, RecordOpener opener, AddressLookup lookup, Library library,
            Progress progress) {
        List<String> faults = new ArrayList<>(CaseCheck.faults(caseFile));
        if (!faults.isEmpty()) {
            return faults;
        }
        Correlation correlation = Correlation.upToDate(caseFile);
        List<RuleOutcome> kept = KeptRun.of(caseFile, correlation, opener, lookup, library).outcomes();
        if (kept == null) {
            caseFile.keptRules().forget();
            return faults;
        }
        Detection found = Detection.anew(caseFile, correlation, opener, lookup, library, progress);
        if (!found.isWhole()) {
            caseFile.keptRules().forget();
        } else if (!kept.equals(found.outcomes())) {
            faults.add(DetectText.FINDINGS_DIFFER.text());
        }
        return faults;
    }
}
