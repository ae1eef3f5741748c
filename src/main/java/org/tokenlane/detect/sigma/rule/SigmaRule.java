package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/**
 * A rule as its file has it. One with a {@link #problem()} is kept, so that it can be reported as not evaluated with
 * the reason.
 */
public final class SigmaRule {

    /**
     * One condition of the rule.
     *
     * @param counted
     *            what its hits are counted for, or null
     */
    public record Condition(Search search, @Nullable Correlated counted) {
    }

    private final SigmaPlace place;
    private final SigmaAbout about;
    private final @Nullable SigmaLogsource logsource;
    private final List<Condition> conditions;
    private final @Nullable Correlated correlation;
    private final List<Text> remarks;
    private final @Nullable Text problem;
    private final @Nullable SigmaFilter filter;
    private final List<String> filtered;

    private SigmaRule(SigmaPlace place, SigmaAbout about, @Nullable SigmaLogsource logsource,
            List<Condition> conditions, @Nullable Correlated correlation, List<Text> remarks, @Nullable Text problem) {
        this(place, about, logsource, conditions, correlation, remarks, problem, null, List.of());
    }

    private SigmaRule(SigmaPlace place, SigmaAbout about, @Nullable SigmaLogsource logsource,
            List<Condition> conditions, @Nullable Correlated correlation, List<Text> remarks, @Nullable Text problem,
            @Nullable SigmaFilter filter, List<String> filtered) {
        this.place = place;
        this.about = about;
        this.logsource = logsource;
        this.conditions = List.copyOf(conditions);
        this.correlation = correlation;
        this.remarks = List.copyOf(remarks);
        this.problem = problem;
        this.filter = filter;
        this.filtered = List.copyOf(filtered);
    }

    static SigmaRule searching(SigmaPlace place, SigmaAbout about, SigmaLogsource logsource, List<Condition> conditions,
            List<Text> remarks) {
        return new SigmaRule(place, about, logsource, conditions, null, remarks, null);
    }

    static SigmaRule correlating(SigmaPlace place, SigmaAbout about, Correlated correlation) {
        return new SigmaRule(place, about, null, List.of(), correlation, List.of(), null);
    }

    static SigmaRule refused(SigmaPlace place, SigmaAbout about, @Nullable SigmaLogsource logsource, Text problem) {
        return new SigmaRule(place, about, logsource, List.of(), null, List.of(), problem);
    }

    static SigmaRule filtering(SigmaPlace place, SigmaAbout about, SigmaFilter filter) {
        return new SigmaRule(place, about, filter.logsource(), List.of(), null, List.of(), null, filter, List.of());
    }

    /** This filter, which was added to the rules with these titles. */
    SigmaRule addedTo(List<String> titles) {
        return new SigmaRule(place, about, logsource, List.of(), null, List.of(), null, filter, titles);
    }

    /** This rule, which also asks for what a filter asks for. */
    SigmaRule filteredBy(SigmaRule other) {
        SigmaFilter asked = Objects.requireNonNull(other.filter());
        List<Condition> both = conditions.stream().map(
                condition -> new Condition(Search.all(List.of(condition.search(), asked.search())),
                        condition.counted()))
                .toList();
        List<Text> told = new ArrayList<>(remarks);
        told.add(SigmaRuleText.FILTERED.with(other.about().title()));
        return new SigmaRule(place, about, logsource, both, correlation, told, problem);
    }

    /** What it adds to other rules; null where it is no filter. */
    public @Nullable SigmaFilter filter() {
        return filter;
    }

    /** The titles of the rules to which it was added, for a filter. */
    public List<String> filtered() {
        return filtered;
    }

    /** Where its document begins. */
    public SigmaPlace place() {
        return place;
    }

    public SigmaAbout about() {
        return about;
    }

    /** The log that it searches; null for a correlation rule. */
    public @Nullable SigmaLogsource logsource() {
        return logsource;
    }

    /** What is wrong with it or not supported, as a sentence with the place; null for a rule that can be run. */
    public @Nullable Text problem() {
        return problem;
    }

    /** What the analyst should know about how it is run. */
    public List<Text> remarks() {
        return remarks;
    }

    /** Tells whether it uses the hits of other rules. */
    public boolean isCorrelation() {
        return correlation != null;
    }

    /** Its conditions, one of which has to hold. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** What a correlation rule asks for; null for a rule that searches. */
    public @Nullable Correlated correlation() {
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
