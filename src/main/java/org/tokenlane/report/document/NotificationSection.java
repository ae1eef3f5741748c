package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.report.ExportText;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTable.Column;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportPage.Style;
import org.tokenlane.report.document.ReportTable.Row;

/**
 * What a notice to an authority or to the persons concerned needs (Art. 33 and 34 GDPR and the like): only what counts
 * as the attacker's.
 */
final class NotificationSection {

    private static final String MAIL = "mail-read";
    private static final String FILES = "files";
    private static final String ASSISTANTS = "assistants";
    /** All of them is the attacker's, most of it with one token from one address. */
    private static final Set<Column> OF_ALL = EnumSet.of(Column.BY, Column.TOKENS, Column.FROM_ADDRESS);
    private static final Pattern SITE = Pattern.compile("(https?://[^/]+/(?:sites|teams|personal)/[^/]+)/(.+)");

    private NotificationSection() {
    }

    static void write(ReportPage page, ReportContent content) {
        ReportContent.AnswersPart answers = content.answers();
        page.section("notification", Section.NOTIFICATION.text());
        page.paragraph(ReportText.NOTICE_SCOPE.text(), Style.ABOUT);
        page.heading("notice-accounts", ReportText.NOTICE_ACCOUNTS.text());
        if (!answers.hasAttacker()) {
            page.paragraph(ReportText.NO_STORY.text());
            return;
        }
        StorySection.withoutStory(page, answers);
        if (!answers.stories().isEmpty()) {
            accounts(page, answers);
        }
        page.paragraph(ReportText.NOTICE_TOTAL.text(answers.attackers().summary()));
        answers.attackers().limits().forEach(limit -> page.paragraph(limit, Style.ABOUT));
        int most = content.options().mostEvents();
        List<ExposureTable> tables = answers.attackers().tables();
        List<Row> read = readByAssistants(tables);
        if (!read.isEmpty() && tables.stream().noneMatch(table -> table.id().equals(FILES))) {
            files(page, ExportText.FILES.text(), read, read.size());
        }
        for (ExposureTable table : tables) {
            switch (table.id()) {
            case MAIL -> mail(page, table, most);
            case FILES -> files(page, table, read, most);
            case "mail-sent" -> sent(page, table, most);
            // a rule or a forwarding, a permission on a mailbox, a sharing link and a call of Graph hand data over, too
            case "folders-synchronised", "mail-not-named", "searches", "teams", ASSISTANTS, "graph", "rules",
                    "sharing",
                    "changes" ->
                any(page, table, most);
            default -> {
                // what was deleted, moved or consented to hands over nothing by itself
            }
            }
        }
    }

    /** With the names of the persons where a log has any: a notice is to people. */
    private static void accounts(ReportPage page, ReportContent.AnswersPart answers) {
        boolean named = answers.stories().stream().anyMatch(story -> answers.names().containsKey(story.account()));
        List<ReportTable.Column> columns = new ArrayList<>(List.of(
                ReportTable.Column.of(ReportText.USER, named ? 27 : 31),
                ReportTable.Column.of(ReportText.FIRST, named ? 18 : 23),
                ReportTable.Column.of(ReportText.LAST, named ? 18 : 23),
                ReportTable.Column.of(ReportText.CONTAINED, named ? 18 : 23)));
        if (named) {
            columns.add(1, ReportTable.Column.of(ReportText.PERSON, 19));
        }
        page.table(new ReportTable(columns, answers.stories().stream().map(story -> {
            List<String> cells = new ArrayList<>(List.of(story.account(), ReportTimes.seconds(story.first()),
                    ReportTimes.seconds(story.last()), story.contained() == AuditEvent.NO_TIME
                            ? ReportText.NOT_IN_LOGS.text()
                            : ReportTimes.seconds(story.contained())));
            if (named) {
                cells.add(1, answers.names().getOrDefault(story.account(), ReportText.NOT_IN_LOGS.text()));
            }
            return new Row(cells);
        }).toList()));
    }

    private static void any(ReportPage page, ExposureTable table, int most) {
        page.heading("notice-" + table.id(), ReportText.COUNTED.text(table.title(), table.rows().size()));
        ReportTables.Fitted fitted = new ReportTables(most, OF_ALL).of(table);
        page.list(ReportText.NOTICE_LIST.text(table.title()), fitted.common(), fitted.table());
        more(page, fitted.more());
    }

    /** By mailbox, then by folder. */
    private static void mail(ReportPage page, ExposureTable table, int most) {
        Map<String, List<ExposureTable.Row>> byMailbox = table.rows().stream().collect(
                Collectors.groupingBy(row -> cell(table, row, Column.MAILBOX), TreeMap::new, Collectors.toList()));
        int number = 0;
        for (Map.Entry<String, List<ExposureTable.Row>> mailbox : byMailbox.entrySet()) {
            page.heading("notice-mail-" + ++number, ReportText.NOTICE_MAIL.text(mailbox.getKey(),
                    mailbox.getValue().size()));
            List<ExposureTable.Row> rows = new ArrayList<>(mailbox.getValue());
            rows.sort(Comparator.comparing(row -> cell(table, row, Column.FOLDER)));
            list(page, ReportText.NOTICE_MAIL.text(mailbox.getKey(), rows.size()), table, rows, most, Column.FOLDER,
                    Column.SUBJECT, Column.FROM, Column.RECIPIENTS, Column.ATTACHMENTS, Column.MESSAGE_ID,
                    Column.FIRST);
            long unknown = rows.stream().filter(row -> cell(table, row, Column.SUBJECT).isEmpty()).count();
            if (unknown > 0) {
                page.paragraph(ReportText.NOTICE_EDISCOVERY.text(unknown), Style.ABOUT);
            }
        }
    }

    /** With those that an assistant read for the attacker. */
    private static void files(ReportPage page, ExposureTable table, List<Row> read, int most) {
        List<Row> rows = new ArrayList<>(table.rows().stream().limit(most).map(row -> Row.of(
                cell(table, row, Column.SITE), cell(table, row, Column.PATH), cell(table, row, Column.VIEWED),
                cell(table, row, Column.DOWNLOADED), ReportTimes.plain(cell(table, row, Column.FIRST)), "")).toList());
        rows.addAll(read);
        int all = table.rows().size() + read.size();
        files(page, table.title(), rows, all);
        more(page, all - rows.size());
    }

    private static void files(ReportPage page, String title, List<Row> rows, int all) {
        page.heading("notice-files", ReportText.COUNTED.text(title, all));
        page.list(ReportText.NOTICE_LIST.text(title), ReportText.NOTICE_KIND_NOTE.text(),
                new ReportTable(List.of(new ReportTable.Column(Column.SITE.text(), 0.24f),
                        new ReportTable.Column(Column.PATH.text(), 0.26f),
                        new ReportTable.Column(Column.VIEWED.text(), 0.11f),
                        new ReportTable.Column(Column.DOWNLOADED.text(), 0.11f),
                        new ReportTable.Column(Column.FIRST.text(), 0.12f),
                        ReportTable.Column.of(ReportText.KIND_OF_DATA, 16)), rows));
    }

    /** The files that Copilot or an agent read for the attacker: what they held was handed over as well. */
    private static List<Row> readByAssistants(List<ExposureTable> tables) {
        List<Row> files = new ArrayList<>();
        for (ExposureTable table : tables) {
            if (table.id().equals(ASSISTANTS)) {
                for (ExposureTable.Row row : table.rows()) {
                    for (String read : cell(table, row, Column.READ).split("; ")) {
                        if (isFile(read)) {
                            Matcher site = SITE.matcher(read);
                            boolean known = site.matches();
                            files.add(Row.of(known ? site.group(1) : "", known ? site.group(2) : read,
                                    ReportText.READ_THROUGH.text(cell(table, row, Column.COUNT),
                                            cell(table, row, Column.ASSISTANT)),
                                    "", ReportTimes.plain(cell(table, row, Column.FIRST)), ""));
                        }
                    }
                }
            }
        }
        return files;
    }

    /** A site and a message have no name with an ending. */
    private static boolean isFile(String read) {
        return read.substring(read.lastIndexOf('/') + 1).indexOf('.') > 0 && !read.startsWith("<");
    }

    private static void sent(ReportPage page, ExposureTable table, int most) {
        page.heading("notice-sent", ReportText.COUNTED.text(table.title(), table.rows().size()));
        list(page, ReportText.NOTICE_LIST.text(table.title()), table, table.rows(), most, Column.MAILBOX,
                Column.SUBJECT, Column.RECIPIENTS, Column.MESSAGE_ID, Column.FIRST);
        long unknown = table.rows().stream().filter(row -> cell(table, row, Column.RECIPIENTS).isEmpty()).count();
        if (unknown > 0) {
            page.paragraph(ReportText.NOTICE_TRACE.text(unknown), Style.ABOUT);
        }
    }

    private static void list(ReportPage page, String title, ExposureTable table, List<ExposureTable.Row> rows,
            int most, Column... columns) {
        List<Integer> numbers = java.util.Arrays.stream(columns).map(table.columns()::indexOf)
                .filter(column -> column >= 0).toList();
        ExposureTable part = new ExposureTable(table.id(), title, numbers.stream().map(table.columns()::get).toList(),
                rows.stream().limit(most).map(row -> new ExposureTable.Row(
                        new ArrayList<>(numbers.stream().map(row.cells()::get).collect(
                                ArrayList::new, ArrayList::add, ArrayList::addAll)),
                        row.events(), row.filter())).toList());
        ReportTables.Fitted fitted = new ReportTables(most).of(part);
        page.list(title, fitted.common(), fitted.table());
        more(page, rows.size() - part.rows().size());
    }

    private static void more(ReportPage page, int rows) {
        if (rows > 0) {
            page.paragraph(ReportText.MORE_ROWS.text(rows), Style.ABOUT);
        }
    }

    private static String cell(ExposureTable table, ExposureTable.Row row, Column column) {
        int number = table.columns().indexOf(column);
        return number < 0 ? "" : row.text(number);
    }
}
