package org.tokenlane.report.office;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Turns the page of a report into the markup of Word: headings, paragraphs, lists and tables. */
final class WordMarkup {

    private static final Set<String> LEFT_OUT = Set.of("script", "style", "img", "svg", "colgroup", "head");
    /** The width of a page's text in twentieths of a point. */
    private static final int WIDTH = 9_600;

    private static final Pattern SHARE = Pattern.compile("width:([0-9.]+)%");

    private final StringBuilder out = new StringBuilder(1 << 14);

    String document(Document page) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"") // not for people
                .append("http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        blocks(page.getElementsByTagName("body").item(0));
        out.append(
                "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\"")
                .append(" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        return out.toString();
    }

    private void blocks(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element) || LEFT_OUT.contains(element.getTagName())
                    || element.getAttribute("class").equals("contents")) {
                continue;
            }
            switch (element.getTagName()) {
            case "h1" -> paragraph(element, "Title");
            case "h2" -> paragraph(element, "Heading1");
            case "h3" -> paragraph(element, "Heading2");
            case "p" -> paragraph(element, element.getAttribute("class").isEmpty() ? "Normal" : "Note");
            case "li" -> paragraph(element, "ListBullet");
            case "table" -> table(element);
            default -> {
                if (element.getAttribute("class").equals("timeline")) {
                    note(element);
                } else {
                    blocks(element);
                }
            }
            }
        }
    }

    /** A picture is not in the document; what it shows is. */
    private void note(Element timeline) {
        NodeList pictures = timeline.getElementsByTagName("svg");
        if (pictures.getLength() > 0) {
            begin("Note");
            run(((Element) pictures.item(0)).getAttribute("aria-label"), false);
            out.append("</w:p>");
        }
    }

    private void begin(String style) {
        out.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/>");
        if (style.equals("ListBullet")) {
            out.append("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
        }
        out.append("</w:pPr>");
    }

    private void paragraph(Element element, String style) {
        NodeList links = element.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            if (((Element) links.item(i)).hasAttribute("download")) {
                // the facts are not in the document
                return;
            }
        }
        begin(style);
        runs(element, false);
        out.append("</w:p>");
    }

    private void runs(Node parent, boolean bold) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                runs(element, bold || element.getTagName().equals("strong") || element.getTagName().equals("b"));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                run(child.getNodeValue(), bold);
            }
        }
    }

    private void run(String text, boolean bold) {
        out.append("<w:r>").append(bold ? "<w:rPr><w:b/></w:rPr>" : "").append("<w:t xml:space=\"preserve\">")
                .append(SheetWriter.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</w:t></w:r>");
    }

    private void table(Element table) {
        NodeList rows = table.getElementsByTagName("tr");
        int columns = 1;
        for (int i = 0; i < rows.getLength(); i++) {
            columns = Math.max(columns, cells(rows.item(i)));
        }
        out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"").append(WIDTH)
                .append("\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
        int[] widths = widths(table, columns);
        for (int width : widths) {
            out.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        out.append("</w:tblGrid>");
        for (int i = 0; i < rows.getLength(); i++) {
            boolean head = ((Element) rows.item(i).getParentNode()).getTagName().equals("thead");
            out.append("<w:tr><w:trPr><w:cantSplit/>").append(head ? "<w:tblHeader/>" : "").append("</w:trPr>");
            int column = 0;
            for (Node cell = rows.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[Math.min(column++, columns - 1)])
                            .append("\" w:type=\"dxa\"/></w:tcPr>");
                    begin("Cell");
                    runs(cell, head);
                    out.append("</w:p></w:tc>");
                }
            }
            out.append("</w:tr>");
        }
        // two tables without a paragraph between them would be one
        out.append("</w:tbl><w:p/>");
    }

    /** The shares that the page gives its columns; a table of facts has narrow names and wide values. */
    private static int[] widths(Element table, int columns) {
        int[] widths = new int[columns];
        NodeList shares = table.getElementsByTagName("col");
        for (int i = 0; i < columns; i++) {
            Matcher share = SHARE
                    .matcher(i < shares.getLength() ? ((Element) shares.item(i)).getAttribute("style") : "");
            widths[i] = share.find() ? (int) (Double.parseDouble(share.group(1)) * WIDTH / 100) : WIDTH / columns;
        }
        if (columns == 2 && table.getAttribute("class").equals("facts")) {
            widths[0] = WIDTH / 4;
            widths[1] = WIDTH - widths[0];
        }
        return widths;
    }

    private static int cells(Node row) {
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            cells += cell instanceof Element ? 1 : 0;
        }
        return cells;
    }
}
