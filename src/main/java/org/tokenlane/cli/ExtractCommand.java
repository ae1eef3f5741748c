package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.extract.ExtractAccount;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "extract", mixinStandardHelpOptions = true, description = {
    "Takes chosen events with their records out of the case into a new, smaller one for a colleague;",
    "hashes, lines and marks come along. With --pseudonyms it can be shared." })
final class ExtractCommand extends CaseCommand {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new case (NAME.tlcase), which must not exist yet.")
    private Path out;

    @Option(names = "--session", paramLabel = "SID", description = "All events of this session, those linked by inference included; may be given several times.")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--all", description = "All events.")
    private boolean all;

    @Parameters(arity = "0..*", paramLabel = "FILTER", description = "Only events that match, such as: upn:adele@contoso.example after:2026-09-10")
    private List<String> filter = new ArrayList<>();

    @Mixin
    private PseudonymOptions pseudonyms;

    @Option(names = "--new-password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD", description = "Encrypt the new case; asked for where none is given.")
    private char[] password;

    @Override
    int run(CaseFile caseFile) {
        if (sessions.isEmpty() && filter.isEmpty() && !all) {
            throw new CommandFailure("Say what to take: --session SID, a filter, or --all.", WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        BitSet chosen = EventChoice.of(filter, caseFile, correlation);
        if (!sessions.isEmpty()) {
            BitSet ofSessions = new BitSet();
            for (String session : sessions) {
                for (int event : correlation.eventsOfSession(ExposureChoice.sessionCode(correlation, session))) {
                    ofSessions.set(event);
                }
            }
            chosen.and(ofSessions);
        }
        if (chosen.isEmpty()) {
            throw new CommandFailure("No event matches, so no extract was made.");
        }
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(enrichment().microsoft());
        String chosenBy = String.join(" ",
                sessions.isEmpty() ? filter.isEmpty() ? List.of("all events") : filter : words());
        ExtractAccount account = write(caseFile, correlation, chosen,
                new CaseExtract.Wish(out, password, Analyst.name(), chosenBy, pseudonymiser,
                        pseudonyms.keyFile(), true));
        print(account);
        return DONE;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        sessions.forEach(session -> words.add("session " + session));
        words.addAll(filter);
        return words;
    }

    private ExtractAccount write(CaseFile caseFile, Correlation correlation, BitSet chosen, CaseExtract.Wish wish) {
        try (Interruption interruption = new Interruption()) {
            ImportBar bar = new ImportBar(interruption, System.err, !json() && ImportBar.isTerminal());
            try {
                return CaseExtract.write(caseFile, correlation, chosen, wish, bar);
            } catch (CancellationException stopped) {
                throw new CommandFailure("Stopped; no extract was made.");
            } finally {
                bar.close();
            }
        }
    }

    private void print(ExtractAccount account) {
        if (json()) {
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("extract", account.file().toString());
            done.put("events", account.events());
            done.put("records", account.records());
            done.put("sessions", account.sessions());
            done.put("files", account.files());
            done.put("linkedOtherwise", account.linkedOtherwise());
            done.put("marks", account.marks());
            done.put("marksLeft", account.marksLeft());
            done.put("replaced", account.replaced());
            done.put("stillThere", account.left());
            output().json(done);
        } else {
            output().line("Extract: " + account.file());
            account.words().forEach(output()::line);
            if (account.replaced() > 0) {
                output().line("The key is " + pseudonyms.keyFile() + ": keep it, and do not hand it on.");
            }
        }
    }
}
