package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.sample.SharedSample;

/** The report for those who decide: short enough to be read at one sitting, in every language. */
class ExecutiveReportTest {

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void copyTheSample() {
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itHasFourPagesAndAllOfTheFirstPageIsOnIt(Language language) throws IOException {
        Path pdf = folder.resolve(language.tag() + ".pdf");
        CommandRun.of("report", "--case", file, "--kind", "executive", "--language", language.tag(), "--out", pdf)
                .isDone();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String onlyThese = language.during(() -> ReportText.ONLY_THESE.text());
            assertThat(first.getText(document)).contains(onlyThese);
        }
    }
}
