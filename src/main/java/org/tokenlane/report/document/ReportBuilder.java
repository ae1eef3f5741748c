package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.application.ApplicationQuery;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.containment.ContainmentProof;
import org.tokenlane.detect.containment.ContainmentQuery;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.exposure.OperationKind;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Progress;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventText;
import org.tokenlane.report.MarkText;
import org.tokenlane.report.PartedExposure;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.manifest.SignedManifest;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RawRecords;
import org.tokenlane.timeline.CaseOrigins;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineQuery;

/**
 * Collects what a report says from the case, everything in the order in which it happened, so that the same case gives
 * the same report.
 */
public final class ReportBuilder {

    private final CaseFile caseFile;
    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final Detection detection;
    private final EventText texts;
    private final ReportOptions options;
    private final Enrichment enrichment;
    private final EventDetails details;
    private final ExposureQuery exposures;
    private final Sentences sentences;
    private final MarkedEvents marked;
    private final Progress progress;
    private final Answers answers;
    private final TimelineQuery timelines;
    private final Map<BitSet, ReportContent.ExposurePart> parted = new HashMap<>();

    /**
     * @param opener
     *            opens the raw records that the lists of accessed data are made from
     * @param progress
     *            may cancel the building, which then ends with a {@link java.util.concurrent.CancellationException}
     */
    public ReportBuilder(CaseFile caseFile, Correlation correlation, Detection detection, ReportOptions options,
            Enrichment enrichment, RecordOpener opener,
            Progress progress) {
        this.caseFile = caseFile;
        this.correlation = correlation;
        this.events = correlation.events();
        this.queries = new SessionQueries(correlation);
        this.detection = detection;
        this.texts = new EventText(correlation);
        this.options = options;
        this.enrichment = enrichment;
        this.details = new EventDetails(events, caseFile.rawRecords(), opener);
        this.exposures = new ExposureQuery(correlation, details, caseFile.evidence());
        this.sentences = exposures.sentences();
        this.marked = MarkedEvents.of(caseFile, correlation);
        this.progress = progress;
        this.answers = answered(opener);
        this.timelines = new TimelineQuery(correlation).with(CaseOrigins.of(correlation,
                answers.incident().attribution(), new CaseOrigins.Changes(caseFile.settings().allOriginSplits(),
                        caseFile.settings().allActors())));
    }

    public ReportContent build() {
        List<SessionFacts> all = queries.all();
        List<SessionFacts> chosen = all.stream().filter(facts -> options.sessions().isEmpty()
                ? detection.risk(facts.sessionId()).severity().compareTo(Severity.MEDIUM) >= 0
                : options.sessions().contains(facts.sessionId())).toList();
        List<ReportContent.SessionPart> parts = chosen.stream().map(this::part).toList();
        List<ApplicationSubject> applications = new ApplicationQuery(correlation, details).all(detection.findings(),
                progress);
        List<Finding> findings = detection.findings().stream()
                .filter(finding -> options.sessions().isEmpty() || finding.sessionId() == null
                        || options.sessions().contains(finding.sessionId()))
                .toList();
        Coverage coverage = new Coverage(correlation);
        TreeSet<String> tenants = new TreeSet<>();
        for (String tenant : events.dictionary(EventField.TENANT_ID)) {
            if (tenant != null) {
                tenants.add(tenant);
            }
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int event = 0; event < events.size(); event++) {
            if (events.time(event) != AuditEvent.NO_TIME) {
                first = Math.min(first, events.time(event));
                last = Math.max(last, events.time(event));
            }
        }
        boolean dated = first <= last;
        List<AuditTrail.Entry> actions = actions();
        List<String> summary = new ReportSummary(caseFile, correlation, detection, marked).of(chosen, findings);
        return new ReportContent(options,
                new ReportContent.Overview(name(), List.copyOf(tenants), dated ? first : AuditEvent.NO_TIME,
                        dated ? last : AuditEvent.NO_TIME, events.size(), all.size(), CaseFile.PROGRAM),
                answers(applications, findings), summary,
                new ReportContent.Judgements(findings, FindingGroup.of(findings, answers.incident().accounts()),
                        places(findings),
                        detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).toList(),
                        detection.riskOfCase(),
                        detection.usersAtRisk().stream()
                                .filter(upn -> findings.stream().anyMatch(found -> upn.equals(found.upn())))
                                .map(upn -> new ReportContent.UserRisk(upn, detection.riskOfUser(upn).points()))
                                .toList()),
                parts, applications.stream().filter(subject -> isDescribed(subject)).map(this::part).toList(),
                exposure(chosen), marks(),
                new ReportContent.CoveragePart(CoverageDays.of(events), coverage.gaps(caseFile.evidence()), links()),
                new ReportContent.OriginPart(caseFile.evidence(), caseFile.warnings(), actions,
                        enrichment.attributions(),
                        CaseState.of(caseFile.state()).lines(), signature()));
    }

    private Map<String, String> places(List<Finding> findings) {
        Map<String, String> places = new HashMap<>();
        findings.forEach(finding -> finding.events().stream().limit(FindingsSection.MOST_EVENTS)
                .forEach(event -> places.computeIfAbsent(events.id(event), id -> Words.place(events, event))));
        return places;
    }

    private List<Text> signature() {
        SignedManifest.Check check = SignedManifest.checkBeside(caseFile);
        return check == null ? List.of() : check.said();
    }

    private Answers answered(RecordOpener opener) {
        CaseFacts facts = Detection.facts(caseFile, correlation, opener, new KnownNetworks(enrichment));
        return Answers.of(caseFile, facts, detection.findings(), marked, progress);
    }

    private ReportContent.AnswersPart answers(List<ApplicationSubject> applications, List<Finding> listed) {
        List<Answer> all = answers.all();
        RawRecords raw = caseFile.rawRecords();
        StoryBuilder story = new StoryBuilder(detection.findings(),
                options.sections().contains(Section.DETAILS) ? listed : List.of(), events::time,
                event -> sentences.of(event).toString(), event -> OperationKind.fileAction(events, event),
                event -> correlation.rule(event).isInferred());
        Map<String, Story> stations = answers.stories().stream()
                .collect(Collectors.toMap(Story::account, one -> one, (one, other) -> one));
        List<AccountPhases> stories = answers.incident().accounts().stream().filter(Account::accessed)
                .map(account -> story.of(account, stations.get(account.title()),
                        exposures.of(set(account.events()), progress)))
                .toList();
        return new ReportContent.AnswersPart(all, Citations.of(all, stories).events().stream()
                .map(event -> new ReportContent.CitedEvent(line(event),
                        Sha256.of(raw.bytes(events.places(event).getFirst()))))
                .toList(), containment(), applications, stories,
                answers.incident().accounts().stream().filter(account -> !account.accessed())
                        .map(Account::title).toList(),
                exposure(answers.incident().events()), answers.exposure().messagesSent(),
                !answers.incident().isEmpty(), PersonNames.of(events, answers.incident().accounts().stream()
                        .map(Account::title).collect(Collectors.toSet())),
                CaseDrawings.of(answers, events));
    }

    private static BitSet set(List<Integer> members) {
        return members.stream().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** The time of the sheet is not in the report: the same case has to give the same report. */
    private List<ContainmentSheet.Step> containment() {
        List<Integer> sessions = answers.incident().sessions().stream().map(correlation::sessionCode).toList();
        if (sessions.isEmpty()) {
            return List.of();
        }
        ContainmentSheet sheet = new ContainmentQuery(correlation, details, caseFile.evidence()).of(sessions, 0,
                progress);
        return new ContainmentProof(correlation, answers.incident().milestones(),
                caseFile.settings().containmentTicks()).of(sheet).steps();
    }

    /** Those until the report was made: the same report made again is the same. */
    private List<AuditTrail.Entry> actions() {
        return caseFile.auditTrail().entries().stream().filter(entry -> !entry.at().isAfter(options.madeAt()))
                .toList();
    }

    private String name() {
        return caseFile.path().getFileName().toString().replaceFirst("\\.tlcase$", "");
    }

    private List<ReportContent.LinkLine> links() {
        Map<LinkRule, Integer> counts = new EnumMap<>(LinkRule.class);
        for (int event = 0; event < events.size(); event++) {
            counts.merge(correlation.rule(event), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(count -> new ReportContent.LinkLine(count.getKey(), count.getValue())).toList();
    }

    private ReportContent.SessionPart part(SessionFacts facts) {
        int session = correlation.sessionCode(facts.sessionId());
        Timeline timeline = timelines.ofSession(session, LaneKey.TOKEN,
                caseFile.settings().actors(facts.sessionId()),
                caseFile.settings().originSplits(facts.sessionId()));
        List<ReportContent.OriginLine> origins = new ArrayList<>();
        Timeline byOrigin = timelines.ofSession(session, LaneKey.ORIGIN,
                caseFile.settings().actors(facts.sessionId()),
                caseFile.settings().originSplits(facts.sessionId()));
        byOrigin.lanes().forEach(lane -> {
            TreeSet<String> ips = new TreeSet<>();
            Arrays.stream(lane.events()).mapToObj(event -> events.text(EventField.IP, event)).filter(ip -> ip != null)
                    .forEach(ips::add);
            boolean named = byOrigin.origins().stream()
                    .anyMatch(person -> person.confirmed() && person.name().equals(lane.name()));
            origins.add(
                    new ReportContent.OriginLine(lane.name(), named,
                            CaseOrigins.party(answers.incident().attribution(),
                                    Arrays.stream(lane.events()).boxed().toList()),
                            lane.events().length,
                            lane.times()[0],
                            lane.times()[lane.times().length - 1], List.copyOf(ips)));
        });
        List<ReportContent.TokenLine> tokens = queries.tokensOf(session).stream().map(queries::token).map(this::line)
                .toList();
        int[] members = correlation.eventsOfSession(session);
        List<ReportContent.EventLine> lines = Arrays.stream(members).limit(options.mostEvents()).mapToObj(this::line)
                .toList();
        return new ReportContent.SessionPart(facts, detection.risk(facts.sessionId()), origins, tokens, lines,
                members.length - lines.size(), timeline,
                TimelineNotes.of(answers.incident(), timeline),
                exposure(List.of(facts)), marksOf(facts.sessionId(), members));
    }

    private boolean isDescribed(ApplicationSubject subject) {
        return subject.findings().stream().anyMatch(finding -> finding.severity().compareTo(Severity.INFO) > 0)
                || !marksOf(subject.facts()).isEmpty();
    }

    private ReportContent.ApplicationPart part(ApplicationSubject subject) {
        List<Integer> members = subject.facts().events();
        List<ReportContent.EventLine> lines = members.stream().limit(options.mostEvents()).map(this::line).toList();
        BitSet chosen = set(members);
        Timeline timeline = timelines.of(chosen.stream().toArray(), LaneKey.ADDRESS);
        return new ReportContent.ApplicationPart(subject, addresses(members),
                subject.changes().stream().map(change -> line(change.event())).toList(), lines,
                members.size() - lines.size(), timeline,
                TimelineNotes.of(answers.incident(), timeline), exposure(chosen),
                marksOf(subject.facts()));
    }

    private List<ReportContent.AddressLine> addresses(List<Integer> members) {
        Map<String, List<Integer>> byAddress = new TreeMap<>();
        for (int event : members) {
            String ip = events.text(EventField.IP, event);
            if (ip != null) {
                byAddress.computeIfAbsent(ip, key -> new ArrayList<>()).add(event);
            }
        }
        List<ReportContent.AddressLine> all = new ArrayList<>();
        byAddress.forEach((ip, from) -> all.add(new ReportContent.AddressLine(ip,
                (int) from.stream().filter(event -> events.kind(event).isSignIn()).count(),
                (int) from.stream().filter(event -> events.kind(event).isOperation()).count(),
                events.time(from.getFirst()), events.time(from.getLast()))));
        return all;
    }

    private List<ReportContent.MarkLine> marksOf(ApplicationFacts facts) {
        BitSet members = set(facts.events());
        return marked.marks().all().stream().filter(mark -> mark.target() != null
                && (mark.target().kind() == MarkTarget.Kind.APP || mark.target().kind() == MarkTarget.Kind.EVENT)
                && Arrays.stream(marked.of(mark.target())).anyMatch(members::get)).map(this::line).toList();
    }

    private ReportContent.ExposurePart exposure(List<SessionFacts> sessions) {
        BitSet chosen = new BitSet();
        for (SessionFacts facts : sessions) {
            for (int event : correlation.eventsOfSession(correlation.sessionCode(facts.sessionId()))) {
                if (!correlation.rule(event).isInferred()) {
                    chosen.set(event);
                }
            }
        }
        return exposure(chosen);
    }

    private ReportContent.ExposurePart exposure(BitSet chosen) {
        if (!options.sections().contains(Section.EXPOSURE) && !options.sections().contains(Section.NOTIFICATION)) {
            return new ReportContent.ExposurePart("", List.of(), List.of());
        }
        // a report on one session asks for the same twice
        ReportContent.ExposurePart before = parted.get(chosen);
        if (before != null) {
            return before;
        }
        PartedExposure exposure = PartedExposure.of(exposures, events, chosen,
                answers.incident().attribution()::party, progress);
        ReportContent.ExposurePart part = new ReportContent.ExposurePart(exposure.summary(), exposure.filledTables(),
                exposure.all().limits());
        parted.put(chosen, part);
        return part;
    }

    private ReportContent.MarksPart marks() {
        Map<String, Integer> verdicts = new LinkedHashMap<>();
        marked.counts().forEach((verdict, count) -> verdicts.put(verdict.word(), count));
        return new ReportContent.MarksPart(verdicts, marked.marks().all().stream().map(this::line).toList());
    }

    private List<ReportContent.MarkLine> marksOf(String session, int[] members) {
        return marked.marks().all().stream()
                .filter(mark -> mark.target() != null && isIn(mark.target(), session, members)).map(this::line)
                .toList();
    }

    private boolean isIn(MarkTarget target, String session, int[] members) {
        return switch (target.kind()) {
        case SESSION -> target.key().equals(session);
        case ORIGIN -> target.originSession().equals(session);
        case EVENT, TOKEN ->
            Arrays.stream(marked.of(target)).anyMatch(event -> Arrays.binarySearch(members, event) >= 0);
        default -> false;
        };
    }

    private ReportContent.MarkLine line(Mark mark) {
        return new ReportContent.MarkLine(ReportTimes.seconds(mark.stamp().at()),
                mark.stamp().author(), mark.kind(), MarkText.target(mark),
                MarkText.says(mark), mark instanceof OwnEvent ? -1 : MarkText.events(marked, mark));
    }

    private ReportContent.TokenLine line(TokenTrail trail) {
        return new ReportContent.TokenLine(trail.uti(), app(trail.app()),
                app(trail.resource()), trail.issuedAt(),
                trail.signIn() >= 0, trail.ips(), trail.operations(),
                trail.operationsByName());
    }

    private @Nullable String app(@Nullable String idOrName) {
        return idOrName == null ? null : enrichment.apps().named(idOrName);
    }

    private ReportContent.EventLine line(int event) {
        RawPlace place = events.places(event).getFirst();
        String app = events.text(EventField.APP_NAME, event);
        return new ReportContent.EventLine(events.id(event), texts.time(event),
                events.text(EventField.OPERATION, event), sentences.of(event).toString(),
                events.text(EventField.WORKLOAD, event),
                EventText.words(events.result(event)), events.text(EventField.IP, event),
                app == null ? app(events.text(EventField.APP_ID, event)) : app,
                events.text(EventField.TARGET, event), events.evidence(place.evidence()).path(), place.line(),
                events.recordNumber(place));
    }
}
