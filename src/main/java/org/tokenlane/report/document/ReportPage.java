package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.model.text.TextKey;

/** What the sections of a report write to: headings, paragraphs, tables. */
final class ReportPage {

    /** How a paragraph looks. */
    enum Style {
        PLAIN,
        /** Says something about what it is near to. */
        ABOUT,
        AGAINST,
        PROOF;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of a table of two columns. */
    record Fact(String label, String value) {

        static Fact of(TextKey label, String value) {
            return new Fact(label.text(), value);
        }
    }

    /** The most rows that one list, and all lists together, may have in the text of a printed report. */
    private static final int MOST_IN_TEXT = 400;
    private static final int MOST_IN_ALL_TEXT = 2_500;
    /** How many rows are in the text of a list that is printed behind it. */
    private static final int FEW = 20;
    /** A paragraph of more letters would fill pages. */
    private static final int MOST_LETTERS = 4_000;
    /** A table of as many columns or rows is set in smaller letters. */
    private static final int COLUMNS_OF_A_DENSE_TABLE = 6;
    private static final int ROWS_OF_A_DENSE_TABLE = 50;

    private final boolean print;
    private final Markup markup = new Markup();
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final List<LongList> lists = new ArrayList<>();
    private int rowsInText;

    /**
     * @param print
     *            whether it is for paper
     */
    ReportPage(boolean print) {
        this.print = print;
    }

    boolean isPrint() {
        return print;
    }

    /** For what is neither a heading nor a paragraph nor a table. */
    Markup markup() {
        return markup;
    }

    /** The titles of the sections by their ids, in order. */
    Map<String, String> headings() {
        return headings;
    }

    /** The lists that are to be printed behind the text. */
    List<LongList> lists() {
        return lists;
    }

    /** A heading of a section, which is in the contents too. */
    void section(String id, String text) {
        headings.put(id, text);
        markup.element("h2", text, "id", id);
    }

    void heading(String id, String text) {
        markup.element("h3", text, "id", id);
    }

    void paragraph(String text) {
        paragraph(text, Style.PLAIN);
    }

    void paragraph(String words, Style style) {
        String text = Plain.capped(words, MOST_LETTERS);
        if (style == Style.PLAIN) {
            markup.element("p", text);
        } else {
            markup.element("p", text, "class", style.id());
        }
    }

    void facts(List<Fact> facts) {
        markup.open("table", "class", "facts").open("tbody");
        for (Fact fact : facts) {
            markup.open("tr").element("th", fact.label(), "scope", "row")
                    .element("td", Plain.capped(fact.value(), MOST_LETTERS)).close();
        }
        markup.close().close();
    }

    void table(ReportTable table) {
        if (table.rows().isEmpty()) {
            // a table of headings only says nothing, and readers for the blind stumble over it
            paragraph(ReportText.NONE_IDENTIFIED.text());
            return;
        }
        if (table.columns().size() >= COLUMNS_OF_A_DENSE_TABLE || table.rows().size() >= ROWS_OF_A_DENSE_TABLE) {
            markup.open("table", "class", "dense");
        } else {
            markup.open("table");
        }
        markup.open("colgroup");
        for (ReportTable.Column column : table.columns()) {
            markup.empty("col", "style", String.format(Locale.ROOT, "width:%.1f%%", column.share() * 100));
        }
        markup.close().open("thead").open("tr");
        table.columns().forEach(column -> markup.element("th", column.title(), "scope", "col"));
        markup.close().close().open("tbody");
        for (ReportTable.Row row : table.rows()) {
            markup.open("tr");
            row.cells().forEach(cell -> markup.element("td", cell));
            markup.close();
        }
        markup.close().close();
    }

    /** A list of any length: on paper one that is too long for the text is printed on pages of its own behind it. */
    void list(String title, String note, ReportTable table) {
        int rows = table.rows().size();
        boolean behind = print && rows > FEW && (rows > MOST_IN_TEXT || rowsInText + rows > MOST_IN_ALL_TEXT);
        ReportTable here = behind ? table.first(FEW) : table;
        rowsInText += here.rows().size();
        if (!note.isEmpty()) {
            paragraph(note, Style.ABOUT);
        }
        table(here);
        if (behind) {
            lists.add(new LongList(title, note, table));
            paragraph(ReportText.LIST_AT_THE_END.text(FEW, rows, title), Style.ABOUT);
        }
    }
}
