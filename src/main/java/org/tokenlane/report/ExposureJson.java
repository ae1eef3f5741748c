package org.tokenlane.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.query.CaseEvents;

/** An exposure as data. */
public final class ExposureJson {

    private final CaseEvents events;
    private final PartedExposure parted;

    private ExposureJson(CaseEvents events, PartedExposure parted) {
        this.events = events;
        this.parted = parted;
    }

    /** As maps and lists. */
    public static Map<String, Object> of(PartedExposure exposure, CaseEvents events) {
        return new ExposureJson(events, exposure).of(exposure.all());
    }

    private Map<String, Object> of(Exposure exposure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("operations", exposure.operations());
        map.put("first", EventText.time(exposure.first()));
        map.put("last", EventText.time(exposure.last()));
        map.put("summary", parted.summary());
        map.put("mailItems",
                exposure.mailItems().stream()
                        .map(item -> with(item.use(), "mailbox", item.mailbox(), "internetMessageId",
                                item.internetMessageId(), "folder",
                                item.folder(), "subject", item.subject(), "subjectFromElsewhere",
                                item.subjectFromElsewhere(), "from", item.envelope().from(), "to",
                                item.envelope().to(), "attachments", item.envelope().attachments(), "how",
                                item.how()))
                        .toList());
        map.put("foldersSynchronised",
                exposure.folders().stream()
                        .map(folder -> with(folder.use(), "mailbox", folder.mailbox(), "folder", folder.folder(),
                                "items", null))
                        .toList());
        map.put("itemsNotNamed", exposure.unnamedItems());
        map.put("notNamed",
                exposure.unnamed().stream()
                        .map(unnamed -> with(unnamed.use(), "mailbox", unnamed.mailbox(), "items", unnamed.items(),
                                "recordsWithoutNumber", unnamed.uncounted()))
                        .toList());
        map.put("sent",
                exposure.sent().stream()
                        .map(mail -> worded(mail.use(), "mailbox", mail.mailbox(), "operation", mail.operation(),
                                "internetMessageId",
                                mail.internetMessageId(), "subject", mail.subject(), "recipients", mail.recipients()))
                        .toList());
        map.put("deletedOrMoved",
                exposure.mailChanges().stream()
                        .map(mail -> worded(mail.use(), "mailbox", mail.mailbox(), "operation", mail.operation(),
                                "internetMessageId", mail.internetMessageId(), "folder", mail.folder(), "destination",
                                mail.destination(), "subject", mail.subject()))
                        .toList());
        map.put("files", exposure.files().stream().map(this::file).toList());
        map.put("sharings",
                exposure.sharings().stream()
                        .map(sharing -> worded(sharing.use(), "operation", sharing.operation(), "path", sharing.path(),
                                "with",
                                sharing.with(), "how", sharing.how()))
                        .toList());
        map.put("searches", exposure.searches().stream()
                .map(search -> with(search.use(), "workload", search.workload(), "words", search.words())).toList());
        map.put("inboxRules", exposure.inboxRules().stream()
                .map(rule -> withIds(rule.use(), "operation", rule.operation(), "mailbox", rule.mailbox(), "name",
                        rule.name(), "conditions", rule.conditions(), "actions", rule.actions(), "forwardsTo",
                        rule.forwardsTo(), "failed", rule.failed()))
                .toList());
        map.put("consents", changes(exposure.consents()));
        map.put("changes", changes(exposure.changes().stream().filter(change -> !change.kind().isConsent()).toList()));
        map.put("inferred", changes(exposure.inferred()));
        map.put("teams", exposure.teams().stream()
                .map(use -> worded(use.use(), "where", use.where(), "what", use.action(), "operation", use.operation()))
                .toList());
        map.put("assistants", exposure.assistants().stream()
                .map(use -> worded(use.use(), "user", use.user(), "assistant", use.assistant(), "agent", use.agent(),
                        "operation", use.operation(), "read", use.read(), "detected", use.flags()))
                .toList());
        map.put("graph",
                exposure.graph().stream()
                        .map(use -> worded(use.use(), "user", use.user(), "operation", use.operation(), "item",
                                use.item(), "asked", use.asked(),
                                "succeeded", use.succeeded(), "refused", use.refused()))
                        .toList());
        map.put("others",
                exposure.others().stream()
                        .map(other -> worded(other.use(), "workload", other.workload(), "operation", other.operation()))
                        .toList());
        map.put("throttled", exposure.throttled());
        map.put("limits", exposure.limits());
        return map;
    }

    private Map<String, Object> file(Exposure.FileUse file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("site", file.site());
        map.put("path", file.path());
        for (FileAction action : FileAction.values()) {
            map.put(action.name().toLowerCase(Locale.ROOT), file.actions().getOrDefault(action, 0));
        }
        map.putAll(with(file.use()));
        return map;
    }

    private List<Map<String, Object>> changes(List<Exposure.Change> changes) {
        return changes.stream()
                .map(change -> withIds(change.use(), "kind", EventText.words(change.kind()), "activity",
                        change.activity(), "by", change.actor(),
                        "target", change.target(), "targetId", change.targetId(), "what", change.what(), "failed",
                        change.failed(), "link", change.link()))
                .toList();
    }

    private Map<String, Object> with(Use use, @Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        map.put("first", EventText.time(use.first()));
        map.put("last", EventText.time(use.last()));
        map.put("times", use.times());
        map.put("tokens", use.tokens());
        Map<String, Object> by = new LinkedHashMap<>();
        parted.by(use.events()).forEach((party, times) -> by.put(party.id(), times));
        map.put("parties", by);
        map.put("addresses", parted.from(use.events()));
        return map;
    }

    /** As {@link #with}, and what the first event states that was done. */
    private Map<String, Object> worded(Use use, @Nullable Object... namesAndValues) {
        Map<String, Object> map = with(use, namesAndValues);
        map.put("sentence", parted.sentence(use.events()));
        return map;
    }

    private Map<String, Object> withIds(Use use, @Nullable Object... namesAndValues) {
        Map<String, Object> map = worded(use, namesAndValues);
        map.put("eventIds", IntStream.of(use.events()).mapToObj(events::id).toList());
        return map;
    }
}
