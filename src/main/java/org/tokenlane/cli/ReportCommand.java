package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes a report on the case: a PDF for the archive (PDF/A) with its facts attached as data, or one HTML page.")
final class ReportCommand extends CaseCommand {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to: NAME.pdf or NAME.html.")
    private Path out;

    @Option(names = "--session", paramLabel = "SID", description = "Tell this session at length; without it those with findings of medium severity and above.")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--analyst", paramLabel = "NAME", description = "Who made it.")
    private String analyst = System.getProperty("user.name", "");

    @Option(names = "--organisation", paramLabel = "NAME", description = "Stands on the title page.")
    private String organisation = "";

    @Option(names = "--sections", split = ",", paramLabel = "SECTION", description = "These sections in this order: summary, findings, sessions, exposure, marks, method, evidence, actions, glossary.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--without", split = ",", paramLabel = "SECTION", description = "Leave a section out.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--most-events", paramLabel = "N", defaultValue = "1000", description = "How many events of a session, and lines of a list of what was got at, are listed; the rest is summed up. Default: ${DEFAULT-VALUE}")
    private int mostEvents;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Override
    int run(CaseFile caseFile) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".pdf") && !name.endsWith(".html")) {
            throw new CommandFailure("The report is a .pdf or .html file; “" + out.getFileName() + "” is neither.", WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        List<String> chosen = new ArrayList<>();
        for (String session : sessions) {
            String id = session.toLowerCase(Locale.ROOT);
            if (correlation.sessionCode(id) == 0) {
                throw new CommandFailure("The case holds no session " + session + ".");
            }
            chosen.add(id);
        }
        ReportOptions options = new ReportOptions(chosen, analyst, organisation, sections(), mostEvents, Instant.now());
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(enrichment().microsoft());
        ReportContent content = pseudonymiser == null ? written(caseFile, correlation, options) : replaced(caseFile, correlation, options, pseudonymiser);
        ExportFile.record(caseFile, "report written", out, SessionText.count(content.parts().size(), "session") + PseudonymOptions.words(pseudonymiser));
        if (json()) {
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("report", out.toString());
            done.put("sessions", content.parts().stream().map(part -> part.facts().sessionId()).toList());
            done.put("findings", content.findings().size());
            output().json(done);
        } else {
            output().line(
                    "Report: " + out + ", " + SessionText.count(content.parts().size(), "session") + ", " + SessionText.count(content.findings().size(), "finding"));
        }
        return DONE;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(only.isEmpty() ? List.of(Section.values()) : only.stream().map(ReportCommand::section).toList());
        sections.removeAll(without.stream().map(ReportCommand::section).toList());
        return sections;
    }

    private static Section section(String name) {
        return Arrays.stream(Section.values()).filter(section -> section.name().equalsIgnoreCase(name.strip())).findFirst()
                .orElseThrow(() -> new CommandFailure("There is no section “" + name + "”; there are "
                        + String.join(", ", Arrays.stream(Section.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList()) + ".", WRONG_USAGE));
    }

    private ReportContent replaced(CaseFile caseFile, Correlation correlation, ReportOptions options, Pseudonymiser pseudonymiser) {
        try (PseudonymCase replaced = new PseudonymCase(caseFile, correlation, pseudonymiser, Progress.NONE)) {
            ReportContent content = written(replaced.caseFile(), correlate(replaced.caseFile()), options);
            pseudonyms.keep(pseudonymiser);
            return content;
        }
    }

    private ReportContent written(CaseFile caseFile, Correlation correlation, ReportOptions options) {
        ReportContent content = new ReportBuilder(caseFile, correlation, detect(caseFile, correlation), options, enrichment(), new RecordDetails(), Progress.NONE)
                .build();
        try {
            if (out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                ExportFile.bytes(out, stream -> PdfReport.write(content, stream));
            } else {
                ExportFile.text(out, writer -> writer.write(ReportHtml.forBrowser(content)));
            }
        } catch (IOException e) {
            throw CommandFailure.unwritten("The report", out, e);
        }
        return content;
    }
}
