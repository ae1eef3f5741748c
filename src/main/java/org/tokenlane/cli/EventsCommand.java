package org.tokenlane.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventForm;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "events", mixinStandardHelpOptions = true)
final class EventsCommand extends CaseCommand {

    @Mixin
    private FilterWords filter;

    @Option(names = "--format", paramLabel = "FORMAT")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path file;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        BitSet chosen = EventChoice.of(filter.words(), caseFile, correlation);
        if (file == null) {
            pseudonyms.needFile();
            write(output().out(), caseFile, correlation, chosen);
            return DONE;
        }
        if (Files.exists(file)) {
            throw CommandFailure.exists(file);
        }
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(this, caseFile, correlation);
        try {
            if (pseudonymiser == null) {
                ExportFile.text(caseFile, ExportKind.EVENTS, file, detail(chosen, pseudonymiser),
                        writer -> write(new PrintWriter(writer), caseFile, correlation, chosen));
            } else {
                try (PseudonymCase replaced = working(progress -> new PseudonymCase(caseFile, correlation,
                        pseudonymiser, pseudonyms.keyFile(), progress))) {
                    ExportFile.text(caseFile, ExportKind.EVENTS, file, detail(chosen, pseudonymiser),
                            writer -> write(new PrintWriter(writer), replaced.caseFile(),
                                    correlate(replaced.caseFile()), replaced.same(chosen)));
                }
            }
        } catch (IOException e) {
            throw CommandFailure.unwritten(file, e);
        }
        output().note(CliText.EVENTS_WRITTEN, chosen.cardinality(), file);
        return DONE;
    }

    private String detail(BitSet chosen, @Nullable Pseudonymiser pseudonymiser) {
        List<String> detail = new ArrayList<>(List.of(Count.EVENTS.of(chosen.cardinality())));
        detail.addAll(filter.detail());
        detail.addAll(PseudonymOptions.detail(pseudonymiser));
        return String.join(", ", detail);
    }

    private void write(PrintWriter out, CaseFile caseFile, Correlation correlation, BitSet chosen) {
        EventForm wanted = format != null ? form(format)
                : file != null && EventForm.ofName(file.toString()) != null ? EventForm.ofName(file.toString())
                        : json() || file != null ? EventForm.JSONL : null;
        if (wanted == EventForm.CSV && file != null) {
            out.write('\uFEFF');
        }
        if (wanted == null) {
            print(output(), correlation, chosen);
        } else {
            wanted.write(out, caseFile, correlation, chosen.stream(), () -> activity(caseFile, correlation));
        }
        out.flush();
        if (file != null && out.checkError()) {
            throw new CommandFailure(CliText.OUTPUT_CUT.with(file));
        }
    }

    private static EventForm form(String format) {
        return Arrays.stream(EventForm.values()).filter(each -> each.word().equalsIgnoreCase(format)).findFirst()
                .orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_FORMAT.with(format,
                        Arrays.stream(EventForm.values()).map(EventForm::word).collect(Collectors.joining(", "))),
                        WRONG_USAGE));
    }

    static void print(Output output, Correlation correlation, BitSet chosen) {
        CaseEvents events = correlation.events();
        EventText text = new EventText(correlation);
        TextTable table = new TextTable(CliText.COLUMN_TIME, CliText.COLUMN_KIND, CliText.COLUMN_UPN,
                CliText.COLUMN_OPERATION, CliText.COLUMN_RESULT, CliText.COLUMN_IP, CliText.COLUMN_APP,
                CliText.COLUMN_TARGET, CliText.COLUMN_LINK);
        chosen.stream()
                .forEach(event -> table.row(Objects.requireNonNullElseGet(text.time(event), CliText.UNDATED::text),
                        EventText.words(events.kind(event)),
                        events.text(EventField.UPN, event), events.text(EventField.OPERATION, event),
                        EventText.words(events.result(event)), events.text(EventField.IP, event),
                        events.text(EventField.APP_NAME, event), events.text(EventField.TARGET, event),
                        correlation.rule(event).id()));
        table.print(output);
        output.value(Count.EVENTS.of(chosen.cardinality()));
    }
}
