package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.detail.RecordDetail;

/** Puts a rule's parameters into words: what mail it is for, what it does, and to whom it sends mail on. */
final class RuleWords {

    private static final Set<String> FORWARDS = Set.of("forwardto", "forwardasattachmentto", "redirectto",
            "forwardingsmtpaddress", "forwardingaddress",
            "redirectmessageto", "blindcopyto", "copyto", "addtorecipients");
    /** What says of which rule it is, or how the cmdlet was called. */
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

    /** Tells whether the record sets or takes away the forwarding of a mailbox as a whole. */
    static boolean isForwarding(RecordDetail detail) {
        return detail.parameters().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("forwarding"));
    }

    String conditions() {
        return conditions.isEmpty() ? "all mail" : String.join("; ", conditions);
    }

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
            actions.add("takes away " + words(name));
            return;
        }
        String bare = value.regionMatches(true, 0, "smtp:", 0, 5) ? value.substring(5) : value;
        actions.addFirst(
                (key.startsWith("redirect") ? "redirects to " : key.contains("copyto") ? "copies to " : "forwards to ")
                        + bare);
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

    /** What a parameter makes the rule do: null where it is no action, empty where it does nothing. */
    private static String action(String key, String value) {
        boolean yes = value.equalsIgnoreCase("true");
        return switch (key) {
        case "movetofolder" -> "moves to " + value;
        case "copytofolder" -> "copies to " + value;
        case "deletemessage", "softdeletemessage", "permanentlydelete" -> yes ? "deletes" : "";
        case "markasread" -> yes ? "marks as read" : "";
        case "stopprocessingrules", "stopruleprocessing" -> yes ? "stops further rules" : "";
        case "delivertomailboxandforward" -> yes ? "keeps a copy in the mailbox" : "keeps no copy in the mailbox";
        case "markimportance" -> "marks as of " + value + " importance";
        case "applycategory" -> "puts into category " + value;
        case "sendtextmessagenotificationto" -> "sends a text message to " + value;
        case "enabled" -> yes ? "is switched on" : "is switched off";
        case "ruleactions", "actions", "serverrule" -> value;
        default -> null;
        };
    }

    private static String condition(String name, String key, String value) {
        if (key.equals("rulecondition") || key.equals("conditions")) {
            return value;
        }
        String what = key.startsWith("exceptif") ? "except if " + words(name.substring("exceptif".length()))
                : words(name);
        return value.equalsIgnoreCase("true") ? what : what + ": " + value;
    }

    /** {@code SubjectOrBodyContainsWords} is {@code subject or body contains words}. */
    private static String words(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Parameters as they stand, for what is no rule. */
    static String plain(Map<String, String> parameters) {
        List<String> all = new ArrayList<>();
        parameters.forEach((name, value) -> all.add(name + ": " + value));
        return all.isEmpty() ? null : String.join("; ", all);
    }
}
