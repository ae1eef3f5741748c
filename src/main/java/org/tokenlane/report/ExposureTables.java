package org.tokenlane.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.report.ExposureTable.Column;
import org.tokenlane.report.ExposureTable.Moment;
import org.tokenlane.report.ExposureTable.Row;

/** The lists of an exposure as tables. */
public final class ExposureTables {

    private static final List<Column> USE = List.of(plain("First (UTC)"), plain("Last (UTC)"), plain("Times"),
            new Column("Tokens", FilterField.TOKEN));

    private ExposureTables() {
    }

    /**
     * All lists, the empty ones too, with the number of each line's events that count as the attacker's.
     *
     * @param hostile
     *            these events; where there are none, the lists are without the number
     */
    public static List<ExposureTable> of(Exposure exposure, BitSet hostile) {
        return hostile.isEmpty() ? of(exposure) : of(exposure).stream().map(table -> counted(table, hostile)).toList();
    }

    private static ExposureTable counted(ExposureTable table, BitSet hostile) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(plain("By hostile"));
        List<Row> rows = table.rows();
        return new ExposureTable(table.id(), table.title(), List.copyOf(columns), new AbstractList<>() {
            @Override
            public Row get(int number) {
                Row row = rows.get(number);
                List<Object> cells = new ArrayList<>(row.cells());
                cells.add(hostile(row.events(), hostile));
                return new Row(cells, row.events(), row.filter());
            }

            @Override
            public int size() {
                return rows.size();
            }
        });
    }

    static int hostile(int[] events, BitSet hostile) {
        return (int) Arrays.stream(events).filter(hostile::get).count();
    }

    /**
     * What was got at in a line, and how many of the lines by hostile tokens, sessions and the like; without the latter
     * where nothing is marked.
     */
    public static String summary(Exposure exposure, BitSet hostile) {
        if (hostile.isEmpty()) {
            return summary(exposure);
        }
        List<ExposureTable> lists = of(exposure).stream().filter(list -> !list.id().equals("inferred-changes"))
                .toList();
        BitSet operations = new BitSet();
        lists.forEach(list -> list.rows()
                .forEach(row -> Arrays.stream(row.events()).filter(hostile::get).forEach(operations::set)));
        if (operations.isEmpty()) {
            return summary(exposure) + "; nothing of this by what is marked malicious";
        }
        int mail = (int) exposure.mailItems().stream().filter(item -> hostile(item.use().events(), hostile) > 0)
                .count();
        int files = (int) exposure.files().stream().filter(
                file -> file.actions().containsKey(FileAction.DOWNLOADED) && hostile(file.use().events(), hostile) > 0)
                .count();
        return summary(exposure) + "; of this by what is marked malicious: "
                + count(operations.cardinality(), "operation") + ", " + count(mail, "mail item")
                + " read, " + count(files, "file") + " downloaded";
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** All lists, the empty ones too, in the order in which a notice needs them. */
    public static List<ExposureTable> of(Exposure exposure) {
        List<ExposureTable> all = new ArrayList<>();
        mail(exposure, all);
        files(exposure, all);
        all.add(table("teams", "Teams",
                List.of(new Column("Chat, channel or meeting", FilterField.TARGET), plain("What"), op()),
                exposure.teams(),
                (use, row) -> row.of(use.use(), target(use.where()), use.where(), use.action(), use.operation())));
        all.add(table("graph", "Microsoft Graph",
                List.of(new Column("User", FilterField.USER), op(), new Column("Item", FilterField.TARGET),
                        plain("Searches and filters"), plain("Succeeded"),
                        plain("Refused")),
                exposure.graph(),
                (use, row) -> row.of(use.use(), is(FilterField.OPERATION, use.operation()), use.user(), use.operation(),
                        use.item(),
                        String.join("; ", use.asked()), use.succeeded(), use.refused())));
        all.add(table("rules", "Rules and forwarding",
                List.of(op(), new Column("Mailbox", FilterField.MAILBOX), plain("Name"), plain("For"), plain("Does"),
                        plain("Sends on to"), plain("Result")),
                exposure.inboxRules(),
                (rule, row) -> row.of(rule.use(), is(FilterField.OPERATION, rule.operation()), rule.operation(),
                        rule.mailbox(), rule.name(),
                        rule.conditions(), rule.actions(), String.join("; ", rule.forwardsTo()),
                        result(rule.failed()))));
        all.add(changes("consents", "Consents and grants", exposure.consents()));
        all.add(changes("changes", "Other changes",
                exposure.changes().stream().filter(change -> !change.kind().isConsent()).toList()));
        all.add(changes("inferred-changes", "Inferred only, not counted", exposure.inferred()));
        all.add(table("other", "Other operations", List.of(new Column("Workload", FilterField.WORKLOAD), op()),
                exposure.others(),
                (other, row) -> row.of(other.use(), is(FilterField.OPERATION, other.operation()), other.workload(),
                        other.operation())));
        return all;
    }

    private static void mail(Exposure exposure, List<ExposureTable> all) {
        all.add(table("mail-read", "Mail read",
                List.of(mailbox(), plain("Internet message id"), plain("Folder"), plain("Subject"),
                        plain("Subject from"), plain("How")),
                exposure.mailItems(),
                (item, row) -> row.of(item.use(), text(item.internetMessageId()), item.mailbox(),
                        item.internetMessageId(), item.folder(), item.subject(),
                        item.subject() == null ? null : item.subjectFromElsewhere() ? "another record" : "this record",
                        String.join(", ", item.how()))));
        all.add(table("folders-synchronised", "Folders synchronised as a whole",
                List.of(mailbox(), plain("Folder"), plain("Items")), exposure.folders(),
                (folder, row) -> row.of(folder.use(), is(FilterField.MAILBOX, folder.mailbox()), folder.mailbox(),
                        folder.folder(), "unknown: treat all as read")));
        all.add(table("mail-not-named", "Mail read, not named",
                List.of(mailbox(), plain("Items"), plain("Records without a number")), exposure.unnamed(),
                (unnamed, row) -> row.of(unnamed.use(), is(FilterField.MAILBOX, unnamed.mailbox()), unnamed.mailbox(),
                        unnamed.items(), unnamed.uncounted())));
        all.add(table("mail-sent", "Mail sent",
                List.of(mailbox(), op(), plain("Internet message id"), plain("Subject"), plain("Recipients")),
                exposure.sent(),
                (mail, row) -> row.of(mail.use(), text(mail.internetMessageId()), mail.mailbox(), mail.operation(),
                        mail.internetMessageId(), mail.subject(),
                        mail.recipients())));
        all.add(table("mail-changed", "Mail deleted, moved, changed",
                List.of(mailbox(), op(), plain("Internet message id"), plain("Folder"), plain("To folder"),
                        plain("Subject")),
                exposure.mailChanges(),
                (mail, row) -> row.of(mail.use(), text(mail.internetMessageId()), mail.mailbox(), mail.operation(),
                        mail.internetMessageId(), mail.folder(),
                        mail.destination(), mail.subject())));
    }

    private static void files(Exposure exposure, List<ExposureTable> all) {
        List<Column> columns = new ArrayList<>(List.of(plain("Site"), new Column("Path", FilterField.TARGET)));
        Arrays.stream(FileAction.values()).forEach(action -> columns.add(plain(title(action))));
        all.add(table("files", "Files", columns, exposure.files(), (file, row) -> {
            List<Object> cells = new ArrayList<>(Arrays.asList(file.site(), inSite(file)));
            Arrays.stream(FileAction.values()).forEach(action -> cells.add(file.actions().getOrDefault(action, 0)));
            row.of(file.use(), target(file.path()), cells.toArray());
        }));
        all.add(table("sharing", "Sharing",
                List.of(op(), new Column("Path", FilterField.TARGET), plain("With"), plain("How")), exposure.sharings(),
                (sharing, row) -> row.of(sharing.use(), is(FilterField.OPERATION, sharing.operation()),
                        sharing.operation(), sharing.path(), sharing.with(),
                        sharing.how())));
        all.add(table("searches", "Searches", List.of(new Column("Workload", FilterField.WORKLOAD), plain("Words")),
                exposure.searches(),
                (search, row) -> row.of(search.use(), text(search.words()), search.workload(),
                        search.words() == null ? "(not logged)" : search.words())));
    }

    /** The path below the site, which stands beside it. */
    private static String inSite(Exposure.FileUse file) {
        boolean below = file.site() != null && file.path().length() > file.site().length() + 1;
        return below ? file.path().substring(file.site().length() + 1) : file.path();
    }

    private static ExposureTable changes(String id, String title, List<Change> changes) {
        return table(id, title,
                List.of(plain("Kind"), new Column("Activity", FilterField.OPERATION),
                        new Column("By", FilterField.USER),
                        new Column("Target",
                                FilterField.TARGET),
                        plain("Object id"), plain("What"), plain("Result"), plain("Link")),
                changes,
                (change, row) -> row.of(change.use(), is(FilterField.OPERATION, change.activity()),
                        change.kind().words(), change.activity(), change.actor(),
                        change.target(), change.targetId(), change.what(), result(change.failed()),
                        change.link() == null ? "by fact" : change.link()));
    }

    /** Makes a line of the cells before those of its use. */
    private static final class Line {

        private Row row;

        void of(Use use, Filter filter, Object... cells) {
            Object[] all = Arrays.copyOf(cells, cells.length + USE.size());
            all[cells.length] = new Moment(use.first());
            all[cells.length + 1] = new Moment(use.last());
            all[cells.length + 2] = use.times();
            all[cells.length + 3] = String.join(", ", use.tokens());
            row = new Row(Arrays.asList(all), use.events(), filter);
        }
    }

    /** Lines are made when they are asked for: a large case has a million, and few of them are looked at. */
    private static <T> ExposureTable table(String id, String title, List<Column> columns, List<T> things,
            BiConsumer<T, Line> line) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(USE);
        return new ExposureTable(id, title, List.copyOf(all), new AbstractList<>() {
            @Override
            public Row get(int number) {
                Line made = new Line();
                line.accept(things.get(number), made);
                return made.row;
            }

            @Override
            public int size() {
                return things.size();
            }
        });
    }

    private static String title(FileAction action) {
        return action.name().charAt(0) + action.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String result(boolean failed) {
        return failed ? "failed" : "done";
    }

    private static Column plain(String title) {
        return new Column(title, null);
    }

    private static Column op() {
        return new Column("Operation", FilterField.OPERATION);
    }

    private static Column mailbox() {
        return new Column("Mailbox", FilterField.MAILBOX);
    }

    private static Filter text(String text) {
        return text == null ? null : new Filter.RawText(text);
    }

    private static Filter target(String target) {
        return target.startsWith("(not named") ? null : is(FilterField.TARGET, target);
    }

    private static Filter is(FilterField field, String value) {
        return value == null ? null : new Filter.FieldIs(field, List.of(value));
    }

    /**
     * What was got at in one line: {@code 118 mail items read, 3 folders synchronised as a whole, 14 files downloaded}.
     */
    public static String summary(Exposure exposure) {
        List<String> parts = new ArrayList<>();
        add(parts, exposure.mailItems().size(), "mail item read", "mail items read");
        add(parts, exposure.unnamedItems(), "more not named", "more not named");
        add(parts, exposure.folders().size(), "folder synchronised as a whole", "folders synchronised as a whole");
        add(parts, exposure.sent().stream().mapToInt(mail -> mail.use().times()).sum(), "mail sent", "mails sent");
        add(parts, exposure.mailChanges().stream().mapToInt(mail -> mail.use().times()).sum(),
                "mail deleted, moved or changed", "mails deleted, moved or changed");
        add(parts, exposure.files(FileAction.DOWNLOADED), "file downloaded", "files downloaded");
        add(parts, exposure.files(FileAction.SYNCED), "file synchronised", "files synchronised");
        add(parts, exposure.files(FileAction.VIEWED), "file viewed", "files viewed");
        add(parts, exposure.sharings().size(), "sharing", "sharings");
        add(parts, exposure.inboxRules().size(), "rule or forwarding", "rules or forwardings");
        add(parts, exposure.consents().size(), "consent or grant", "consents or grants");
        add(parts, exposure.changes().size() - exposure.consents().size(), "other change", "other changes");
        add(parts, exposure.teams().stream().mapToInt(use -> use.use().times()).sum(), "operation in Teams",
                "operations in Teams");
        add(parts, exposure.graph().stream().mapToInt(Exposure.GraphUse::succeeded).sum(), "Graph call", "Graph calls");
        return parts.isEmpty() ? "nothing" : parts.stream().collect(Collectors.joining(", "));
    }

    private static void add(List<String> parts, int number, String one, String several) {
        if (number > 0) {
            parts.add(String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : several));
        }
    }
}
