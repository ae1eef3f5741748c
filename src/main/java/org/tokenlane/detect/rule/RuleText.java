package org.tokenlane.detect.rule;

import org.tokenlane.model.text.TextKey;

/**
 * One text of a rule in the bundle of this package: {@code mfa-fatigue.title}.
 *
 * @param rule
 *            the rule's id
 */
public record RuleText(String rule, String part) implements TextKey {

    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String NOISE = "noise";
    /** What the analyst does next with a finding of the rule. */
    static final String NEXT = "next";
    /** The sentence of the rule's findings, where its check takes one ({@link Check#takesSentence}). */
    public static final String SAYS = "says";

    @Override
    public String key() {
        return rule + "." + part;
    }

    @Override
    public Class<?> home() {
        return RuleText.class;
    }
}
