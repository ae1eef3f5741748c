package org.tokenlane.detect.exposure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Exposure.FileUse;
import org.tokenlane.detect.exposure.Exposure.Sharing;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what was done with files, folders and pages of SharePoint and OneDrive. */
final class FileLedger {

    private record SharingKey(String operation, String path, @Nullable String with, @Nullable String how) {
    }

    /** The site in a file's address: the host, and the managed path with the site's name where there is one. */
    private static final Pattern SITE = Pattern.compile(
            "^(https?://[^/?#]+(?:/(?:sites|teams|personal|portals)/[^/?#]+)?)(?:[/?#].*)?$", Pattern.CASE_INSENSITIVE);

    /** The address or name of a file, null where the log does not name it. */
    private record FileKey(@Nullable String target) {
    }

    private final CaseEvents events;
    private final Uses<FileKey, Map<FileAction, Integer>> files;
    private final Uses<SharingKey, Void> sharings;

    FileLedger(Correlation correlation) {
        this.events = correlation.events();
        files = new Uses<>(correlation, () -> new EnumMap<>(FileAction.class));
        sharings = Uses.plain(correlation);
    }

    void file(int event) {
        add(event, action(events.operation(event)));
    }

    private void add(int event, FileAction action) {
        files.add(new FileKey(events.text(EventField.TARGET, event)), event).merge(action, 1, Integer::sum);
    }

    private String path(int event) {
        String target = events.text(EventField.TARGET, event);
        return target == null ? ExposureText.NOT_NAMED.text() : target;
    }

    /** A sharing changes who can reach a file; it counts as done to the file too. */
    void sharing(int event, RecordDetail detail) {
        add(event, FileAction.SHARED);
        String with = first(detail, "TargetUserOrGroupName", "UserSharedWith", "TargetUserOrGroupType");
        String how = Stream
                .of(first(detail, "SharingLinkScope", "SharingType"), first(detail, "Permission"),
                        first(detail, "EventData", "Event_Data"),
                        first(detail, "UniqueSharingId"))
                .filter(Objects::nonNull).collect(Collectors.joining("; "));
        sharings.add(
                new SharingKey(events.operation(event), path(event), with, how.isEmpty() ? null : how),
                event);
    }

    private static @Nullable String first(RecordDetail detail, String... paths) {
        for (String path : paths) {
            List<String> found = detail.fields().values(path).stream().filter(text -> !text.isBlank()).distinct()
                    .toList();
            if (!found.isEmpty()) {
                return String.join("; ", found);
            }
        }
        return null;
    }

    static FileAction action(String operation) {
        String name = operation.toLowerCase(Locale.ROOT);
        if (name.contains("sync") && name.contains("download")) {
            return FileAction.SYNCED;
        }
        if (name.contains("download")) {
            return FileAction.DOWNLOADED;
        }
        if (name.contains("upload") || name.endsWith("created")) {
            return FileAction.UPLOADED;
        }
        if (name.contains("deleted") || name.contains("recycled")) {
            return FileAction.DELETED;
        }
        return name.contains("accessed") || name.contains("viewed") || name.contains("viewsignaled")
                || name.contains("prefetched") || name.contains("linkused")
                        ? FileAction.VIEWED
                        : FileAction.CHANGED;
    }

    static @Nullable String site(String path) {
        Matcher matcher = SITE.matcher(path);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Of sites, and of ways in which files were used, there are few: a case of many files has each of them once. */
    List<FileUse> files() {
        Map<String, String> sites = new HashMap<>();
        Map<Map<FileAction, Integer>, Map<FileAction, Integer>> ways = new HashMap<>();
        return files.list((key, actions, use) -> {
            String site = key.target() == null ? null : site(key.target());
            return new FileUse(site == null ? null : sites.computeIfAbsent(site, same -> same), key.target(),
                    ways.computeIfAbsent(actions, same -> same), use);
        });
    }

    List<Sharing> sharings() {
        return sharings
                .list((key, nothing, use) -> new Sharing(key.operation(), key.path(), key.with(), key.how(), use));
    }
}
