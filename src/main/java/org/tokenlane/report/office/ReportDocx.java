package org.tokenlane.report.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A report as a document that can be edited (DOCX, Office Open XML, ECMA-376). The libraries for it are many times as
 * large as this program; what a report needs of the format are headings, paragraphs, lists and tables.
 */
public final class ReportDocx {

    private ReportDocx() {
    }

    /** Writes the sections of the report, made from the same page as the others. */
    public static void write(ReportContent content, OutputStream out) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : new String[] { "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
            "word/styles.xml", "word/numbering.xml" }) {
            parts.put(part, resource(part.substring(part.lastIndexOf('/') + 1).replace("[Content_Types]", "types")
                    .replaceFirst("^\\.rels$", "package.rels")));
        }
        parts.put("word/document.xml", new WordMarkup().document(page(content)));
        // the earliest time that a zip can state would differ by zone: every entry gets the report's own
        java.time.LocalDateTime made = content.options().madeAt().atOffset(ZoneOffset.UTC).toLocalDateTime();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(made);
            zip.putNextEntry(entry);
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static Document page(ReportContent content) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(ReportHtml.forDocument(content))));
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportDocx.class.getResourceAsStream("docx/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
