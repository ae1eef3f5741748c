package org.tokenlane.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.job.Progress;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.report.ExposureTable.Column;
import org.tokenlane.report.ExposureTable.Moment;
import org.tokenlane.report.ExposureTable.Row;

/** The lists of an exposure as tables. */
public final class ExposureTables {

    private static final List<Column> USE = List.of(Column.FIRST, Column.LAST, Column.COUNT,
            Column.TOKENS);

    private ExposureTables() {
    }

    /** The first events of the rows of lists that name operations: what they state is put into words. */
    static BitSet operations(Exposure exposure, Progress progress) {
        BitSet first = new BitSet();
        for (ExposureTable table : of(exposure)) {
            if (table.columns().stream().anyMatch(Column::isOperation)) {
                table.rows().forEach(row -> {
                    progress.stopIfCancelled();
                    first.set(row.events()[0]);
                });
            }
        }
        return first;
    }

    /**
     * All lists, the empty ones too, with who did what a row lists and from where, and in lists that name operations
     * what the first event of a row states that was done.
     */
    static List<ExposureTable> of(PartedExposure exposure) {
        return of(exposure.all()).stream().map(table -> parted(table, exposure)).toList();
    }

    private static ExposureTable parted(ExposureTable table, PartedExposure exposure) {
        List<Column> columns = new ArrayList<>(table.columns());
        int operation = IntStream.range(0, columns.size()).filter(column -> columns.get(column).isOperation())
                .findFirst().orElse(-1);
        if (operation >= 0) {
            columns.add(operation + 1, Column.SENTENCE);
        }
        columns.addAll(List.of(Column.BY, Column.FROM_ADDRESS));
        List<Row> rows = table.rows();
        return new ExposureTable(table.id(), table.title(), List.copyOf(columns), new AbstractList<>() {
            @Override
            public Row get(int number) {
                Row row = rows.get(number);
                List<@Nullable Object> cells = new ArrayList<>(row.cells());
                if (operation >= 0) {
                    cells.add(operation + 1, exposure.sentence(row.events()));
                }
                cells.add(exposure.byWords(row.events()));
                cells.add(String.join("; ", exposure.from(row.events())));
                return new Row(cells, row.events(), row.filter());
            }

            @Override
            public int size() {
                return rows.size();
            }
        });
    }

    /** All lists, the empty ones too, in the order in which a notice needs them. */
    public static List<ExposureTable> of(Exposure exposure) {
        List<ExposureTable> all = new ArrayList<>();
        mail(exposure, all);
        files(exposure, all);
        all.add(table("teams", ExportText.TEAMS.text(),
                List.of(Column.CONVERSATION, Column.ACTION, Column.OPERATION),
                exposure.teams(),
                use -> row(use.use(), is(FilterField.TARGET, use.target()), use.where(), way(use.action()),
                        use.operation())));
        all.add(table("assistants", ExportText.ASSISTANTS.text(),
                List.of(Column.USER, Column.ASSISTANT, Column.AGENT, Column.OPERATION, Column.READ, Column.DETECTED),
                exposure.assistants(),
                use -> row(use.use(), is(FilterField.OPERATION, use.operation()), use.user(), use.assistant(),
                        use.agent(), use.operation(), String.join("; ", use.read()),
                        String.join("; ", use.flags()))));
        all.add(table("graph", ExportText.GRAPH.text(),
                List.of(Column.USER, Column.OPERATION, Column.ITEM,
                        Column.FILTERS, Column.SUCCEEDED,
                        Column.REFUSED),
                exposure.graph(),
                use -> row(use.use(), is(FilterField.OPERATION, use.operation()), use.user(), use.operation(),
                        use.item(),
                        String.join("; ", use.asked()), use.succeeded(), use.refused())));
        all.add(table("rules", ExportText.RULES.text(),
                List.of(Column.OPERATION, Column.MAILBOX, Column.NAME, Column.CONDITIONS, Column.ACTIONS,
                        Column.FORWARDS_TO, Column.RESULT),
                exposure.inboxRules(),
                rule -> row(rule.use(), is(FilterField.OPERATION, rule.operation()), rule.operation(),
                        rule.mailbox(), rule.name(),
                        rule.conditions(), rule.actions(), String.join("; ", rule.forwardsTo()),
                        result(rule.failed()))));
        all.add(changes("consents", ExportText.CONSENTS.text(), exposure.consents()));
        all.add(changes("changes", ExportText.CHANGES.text(),
                exposure.changes().stream().filter(change -> !change.kind().isConsent()).toList()));
        all.add(changes("inferred-changes", ExportText.INFERRED.text(), exposure.inferred()));
        all.add(table("other", ExportText.OTHER.text(), List.of(Column.WORKLOAD, Column.OPERATION),
                exposure.others(),
                other -> row(other.use(), is(FilterField.OPERATION, other.operation()), other.workload(),
                        other.operation())));
        return all;
    }

    private static String ways(Set<String> ways) {
        return ways.stream().map(ExposureTables::way).collect(Collectors.joining(", "));
    }

    /** What was done with a message, as people call it; JSON has the word itself. */
    private static String way(String word) {
        return switch (word) {
        case "attachment" -> ExportText.WAY_ATTACHMENT.text();
        case "preview" -> ExportText.WAY_PREVIEW.text();
        case "read" -> ExportText.WAY_READ.text();
        case "sent" -> ExportText.WAY_SENT.text();
        case "exported" -> ExportText.WAY_EXPORTED.text();
        case "deleted" -> ExportText.WAY_DELETED.text();
        case "changed" -> ExportText.WAY_CHANGED.text();
        default -> ExportText.WAY_OTHER.text();
        };
    }

    private static void mail(Exposure exposure, List<ExposureTable> all) {
        all.add(table("mail-read", ExportText.MAIL_READ.text(),
                List.of(Column.MAILBOX, Column.MESSAGE_ID, Column.FOLDER, Column.SUBJECT,
                        Column.SUBJECT_SOURCE, Column.FROM, Column.RECIPIENTS, Column.ATTACHMENTS, Column.ACCESS),
                exposure.mailItems(),
                item -> row(item.use(), text(item.internetMessageId()), item.mailbox(),
                        item.internetMessageId(), item.folder(), item.subject(),
                        item.subject() == null ? null
                                : (item.subjectFromElsewhere() ? ExportText.OTHER_RECORD : ExportText.SAME_RECORD)
                                        .text(),
                        item.envelope().from(), String.join("; ", item.envelope().to()),
                        String.join("; ", item.envelope().attachments()), ways(item.how()))));
        all.add(table("folders-synchronised", ExportText.FOLDERS.text(),
                List.of(Column.MAILBOX, Column.FOLDER, Column.ITEMS), exposure.folders(),
                folder -> row(folder.use(), is(FilterField.MAILBOX, folder.mailbox()), folder.mailbox(),
                        folder.folder(), ExportText.ALL_ITEMS.text())));
        all.add(table("mail-not-named", ExportText.MAIL_NOT_NAMED.text(),
                List.of(Column.MAILBOX, Column.ITEMS, Column.UNCOUNTED), exposure.unnamed(),
                unnamed -> row(unnamed.use(), is(FilterField.MAILBOX, unnamed.mailbox()), unnamed.mailbox(),
                        unnamed.items(), unnamed.uncounted())));
        all.add(table("mail-sent", ExportText.MAIL_SENT.text(),
                List.of(Column.MAILBOX, Column.OPERATION, Column.MESSAGE_ID, Column.SUBJECT, Column.RECIPIENTS),
                exposure.sent(),
                mail -> row(mail.use(), text(mail.internetMessageId()), mail.mailbox(), mail.operation(),
                        mail.internetMessageId(), mail.subject(),
                        mail.recipients())));
        all.add(table("mail-changed", ExportText.MAIL_CHANGED.text(),
                List.of(Column.MAILBOX, Column.OPERATION, Column.MESSAGE_ID, Column.FOLDER, Column.DESTINATION,
                        Column.SUBJECT),
                exposure.mailChanges(),
                mail -> row(mail.use(), text(mail.internetMessageId()), mail.mailbox(), mail.operation(),
                        mail.internetMessageId(), mail.folder(),
                        mail.destination(), mail.subject())));
    }

    private static void files(Exposure exposure, List<ExposureTable> all) {
        List<Column> columns = new ArrayList<>(List.of(Column.SITE, Column.PATH));
        Arrays.stream(FileAction.values()).forEach(action -> columns.add(column(action)));
        all.add(table("files", ExportText.FILES.text(), columns, exposure.files(), file -> {
            List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(file.site(), inSite(file)));
            Arrays.stream(FileAction.values()).forEach(action -> cells.add(file.actions().getOrDefault(action, 0)));
            return row(file.use(), is(FilterField.TARGET, file.target()), cells.toArray());
        }));
        all.add(table("sharing", ExportText.SHARINGS.text(),
                List.of(Column.OPERATION, Column.PATH, Column.SHARED_WITH, Column.SHARING), exposure.sharings(),
                sharing -> row(sharing.use(), is(FilterField.OPERATION, sharing.operation()),
                        sharing.operation(), sharing.path(), sharing.with(),
                        sharing.how())));
        all.add(table("searches", ExportText.SEARCHES.text(), List.of(Column.WORKLOAD, Column.TERMS),
                exposure.searches(),
                search -> row(search.use(), text(search.words()), search.workload(),
                        search.words() == null ? ExportText.NOT_LOGGED.text() : search.words())));
    }

    /** The path below the site, which stands beside it. */
    private static String inSite(Exposure.FileUse file) {
        String site = file.site();
        return site != null && file.path().length() > site.length() + 1 ? file.path().substring(site.length() + 1)
                : file.path();
    }

    private static ExposureTable changes(String id, String title, List<Change> changes) {
        return table(id, title,
                List.of(Column.CHANGE_TYPE, Column.ACTIVITY,
                        Column.ACTOR,
                        Column.TARGET,
                        Column.OBJECT_ID, Column.DETAIL, Column.RESULT, Column.LINK),
                changes,
                change -> row(change.use(), is(FilterField.OPERATION, change.activity()),
                        change.kind().words(), change.activity(), change.actor(),
                        change.target(), change.targetId(), change.what(), result(change.failed()),
                        change.link() == null ? ExportText.FACT.text() : change.link()));
    }

    /** A row of these cells and those of its use. */
    private static Row row(Use use, @Nullable Filter filter, @Nullable Object... cells) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(cells));
        all.addAll(List.of(new Moment(use.first()), new Moment(use.last()), use.times(),
                String.join(", ", use.tokens())));
        return new Row(all, use.events(), filter);
    }

    /** Rows are made when they are asked for: a large case has a million, and few of them are looked at. */
    private static <T> ExposureTable table(String id, String title, List<Column> columns, List<T> things,
            Function<T, Row> row) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(USE);
        return new ExposureTable(id, title, List.copyOf(all), new AbstractList<>() {
            @Override
            public Row get(int number) {
                return row.apply(things.get(number));
            }

            @Override
            public int size() {
                return things.size();
            }
        });
    }

    private static Column column(FileAction action) {
        return switch (action) {
        case VIEWED -> Column.VIEWED;
        case DOWNLOADED -> Column.DOWNLOADED;
        case SYNCED -> Column.SYNCED;
        case UPLOADED -> Column.UPLOADED;
        case CHANGED -> Column.CHANGED;
        case DELETED -> Column.DELETED;
        case SHARED -> Column.SHARED;
        };
    }

    private static String result(boolean failed) {
        return (failed ? ExportText.FAILED : ExportText.SUCCEEDED).text();
    }

    private static @Nullable Filter text(@Nullable String text) {
        return text == null ? null : new Filter.RawText(text);
    }

    private static @Nullable Filter is(FilterField field, @Nullable String value) {
        return value == null ? null : new Filter.FieldIs(field, List.of(value));
    }

    /** What was accessed or changed, in a line: {@code 118 mail items read, 14 files downloaded}. */
    public static String summary(Exposure exposure) {
        List<String> parts = new ArrayList<>();
        add(parts, ExportText.SUM_MAIL_READ, exposure.mailItems().size());
        add(parts, ExportText.SUM_NOT_NAMED, exposure.unnamedItems());
        add(parts, ExportText.SUM_FOLDERS, exposure.folders().size());
        add(parts, ExportText.SUM_SENT, exposure.messagesSent());
        add(parts, ExportText.SUM_CHANGED, exposure.messagesChanged());
        add(parts, ExportText.SUM_DOWNLOADED, exposure.files(FileAction.DOWNLOADED));
        add(parts, ExportText.SUM_SYNCED, exposure.files(FileAction.SYNCED));
        add(parts, ExportText.SUM_VIEWED, exposure.files(FileAction.VIEWED));
        add(parts, ExportText.SUM_SHARINGS, exposure.sharings().size());
        add(parts, ExportText.SUM_RULES, exposure.inboxRules().size());
        add(parts, ExportText.SUM_CONSENTS, exposure.consents().size());
        add(parts, ExportText.SUM_CHANGES, exposure.changes().size() - exposure.consents().size());
        add(parts, ExportText.SUM_ASSISTANTS, exposure.assistants().stream().mapToInt(use -> use.use().times()).sum());
        add(parts, ExportText.SUM_TEAMS, exposure.teams().stream().mapToInt(use -> use.use().times()).sum());
        if (!exposure.graph().isEmpty()) {
            parts.add(ExportText.SUM_GRAPH.text(exposure.graphAnswered(), exposure.graphRefused()));
        }
        return parts.isEmpty() ? ExportText.SUM_NOTHING.text() : String.join(", ", parts);
    }

    private static void add(List<String> parts, ExportText text, int number) {
        if (number > 0) {
            parts.add(text.text(number));
        }
    }
}
