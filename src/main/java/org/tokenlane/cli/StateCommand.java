package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateWords;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "state", mixinStandardHelpOptions = true)
final class StateCommand extends CaseCommand {

    @Option(names = "--mailbox", paramLabel = "MAILBOX")
    private @Nullable String mailbox;

    @Override
    int run(CaseFile caseFile) {
        CaseState state = CaseState.of(caseFile.state());
        List<CaseState.Line> lines = mailbox == null ? state.lines() : state.of(mailbox);
        if (json()) {
            output().json(lines.stream().map(StateCommand::json).toList());
            return DONE;
        }
        if (lines.isEmpty()) {
            output().line(CliText.NO_STATE);
            return DONE;
        }
        lines.forEach(this::print);
        output().line(CliText.STATE_IS_NO_HISTORY);
        return DONE;
    }

    private void print(CaseState.Line line) {
        StateFact fact = line.fact();
        String of = fact.mailbox() == null ? CliText.NO_MAILBOX.text() : TextTable.whole(fact.mailbox());
        if (fact.name() == null) {
            output().line(CliText.STATE_OF, of, fact.kind().text());
        } else {
            output().line(CliText.STATE_NAMED, of, fact.kind().text(), TextTable.whole(fact.name()));
        }
        output().value("    " + TextTable.whole(StateWords.of(fact)));
        String remark = StateWords.remark(fact);
        if (!remark.isEmpty()) {
            output().value("    " + TextTable.whole(remark));
        }
        output().value("    " + CliText.STATE_SOURCE.text(line.last().exported().words(),
                TextTable.whole(fileName(line.last().path())), Integer.toString(line.last().place().line())));
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static Map<String, Object> json(CaseState.Line line) {
        StateFact fact = line.fact();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", fact.kind().code());
        map.put("mailbox", Objects.requireNonNullElse(fact.mailbox(), ""));
        map.put("name", Objects.requireNonNullElse(fact.name(), ""));
        Map<String, Object> fields = new LinkedHashMap<>();
        fact.fields().forEach((field, value) -> fields.put(field.code(), value));
        map.put("fields", fields);
        map.put("active", fact.isActive());
        map.put("targetsElsewhere", fact.targetsElsewhere());
        List<Object> seen = new ArrayList<>();
        for (SeenState each : line.seen()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("exported", each.exported().written());
            place.put("exportedFrom", each.exported().basis().code());
            place.put("file", each.path());
            place.put("line", each.place().line());
            seen.add(place);
        }
        map.put("seen", seen);
        return map;
    }
}
