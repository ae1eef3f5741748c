package org.tokenlane.cli;

import java.util.BitSet;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.EventText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "sessions", mixinStandardHelpOptions = true)
final class SessionsCommand extends CaseCommand {

    @Mixin
    private FilterWords filter;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        SessionText text = new SessionText(correlation, detect(caseFile, correlation), enrichment());
        BitSet chosen = EventChoice.of(filter.words(), caseFile, correlation);
        List<SessionFacts> sessions = text.queries().withEventsAmong(chosen);
        if (json()) {
            output().json(sessions.stream().map(text::session).toList());
        } else {
            print(output(), sessions, text);
        }
        return DONE;
    }

    static void print(Output output, List<SessionFacts> sessions, SessionText text) {
        TextTable table = new TextTable(CliText.COLUMN_SESSION, CliText.COLUMN_RISK, CliText.COLUMN_UPN,
                CliText.COLUMN_FIRST, CliText.COLUMN_LAST, CliText.COLUMN_SIGN_INS, CliText.COLUMN_TOKENS,
                CliText.COLUMN_OPERATIONS, CliText.COLUMN_ORIGINS, CliText.COLUMN_IPS, CliText.COLUMN_COUNTRIES);
        for (SessionFacts facts : sessions) {
            table.row(facts.sessionId(), text.risk(facts), several(facts.upns()), minute(facts.first()),
                    minute(facts.last()), facts.signIns(), facts.tokens(),
                    facts.operations(),
                    facts.origins(), several(facts.ips()), String.join(" ", facts.countries()));
        }
        table.print(output);
        output.value(Count.SESSIONS.of(sessions.size()));
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
