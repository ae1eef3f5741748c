package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;
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
    private String analyst = Analyst.name();

    @Option(names = "--organisation", paramLabel = "NAME", description = "Stands on the title page.")
    private String organisation;

    @Option(names = "--logo", paramLabel = "FILE", description = "A picture (PNG, JPEG, GIF, BMP) for the title page.")
    private Path logo;

    @Option(names = "--template", paramLabel = "FILE", description = "Take organisation, logo, sections and their order from this file, where no option says otherwise.")
    private Path template;

    @Option(names = "--save-template", paramLabel = "FILE", description = "Keep organisation, logo, sections and their order in this file (JSON) for further reports.")
    private Path keptTemplate;

    @Option(names = "--sections", split = ",", paramLabel = "SECTION", description = "These sections in this order: summary, findings, sessions, exposure, marks, method, evidence, actions, glossary.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--without", split = ",", paramLabel = "SECTION", description = "Leave a section out.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--most-events", paramLabel = "N", description = "How many events of a session, and lines of a list of what was got at, are listed; the rest is summed up. Default: 1000")
    private Integer mostEvents;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Override
    int run(CaseFile caseFile) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".pdf") && !name.endsWith(".html")) {
            throw new CommandFailure("The report is a .pdf or .html file; “" + out.getFileName() + "” is neither.",
                    WRONG_USAGE);
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
        ReportTemplate wanted = wanted();
        ReportOptions options = new ReportOptions(chosen, analyst, wanted.organisation(), wanted.logo(),
                wanted.sections(), wanted.mostEvents(), Instant.now());
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(enrichment().microsoft());
        ReportContent content = content(caseFile, correlation, options, pseudonymiser);
        if (json()) {
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("report", out.toString());
            done.put("sessions", content.parts().stream().map(part -> part.facts().sessionId()).toList());
            done.put("findings", content.findings().size());
            output().json(done);
        } else {
            output().line(
                    "Report: " + out + ", " + SessionText.count(content.parts().size(), "session") + ", "
                            + SessionText.count(content.findings().size(), "finding"));
        }
        return DONE;
    }

    /** What the template says, and what options say instead. */
    private ReportTemplate wanted() {
        ReportTemplate base = template == null ? ReportTemplate.USUAL : template();
        List<Section> sections = new ArrayList<>(
                only.isEmpty() ? base.sections() : only.stream().map(ReportCommand::section).toList());
        sections.removeAll(without.stream().map(ReportCommand::section).toList());
        ReportTemplate wanted = new ReportTemplate(organisation == null ? base.organisation() : organisation,
                logo == null ? base.logo() : logo(), sections,
                mostEvents == null ? base.mostEvents() : mostEvents);
        if (keptTemplate != null) {
            try {
                ExportFile.settings(keptTemplate, writer -> writer.write(wanted.toJson()));
            } catch (IOException e) {
                throw CommandFailure.unwritten("The template", keptTemplate, e);
            }
        }
        return wanted;
    }

    private ReportTemplate template() {
        try {
            return ReportTemplate.ofJson(Files.readString(template));
        } catch (IOException e) {
            throw new CommandFailure("The template " + template + " cannot be used: "
                    + (Files.isRegularFile(template) ? e.getMessage() : "there is no such file") + ".");
        }
    }

    private ReportLogo logo() {
        try {
            return ReportLogo.read(logo);
        } catch (IOException e) {
            throw new CommandFailure("The logo " + logo + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private static Section section(String name) {
        return Arrays.stream(Section.values()).filter(section -> section.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no section “" + name + "”; there are "
                        + String.join(", ", Arrays.stream(Section.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT)).toList())
                        + ".", WRONG_USAGE));
    }

    /** Ctrl-C leaves no report, and an older one of the same name whole. */
    private ReportContent content(CaseFile caseFile, Correlation correlation, ReportOptions options,
            Pseudonymiser pseudonymiser) {
        try (Interruption interruption = new Interruption()) {
            ImportBar bar = new ImportBar(interruption, System.err, !json() && ImportBar.isTerminal());
            try {
                return pseudonymiser == null ? written(caseFile, caseFile, correlation, options, "", bar)
                        : replaced(caseFile, correlation, options, pseudonymiser, bar);
            } catch (CancellationException stopped) {
                throw new CommandFailure("Stopped; no report was written.");
            } finally {
                bar.close();
            }
        }
    }

    private ReportContent replaced(CaseFile caseFile, Correlation correlation, ReportOptions options,
            Pseudonymiser pseudonymiser, Progress progress) {
        try (PseudonymCase replaced = new PseudonymCase(caseFile, correlation, pseudonymiser, pseudonyms.keyFile(),
                progress)) {
            return written(caseFile, replaced.caseFile(), correlate(replaced.caseFile()), options,
                    PseudonymOptions.words(pseudonymiser), progress);
        }
    }

    /**
     * Writes the report of a case.
     *
     * @param from
     *            the case whose audit trail gets the entry
     * @param shown
     *            the case that the report is on, which is another where values have pseudonyms
     */
    private ReportContent written(CaseFile from, CaseFile shown, Correlation correlation, ReportOptions options,
            String pseudonymWords, Progress progress) {
        ReportContent content = new ReportBuilder(shown, correlation, detect(shown, correlation), options,
                enrichment(), new RecordDetails(), progress).build();
        String detail = SessionText.count(content.parts().size(), "session") + pseudonymWords;
        try {
            if (out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                ExportFile.bytes(from, ExportKind.REPORT, out, detail,
                        stream -> PdfReport.write(content, stream, progress));
            } else {
                ExportFile.text(from, ExportKind.REPORT, out, detail,
                        writer -> writer.write(ReportHtml.forBrowser(content)));
            }
        } catch (IOException e) {
            throw CommandFailure.unwritten("The report", out, e);
        }
        return content;
    }
}
