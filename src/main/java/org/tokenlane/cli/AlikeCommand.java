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

@Command(name = "alike", mixinStandardHelpOptions = true)
final class AlikeCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        List<String> hostile = new ArrayList<>();
        for (String text : sessions) {
            SessionId named = SessionId.of(text);
            String id = named == null ? text : named.value();
            if (correlation.sessionCode(id) == 0) {
                throw new CommandFailure(CliText.NO_SUCH_SESSION.with(text));
            }
            hostile.add(id);
        }
        if (sessions.isEmpty()) {
            HostileSessions.marked(caseFile, correlation)
                    .forEach(session -> hostile
                            .add(correlation.events().dictionary(EventField.SESSION_ID).get(session)));
        }
        List<Alike> found = OtherVictims.of(facts(caseFile, correlation), hostile);
        if (json()) {
            output().json(found.stream().map(alike -> map(correlation, alike)).toList());
            return DONE;
        }
        TextTable table = new TextTable(CliText.COLUMN_LIKENESS, CliText.COLUMN_SESSION, CliText.COLUMN_UPN,
                CliText.COLUMN_IN_COMMON);
        found.forEach(alike -> table.row(alike.points(), alike.sessionId(), alike.upn() == null ? "" : alike.upn(),
                String.join("; ", alike.reasons())));
        table.print(output());
        output().line(CliText.ALIKE, found.size());
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
