package org.tokenlane.cli;

import java.util.Arrays;
import java.util.BitSet;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", mixinStandardHelpOptions = true)
final class TokenCommand extends CaseCommand {

    @Parameters(paramLabel = "UTI")
    private String uti;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        int token = code(correlation);
        if (token == 0 || correlation.eventsOfToken(token).length == 0) {
            throw new CommandFailure(CliText.NO_EVENT_OF_TOKEN.with(uti));
        }
        SessionText text = new SessionText(correlation, null, enrichment());
        if (json()) {
            output().json(text.wholeToken(token));
        } else {
            var trail = text.queries().token(token);
            if (trail.session() == null) {
                output().line(CliText.TOKEN_WITHOUT_SESSION, trail.uti());
            } else {
                output().line(CliText.TOKEN, trail.uti(), trail.session());
            }
            output().value("  " + text.app(trail.app()) + " → " + text.app(trail.resource()) + ", "
                    + Count.OPERATIONS.of(trail.operations()));
            BitSet members = new BitSet();
            Arrays.stream(trail.events()).forEach(members::set);
            EventsCommand.print(output(), correlation, members);
            text.networks().lines(trail.ips()).forEach(output()::value);
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
