package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;

/** Puts a rule's parameters into words: which messages it is for, what it does, and to whom it forwards them. */
final class RuleWords {

    private static final Set<String> FORWARDS = Set.of("forwardto", "forwardasattachmentto", "redirectto",
            "forwardingsmtpaddress", "forwardingaddress",
            "redirectmessageto", "blindcopyto", "copyto", "addtorecipients");
    /** Names of the rule, and how the cmdlet was called. */
    private static final Set<String> NEITHER = Set.of("name", "identity", "mailbox", "force",
            "alwaysdeleteoutlookrulesblob", "confirm", "rulename", "ruleoperation",
            "ruleid", "rulestate", "isnew", "isdirty", "whatif", "domaincontroller", "erroraction", "priority");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");
    private static final Pattern RECIPIENTS = Pattern.compile("(?i)forward|redirect");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final List<String> conditions = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final Set<String> forwardsTo = new LinkedHashSet<>();

    RuleWords(RecordDetail detail) {
        detail.parameters().forEach((name, value) -> read(name, name.toLowerCase(Locale.ROOT), value.strip()));
    }

    /** Tells whether the record sets or removes the forwarding of a mailbox as a whole. */
    static boolean isForwarding(RecordDetail detail) {
        return detail.parameters().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("forwarding"));
    }

    String conditions() {
        return conditions.isEmpty() ? ExposureText.RULE_ALL_MAIL.text() : String.join("; ", conditions);
    }

    @Nullable
    String actions() {
        return actions.isEmpty() ? null : String.join("; ", actions);
    }

    List<String> forwardsTo() {
        return List.copyOf(forwardsTo);
    }

    private void read(String name, String key, String value) {
        if (NEITHER.contains(key)) {
            return;
        }
        if (FORWARDS.contains(key)) {
            forward(name, key, value);
            return;
        }
        String action = action(key, value);
        if (action != null) {
            if (!action.isEmpty()) {
                actions.add(action);
            }
            if (key.equals("ruleactions") && RECIPIENTS.matcher(value).find()) {
                addresses(value);
            }
        } else if (!value.isEmpty()) {
            conditions.add(condition(name, key, value));
        }
    }

    private void forward(String name, String key, String value) {
        if (value.isEmpty() || value.equalsIgnoreCase("$null")) {
            actions.add(ExposureText.RULE_REMOVES.text(words(name)));
            return;
        }
        String bare = value.regionMatches(true, 0, "smtp:", 0, 5) ? value.substring(5) : value;
        actions.addFirst((key.startsWith("redirect") ? ExposureText.RULE_REDIRECTS
                : key.contains("copyto") ? ExposureText.RULE_COPIES : ExposureText.RULE_FORWARDS).text(bare));
        if (!addresses(bare)) {
            forwardsTo.add(bare);
        }
    }

    private boolean addresses(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        boolean any = false;
        while (matcher.find()) {
            forwardsTo.add(matcher.group());
            any = true;
        }
        return any;
    }

    /** What a parameter makes the rule do: null where it is not an action, empty where it does nothing. */
    private static @Nullable String action(String key, String value) {
        boolean yes = value.equalsIgnoreCase("true");
        return switch (key) {
        case "movetofolder" -> ExposureText.RULE_MOVES.text(value);
        case "copytofolder" -> ExposureText.RULE_COPIES.text(value);
        case "deletemessage", "softdeletemessage", "permanentlydelete" -> yes ? ExposureText.RULE_DELETES.text() : "";
        case "markasread" -> yes ? ExposureText.RULE_MARKS_READ.text() : "";
        case "stopprocessingrules", "stopruleprocessing" -> yes ? ExposureText.RULE_STOPS.text() : "";
        case "delivertomailboxandforward" ->
            (yes ? ExposureText.RULE_KEEPS_COPY : ExposureText.RULE_KEEPS_NO_COPY).text();
        case "markimportance" -> ExposureText.RULE_IMPORTANCE.text(value);
        case "applycategory" -> ExposureText.RULE_CATEGORY.text(value);
        case "sendtextmessagenotificationto" -> ExposureText.RULE_TEXT_MESSAGE.text(value);
        case "enabled" -> (yes ? ExposureText.RULE_ON : ExposureText.RULE_OFF).text();
        case "ruleactions", "actions", "serverrule" -> value;
        default -> null;
        };
    }

    private static String condition(String name, String key, String value) {
        if (key.equals("rulecondition") || key.equals("conditions")) {
            return value;
        }
        String what = key.startsWith("exceptif")
                ? ExposureText.RULE_EXCEPT.text(words(name.substring("exceptif".length())))
                : words(name);
        return value.equalsIgnoreCase("true") ? what : what + ": " + value;
    }

    /** {@code SubjectOrBodyContainsWords} is {@code subject or body contains words}. */
    private static String words(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Parameters as they are, for what is not a rule. */
    static @Nullable String plain(Map<String, String> parameters) {
        List<String> all = new ArrayList<>();
        parameters.forEach((name, value) -> all.add(name + ": " + value));
        return all.isEmpty() ? null : String.join("; ", all);
    }
}
