package org.tokenlane.cli;

import java.util.Arrays;
import java.util.BitSet;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", mixinStandardHelpOptions = true, description = "Shows one token: its sign-in and every event made with it.")
final class TokenCommand extends CaseCommand {

    @Parameters(paramLabel = "UTI", description = "The unique token identifier in any spelling, or the request id of its sign-in.")
    private String uti;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        int token = code(correlation);
        if (token == 0 || correlation.eventsOfToken(token).length == 0) {
            throw new CommandFailure("No event of this case was made with a token “" + uti
                    + "”. “search” finds the id wherever else it stands.");
        }
        SessionText text = new SessionText(correlation, null, enrichment());
        if (json()) {
            output().json(text.wholeToken(token));
        } else {
            var trail = text.queries().token(token);
            output().line("Token " + trail.uti() + " of session "
                    + (trail.session() == null ? "(not on record)" : trail.session()));
            output().line("  " + text.app(trail.app()) + " → " + text.app(trail.resource()) + ", "
                    + SessionText.count(trail.operations(), "operation"));
            BitSet members = new BitSet();
            Arrays.stream(trail.events()).forEach(members::set);
            EventsCommand.print(output(), correlation, members);
            text.networks().lines(trail.ips()).forEach(output()::line);
        }
        return DONE;
    }

    /** The token with this UTI; where no record gives it and it is a request id, that of the sign-in. */
    private int code(Correlation correlation) {
        Uti given = Uti.of(uti);
        int token = given == null ? 0 : correlation.tokenCode(given.value());
        if (token == 0 && Guids.isGuid(uti.strip())) {
            Uti derived = Uti.fromRequestId(uti);
            token = derived == null ? 0 : correlation.tokenCode(derived.value());
        }
        return token;
    }
}
