package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;
import org.tokenlane.report.office.ReportDocx;
import org.tokenlane.report.office.ReportWorkbook;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand extends CaseCommand {

    private static final List<String> ENDINGS = List.of(".pdf", ".html", ".xlsx", ".docx");

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--analyst", paramLabel = "NAME")
    private String analyst = Analyst.name();

    @Option(names = "--organisation", paramLabel = "NAME")
    private @Nullable String organisation;

    @Option(names = "--logo", paramLabel = "FILE")
    private @Nullable Path logo;

    @Option(names = "--template", paramLabel = "FILE")
    private @Nullable Path template;

    @Option(names = "--save-template", paramLabel = "FILE")
    private @Nullable Path keptTemplate;

    @Option(names = "--sections", split = ",", paramLabel = "SECTION")
    private List<String> only = new ArrayList<>();

    @Option(names = "--without", split = ",", paramLabel = "SECTION")
    private List<String> without = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "KIND")
    private @Nullable String kind;

    @Option(names = "--introduction", paramLabel = "TEXT")
    private @Nullable String introduction;

    @Option(names = "--made", paramLabel = "TIME")
    private @Nullable String made;

    @Option(names = "--language", paramLabel = "LANGUAGE")
    private @Nullable String language;

    @Option(names = "--most-events", paramLabel = "N")
    private @Nullable Integer mostEvents;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Override
    int run(CaseFile caseFile) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw new CommandFailure(CliText.NOT_A_REPORT_NAME.with(out.getFileName()), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        List<String> chosen = new ArrayList<>();
        for (String session : sessions) {
            String id = session.toLowerCase(Locale.ROOT);
            if (correlation.sessionCode(id) == 0) {
                throw new CommandFailure(CliText.NO_SUCH_SESSION.with(session));
            }
            chosen.add(id);
        }
        ReportTemplate wanted = wanted();
        Language spoken = language();
        ReportOptions options = new ReportOptions(chosen, analyst, wanted.organisation(), wanted.logo(),
                wanted.sections(), wanted.mostEvents(), madeAt(caseFile), wanted.introduction());
        Pseudonymiser pseudonymiser = pseudonyms.pseudonymiser(this, caseFile, correlation);
        ReportContent content = content(caseFile, correlation, options, pseudonymiser, spoken);
        if (json()) {
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("report", out.toString());
            done.put("sessions", content.parts().stream().map(part -> part.facts().sessionId()).toList());
            done.put("findings", content.judgements().findings().size());
            output().json(done);
        } else {
            output().line(CliText.REPORT, out, content.parts().size(), content.judgements().findings().size());
        }
        return DONE;
    }

    /** What the template says, and what options say instead. */
    private ReportTemplate wanted() {
        ReportTemplate base = template == null ? ReportTemplate.USUAL : read(template);
        List<Section> usual = kind == null ? base.sections() : kind(kind).sections();
        List<Section> sections = new ArrayList<>(
                only.isEmpty() ? usual : only.stream().map(ReportCommand::section).toList());
        sections.removeAll(without.stream().map(ReportCommand::section).toList());
        ReportTemplate wanted = new ReportTemplate(organisation == null ? base.organisation() : organisation,
                logo == null ? base.logo() : picture(logo), sections,
                mostEvents == null ? base.mostEvents() : mostEvents,
                introduction == null ? base.introduction() : introduction);
        if (keptTemplate != null) {
            try {
                ExportFile.settings(keptTemplate, writer -> writer.write(wanted.toJson()));
            } catch (IOException e) {
                throw CommandFailure.unwritten(keptTemplate, e);
            }
        }
        return wanted;
    }

    private Language language() {
        String tag = language;
        return tag == null ? Language.current()
                : Language.of(tag).orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_LANGUAGE.with(tag,
                        Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "))),
                        WRONG_USAGE));
    }

    private static ReportKind kind(String word) {
        ReportKind found = ReportKind.named(word);
        if (found == null) {
            throw new CommandFailure(CliText.NO_SUCH_KIND.with(word,
                    Arrays.stream(ReportKind.values()).map(ReportKind::word).collect(Collectors.joining(", "))),
                    WRONG_USAGE);
        }
        return found;
    }

    /** A report does not claim a time at which it could not have been made from what the case has now. */
    private Instant madeAt(CaseFile caseFile) {
        if (made == null) {
            return Instant.now();
        }
        Instant time;
        try {
            time = Instant.parse(made);
        } catch (DateTimeParseException unread) {
            throw new CommandFailure(CliText.NOT_A_TIME.with(made), WRONG_USAGE);
        }
        if (time.isAfter(Instant.now())) {
            throw new CommandFailure(CliText.MADE_IN_FUTURE.with(made), WRONG_USAGE);
        }
        AuditTrail.Entry change = caseFile.auditTrail().lastChange();
        if (change != null && time.isBefore(change.at())) {
            throw new CommandFailure(CliText.MADE_BEFORE_CHANGE.with(made, change.at(), change.what()), WRONG_USAGE);
        }
        return time;
    }

    private static ReportTemplate read(Path template) {
        try {
            return ReportTemplate.ofJson(HeldFiles.text(template));
        } catch (IOException e) {
            throw CommandFailure.unread(template, e);
        }
    }

    private static ReportLogo picture(Path logo) {
        try {
            return ReportLogo.read(logo);
        } catch (IOException e) {
            throw CommandFailure.unread(logo, e);
        }
    }

    private static Section section(String name) {
        return Arrays.stream(Section.values()).filter(section -> section.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_SECTION.with(name,
                        String.join(", ", Arrays.stream(Section.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT)).toList())),
                        WRONG_USAGE));
    }

    /** Ctrl-C leaves no report, and an older one of the same name whole. */
    private ReportContent content(CaseFile caseFile, Correlation correlation, ReportOptions options,
            @Nullable Pseudonymiser pseudonymiser, Language spoken) {
        return LongWork.run(!json(), CliText.REPORT_STOPPED, progress -> spoken.during(() -> pseudonymiser == null
                ? written(caseFile, caseFile, correlation, options, List.of(), progress)
                : replaced(caseFile, correlation, options, pseudonymiser, progress)));
    }

    private ReportContent replaced(CaseFile caseFile, Correlation correlation, ReportOptions options,
            Pseudonymiser pseudonymiser, Progress progress) {
        try (PseudonymCase replaced = new PseudonymCase(caseFile, correlation, pseudonymiser, pseudonyms.keyFile(),
                progress)) {
            return written(caseFile, replaced.caseFile(), correlate(replaced.caseFile()), options,
                    PseudonymOptions.detail(pseudonymiser), progress);
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
            List<String> pseudonymDetail, Progress progress) {
        ReportContent content = new ReportBuilder(shown, correlation,
                detect(shown, correlation, enrichment(), progress), options,
                enrichment(), new RecordDetails(), progress).build();
        List<String> parts = new ArrayList<>(List.of(Count.SESSIONS.of(content.parts().size())));
        parts.addAll(pseudonymDetail);
        String detail = String.join(", ", parts);
        try {
            String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".pdf")) {
                ExportFile.bytes(from, ExportKind.REPORT, out, detail,
                        stream -> PdfReport.write(content, stream, progress));
            } else if (name.endsWith(".xlsx")) {
                ExportFile.bytes(from, ExportKind.REPORT, out, detail,
                        stream -> ReportWorkbook.write(content, stream));
            } else if (name.endsWith(".docx")) {
                ExportFile.bytes(from, ExportKind.REPORT, out, detail, stream -> ReportDocx.write(content, stream));
            } else {
                ExportFile.text(from, ExportKind.REPORT, out, detail,
                        writer -> writer.write(ReportHtml.forBrowser(content)));
            }
        } catch (IOException e) {
            throw CommandFailure.unwritten(out, e);
        }
        return content;
    }
}
