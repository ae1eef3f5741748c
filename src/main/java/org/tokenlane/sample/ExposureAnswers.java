package org.tokenlane.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.sample.World.Audited;
import org.tokenlane.sample.World.GraphCall;

/** What a session got at, computed from what happened in the world. */
final class ExposureAnswers {

    private final Map<String, Integer> mailRead = new TreeMap<>();
    private final Map<String, Integer> synchronised = new TreeMap<>();
    private final Map<String, String> sent = new TreeMap<>();
    private final Map<String, String> deleted = new TreeMap<>();
    private final Map<String, Integer> downloaded = new TreeMap<>();
    private final Map<String, Integer> viewed = new TreeMap<>();
    private final List<String> rules = new ArrayList<>();
    private final Map<String, Integer> answered = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private boolean throttled;

    private ExposureAnswers() {
    }

    /** Of one session's records. */
    static SampleAnswers.Exposure of(List<Audited> records, List<GraphCall> calls) {
        ExposureAnswers found = new ExposureAnswers();
        records.forEach(found::audited);
        calls.forEach(call -> {
            String path = call.uri().replaceFirst("^https://graph.microsoft.com/v1.0", "").replaceFirst("\\?.*$", "");
            (call.status() < 400 ? found.answered : found.refused).merge(path, 1, Integer::sum);
        });
        return new SampleAnswers.Exposure(found.mailRead, found.synchronised, found.sent, found.deleted,
                found.downloaded, found.viewed, found.rules, found.answered,
                found.refused, found.throttled);
    }

    private void audited(Audited record) {
        switch (record.operation()) {
        case "MailItemsAccessed" -> read(record.details());
        case "Send", "SendAs" -> sent.put(text(record.details().get("Item"), "InternetMessageId"),
                text(record.details().get("Item"), "Subject"));
        case "SoftDelete", "HardDelete", "MoveToDeletedItems" ->
            deleted.put(text(list(record.details().get("AffectedItems")).getFirst(), "InternetMessageId"),
                    record.operation());
        case "New-InboxRule", "Set-Mailbox" -> rules.add(record.operation());
        case "FileDownloaded" -> downloaded.merge((String) record.details().get("ObjectId"), 1, Integer::sum);
        case "FileAccessed" -> viewed.merge((String) record.details().get("ObjectId"), 1, Integer::sum);
        default -> {
            // changed files are not among the answers
        }
        }
    }

    private void read(Map<String, Object> details) {
        throttled |= list(details.get("OperationProperties")).stream()
                .anyMatch(pair -> "IsThrottled".equals(text(pair, "Name")) && "True".equals(text(pair, "Value")));
        if (details.containsKey("Item")) {
            synchronised.merge(
                    text(((Map<?, ?>) Objects.requireNonNull(details.get("Item"))).get("ParentFolder"), "Path"), 1,
                    Integer::sum);
            return;
        }
        for (Object folder : list(details.get("Folders"))) {
            list(((Map<?, ?>) folder).get("FolderItems"))
                    .forEach(item -> mailRead.merge(text(item, "InternetMessageId"), 1, Integer::sum));
        }
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static String text(@Nullable Object map, String name) {
        return (String) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(map)).get(name));
    }
}
