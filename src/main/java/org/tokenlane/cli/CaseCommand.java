package org.tokenlane.cli;

import java.util.concurrent.Callable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** A command that reads an existing case. */
abstract class CaseCommand implements Callable<Integer> {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Mixin
    private CaseOptions options;

    @ParentCommand
    private TokenlaneCommand parent;

    final Output output() {
        return parent.output();
    }

    final boolean json() {
        return options.json();
    }

    @Override
    public Integer call() {
        try (CaseFile caseFile = options.open()) {
            return run(caseFile);
        }
    }

    abstract int run(CaseFile caseFile);

    static Correlation correlate(CaseFile caseFile) {
        return Correlation.upToDate(caseFile);
    }

    /** What judgements on the case are made from. */
    static CaseFacts facts(CaseFile caseFile, Correlation correlation) {
        return Detection.facts(caseFile, correlation, new RecordDetails(), AddressLookup.NOTHING);
    }

    /** Runs the rules on the case. */
    static Detection detect(CaseFile caseFile, Correlation correlation) {
        return Detection.of(caseFile, correlation, new RecordDetails(), AddressLookup.NOTHING, () -> false);
    }
}
