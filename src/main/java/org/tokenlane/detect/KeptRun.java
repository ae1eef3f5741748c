package org.tokenlane.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.library.Library;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;

/**
 * What the rules found when they last ran on a case, as the case keeps it. It is only used where {@link RuleInputs}
 * gives the same hash as then. Nothing is kept of a run during which the case was changed, or of one in which a rule
 * broke off, and a case that can only be read neither keeps anything nor is believed.
 */
final class KeptRun {

    private static final Logger LOG = System.getLogger(KeptRun.class.getName());

    private final CaseFile caseFile;
    private final KeptOutcomes writing;
    private final int entry;
    private final @Nullable String inputs;

    private KeptRun(CaseFile caseFile, Correlation correlation, int entry, @Nullable String inputs) {
        this.caseFile = caseFile;
        this.entry = entry;
        this.inputs = inputs;
        writing = new KeptOutcomes(correlation.events()::id, correlation.events().size());
    }

    /** The run on the case as it is now. */
    static KeptRun of(CaseFile caseFile, Correlation correlation, RecordOpener opener, AddressLookup lookup,
            Library library) {
        int entry = caseFile.lastEntry();
        return new KeptRun(caseFile, correlation, entry, caseFile.isReadOnly() ? null
                : RuleInputs.hash(caseFile, correlation, opener, lookup, library));
    }

    /** What the case keeps of it; null where the rules have to run. */
    @Nullable
    List<RuleOutcome> outcomes() {
        byte[] kept = inputs == null ? null : caseFile.keptRules().read(inputs);
        return kept == null ? null : writing.read(kept);
    }

    /** Keeps what the rules found, where the case is still as it was. */
    void keep(List<RuleOutcome> outcomes) {
        if (inputs == null || caseFile.lastEntry() != entry) {
            return;
        }
        byte[] written = writing.write(outcomes);
        if (!outcomes.equals(writing.read(written))) {
            return;
        }
        try {
            caseFile.keptRules().keep(inputs, written);
        } catch (CaseFileException notWritten) {
            LOG.log(Level.WARNING, "what the rules found was not kept", notWritten);
        }
    }
}
