package org.tokenlane.report.document;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.report.JsonText;

/**
 * A report's facts as the file that comes with it, so that a reader can check every number.
 *
 * @param json
 *            UTF-8
 * @param sha256
 *            its hash, which the report names
 */
public record ReportFacts(byte[] json, String sha256) {

    /** The file's name. */
    public static final String NAME = "facts.json";

    public static ReportFacts of(ReportContent content) {
        StringWriter text = new StringWriter();
        JsonText.pretty(text, ReportJson.of(content));
        byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
        return new ReportFacts(json, Sha256.of(json));
    }

    /** The file in words. */
    String words() {
        return ReportText.FACTS_FILE.text(NAME, json.length, sha256);
    }
}
