package org.tokenlane.report.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.text.Text;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.timeline.Timeline;

/**
 * All that a report says, before it is laid out. Times are nanoseconds since 1970, UTC.
 *
 * @param summary
 *            in paragraphs
 * @param parts
 *            the sessions that are described in detail
 * @param applications
 *            the applications that are described in detail: those with findings, and those that the analyst marked
 * @param exposure
 *            of all these sessions together
 */
public record ReportContent(ReportOptions options, Overview overview, AnswersPart answers, List<String> summary,
        Judgements judgements, List<SessionPart> parts, List<ApplicationPart> applications, ExposurePart exposure,
        MarksPart marks, CoveragePart coverage,
        OriginPart origin) {

    /**
     * What the whole case is.
     *
     * @param first
     *            the first dated event
     * @param last
     *            the last one
     * @param program
     *            the program that the report is made with, and its version
     */
    public record Overview(String name, List<String> tenants, long first, long last, int events, int sessions,
            String program) {
    }

    /**
     * The first questions of the incident.
     *
     * @param cited
     *            the events that the answers refer to, in the order of {@link Citations}
     * @param containment
     *            the steps of containment for the attacker's sessions, with what is done of them
     * @param applications
     *            the applications that acted outside any session
     * @param stories
     *            what happened to each account that the attacker used
     * @param tried
     *            the names of the accounts at which every attempt of the attacker failed
     * @param attackers
     *            what the attacker's events accessed
     * @param sent
     *            how many messages the attacker sent
     * @param hasAttacker
     *            whether a verdict or a finding points to an attacker, though perhaps at no account
     * @param names
     *            the names of the persons by their accounts, where a log has them
     * @param drawing
     *            the case in one drawing; null where the attacker got into no account
     */
    public record AnswersPart(List<Answer> all, List<CitedEvent> cited, List<ContainmentSheet.Step> containment,
            List<ApplicationSubject> applications, List<AccountPhases> stories, List<String> tried,
            ExposurePart attackers,
            int sent, boolean hasAttacker, Map<String, String> names, @Nullable CaseDrawing drawing) {

        Citations citations() {
            return Citations.of(all, stories);
        }
    }

    /**
     * An event that a sentence refers to.
     *
     * @param sha256
     *            of its raw record, lower-case hexadecimal
     */
    public record CitedEvent(EventLine event, String sha256) {
    }

    /**
     * What the rules found, and which of them could not be evaluated.
     *
     * @param groups
     *            the findings merged, those of the incident by account
     * @param places
     *            the file and line of the events that the findings name, by their ids
     * @param risk
     *            that of the whole case
     * @param users
     *            the users at risk, the highest first
     */
    public record Judgements(List<Finding> findings, List<FindingGroup> groups, Map<String, String> places,
            List<RuleOutcome> notEvaluated, Risk risk, List<UserRisk> users) {
    }

    /** The risk of a user, with findings that belong to no session. */
    public record UserRisk(String upn, int points) {
    }

    /** Which logs the evidence covers, what it lacks, and how its events are linked to sessions. */
    record CoveragePart(List<CoverageDays.Line> days, List<Coverage.Gap> gaps, List<LinkLine> links) {
    }

    /** How many events are linked to sessions by a rule. */
    public record LinkLine(LinkRule rule, int events) {
    }

    /**
     * Where everything comes from.
     *
     * @param warnings
     *            what has to be known of files before they are trusted, by the number of the evidence
     * @param actions
     *            the entries of the audit trail until the report was made
     * @param attributions
     *            the external data that findings draw on, as its licences ask for
     * @param settings
     *            how mailboxes are set, as exports of their state show it
     * @param signature
     *            what the signed manifest beside the case says of it; empty where there is none
     */
    public record OriginPart(List<Evidence> evidence, Map<Integer, List<ImportWarning>> warnings,
            List<AuditTrail.Entry> actions, List<String> attributions,
            List<CaseState.Line> settings, List<Text> signature) {
    }

    /**
     * A session that is described in detail.
     *
     * @param origins
     *            where it was used from, with the analyst's names
     * @param lines
     *            its events, as many as the report lists
     * @param moreEvents
     *            how many it does not list
     * @param marks
     *            those on the session, and on origins, tokens and events in it
     */
    public record SessionPart(SessionFacts facts, Risk risk, List<OriginLine> origins, List<TokenLine> tokens,
            List<EventLine> lines, int moreEvents, Timeline timeline, TimelineNotes notes,
            ExposurePart exposure, List<MarkLine> marks) {

        TimelineDrawing drawing() {
            return new TimelineDrawing(timeline, notes);
        }
    }

    /**
     * An application that is described in detail.
     *
     * @param addresses
     *            where it was used from
     * @param changes
     *            the events that prove the subject's changes, in their order
     * @param lines
     *            its events, as many as the report lists
     * @param moreEvents
     *            how many it does not list
     * @param exposure
     *            what it accessed
     * @param timeline
     *            its events by address
     * @param marks
     *            those on the application, and on its events
     */
    public record ApplicationPart(ApplicationSubject subject, List<AddressLine> addresses, List<EventLine> changes,
            List<EventLine> lines, int moreEvents, Timeline timeline, TimelineNotes notes, ExposurePart exposure,
            List<MarkLine> marks) {

        TimelineDrawing drawing() {
            return new TimelineDrawing(timeline, notes);
        }
    }

    /** The timelines in the order of the report: of sessions, then of applications. */
    public List<TimelineDrawing> timelines() {
        return Stream
                .concat(parts.stream().map(SessionPart::drawing), applications.stream().map(ApplicationPart::drawing))
                .toList();
    }

    /** All drawings: the timelines, then that of the case where there is one. */
    public List<ReportDrawing> drawings() {
        return Stream.concat(timelines().stream(), Stream.ofNullable(answers.drawing())).toList();
    }

    /** An address that an application was used from. */
    public record AddressLine(String ip, int signIns, int operations, long first, long last) {
    }

    /**
     * The data that was accessed or changed.
     *
     * @param summary
     *            in a line
     * @param tables
     *            the lists that are not empty
     * @param limits
     *            what the logs leave open
     */
    public record ExposurePart(String summary, List<ExposureTable> tables, List<String> limits) {
    }

    /**
     * What the analyst marked.
     *
     * @param verdicts
     *            how many events each verdict applies to
     */
    public record MarksPart(Map<String, Integer> verdicts, List<MarkLine> lines) {
    }

    /**
     * A mark of the analyst.
     *
     * @param events
     *            how many events it applies to, or -1 where it has no target
     */
    public record MarkLine(String at, String by, String kind, String on, String says, int events) {
    }

    /**
     * An origin inside a session.
     *
     * @param party
     *            whose hands most of its events were done by
     */
    public record OriginLine(String name, boolean named, Party party, int events, long first, long last,
            List<String> ips) {
    }

    /** A token with its operations. */
    public record TokenLine(String uti, @Nullable String app, @Nullable String resource, long issuedAt,
            boolean signInOnRecord, List<String> ips, int operations, Map<String, Integer> operationsByName) {
    }

    /**
     * An event; texts are as the log gives them, or null.
     *
     * @param sentence
     *            what it states that was done
     * @param record
     *            the number of its record in the file where its line does not tell which it is, else 0
     */
    public record EventLine(String id, @Nullable String time, @Nullable String operation, String sentence,
            @Nullable String workload, String result, @Nullable String ip, @Nullable String app,
            @Nullable String target, String evidence,
            int line, int record) {
    }
}
