package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was accessed in some raw records, counted by the names in the records. */
final class RecountedExposure {

    private static final Set<String> DELETED_OR_MOVED = Set.of("SoftDelete", "HardDelete", "MoveToDeletedItems", "Move",
            "Copy");
    private static final Set<String> RULES = Set.of("New-InboxRule", "Set-InboxRule", "UpdateInboxRules");

    final Set<String> mail = new TreeSet<>();
    /** How many records state that a folder was synchronized, by folder. */
    final Map<String, Integer> folders = new TreeMap<>();
    final Set<String> sent = new TreeSet<>();
    final Set<String> changedMail = new TreeSet<>();
    final Set<String> downloaded = new TreeSet<>();
    final Set<String> viewed = new TreeSet<>();
    final Set<String> files = new TreeSet<>();
    final List<String> rules = new ArrayList<>();
    final Set<String> readByAssistant = new TreeSet<>();
    int assistants;
    int operations;
    int answered;
    int refused;

    static RecountedExposure of(Stream<Map<?, ?>> records, Stream<RawSample.Call> calls) {
        RecountedExposure found = new RecountedExposure();
        records.forEach(found::add);
        calls.forEach(call -> {
            found.operations++;
            found.answered += call.isAnswered() ? 1 : 0;
            found.refused += call.isAnswered() ? 0 : 1;
        });
        return found;
    }

    /** Of what was done from the attacker's addresses. */
    static RecountedExposure ofAttacker(RawSample raw, Predicate<String> session) {
        return of(raw.operations().filter(record -> raw.hostileAddresses().contains(RawSample.address(record))
                && session.test(raw.session(record))),
                raw.graphCalls().stream().filter(call -> raw.hostileAddresses().contains(call.ip())
                        && session.test(call.session())));
    }

    private void add(Map<?, ?> record) {
        operations++;
        String operation = String.valueOf(record.get("Operation"));
        String user = record.get("UserId") + " ";
        String id = String.valueOf(record.get("Id"));
        if (operation.equals("MailItemsAccessed")) {
            read(record, user);
        } else if (operation.equals("Send")) {
            sent.add(id);
        } else if (DELETED_OR_MOVED.contains(operation)) {
            list(record, "AffectedItems").forEach(item -> changedMail.add(user + item.get("InternetMessageId")));
        } else if (operation.equals("FileDownloaded")) {
            downloaded.add(String.valueOf(record.get("ObjectId")));
            files.add(String.valueOf(record.get("ObjectId")));
        } else if (operation.startsWith("FileAccessed")) {
            viewed.add(String.valueOf(record.get("ObjectId")));
            files.add(String.valueOf(record.get("ObjectId")));
        } else if (RULES.contains(operation) || operation.equals("Set-Mailbox") && forwards(record)) {
            rules.add(user + operation);
        } else if (operation.equals("CopilotInteraction")) {
            assistants++;
            Map<?, ?> data = (Map<?, ?>) record.get("CopilotEventData");
            list(data, "AccessedResources").forEach(one -> readByAssistant.add(String.valueOf(one.get("SiteUrl"))));
        }
    }

    private void read(Map<?, ?> record, String user) {
        boolean synced = list(record, "OperationProperties").stream().anyMatch(property -> "MailAccessType"
                .equals(property.get("Name")) && "Sync".equals(property.get("Value")));
        if (synced) {
            Map<?, ?> item = (Map<?, ?>) record.get("Item");
            folders.merge(user + ((Map<?, ?>) item.get("ParentFolder")).get("Path"), 1, Integer::sum);
        }
        list(record, "Folders").forEach(folder -> list(folder, "FolderItems")
                .forEach(item -> mail.add(user + item.get("InternetMessageId"))));
    }

    private static boolean forwards(Map<?, ?> record) {
        return list(record, "Parameters").stream().anyMatch(one -> "ForwardingSmtpAddress".equals(one.get("Name")));
    }

    private static List<Map<?, ?>> list(Map<?, ?> record, String name) {
        List<Map<?, ?>> all = new ArrayList<>();
        if (record.get(name) instanceof List<?> list) {
            list.forEach(one -> all.add((Map<?, ?>) one));
        }
        return all;
    }
}
