package org.tokenlane.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.UtcText;

/**
 * Queries that find the same sessions and tokens in Sentinel (Log Analytics) and in Defender's advanced hunting, as
 * text to be pasted there. Column names are those of
 * Microsoft's table references ({@code SigninLogs}, {@code OfficeActivity}, {@code MicrosoftGraphActivityLogs},
 * {@code EntraIdSignInEvents},
 * {@code CloudAppEvents}, {@code GraphApiAuditEvents}).
 */
public final class KqlText {

    private static final long DAY = 86_400_000_000_000L;

    private KqlText() {
    }

    /**
     * Both queries, each after a comment that says what it is for.
     *
     * @param sessions
     *            session ids; may be empty where tokens are not
     * @param tokens
     *            UTIs, those of the sessions too, since Graph's logs in Defender have nothing else
     * @param first
     *            the first event that is known, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}; a day
     *            before it is searched too
     * @param last
     *            the last one; so is a day after it
     */
    public static String of(List<String> sessions, List<String> tokens, long first, long last) {
        String head = head(sessions, tokens, first, last);
        return comment(ExportText.KQL_SENTINEL) + head + query("sentinel.kql", "TimeGenerated", first) + '\n'
                + comment(ExportText.KQL_DEFENDER) + head + query("defender.kql", "Timestamp", first);
    }

    private static String comment(ExportText text) {
        return "// " + text.text() + '\n';
    }

    private static String head(List<String> sessions, List<String> tokens, long first, long last) {
        String span = first == AuditEvent.NO_TIME ? ""
                : "let from = datetime(" + UtcText.of(first - DAY).substring(0, 19) + "Z);\nlet to = datetime(" // not for people
                        + UtcText.of(last + DAY).substring(0, 19)
                        + "Z);\n";
        return "let sessions = dynamic([" + literals(sessions) + "]);\nlet tokens = dynamic([" + literals(tokens) // not for people
                + "]);\n" + span;
    }

    private static String literals(List<String> values) {
        return values.stream().map(KqlText::literal).collect(Collectors.joining(", "));
    }

    /** A string literal that its content cannot end: what is no plain character is written by its code. */
    static String literal(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.append('"').toString();
    }

    /**
     * A query from its file.
     *
     * @param column
     *            the column of the event's time
     */
    private static String query(String file, String column, long first) {
        try (InputStream in = Objects.requireNonNull(KqlText.class.getResourceAsStream(file), file)) {
            String time = first == AuditEvent.NO_TIME ? "" : " | where " + column + " between (from .. to)"; // not for people
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{time}", time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
