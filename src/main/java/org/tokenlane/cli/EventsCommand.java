package org.tokenlane.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventForm;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "events", mixinStandardHelpOptions = true, description = "Lists events in the order of their time, those that match a filter.")
final class EventsCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "FILTER", description = "Such as: op:MailItemsAccessed after:2026-09-10 before:2026-09-11T08:00Z")
    private List<String> filter = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, jsonl, jsonl-raw (with the raw records), timesketch, timesketch-csv or stix (a STIX 2.1 bundle of addresses, user agents, sessions and tokens); a readable table where none is given.")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write into this file, which must not exist yet.")
    private Path file;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        BitSet chosen = EventChoice.of(filter, caseFile, correlation);
        if (file == null) {
            pseudonyms.needFile();
            write(output().out(), caseFile, correlation, chosen);
            return DONE;
        }
        if (Files.exists(file)) {
            throw new CommandFailure("The file " + file + " exists already.");
        }
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(enrichment().microsoft());
        try {
            if (pseudonymiser == null) {
                ExportFile.text(caseFile, ExportKind.EVENTS, file, detail(chosen, pseudonymiser),
                        writer -> write(new PrintWriter(writer), caseFile, correlation, chosen));
            } else {
                try (PseudonymCase replaced = new PseudonymCase(caseFile, correlation, pseudonymiser,
                        pseudonyms.keyFile(), Progress.NONE)) {
                    ExportFile.text(caseFile, ExportKind.EVENTS, file, detail(chosen, pseudonymiser),
                            writer -> write(new PrintWriter(writer), replaced.caseFile(),
                                    correlate(replaced.caseFile()), replaced.same(chosen)));
                }
            }
        } catch (IOException e) {
            throw CommandFailure.unwritten("The file " + file, file, e);
        }
        output().note(chosen.cardinality() + " events written to " + file);
        return DONE;
    }

    private String detail(BitSet chosen, Pseudonymiser pseudonymiser) {
        return chosen.cardinality() + " events" + (filter.isEmpty() ? "" : ", filter " + String.join(" ", filter))
                + PseudonymOptions.words(pseudonymiser);
    }

    private void write(PrintWriter out, CaseFile caseFile, Correlation correlation, BitSet chosen) {
        EventForm wanted = format != null ? form()
                : file != null && EventForm.ofName(file.toString()) != null ? EventForm.ofName(file.toString())
                        : json() || file != null ? EventForm.JSONL : null;
        if (wanted == null) {
            print(output(), correlation, chosen);
        } else {
            wanted.write(out, caseFile, correlation, chosen.stream());
        }
        out.flush();
        if (out.checkError()) {
            throw new CommandFailure("The output could not be written to its end; the disk may be full.");
        }
    }

    private EventForm form() {
        return Arrays.stream(EventForm.values()).filter(each -> each.word().equalsIgnoreCase(format)).findFirst()
                .orElseThrow(() -> new CommandFailure("There is no format “" + format + "”; there are "
                        + Arrays.stream(EventForm.values()).map(EventForm::word).collect(Collectors.joining(", "))
                        + ".", WRONG_USAGE));
    }

    static void print(Output output, Correlation correlation, BitSet chosen) {
        CaseEvents events = correlation.events();
        EventText text = new EventText(correlation);
        TextTable table = new TextTable("time (UTC)", "kind", "upn", "operation", "result", "ip", "app", "target",
                "link");
        chosen.stream()
                .forEach(event -> table.row(text.time(event) == null ? "undated" : text.time(event),
                        EventText.words(events.kind(event)),
                        events.text(EventField.UPN, event), events.text(EventField.OPERATION, event),
                        EventText.words(events.result(event)), events.text(EventField.IP, event),
                        events.text(EventField.APP_NAME, event), events.text(EventField.TARGET, event),
                        correlation.rule(event).id()));
        table.lines().forEach(output::line);
        output.line(SessionText.count(chosen.cardinality(), "event"));
    }
}
