package org.tokenlane.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
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
        ReportContent content = new ReportBuilder(caseFile, correlation, detect(caseFile, correlation),
                new ReportOptions(chosen, analyst, organisation, sections(), mostEvents, Instant.now()), enrichment(), new RecordDetails(), Progress.NONE).build();
        write(content, name.endsWith(".pdf"));
        if (!caseFile.isReadOnly()) {
            caseFile.audit(analyst, "report written", out.getFileName().toString() + ", " + SessionText.count(content.parts().size(), "session"));
        }
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

    /** Writes beside the file first, so that a report which could not be finished leaves an older one whole. */
    private void write(ReportContent content, boolean pdf) {
        Path folder = out.toAbsolutePath().getParent();
        Path part = null;
        try {
            part = Files.createTempFile(folder, out.getFileName().toString(), ".part");
            if (pdf) {
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                    PdfReport.write(content, stream);
                }
            } else {
                Files.writeString(part, ReportHtml.forBrowser(content), StandardCharsets.UTF_8);
            }
            Files.move(part, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (part != null) {
                part.toFile().delete();
            }
            throw CommandFailure.unwritten("The report", out, e);
        }
    }
}
