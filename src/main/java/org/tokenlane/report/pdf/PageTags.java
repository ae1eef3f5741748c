package org.tokenlane.report.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Adds pages to a document's structure, by which readers that read aloud find their way: parts of the document, and
 * which marked piece of which page belongs to which
 * part (ISO 32000-1, 14.7).
 */
final class PageTags {

    private static final COSName MCR = COSName.getPDFName("MCR");
    private static final COSName NUMS = COSName.getPDFName("Nums");
    private static final COSName NEXT_KEY = COSName.getPDFName("ParentTreeNextKey");

    private final COSDictionary root;
    private final COSDictionary whole;
    private final COSArray numbers;
    private PDPage page = new PDPage();
    private COSArray ofPage = new COSArray();
    private int nextKey;

    PageTags(PDDocument document) {
        root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        whole = first(root.getDictionaryObject(COSName.K));
        COSDictionary tree = root.getCOSDictionary(COSName.PARENT_TREE);
        numbers = tree.getCOSArray(NUMS);
        for (int i = 0; i < numbers.size(); i += 2) {
            nextKey = Math.max(nextKey, numbers.getInt(i) + 1);
        }
        nextKey = Math.max(nextKey, root.getInt(NEXT_KEY, 0));
        tree.removeItem(COSName.getPDFName("Limits"));
    }

    private static COSDictionary first(COSBase kids) {
        return kids instanceof COSArray array ? (COSDictionary) array.getObject(0) : (COSDictionary) kids;
    }

    /** Goes on on another page. */
    void turn(PDPage next) {
        page = next;
        ofPage = new COSArray();
        numbers.add(COSInteger.get(nextKey));
        numbers.add(ofPage);
        page.setStructParents(nextKey++);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }

    /** A new part of the document itself. */
    COSDictionary block(String type) {
        return child(whole, type);
    }

    /** A new part inside another. */
    COSDictionary child(COSDictionary parent, String type) {
        COSDictionary part = new COSDictionary();
        part.setItem(COSName.S, COSName.getPDFName(type));
        part.setItem(COSName.P, parent);
        add(parent, part);
        return part;
    }

    /** The heading of a column in a table's row. */
    COSDictionary heading(COSDictionary row) {
        COSDictionary heading = child(row, "TH");
        COSDictionary scope = new COSDictionary();
        scope.setItem(COSName.O, COSName.getPDFName("Table"));
        scope.setItem(COSName.getPDFName("Scope"), COSName.getPDFName("Column"));
        heading.setItem(COSName.A, scope);
        return heading;
    }

    /** The number by which a piece of the present page is marked as belonging to the part. */
    int mark(COSDictionary part) {
        int number = ofPage.size();
        ofPage.add(part);
        if (!part.containsKey(COSName.K)) {
            part.setItem(COSName.PG, page.getCOSObject());
            part.setInt(COSName.K, number);
            return number;
        }
        COSDictionary piece = new COSDictionary();
        piece.setItem(COSName.TYPE, MCR);
        piece.setItem(COSName.PG, page.getCOSObject());
        piece.setInt(COSName.MCID, number);
        piece.setDirect(true);
        add(part, piece);
        return number;
    }

    private static void add(COSDictionary parent, COSBase kid) {
        COSBase kids = parent.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            array.add(kid);
        } else {
            COSArray array = new COSArray();
            if (kids != null) {
                array.add(kids);
            }
            array.add(kid);
            array.setDirect(true);
            parent.setItem(COSName.K, array);
        }
    }

    /** To be called when all pages are drawn. */
    void finish() {
        root.setInt(NEXT_KEY, nextKey);
    }
}
