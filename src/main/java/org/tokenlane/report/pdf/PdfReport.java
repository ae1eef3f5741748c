package org.tokenlane.report.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.Font;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.tokenlane.job.Progress;
import org.tokenlane.report.document.PrintedReport;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportDrawing;
import org.tokenlane.report.document.ReportFacts;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.TimelineDrawing;

/** Lays a report out as an archival PDF (PDF/A-3a, PDF/UA), with its facts attached as data. */
public final class PdfReport {

    private static final Logger LOG = System.getLogger(PdfReport.class.getName());

    /** The attached facts' file name. */
    public static final String FACTS = ReportFacts.NAME;

    /**
     * What is asked of the layout, the best first. The library fails (in PdfBoxAccessibilityHelper) on some tables
     * whose repeated heading meets a page's end just so; laid out
     * a little differently they do not end there.
     */
    private static final List<String> LAYOUTS = List.of("", "h2, h3 { page-break-after: auto; }",
            "h2, h3 { page-break-after: auto; } h3 { margin-top: 9mm; }",
            "table { -fs-table-paginate: auto; }");

    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*");

    private PdfReport() {
    }

    /**
     * Writes the report.
     *
     * @throws IOException
     *             where it could not be written
     */
    public static void write(ReportContent content, OutputStream out) throws IOException {
        write(content, out, Progress.NONE);
    }

    /**
     * Writes the report.
     *
     * @param progress
     *            may cancel it, which then ends with a {@link CancellationException} and nothing written
     * @throws IOException
     *             where it could not be written
     */
    public static void write(ReportContent content, OutputStream out, Progress progress) throws IOException {
        XRLog.setLoggingEnabled(false);
        PrintedReport report = ReportHtml.forPrint(content);
        for (String layout : LAYOUTS) {
            try {
                progress.begin(PdfText.LAYING_OUT.text(), -1);
                write(content, report, layout, out, progress);
                return;
            } catch (NullPointerException ofTheLibrary) {
                LOG.log(Level.DEBUG, "laid out again", ofTheLibrary);
            }
        }
        throw new IOException(PdfText.NO_LAYOUT.text());
    }

    /** Nothing reaches the stream before all pages are laid out. */
    private static void write(ReportContent content, PrintedReport report, String layout, OutputStream out,
            Progress progress) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        // nothing is loaded from anywhere, whatever a log says
        String logo = content.options().logo() == null ? null : content.options().logo().uri();
        builder.useUriResolver((base, uri) -> uri.startsWith("#") || uri.equals(logo) ? uri : null);
        ReportFonts.into(builder);
        builder.useUnicodeBidiSplitter(WritingDirection::new);
        builder.useUnicodeBidiReorderer(new WritingDirection());
        builder.useUnicodeLineBreaker(new WholeWords());
        builder.useUnicodeCharacterBreaker(new PartsOfWords());
        builder.useObjectDrawerFactory(timelines(content));
        builder.withHtmlContent(report.html().replace("</style>", layout + "</style>"), null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            ListPages.append(document, report.lists(), content.overview().name(), progress);
            attach(document, report.facts(), content.options().madeAt());
            date(document, content.options().madeAt());
            SearchableText.mend(document);
            progress.stopIfCancelled();
            document.save(out);
            document.close();
        }
    }

    private static DefaultObjectDrawerFactory timelines(ReportContent content) {
        Font font = ReportFonts.ofTimelines();
        List<ReportDrawing> drawings = content.drawings();
        FSObjectDrawer drawer = (element, x, y, width, height, device, context, dotsPerPixel) -> {
            ReportDrawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data")));
            device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel,
                    graphics -> {
                        graphics.scale(width / dotsPerPixel / TimelineDrawing.WIDTH,
                                height / dotsPerPixel / drawing.height());
                        drawing.draw(new GraphicsPen(graphics, font));
                    });
            return null;
        };
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer("timeline", drawer);
        return factory;
    }

    /** Attaches the facts as data that belongs to the whole document. */
    private static void attach(PDDocument document, ReportFacts facts, Instant madeAt) throws IOException {
        byte[] bytes = facts.json();
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        file.setModDate(calendar(madeAt));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(FACTS);
        specification.setFileUnicode(FACTS);
        specification.setFileDescription(PdfText.FACTS_DESCRIPTION.text());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FACTS, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray(List.of(specification.getCOSObject()));
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** Puts the report's own date everywhere, so that one case gives one report. */
    private static void date(PDDocument document, Instant madeAt) throws IOException {
        document.setDocumentId(madeAt.toEpochMilli());
        document.getDocumentInformation().setCreationDate(calendar(madeAt));
        if (document.getDocumentInformation().getModificationDate() != null) {
            document.getDocumentInformation().setModificationDate(calendar(madeAt));
        }
        String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        String dated = XMP_DATE.matcher(metadata).replaceAll("$1" + madeAt.truncatedTo(ChronoUnit.SECONDS));
        document.getDocumentCatalog().getMetadata().importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static Calendar calendar(Instant instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }
}
