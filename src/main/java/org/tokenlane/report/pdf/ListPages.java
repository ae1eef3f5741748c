package org.tokenlane.report.pdf;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.report.document.LongList;
import org.tokenlane.report.document.Plain;
import org.tokenlane.report.document.ReportTable;
import org.tokenlane.report.document.ReportText;

/**
 * Draws long lists on pages behind a report, line by line. The library that lays out the rest keeps every cell of a
 * document in memory twice over, which is too much for
 * tens of thousands of lines (20,000 do not fit into 1 GB). The pages are tagged as tables, their headings repeat, a
 * bookmark leads to each list, and nothing is cut off.
 */
final class ListPages {

    private static final PDRectangle LANDSCAPE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float SIDE = 40;
    private static final float TOP = LANDSCAPE.getHeight() - 50;
    private static final float BOTTOM = 42;
    private static final float SIZE = 6.5f;
    private static final float LEADING = 8.6f;
    private static final float BELOW = 2.6f;
    private static final float GAP = 5;
    private static final float TITLE = 13;
    private static final float SMALL = 7;
    private static final float NUMBER = 7.5f;
    private static final float FOOT = 24;
    /** 17 mm, as the style of the report has it. */
    private static final float SIDE_OF_TEXT = 48.2f;
    private static final List<String> REGULAR = List.of("NotoSans_400Regular.ttf", "NotoSansJP_400Regular.ttf",
            "NotoSansArabic_400Regular.ttf",
            "NotoSansHebrew_400Regular.ttf", "NotoEmoji_400Regular.ttf");
    private static final List<String> BOLD = List.of("NotoSans_700Bold.ttf", "NotoSans_400Regular.ttf",
            "NotoSansJP_400Regular.ttf");

    private final PDDocument document;
    private final ListFont regular;
    private final ListFont bold;
    private final PageTags tags;
    private final String caseName;
    private final Progress progress;
    private final WritingDirection direction = new WritingDirection();
    private final List<PDPage> pages = new ArrayList<>();
    private PDPage page = new PDPage(LANDSCAPE);
    private @Nullable PDPageContentStream open;
    /** What the present page's text is written with, which holds until it is changed; null at the page's beginning. */
    private @Nullable PDFont font;
    private float fontSize;
    private float y;

    private ListPages(PDDocument document, String caseName, Progress progress) {
        this.progress = progress;
        this.document = document;
        this.caseName = caseName;
        this.regular = new ListFont(document, REGULAR);
        this.bold = new ListFont(document, BOLD);
        this.tags = new PageTags(document);
    }

    /** Appends the lists to a document that is laid out, and numbers all of its pages. */
    static void append(PDDocument document, List<LongList> lists, String caseName, Progress progress)
            throws IOException {
        ListPages pages = new ListPages(document, Plain.line(caseName), progress);
        if (!lists.isEmpty()) {
            for (LongList list : lists) {
                pages.add(list);
            }
            pages.head();
            pages.tags.finish();
        }
        pages.number();
    }

    private void add(LongList list) throws IOException {
        progress.begin(list.title(), -1);
        turn();
        bookmark(list.title());
        y -= TITLE;
        text(bold, TITLE, SIDE, Plain.line(list.title()), tags.block("H2"));
        y -= LEADING;
        for (String line : regular.lines(Plain.line(list.note()), SMALL, width())) {
            text(regular, SMALL, SIDE, line, tags.block("P"));
            y -= LEADING;
        }
        y -= GAP;
        COSDictionary table = tags.block("Table");
        header(list, tags.child(table, "TR"));
        for (ReportTable.Row row : list.table().rows()) {
            progress.stopIfCancelled();
            row(list, row, table);
            progress.advance(0, 1);
        }
        closePage();
    }

    private static float width() {
        return LANDSCAPE.getWidth() - 2 * SIDE;
    }

    private void turn() throws IOException {
        closePage();
        page = new PDPage(LANDSCAPE);
        document.addPage(page);
        pages.add(page);
        tags.turn(page);
        open = new PDPageContentStream(document, page);
        y = TOP;
    }

    private void closePage() throws IOException {
        if (open != null) {
            open.close();
            open = null;
            font = null;
        }
    }

    /** What draws on the present page. */
    private PDPageContentStream content() {
        return Objects.requireNonNull(open);
    }

    private void bookmark(String title) {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline == null) {
            outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
        PDPageXYZDestination there = new PDPageXYZDestination();
        there.setPage(page);
        there.setTop((int) LANDSCAPE.getHeight());
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(Plain.line(title));
        item.setDestination(there);
        outline.addLast(item);
    }

    /** Draws the heading; tagged on the list's first page, repeated as decoration on the others. */
    private void header(LongList list, @Nullable COSDictionary row) throws IOException {
        float x = SIDE;
        for (int column = 0; column < list.table().columns().size(); column++) {
            float wide = list.table().columns().get(column).share() * width();
            String line = bold.lines(list.table().columns().get(column).title(), SIZE, wide - GAP).getFirst();
            text(bold, SIZE, x, line, row == null ? null : tags.heading(row));
            x += wide;
        }
        y -= LEADING;
        rule(0.6f);
    }

    private void row(LongList list, ReportTable.Row row, COSDictionary table) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        int lines = 1;
        for (int column = 0; column < list.table().columns().size(); column++) {
            List<String> cell = regular.lines(Plain.line(row.cells().get(column)), SIZE,
                    list.table().columns().get(column).share() * width() - GAP);
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        COSDictionary tagged = tags.child(table, "TR");
        List<COSDictionary> cellTags = new ArrayList<>();
        cells.forEach(cell -> cellTags.add(tags.child(tagged, "TD")));
        int whole = (int) ((TOP - LEADING - BELOW - BOTTOM) / LEADING);
        int from = 0;
        while (from < lines) {
            int room = (int) ((y - BOTTOM) / LEADING);
            // a row is not torn apart unless it is very long
            if (room < 1 || from == 0 && lines <= whole / 3 && room < lines) {
                turn();
                header(list, null);
                room = (int) ((y - BOTTOM) / LEADING);
            }
            int to = Math.min(lines, from + room);
            draw(list, cells, cellTags, from, to);
            from = to;
        }
        rule(0.2f);
    }

    private void draw(LongList list, List<List<String>> cells, List<COSDictionary> cellTags, int from, int to)
            throws IOException {
        float x = SIDE;
        float top = y;
        for (int column = 0; column < cells.size(); column++) {
            y = top;
            List<String> cell = cells.get(column);
            for (int line = from; line < Math.min(to, cell.size()); line++) {
                text(regular, SIZE, x, cell.get(line), cellTags.get(column));
                y -= LEADING;
            }
            x += list.table().columns().get(column).share() * width();
        }
        y = top - (to - from) * LEADING;
    }

    /** Draws a rule under the line before. */
    private void rule(float thickness) throws IOException {
        content().beginMarkedContent(COSName.ARTIFACT);
        content().setLineWidth(thickness);
        content().setStrokingColor(0.8f, 0.83f, 0.86f);
        content().moveTo(SIDE, y + LEADING - BELOW);
        content().lineTo(LANDSCAPE.getWidth() - SIDE, y + LEADING - BELOW);
        content().stroke();
        content().endMarkedContent();
        y -= BELOW;
    }

    /**
     * Draws a line of text at the present height.
     *
     * @param tag
     *            the part of the document that it belongs to; null for decoration
     */
    private void text(ListFont fonts, float size, float x, String text, @Nullable COSDictionary tag)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (tag == null) {
            content().beginMarkedContent(COSName.ARTIFACT);
        } else {
            content().beginMarkedContent(COSName.getPDFName(tag.getNameAsString(COSName.S)), tags.mark(tag));
        }
        content().beginText();
        content().newLineAtOffset(x, y);
        for (ListFont.Run run : fonts.runs(visual(text))) {
            if (run.font() != font || size != fontSize) {
                content().setFont(run.font(), size);
                font = run.font();
                fontSize = size;
            }
            content().showText(run.text());
        }
        content().endText();
        content().endMarkedContent();
    }

    /** The letters in the order in which they stand side by side. */
    private String visual(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? direction.visual(text) : text;
    }

    /** Writes the name of the case on the pages of lists; the others have it. */
    private void head() throws IOException {
        for (PDPage each : pages) {
            write(each, SIDE, LANDSCAPE.getHeight() - 28,
                    regular.lines(caseName, SMALL, width()).stream().findFirst().orElse(""), SMALL);
        }
    }

    /** Numbers the pages, now that it is known how many there are with those of the lists. */
    private void number() throws IOException {
        int all = document.getNumberOfPages();
        int page = 0;
        for (PDPage each : document.getPages()) {
            String number = ReportText.PAGE_NUMBER.text(++page, all);
            float wide = 0;
            for (int c : number.codePoints().toArray()) {
                wide += regular.width(c, NUMBER);
            }
            write(each, each.getMediaBox().getWidth() - (pages.contains(each) ? SIDE : SIDE_OF_TEXT) - wide,
                    FOOT, number, NUMBER);
        }
    }

    private void write(PDPage on, float x, float height, String text, float size) throws IOException {
        open = new PDPageContentStream(document, on, PDPageContentStream.AppendMode.APPEND, true, true);
        content().setNonStrokingColor(0.34f, 0.38f, 0.42f);
        y = height;
        text(regular, size, x, text, null);
        closePage();
    }
}
