package org.tokenlane.report;

import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.model.event.AuditEvent;

/**
 * Queries that find the same sessions and tokens in Sentinel (Log Analytics) and in Defender's advanced hunting, as
 * text to be pasted there. Column names after
 * Microsoft's references of the tables ({@code SigninLogs}, {@code OfficeActivity}, {@code MicrosoftGraphActivityLogs},
 * {@code EntraIdSignInEvents},
 * {@code CloudAppEvents}, {@code GraphApiAuditEvents}).
 */
public final class KqlText {

    private static final long DAY = 86_400_000_000_000L;

    private KqlText() {
    }

    /**
     * Both queries, each behind a comment that says where it is for.
     *
     * @param sessions
     *            session ids; may be empty where tokens are not
     * @param tokens
     *            UTIs, those of the sessions too, since Graph's logs in Defender have nothing else
     * @param first
     *            the first event that is known, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}; a day
     *            before it is searched too
     * @param last
     *            the last one; so is a day behind it
     */
    public static String of(List<String> sessions, List<String> tokens, long first, long last) {
        return "// Sentinel, Log Analytics\n" + head(sessions, tokens, first, last) + sentinel(first)
                + "\n// Defender, advanced hunting\n"
                + head(sessions, tokens, first, last)
                + defender(first);
    }

    private static String head(List<String> sessions, List<String> tokens, long first, long last) {
        String span = first == AuditEvent.NO_TIME ? ""
                : "let from = datetime(" + EventText.time(first - DAY).substring(0, 19) + "Z);\nlet to = datetime("
                        + EventText.time(last + DAY).substring(0, 19)
                        + "Z);\n";
        return "let sessions = dynamic([" + literals(sessions) + "]);\nlet tokens = dynamic([" + literals(tokens)
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

    private static String time(String column, long first) {
        return first == AuditEvent.NO_TIME ? "" : " | where " + column + " between (from .. to)";
    }

    private static String sentinel(long first) {
        String time = time("TimeGenerated", first);
        return "union isfuzzy=true\n"
                + "  (SigninLogs" + time
                + "\n   | where SessionId in~ (sessions) or UniqueTokenIdentifier in (tokens)),\n"
                + "  (AADNonInteractiveUserSignInLogs" + time
                + "\n   | where SessionId in~ (sessions) or UniqueTokenIdentifier in (tokens)),\n"
                + "  (OfficeActivity" + time
                + "\n   | extend Context = todynamic(tostring(column_ifexists(\"AppAccessContext\", \"\")))\n"
                + "   | where tostring(Context.AADSessionId) in~ (sessions) or tostring(Context.UniqueTokenId) in (tokens)),\n"
                + "  (MicrosoftGraphActivityLogs" + time
                + "\n   | where column_ifexists(\"SessionId\", column_ifexists(\"C_Sid\", \"\")) in~ (sessions) or SignInActivityId in (tokens))\n"
                + "| sort by TimeGenerated asc\n";
    }

    private static String defender(long first) {
        String time = time("Timestamp", first);
        return "union isfuzzy=true\n"
                + "  (EntraIdSignInEvents" + time
                + "\n   | where SessionId in~ (sessions) or UniqueTokenId in (tokens)),\n"
                + "  (CloudAppEvents" + time
                + "\n   | where tostring(RawEventData.AppAccessContext.AADSessionId) in~ (sessions) or tostring(RawEventData.SessionId) in~ (sessions)\n"
                + "       or tostring(RawEventData.AppAccessContext.UniqueTokenId) in (tokens)),\n"
                + "  (GraphApiAuditEvents" + time + "\n   | where UniqueTokenIdentifier in (tokens))\n"
                + "| sort by Timestamp asc\n";
    }
}
