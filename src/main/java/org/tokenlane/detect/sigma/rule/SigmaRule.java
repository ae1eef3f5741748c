package org.tokenlane.detect.sigma.rule;

import java.util.List;

/**
 * A rule as its file has it. One with a {@link #problem()} is kept, so that it can be said that it was not evaluated
 * and why.
 */
public final class SigmaRule {

    /**
     * One condition of the rule.
     *
     * @param counted
     *            what is asked of its hits together, or null
     */
    public record Condition(Search search, Correlated counted) {
    }

    private final SigmaPlace place;
    private final SigmaAbout about;
    private final SigmaLogsource logsource;
    private final List<Condition> conditions;
    private final Correlated correlation;
    private final List<String> remarks;
    private final String problem;

    private SigmaRule(SigmaPlace place, SigmaAbout about, SigmaLogsource logsource, List<Condition> conditions,
            Correlated correlation, List<String> remarks,
            String problem) {
        this.place = place;
        this.about = about;
        this.logsource = logsource;
        this.conditions = List.copyOf(conditions);
        this.correlation = correlation;
        this.remarks = List.copyOf(remarks);
        this.problem = problem;
    }

    static SigmaRule searching(SigmaPlace place, SigmaAbout about, SigmaLogsource logsource, List<Condition> conditions,
            List<String> remarks) {
        return new SigmaRule(place, about, logsource, conditions, null, remarks, null);
    }

    static SigmaRule correlating(SigmaPlace place, SigmaAbout about, Correlated correlation) {
        return new SigmaRule(place, about, null, List.of(), correlation, List.of(), null);
    }

    static SigmaRule refused(SigmaPlace place, SigmaAbout about, SigmaLogsource logsource, String problem) {
        return new SigmaRule(place, about, logsource, List.of(), null, List.of(), problem);
    }

    /** Where its document begins. */
    public SigmaPlace place() {
        return place;
    }

    public SigmaAbout about() {
        return about;
    }

    /** The log that it is about; null for a correlation rule. */
    public SigmaLogsource logsource() {
        return logsource;
    }

    /** What is wrong with it or not supported, as a sentence with the place; null for a rule that can be run. */
    public String problem() {
        return problem;
    }

    /** What is good to know of how it is run. */
    public List<String> remarks() {
        return remarks;
    }

    /** Tells whether it looks at the hits of other rules. */
    public boolean isCorrelation() {
        return correlation != null;
    }

    public List<Condition> conditions() {
        return conditions;
    }

    public Correlated correlation() {
        return correlation;
    }

    /** Tells whether a correlation rule means this one by an id or a name. */
    public boolean isCalled(String reference) {
        return reference.equalsIgnoreCase(about.id()) || reference.equals(about.name());
    }

    @Override
    public String toString() {
        return about.title() + " (" + place + ")";
    }
}
