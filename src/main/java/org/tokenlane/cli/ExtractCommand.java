package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.extract.ExtractAccount;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand extends CaseCommand {

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private FilterWords filter;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Option(names = "--new-password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD")
    private @Nullable char[] password;

    @Override
    int run(CaseFile caseFile) {
        if (sessions.isEmpty() && filter.words().isEmpty() && !all) {
            throw new CommandFailure(CliText.EXTRACT_NEEDS_CHOICE.with(), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        BitSet chosen = EventChoice.of(filter.words(), caseFile, correlation);
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
            throw new CommandFailure(CliText.EXTRACT_EMPTY.with());
        }
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(this, caseFile, correlation);
        String chosenBy = String.join(" ",
                sessions.isEmpty() ? filter.words().isEmpty() ? List.of(CliText.SELECTED_ALL.text()) : filter.words()
                        : words());
        ExtractAccount account = write(caseFile, correlation, chosen,
                new CaseExtract.Wish(out, password, Analyst.name(), chosenBy, pseudonymiser,
                        pseudonyms.keyFile(), true));
        print(account);
        return DONE;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        sessions.forEach(session -> words.add(CliText.SELECTED_SESSION.text(session)));
        words.addAll(filter.words());
        return words;
    }

    private ExtractAccount write(CaseFile caseFile, Correlation correlation, BitSet chosen, CaseExtract.Wish wish) {
        return LongWork.run(!json(), CliText.EXTRACT_STOPPED,
                progress -> CaseExtract.write(caseFile, correlation, chosen, wish, progress));
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
            output().line(CliText.EXTRACT, account.file());
            account.words().forEach(output()::value);
            if (account.replaced() > 0) {
                output().line(CliText.PSEUDONYM_KEY, String.valueOf(pseudonyms.keyFile()));
            }
        }
    }
}
