package org.tokenlane.detect.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Inbox rules and mail flow rules: which messages they are for, and what they do with them ("New-InboxRule",
 * learn.microsoft.com/powershell/module/exchange/new-inboxrule; "New-TransportRule",
 * learn.microsoft.com/powershell/module/exchange/new-transportrule).
 */
final class RuleWording {

    /** Names of the rule, how the cmdlet was called, and what says nothing of messages. */
    private static final Set<String> NEITHER = Set.of("name", "identity", "mailbox", "force",
            "alwaysdeleteoutlookrulesblob", "confirm", "whatif", "domaincontroller", "erroraction", "priority",
            "enabled", "comments", "mode", "setauditseverity", "ruleerroraction", "senderaddresslocation",
            "rulesubtype", "ruleid", "rulename", "ruleoperation", "rulestate", "isnew", "isdirty");
    private static final Pattern ACTION_TYPE = Pattern.compile("(?i)ActionType\"?\\s*[:=]\\s*\"?([A-Za-z]+)");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");

    private static final Map<String, WordingText> CONDITIONS = Map.ofEntries(
            Map.entry("from", WordingText.RULE_FROM), Map.entry("sentto", WordingText.RULE_SENT_TO),
            Map.entry("subjectorbodycontainswords", WordingText.RULE_CONTAINING),
            Map.entry("subjectcontainswords", WordingText.RULE_IN_SUBJECT),
            Map.entry("bodycontainswords", WordingText.RULE_IN_BODY),
            Map.entry("headercontainswords", WordingText.RULE_IN_HEADER),
            Map.entry("fromaddresscontainswords", WordingText.RULE_FROM_CONTAINING),
            Map.entry("recipientaddresscontainswords", WordingText.RULE_TO_CONTAINING));

    /** Conditions that are not put into words; what they compare may be long. */
    private static final Set<String> OTHER_CONDITIONS = Set.of("flaggedforaction", "fromsubscription",
            "hasclassification", "messagetypematches", "mynameinccbox", "mynameintobox", "mynameintoorccbox",
            "mynamenotintobox", "receivedafterdate", "receivedbeforedate", "sentonlytome", "withimportance",
            "withinsizerangemaximum", "withinsizerangeminimum", "withsensitivity",
            // mail flow rules
            "adcomparisonattribute", "adcomparisonoperator", "anyofccheader", "anyofccheadermemberof",
            "anyofrecipientaddresscontainswords", "anyofrecipientaddressmatchespatterns", "anyoftoccheader",
            "anyoftoccheadermemberof", "anyoftoheader", "anyoftoheadermemberof", "attachmentcontainswords",
            "attachmentextensionmatcheswords", "attachmenthasexecutablecontent", "attachmentispasswordprotected",
            "attachmentisunsupported", "attachmentmatchespatterns", "attachmentnamematchespatterns",
            "attachmentprocessinglimitexceeded", "attachmentpropertycontainswords", "attachmentsizeover",
            "betweenmemberof1", "betweenmemberof2", "contentcharactersetcontainswords", "fromaddressmatchespatterns",
            "frommemberof", "fromscope", "hasnoclassification", "hassenderoverride", "headercontainsmessageheader",
            "headermatchesmessageheader", "headermatchespatterns", "manageraddresses", "managerforevaluateduser",
            "messagecontainsdataclassifications", "messagesizeover", "recipientadattributecontainswords",
            "recipientadattributematchespatterns", "recipientaddressmatchespatterns", "recipientdomainis",
            "recipientinsenderlist", "sclover", "senderadattributecontainswords", "senderadattributematchespatterns",
            "senderdomainis", "senderinrecipientlist", "senderipranges", "sendermanagementrelationship",
            "senttomemberof", "senttoscope", "subjectmatchespatterns", "subjectorbodymatchespatterns");

    /** Actions with a value. */
    private static final Map<String, WordingText> ACTIONS = Map.ofEntries(
            Map.entry("forwardto", WordingText.RULE_FORWARDS),
            Map.entry("forwardasattachmentto", WordingText.RULE_FORWARDS_ATTACHED),
            Map.entry("redirectto", WordingText.RULE_REDIRECTS),
            Map.entry("redirectmessageto", WordingText.RULE_REDIRECTS),
            Map.entry("blindcopyto", WordingText.RULE_COPIES_BLIND),
            Map.entry("copyto", WordingText.RULE_COPIES), Map.entry("addtorecipients", WordingText.RULE_COPIES),
            Map.entry("copytofolder", WordingText.RULE_COPIES_TO_FOLDER),
            Map.entry("movetofolder", WordingText.RULE_MOVES),
            Map.entry("setscl", WordingText.RULE_SETS_SPAM_LEVEL),
            Map.entry("markimportance", WordingText.RULE_SETS_IMPORTANCE),
            Map.entry("applycategory", WordingText.RULE_SETS_CATEGORY),
            Map.entry("sendtextmessagenotificationto", WordingText.RULE_TEXTS),
            Map.entry("rejectmessagereasontext", WordingText.RULE_REJECTS));

    /** Actions that are switched on. */
    private static final Map<String, WordingText> SWITCHED = Map.of("deletemessage", WordingText.RULE_DELETES,
            "softdeletemessage", WordingText.RULE_DELETES, "markasread", WordingText.RULE_MARKS_READ, "quarantine",
            WordingText.RULE_QUARANTINES, "stopprocessingrules", WordingText.RULE_STOPS, "stopruleprocessing",
            WordingText.RULE_STOPS);

    private RuleWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("new-inboxrule", reading -> inbox(reading, WordingText.RULE_CREATED));
        all.put("set-inboxrule", reading -> inbox(reading, WordingText.RULE_CHANGED));
        all.put("enable-inboxrule", reading -> inbox(reading, WordingText.RULE_TURNED_ON));
        all.put("disable-inboxrule", reading -> inbox(reading, WordingText.RULE_TURNED_OFF));
        all.put("remove-inboxrule", reading -> inbox(reading, WordingText.RULE_REMOVED));
        all.put("updateinboxrules", RuleWording::byOutlook);
        all.put("new-transportrule", reading -> mailFlow(reading, WordingText.FLOW_RULE_CREATED));
        all.put("set-transportrule", reading -> mailFlow(reading, WordingText.FLOW_RULE_CHANGED));
        all.put("enable-transportrule", reading -> mailFlow(reading, WordingText.FLOW_RULE_TURNED_ON));
        all.put("disable-transportrule", reading -> mailFlow(reading, WordingText.FLOW_RULE_TURNED_OFF));
        all.put("remove-transportrule", reading -> mailFlow(reading, WordingText.FLOW_RULE_REMOVED));
    }

    private static Text inbox(Reading reading, WordingText sentence) {
        Object does = does(reading, sentence == WordingText.RULE_CREATED);
        return rule(reading, sentence, does);
    }

    private static Text rule(Reading reading, WordingText sentence, @Nullable Object does) {
        String mailbox = otherMailbox(reading);
        return reading.says(sentence, Reading.or(name(reading), WordingText.NO_NAME), Reading.present(mailbox),
                Reading.orNothing(mailbox), Reading.present(does), Reading.orNothing(does));
    }

    private static Text mailFlow(Reading reading, WordingText sentence) {
        Object does = does(reading, sentence == WordingText.FLOW_RULE_CREATED);
        return reading.says(sentence, Reading.or(name(reading), WordingText.NO_NAME), Reading.present(does),
                Reading.orNothing(does));
    }

    /** Outlook writes a rule as a whole; only the kinds of its actions and their addresses are certain. */
    private static Text byOutlook(Reading reading) {
        String operation = String.valueOf(reading.parameter("RuleOperation")).toLowerCase(Locale.ROOT);
        WordingText sentence = operation.contains("add") ? WordingText.RULE_CREATED
                : operation.contains("remove") || operation.contains("delete") ? WordingText.RULE_REMOVED
                        : WordingText.RULE_CHANGED;
        String actions = reading.detail().parameter("RuleActions");
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        if (actions != null) {
            found(ACTION_TYPE.matcher(actions), 1, kinds);
            found(ADDRESS.matcher(actions), 0, addresses);
        }
        Object to = Reading.all(List.copyOf(addresses));
        Object does = kinds.isEmpty() ? null
                : WordingText.RULE_ACTION_TYPES.with(Reading.orNothing(Reading.all(List.copyOf(kinds))),
                        Reading.present(to), Reading.orNothing(to));
        return rule(reading, sentence, does);
    }

    private static void found(Matcher matcher, int group, Set<String> found) {
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
    }

    /** The name; where the cmdlet names only the rule's identity, the part behind the mailbox. */
    private static @Nullable String name(Reading reading) {
        String name = reading.parameter("Name", "RuleName");
        if (name != null) {
            return name;
        }
        String identity = reading.parameter("Identity");
        String path = identity == null || identity.matches("\\d+") ? reading.text(EventField.TARGET) : identity;
        return path == null ? null : path.substring(path.lastIndexOf('\\') + 1);
    }

    /** The mailbox, where it is not the actor's own. */
    private static @Nullable String otherMailbox(Reading reading) {
        String mailbox = reading.parameter("Mailbox");
        String identity = reading.parameter("Identity");
        if (mailbox == null && identity != null && identity.indexOf('\\') > 0) {
            mailbox = identity.substring(0, identity.indexOf('\\'));
        }
        if (mailbox == null) {
            mailbox = reading.text(EventField.MAILBOX);
        }
        String actor = reading.text(EventField.UPN);
        boolean own = mailbox != null && actor != null
                && (mailbox.equalsIgnoreCase(actor) || actor.toLowerCase(Locale.ROOT)
                        .startsWith(mailbox.toLowerCase(Locale.ROOT) + '@'));
        return own ? null : mailbox;
    }

    /** What the rule does, or null where the record names no action that is known. */
    private static @Nullable Object does(Reading reading, boolean whole) {
        List<Object> conditions = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        boolean others = false;
        boolean further = false;
        boolean exceptions = false;
        for (Map.Entry<String, String> parameter : reading.detail().parameters().entrySet()) {
            String key = parameter.getKey().toLowerCase(Locale.ROOT);
            String value = Reading.clean(parameter.getValue());
            if (value == null || value.equalsIgnoreCase("false") || NEITHER.contains(key)) {
                continue;
            }
            WordingText condition = CONDITIONS.get(key);
            if (key.startsWith("exceptif")) {
                exceptions = true;
            } else if (condition != null) {
                conditions.add(condition.with(Reading.orNothing(Reading.any(parts(value)))));
            } else if (key.equals("hasattachment")) {
                conditions.add(WordingText.RULE_WITH_ATTACHMENT.with());
            } else if (ACTIONS.containsKey(key)) {
                acts.add(new Act(ACTIONS.get(key), folderOrAddresses(key, value)));
            } else if (SWITCHED.containsKey(key)) {
                acts.add(new Act(SWITCHED.get(key), ""));
            } else if (OTHER_CONDITIONS.contains(key)) {
                others = true;
            } else {
                further = true;
            }
        }
        if (acts.isEmpty()) {
            return null;
        }
        if (others) {
            conditions.add(WordingText.RULE_FURTHER_CONDITIONS.with());
        }
        if (exceptions) {
            conditions.add(WordingText.RULE_EXCEPTIONS.with());
        }
        Object messages = conditions.isEmpty()
                ? (whole && !further ? WordingText.RULE_ALL_MESSAGES : WordingText.RULE_ITS_MESSAGES).with()
                : WordingText.RULE_MESSAGES.with(chained(conditions));
        acts.sort((one, other) -> Integer.compare(one.rank(), other.rank()));
        List<String> said = new ArrayList<>();
        for (Act act : acts) {
            String clause = act.does() == WordingText.RULE_STOPS && !said.isEmpty() ? WordingText.RULE_STOPS_TOO.text()
                    : act.does().with(said.isEmpty() ? messages : WordingText.RULE_THEM.with(), act.value())
                            .toString();
            if (!said.contains(clause)) {
                said.add(clause);
            }
        }
        if (further) {
            said.add(WordingText.RULE_FURTHER_SETTINGS.text());
        }
        return Reading.all(said);
    }

    private record Act(WordingText does, Object value) {

        /** What reaches others comes first; that no more rules run comes last. */
        int rank() {
            return switch (does) {
            case RULE_FORWARDS, RULE_FORWARDS_ATTACHED, RULE_REDIRECTS, RULE_COPIES, RULE_COPIES_BLIND -> 0;
            case RULE_MARKS_READ, RULE_SETS_IMPORTANCE, RULE_SETS_CATEGORY -> 2;
            case RULE_STOPS -> 3;
            default -> 1;
            };
        }
    }

    /** Conditions that all have to be met, one behind the other. */
    private static Object chained(List<Object> conditions) {
        Object all = conditions.getFirst();
        for (Object next : conditions.subList(1, conditions.size())) {
            all = WordingText.RULE_BOTH_CONDITIONS.with(all, next);
        }
        return all;
    }

    private static Object folderOrAddresses(String key, String value) {
        if (key.endsWith("folder")) {
            int path = value.indexOf(":\\");
            return path < 0 ? value : value.substring(path + 2);
        }
        return Reading.orNothing(
                Reading.all(parts(value).stream().map(RuleWording::bare).toList()));
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split(";")).map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
    }

    static String bare(String address) {
        return address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }
}
