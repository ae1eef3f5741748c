package org.tokenlane.report.document;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.tokenlane.report.JsonText;

/**
 * A report's facts as the file that comes with it, so that a reader can check every number.
 *
 * @param json
 *            UTF-8
 * @param sha256
 *            its hash, which stands in the report
 */
public record ReportFacts(byte[] json, String sha256) {

    /** The file's name. */
    public static final String NAME = "facts.json";

    public static ReportFacts of(ReportContent content) {
        StringWriter text = new StringWriter();
        try {
            JsonText.pretty(text, ReportJson.of(content));
            byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
            return new ReportFacts(json, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The file in words. */
    String words() {
        return NAME + String.format(Locale.ROOT, ", %,d bytes, SHA-256 ", json.length) + sha256;
    }
}
