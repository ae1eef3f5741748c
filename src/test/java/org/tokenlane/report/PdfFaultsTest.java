package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** Both norms are looked at, else no fault would mean nothing. */
class PdfFaultsTest {

    @Test
    void aPlainDocumentIsNeitherArchivalNorAccessible() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        assertThat(PdfFaults.of(out.toByteArray())).anyMatch(fault -> fault.contains("19005-3"))
                .anyMatch(fault -> fault.contains("14289-1"));
    }
}
