package org.tokenlane.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.AllowList;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.ListText;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.model.text.Language;
import org.tokenlane.store.CaseFile;

/** The rules as the analyst tuned them in a case. */
public final class CaseRules {

    /** Stands for all rules in the case's settings. */
    public static final String ALL = "*";
    /** The setting that switches a rule on and off. */
    public static final String ENABLED = "enabled";
    /** The networks that no rule takes for an attacker's: a setting of all rules. */
    public static final String NETWORKS = "networks";
    /** The applications likewise. */
    public static final String APPS = "apps";

    private static final Logger LOG = System.getLogger(CaseRules.class.getName());

    /** The files that ship do not change, so they are read once in each language, when they are first asked for. */
    private static final Map<Language, List<RuleFile>> SHIPPED = new ConcurrentHashMap<>();

    private CaseRules() {
    }

    private static List<RuleFile> shipped() {
        return SHIPPED.computeIfAbsent(Language.current(), language -> RuleFiles.shipped());
    }

    /**
     * All rules. A setting that another version of the program had, or whose value is not valid, is left as in the
     * file.
     */
    public static List<RuleFile> of(CaseFile caseFile) {
        Map<String, Map<String, String>> settings = caseFile.settings().ruleSettings();
        List<RuleFile> rules = new ArrayList<>();
        for (RuleFile rule : shipped()) {
            Map<String, String> own = new LinkedHashMap<>(settings.getOrDefault(rule.id(), Map.of()));
            String enabled = own.remove(ENABLED);
            boolean isEnabled = enabled == null ? rule.enabled() : Boolean.parseBoolean(enabled);
            RuleFile tuned = rule.tuned(Map.of(), isEnabled);
            for (Map.Entry<String, String> setting : own.entrySet()) {
                try {
                    tuned = tuned.tuned(Map.of(setting.getKey(), setting.getValue()), isEnabled);
                } catch (RuleException ofAnotherVersion) {
                    LOG.log(Level.DEBUG, "a setting is ignored: {0}", ofAnotherVersion.getMessage());
                }
            }
            rules.add(tuned);
        }
        return rules;
    }

    /** All rules with the Sigma rules that were loaded into the case behind them. */
    public static List<RuleFile> withSigma(CaseFile caseFile) {
        List<RuleFile> rules = new ArrayList<>(of(caseFile));
        rules.addAll(CaseSigma.of(caseFile).ruleFiles());
        return rules;
    }

    /** The networks and applications that the analyst allowed in the case. */
    public static AllowList allowList(CaseFile caseFile) {
        Map<String, String> all = caseFile.settings().ruleSettings().getOrDefault(ALL, Map.of());
        return new AllowList(list(all.get(NETWORKS)), list(all.get(APPS)));
    }

    /** A setting's values, divided by commas; none for null. */
    public static List<String> list(@Nullable String text) {
        return text == null ? List.of() : ListText.read(text);
    }

    /**
     * Tunes a rule. The rule must have the setting and accept the value.
     *
     * @param value
     *            null restores the file's own value
     * @throws RuleException
     *             saying what is wrong
     */
    public static void set(CaseFile caseFile, String rule, String name, @Nullable String value, String who) {
        String text = value == null ? null : value.strip();
        if (rule.equals(ALL)) {
            checkForAll(name, text);
        } else {
            RuleFile known = (rule.startsWith(CaseSigma.PREFIX) ? CaseSigma.of(caseFile).ruleFiles()
                    : shipped()).stream()
                    .filter(each -> each.id().equals(rule)).findFirst()
                    .orElseThrow(() -> new RuleException(DetectText.UNKNOWN_RULE.with(rule)));
            if (name.equals(ENABLED)) {
                if (text != null && !text.equals("true") && !text.equals("false")) {
                    throw new RuleException(DetectText.BAD_ENABLED.with());
                }
            } else if (text != null || !known.settings().has(name)
                    && !caseFile.settings().ruleSettings().getOrDefault(rule, Map.of()).containsKey(name)) {
                RuleFile tuned = known.tuned(Map.of(name, text == null ? "" : text), true);
                Check check = Checks.named(tuned.check());
                if (check != null) {
                    check.validate(tuned);
                }
            }
        }
        caseFile.settings().setRule(rule, name, text, who);
    }

    private static void checkForAll(String name, @Nullable String text) {
        if (!name.equals(NETWORKS) && !name.equals(APPS)) {
            throw new RuleException(
                    DetectText.UNKNOWN_COMMON_SETTING.with(name, String.join(", ", NETWORKS, APPS)));
        }
        // what cannot be read is refused now, not when the rules run
        List<String> values = list(text);
        for (String network : name.equals(NETWORKS) ? values : List.<String> of()) {
            if (!AllowList.isNetwork(network)) {
                throw new RuleException(DetectText.NOT_A_NETWORK.with(network));
            }
        }
    }
}
