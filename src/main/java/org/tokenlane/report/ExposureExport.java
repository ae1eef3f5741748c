package org.tokenlane.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.query.CaseEvents;

/** Writes an exposure for the privacy notice and for other programs. Times are UTC; cells that a spreadsheet would run as formulas are made harmless. */
public final class ExposureExport {

    private static final String LIMIT = "Limit";

    private ExposureExport() {
    }

    /** One table with a line for each thing, its list in the first column, the limits at the end. */
    public static void csv(Appendable out, Exposure exposure) {
        List<ExposureTable> tables = ExposureTables.of(exposure);
        List<String> titles = new ArrayList<>();
        tables.forEach(table -> table.columns().stream().map(ExposureTable.Column::title).filter(title -> !titles.contains(title)).forEach(titles::add));
        List<Map<String, String>> lines = new ArrayList<>();
        for (ExposureTable table : tables) {
            for (ExposureTable.Row row : table.rows()) {
                Map<String, String> line = new LinkedHashMap<>(Map.of("List", table.title()));
                for (int column = 0; column < table.columns().size(); column++) {
                    line.put(table.columns().get(column).title(), row.text(column));
                }
                lines.add(line);
            }
        }
        exposure.limits().forEach(limit -> lines.add(Map.of("List", LIMIT, LIMIT, limit)));
        titles.addFirst("List");
        titles.add(LIMIT);
        EventExport.csv(out, titles.stream().map(title -> new EventExport.Column(title, line -> lines.get(line).getOrDefault(title, ""))).toList(),
                IntStream.range(0, lines.size()));
    }

    /** One table of an exposure. */
    public static void csv(Appendable out, ExposureTable table) {
        List<EventExport.Column> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int cell = column;
            columns.add(new EventExport.Column(table.columns().get(column).title(), row -> table.rows().get(row).text(cell)));
        }
        EventExport.csv(out, columns, IntStream.range(0, table.rows().size()));
    }

    /**
     * Writes into one file where the name ends in {@code .csv}, else a file for each list that is not empty and one for the limits into that folder.
     *
     * @return the files, none of which existed before
     */
    public static List<Path> write(Path target, Exposure exposure) throws IOException {
        if (target.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return List.of(write(target, out -> csv(out, exposure)));
        }
        Files.createDirectories(target);
        List<Path> written = new ArrayList<>();
        for (ExposureTable table : ExposureTables.of(exposure)) {
            if (!table.rows().isEmpty()) {
                written.add(write(target.resolve(table.id() + ".csv"), out -> csv(out, table)));
            }
        }
        EventExport.Column limits = new EventExport.Column(LIMIT, exposure.limits()::get);
        written.add(write(target.resolve("limits.csv"), out -> EventExport.csv(out, List.of(limits), IntStream.range(0, exposure.limits().size()))));
        return written;
    }

    private interface Content {

        void to(Writer out);
    }

    private static Path write(Path file, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            // spreadsheets take a file without a mark for one in the system's own encoding
            out.write('\uFEFF');
            content.to(out);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return file;
    }

    /** As maps and lists, for JSON. */
    public static Map<String, Object> json(Exposure exposure, CaseEvents events) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("operations", exposure.operations());
        map.put("first", EventText.time(exposure.first()));
        map.put("last", EventText.time(exposure.last()));
        map.put("mailItems",
                exposure.mailItems().stream().map(item -> with(item.use(), "mailbox", item.mailbox(), "internetMessageId", item.internetMessageId(), "folder",
                        item.folder(), "subject", item.subject(), "subjectFromElsewhere", item.subjectFromElsewhere(), "how", item.how())).toList());
        map.put("foldersSynchronised",
                exposure.folders().stream().map(folder -> with(folder.use(), "mailbox", folder.mailbox(), "folder", folder.folder(), "items", null))
                        .toList());
        map.put("itemsNotNamed", exposure.unnamedItems());
        map.put("notNamed", exposure.unnamed().stream().map(unnamed -> with(unnamed.use(), "mailbox", unnamed.mailbox(), "items", unnamed.items(),
                "recordsWithoutNumber", unnamed.uncounted())).toList());
        map.put("sent", exposure.sent().stream().map(mail -> with(mail.use(), "mailbox", mail.mailbox(), "operation", mail.operation(), "internetMessageId",
                mail.internetMessageId(), "subject", mail.subject(), "recipients", mail.recipients())).toList());
        map.put("deletedOrMoved", exposure.mailChanges().stream().map(mail -> with(mail.use(), "mailbox", mail.mailbox(), "operation", mail.operation(),
                "internetMessageId", mail.internetMessageId(), "folder", mail.folder(), "destination", mail.destination(), "subject", mail.subject())).toList());
        map.put("files", exposure.files().stream().map(ExposureExport::file).toList());
        map.put("sharings", exposure.sharings().stream().map(sharing -> with(sharing.use(), "operation", sharing.operation(), "path", sharing.path(), "with",
                sharing.with(), "how", sharing.how())).toList());
        map.put("searches", exposure.searches().stream().map(search -> with(search.use(), "workload", search.workload(), "words", search.words())).toList());
        map.put("inboxRules", exposure.inboxRules().stream().map(rule -> withIds(events, rule.use(), "operation", rule.operation(), "mailbox", rule.mailbox(), "name",
                rule.name(), "conditions", rule.conditions(), "actions", rule.actions(), "forwardsTo", rule.forwardsTo(), "failed", rule.failed())).toList());
        map.put("consents", changes(exposure.consents(), events));
        map.put("changes", changes(exposure.changes().stream().filter(change -> !change.kind().isConsent()).toList(), events));
        map.put("inferred", changes(exposure.inferred(), events));
        map.put("teams", exposure.teams().stream().map(use -> with(use.use(), "where", use.where(), "what", use.action(), "operation", use.operation())).toList());
        map.put("graph", exposure.graph().stream().map(use -> with(use.use(), "user", use.user(), "operation", use.operation(), "item", use.item(), "asked", use.asked(),
                "succeeded", use.succeeded(), "refused", use.refused())).toList());
        map.put("others", exposure.others().stream().map(other -> with(other.use(), "workload", other.workload(), "operation", other.operation())).toList());
        map.put("throttled", exposure.throttled());
        map.put("limits", exposure.limits());
        return map;
    }

    private static Map<String, Object> file(Exposure.FileUse file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("site", file.site());
        map.put("path", file.path());
        for (FileAction action : FileAction.values()) {
            map.put(action.name().toLowerCase(Locale.ROOT), file.actions().getOrDefault(action, 0));
        }
        map.putAll(with(file.use()));
        return map;
    }

    private static List<Map<String, Object>> changes(List<Exposure.Change> changes, CaseEvents events) {
        return changes.stream().map(change -> withIds(events, change.use(), "kind", EventText.words(change.kind()), "activity", change.activity(), "by", change.actor(),
                "target", change.target(), "targetId", change.targetId(), "what", change.what(), "failed", change.failed(), "link", change.link())).toList();
    }

    private static Map<String, Object> with(Use use, Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        map.put("first", EventText.time(use.first()));
        map.put("last", EventText.time(use.last()));
        map.put("times", use.times());
        map.put("tokens", use.tokens());
        return map;
    }

    private static Map<String, Object> withIds(CaseEvents events, Use use, Object... namesAndValues) {
        Map<String, Object> map = with(use, namesAndValues);
        map.put("eventIds", IntStream.of(use.events()).mapToObj(events::id).toList());
        return map;
    }
}
