package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.EventText;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.report.Indicator;
import org.tokenlane.report.incident.IncidentForm;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "indicators", mixinStandardHelpOptions = true)
final class IndicatorsCommand extends CaseCommand {

    @Option(names = "--format", paramLabel = "FORMAT")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "PATH")
    private @Nullable Path target;

    @Override
    int run(CaseFile caseFile) {
        IncidentForm form = format == null ? null : IncidentForm.named(format);
        if (format != null && form == null) {
            throw new CommandFailure(CliText.NO_SUCH_FORMAT.with(format,
                    Arrays.stream(IncidentForm.values()).map(IncidentForm::word).collect(Collectors.joining(", "))),
                    WRONG_USAGE);
        }
        if ((form == null) != (target == null)) {
            throw new CommandFailure(CliText.FORMAT_NEEDS_FILE.with(), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        HostileActivity activity = activity(caseFile, correlation);
        activity.indicators().leftOutWords().forEach(output()::noteValue);
        if (form != null && target != null) {
            write(caseFile, form, target, activity);
        } else if (json()) {
            output().json(activity.indicators().all().stream().map(IndicatorsCommand::map).toList());
        } else {
            print(activity);
        }
        return DONE;
    }

    private void write(CaseFile caseFile, IncidentForm form, Path to, HostileActivity activity) {
        List<Path> targets = form.targets(to, activity);
        if (targets.isEmpty() || activity.indicators().all().isEmpty() && activity.findings().isEmpty()) {
            throw new CommandFailure(CliText.NO_ATTACKER.with());
        }
        targets.stream().filter(Files::exists).findFirst().ifPresent(older -> {
            throw CommandFailure.exists(older);
        });
        try {
            form.write(caseFile, to, Count.INDICATORS.of(activity.indicators().all().size()), activity)
                    .forEach(file -> output().note(CliText.WRITTEN, file));
        } catch (IOException e) {
            throw CommandFailure.unwritten(to, e);
        }
    }

    private void print(HostileActivity activity) {
        TextTable table = new TextTable(CliText.COLUMN_KIND, CliText.COLUMN_VALUE, CliText.COLUMN_FIRST,
                CliText.COLUMN_LAST, CliText.COLUMN_EVENTS);
        activity.indicators().all().forEach(indicator -> table.row(indicator.kind().text(), indicator.value(),
                EventText.time(indicator.first()), EventText.time(indicator.last()), indicator.events().size()));
        table.print(output());
        output().value(Count.INDICATORS.of(activity.indicators().all().size()));
    }

    private static Map<String, Object> map(Indicator indicator) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", indicator.kind().id());
        map.put("value", indicator.value());
        map.put("first", EventText.time(indicator.first()));
        map.put("last", EventText.time(indicator.last()));
        map.put("events", indicator.events().size());
        map.put("confirmed", indicator.confirmed());
        return map;
    }
}
