package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "alike", mixinStandardHelpOptions = true, description = "Ranks the other sessions by their likeness to hostile ones (network, user agent, device, order of applications, beat), each with reasons: the attacker's other victims.")
final class AlikeCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "SID", description = "The sessions that are known to be hostile; without any, those with events that the analyst marked malicious.")
    private List<String> sessions = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        List<String> hostile = new ArrayList<>();
        for (String text : sessions) {
            String id = SessionId.of(text) == null ? text : SessionId.of(text).value();
            if (correlation.sessionCode(id) == 0) {
                throw new CommandFailure("The case holds no session " + text + ".");
            }
            hostile.add(id);
        }
        if (sessions.isEmpty()) {
            HostileSessions.marked(caseFile, correlation)
                    .forEach(session -> hostile.add(correlation.events().dictionary(EventField.SESSION_ID)[session]));
        }
        List<Alike> found = OtherVictims.of(facts(caseFile, correlation), hostile);
        if (json()) {
            output().json(found.stream().map(alike -> map(correlation, alike)).toList());
            return DONE;
        }
        TextTable table = new TextTable("likeness", "session", "upn", "in common");
        found.forEach(alike -> table.row(alike.points(), alike.sessionId(), alike.upn() == null ? "" : alike.upn(),
                String.join("; ", alike.reasons())));
        table.lines().forEach(output()::line);
        output().line(SessionText.count(found.size(), "session") + " with something in common that is not everybody's");
        return DONE;
    }

    private static Map<String, Object> map(Correlation correlation, Alike alike) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessionId", alike.sessionId());
        map.put("upn", alike.upn());
        map.put("likeness", alike.points());
        map.put("reasons", alike.reasons());
        map.put("eventIds", alike.events().stream().map(correlation.events()::id).toList());
        return map;
    }
}
