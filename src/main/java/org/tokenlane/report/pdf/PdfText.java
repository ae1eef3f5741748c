package org.tokenlane.report.pdf;

import org.tokenlane.model.text.TextKey;

/** What the PDF adds to the texts of a report. */
public enum PdfText implements TextKey {
    FACTS_DESCRIPTION,
    NO_LAYOUT,
    LAYING_OUT,
    NO_FONT
}
