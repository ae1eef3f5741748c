package org.tokenlane.report;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.query.CaseEvents;

/**
 * What other programs get of an incident: only what is hostile by the analyst's verdict or by a finding on events that
 * are linked by fact.
 *
 * @param findings
 *            of at least medium severity, each with an event of the attacker
 * @param events
 *            the attacker's events
 */
public record HostileActivity(Indicators indicators, List<Finding> findings, BitSet events) {

    public static final HostileActivity NONE = new HostileActivity(Indicators.NONE, List.of(), new BitSet());

    public HostileActivity {
        findings = List.copyOf(findings);
    }

    /** That of a case. */
    public static HostileActivity of(Correlation correlation, Answers answers, List<Finding> findings,
            MarkedEvents marked) {
        BitSet events = answers.incident().events();
        return new HostileActivity(Indicators.of(correlation, answers, marked), among(findings, events), events);
    }

    /** The part of it that is in these events of the case. */
    public HostileActivity in(BitSet chosen, CaseEvents all) {
        BitSet both = (BitSet) events.clone();
        both.and(chosen);
        return new HostileActivity(indicators.in(chosen, all), among(findings, both), both);
    }

    private static List<Finding> among(List<Finding> findings, BitSet events) {
        return findings.stream().filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0
                && finding.events().stream().anyMatch(events::get)).toList();
    }

    /** The findings by the techniques that they name, in the order of the techniques' ids. */
    public Map<Technique, List<Finding>> techniques() {
        Map<String, Technique> byId = new TreeMap<>();
        findings.forEach(finding -> finding.attack().forEach(id -> byId.put(id, Technique.of(id))));
        Map<Technique, List<Finding>> all = new java.util.LinkedHashMap<>();
        byId.values().forEach(technique -> all.put(technique,
                findings.stream().filter(finding -> finding.attack().contains(technique.id())).toList()));
        return all;
    }
}
