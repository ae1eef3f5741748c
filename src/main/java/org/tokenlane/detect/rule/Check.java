package org.tokenlane.detect.rule;

import org.tokenlane.detect.facts.CaseFacts;

/** The computation of rules that cannot be said as data. It holds no state: thresholds come with the rule. */
public interface Check {

    /**
     * Looks whether the check can work with the rule's settings: before it runs, and before a tuning is kept.
     *
     * @throws RuleException
     *             saying which value is wrong
     */
    default void validate(RuleFile rule) {
        // most settings are numbers and lists, which RuleSettings knows to be such
    }

    /** Hands over what the rule finds in the case. */
    void find(CaseFacts facts, RuleFile rule, FindingSink found);

    /** Whether each rule with this check has a sentence of its own for its findings ({@link RuleText#SAYS}). */
    default boolean takesSentence() {
        return false;
    }

    /**
     * Tells whether the rule both asks and is asked: it runs with the first ones, and again once all of them have said
     * which sessions they take for an attacker's.
     */
    default boolean leadsOthers(RuleFile rule) {
        return false;
    }

    /** Tells whether the rule asks which sessions other rules take for an attacker's, and so runs after those. */
    default boolean followsOthers(RuleFile rule) {
        return false;
    }
}
