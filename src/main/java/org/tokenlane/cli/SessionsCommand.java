package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.report.EventText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "sessions", mixinStandardHelpOptions = true, description = "Lists the sessions; with a filter those of which an event matches it.")
final class SessionsCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "FILTER", description = "Such as: upn:adele* ip:185.220.0.0/16 -result:failure")
    private List<String> filter = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        SessionText text = new SessionText(correlation, detect(caseFile, correlation), enrichment());
        BitSet chosen = EventChoice.of(filter, caseFile, correlation);
        List<SessionFacts> sessions = text.queries().withEventsAmong(chosen);
        if (json()) {
            output().json(sessions.stream().map(text::session).toList());
        } else {
            print(output(), sessions, text);
        }
        return DONE;
    }

    static void print(Output output, List<SessionFacts> sessions, SessionText text) {
        TextTable table = new TextTable("session", "risk", "upn", "first (UTC)", "last (UTC)", "sign-ins", "tokens",
                "operations", "origins", "ips", "countries");
        for (SessionFacts facts : sessions) {
            table.row(facts.sessionId(), text.risk(facts), several(facts.upns()), minute(facts.first()),
                    minute(facts.last()), facts.signIns(), facts.tokens(),
                    facts.operations(),
                    facts.origins(), several(facts.ips()), String.join(" ", facts.countries()));
        }
        table.lines().forEach(output::line);
        output.line(SessionText.count(sessions.size(), "session"));
    }

    private static String several(List<String> values) {
        return values.isEmpty() ? ""
                : values.size() == 1 ? values.getFirst() : values.getFirst() + " +" + (values.size() - 1);
    }

    private static String minute(long nanos) {
        String time = EventText.time(nanos);
        return time == null ? "" : time.substring(0, 16).replace('T', ' ');
    }
}
