package org.tokenlane.detect.rule;

import java.util.List;
import java.util.Map;
import org.tokenlane.model.finding.Severity;

/**
 * A rule as its file describes it.
 *
 * @param check
 *            the name of the computation that the rule runs
 * @param needs
 *            what has to be in the case; otherwise the rule is not evaluated
 * @param description
 *            what it looks for, and why that matters
 * @param noise
 *            what ordinary things look like it
 * @param next
 *            what to do next with its findings
 */
public record RuleFile(String id, String title, Severity severity, List<String> attack, String check, List<Need> needs,
        String description, String noise, String next,
        List<String> sources,
        RuleSettings settings, boolean enabled) {

    /** The rule as the analyst tuned it in this case. */
    public RuleFile tuned(Map<String, String> settingsByName, boolean isEnabled) {
        return new RuleFile(id, title, severity, attack, check, needs, description, noise, next, sources,
                settings.tuned(settingsByName), isEnabled);
    }
}
