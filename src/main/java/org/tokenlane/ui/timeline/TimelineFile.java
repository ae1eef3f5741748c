package org.tokenlane.ui.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.TimelineDrawing;
import org.tokenlane.report.document.TimelineSvg;
import org.tokenlane.report.pdf.TimelinePng;
import org.tokenlane.store.CaseFile;

/** Exports a drawing of the timeline. */
final class TimelineFile {

    private TimelineFile() {
    }

    /**
     * Writes .png, or else .svg.
     *
     * @param width
     *            how many pixels wide
     * @param selection
     *            how the events were selected, for the audit trail
     */
    static void write(CaseFile caseFile, TimelineDrawing drawing, int width, String selection, Path file)
            throws IOException {
        ExportFile.bytes(caseFile, ExportKind.TIMELINE, file, selection, out -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
                TimelinePng.write(drawing, width, out);
            } else {
                out.write(TimelineSvg.of(drawing, width).getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
