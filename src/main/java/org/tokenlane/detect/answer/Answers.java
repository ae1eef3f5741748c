package org.tokenlane.detect.answer;

import java.util.List;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.store.CaseFile;

/**
 * The first questions of an incident with their answers.
 *
 * @param exposure
 *            what the attacker's events accessed; those of the user in the same sessions are not in it
 * @param stories
 *            of the accounts that the attacker used, in the order of its first event
 */
public record Answers(Incident incident, Exposure exposure, List<Answer> all, List<Story> stories) {

    public Answers {
        all = List.copyOf(all);
        stories = List.copyOf(stories);
    }

    /**
     * Answers the questions from what is in a case.
     *
     * @param findings
     *            what the rules found
     */
    public static Answers of(CaseFile caseFile, CaseFacts facts, List<Finding> findings, MarkedEvents marked,
            Progress progress) {
        return of(facts, Attribution.of(facts, findings, marked, caseFile.settings()::originSplits), findings,
                caseFile.evidence(), progress);
    }

    /**
     * Answers the questions from the logs.
     *
     * @param findings
     *            what the rules found
     * @param files
     *            the evidence files of the case, for what they leave open
     */
    public static Answers of(CaseFacts facts, Attribution attribution, List<Finding> findings, List<Evidence> files,
            Progress progress) {
        Incident incident = Incident.of(facts, attribution, progress);
        ExposureQuery exposures = new ExposureQuery(facts.correlation(), facts.details(), files);
        Exposure exposure = exposures.of(incident.events(), progress);
        LogEnds logs = LogEnds.of(facts);
        MessageLog messages = new MessageLog(facts);
        return new Answers(incident, exposure, List.of(
                new ContainedAnswer(facts, incident, logs).answer(),
                new HowInAnswer(facts, incident, findings, messages).answer(),
                new WhatAnswer(incident, exposure).answer(),
                new WhoElseAnswer(facts, incident, exposure, messages).answer(),
                new ThroughAnswer(facts, incident).answer(),
                new WhenAnswer(incident).answer(),
                new NotSeenAnswer(facts, incident, files, logs).answer()),
                new Stories(facts, incident, messages, exposures, exposure).all(progress));
    }

    /** The answer to a question. */
    public Answer to(Question question) {
        return all.stream().filter(answer -> answer.question() == question).findFirst().orElseThrow();
    }
}
