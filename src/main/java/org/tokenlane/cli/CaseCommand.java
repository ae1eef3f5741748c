package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.FindingsCheck;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.library.Library;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFileException;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.CommandRunner;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.report.Indicators;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that reads an existing case. */
abstract class CaseCommand implements Callable<Integer> {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Mixin
    private CaseOptions options;

    @Option(names = "--network-data", paramLabel = "FILE")
    private List<Path> networkData = new ArrayList<>();

    @ParentCommand
    private TokenlaneCommand parent;

    private @Nullable Enrichment enrichment;

    final Output output() {
        return parent.output();
    }

    final boolean json() {
        return options.json();
    }

    @Override
    public Integer call() {
        try (CaseFile caseFile = options.open(parent.environment(), output())) {
            return run(caseFile);
        }
    }

    abstract int run(CaseFile caseFile);

    static Correlation correlate(CaseFile caseFile) {
        return Correlation.upToDate(caseFile);
    }

    /** External data (enrichment), including the files given with the command. */
    final Enrichment enrichment() {
        if (enrichment == null) {
            try {
                enrichment = Enrichment.of(Networks.open(networkData));
            } catch (NetworkFileException unusable) {
                throw new CommandFailure(CommandFailure.words(unusable));
            }
        }
        return enrichment;
    }

    /** What judgements on the case are made from. */
    final CaseFacts facts(CaseFile caseFile, Correlation correlation) {
        return Detection.facts(caseFile, correlation, new RecordDetails(), new KnownNetworks(enrichment()));
    }

    /** Runs the rules on the case. */
    final Detection detect(CaseFile caseFile, Correlation correlation) {
        Library library = library();
        return working(progress -> Detection.of(caseFile, correlation, new RecordDetails(),
                new KnownNetworks(enrichment()), library, progress));
    }

    static Detection detect(CaseFile caseFile, Correlation correlation, Enrichment enrichment, Progress progress) {
        return Detection.of(caseFile, correlation, new RecordDetails(), new KnownNetworks(enrichment), progress);
    }

    /** Checks all that the case holds, and its findings; a sentence for each fault. */
    final List<String> check(CaseFile caseFile) {
        return working(progress -> FindingsCheck.faults(caseFile, new RecordDetails(),
                new KnownNetworks(enrichment()), library(), progress));
    }

    private Library library() {
        return parent.library() == null ? Library.EMPTY : Library.read(parent.library());
    }

    /** The first questions with their answers. */
    final Answers answers(CaseFile caseFile, Correlation correlation) {
        CaseFacts facts = facts(caseFile, correlation);
        List<Finding> findings = detect(caseFile, correlation).findings();
        return working(progress -> Answers.of(caseFile, facts, findings, MarkedEvents.of(caseFile, correlation),
                progress));
    }

    /** What is hostile in the case. */
    final HostileActivity activity(CaseFile caseFile, Correlation correlation) {
        CaseFacts facts = facts(caseFile, correlation);
        List<Finding> findings = detect(caseFile, correlation).findings();
        MarkedEvents marked = MarkedEvents.of(caseFile, correlation);
        return HostileActivity.of(correlation,
                working(progress -> Answers.of(caseFile, facts, findings, marked, progress)), findings, marked);
    }

    /** Whose hands each event was done by. */
    final Attribution attribution(CaseFile caseFile, Correlation correlation) {
        return Attribution.of(facts(caseFile, correlation), detect(caseFile, correlation).findings(),
                MarkedEvents.of(caseFile, correlation), caseFile.settings()::originSplits);
    }

    /** What the attacker's activity is recognized by. */
    final Indicators indicators(CaseFile caseFile, Correlation correlation) {
        return activity(caseFile, correlation).indicators();
    }

    /** Does work that only reads the case. */
    final <T extends @Nullable Object> T working(CommandRunner.CommandWork<T> work) {
        return LongWork.run(!json(), CliText.STOPPED, work);
    }
}
