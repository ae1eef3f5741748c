package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.report.Indicators;
import org.tokenlane.report.KqlSubject;
import org.tokenlane.report.KqlText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "kql", mixinStandardHelpOptions = true)
final class KqlCommand extends CaseCommand {

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--incident")
    private boolean incident;

    @Override
    int run(CaseFile caseFile) {
        if (incident != (sessions.isEmpty() && tokens.isEmpty())) {
            throw new CommandFailure(CliText.KQL_NEEDS_CHOICE.with(), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        if (incident) {
            Indicators indicators = indicators(caseFile, correlation);
            indicators.leftOutWords().forEach(output()::noteValue);
            String queries = KqlText.of(KqlSubject.of(indicators));
            if (queries.isEmpty()) {
                throw new CommandFailure(CliText.NO_ATTACKER.with());
            }
            output().text(queries);
            return DONE;
        }
        Set<String> ids = new LinkedHashSet<>();
        Set<String> utis = new LinkedHashSet<>();
        List<Integer> events = new ArrayList<>();
        SessionQueries queries = new SessionQueries(correlation);
        for (String session : sessions) {
            int code = ExposureChoice.sessionCode(correlation, session);
            ids.add(correlation.events().dictionary(EventField.SESSION_ID).get(code));
            queries.tokensOf(code)
                    .forEach(token -> utis.add(correlation.events().dictionary(EventField.UTI).get(token)));
            for (int event : correlation.eventsOfSession(code)) {
                events.add(event);
            }
        }
        for (String token : tokens) {
            Uti uti = Guids.isGuid(token) ? Uti.fromRequestId(token) : Uti.of(token);
            int code = uti == null ? 0 : correlation.tokenCode(uti.value());
            if (uti == null || code == 0) {
                throw new CommandFailure(CliText.NO_EVENT_OF_TOKEN.with(token));
            }
            utis.add(uti.value());
            for (int event : correlation.eventsOfToken(code)) {
                events.add(event);
            }
        }
        long[] dated = events.stream().mapToLong(correlation.events()::time).filter(time -> time != AuditEvent.NO_TIME)
                .sorted().toArray();
        output().text(KqlText.of(KqlSubject.of(List.copyOf(ids), List.copyOf(utis),
                events.stream().map(event -> correlation.events().text(EventField.CORRELATION_ID, event))
                        .filter(id -> id != null).distinct().sorted().toList(),
                dated.length == 0 ? AuditEvent.NO_TIME : dated[0],
                dated.length == 0 ? AuditEvent.NO_TIME : dated[dated.length - 1])));
        return DONE;
    }
}
