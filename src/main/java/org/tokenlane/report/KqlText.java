package org.tokenlane.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.UtcText;

/**
 * Queries that find the same sessions, tokens and indicators in Sentinel (Log Analytics) and in Defender's advanced
 * hunting, as text to be pasted there. The columns are those of Microsoft's references: "Azure Monitor Logs table
 * reference" and "Understand the advanced hunting schema" (https://learn.microsoft.com).
 */
public final class KqlText {

    /** Where a query runs; as a text key it is the name for people. */
    public enum Portal implements TextKey {

        SENTINEL("TimeGenerated"),
        DEFENDER("Timestamp");

        private final String time;

        Portal(String time) {
            this.time = time;
        }
    }

    /** What a query searches for; as a text key it is the title. */
    public enum Hunt implements TextKey {

        SESSIONS,
        ADDRESSES,
        FORWARDING,
        APPLICATIONS;

        /** The name in file names. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean isOf(KqlSubject subject) {
            return switch (this) {
            case SESSIONS -> !subject.sessions().isEmpty() || !subject.tokens().isEmpty();
            case ADDRESSES -> !subject.addresses().isEmpty();
            case FORWARDING -> !subject.forwarding().isEmpty();
            case APPLICATIONS -> !subject.applications().isEmpty();
            };
        }

        private String lists(KqlSubject subject) {
            return switch (this) {
            case SESSIONS -> list("sessions", subject.sessions()) + list("tokens", subject.tokens())
                    + list("correlations", subject.correlations());
            case ADDRESSES -> list("addresses", subject.addresses());
            case FORWARDING -> list("forwarding", subject.forwarding());
            case APPLICATIONS -> list("applications", subject.applications());
            };
        }
    }

    /** A query with its lists, without a comment. */
    public record Query(Portal portal, Hunt hunt, String text) {

        /** Its name for people. */
        public String title() {
            return ExportText.KQL_TITLE.text(portal.text(), hunt.text());
        }
    }

    private static final long DAY = 86_400_000_000_000L;

    private KqlText() {
    }

    /** All queries that have something to search for, those for Sentinel first. */
    public static List<Query> queries(KqlSubject subject) {
        List<Query> all = new ArrayList<>();
        for (Portal portal : Portal.values()) {
            Arrays.stream(Hunt.values()).filter(hunt -> hunt.isOf(subject)).forEach(hunt -> all.add(
                    new Query(portal, hunt, hunt.lists(subject) + span(subject) + query(portal, hunt, subject))));
        }
        return all;
    }

    /** The same as one text, each query after a comment that says what it is for. */
    public static String of(KqlSubject subject) {
        return queries(subject).stream().map(query -> "// " + query.title() + '\n' + query.text())
                .collect(Collectors.joining("\n"));
    }

    private static String span(KqlSubject subject) {
        return subject.first() == AuditEvent.NO_TIME ? ""
                : "let firstTime = datetime(" + second(subject.first() - DAY) + ");\nlet lastTime = datetime(" // not for people
                        + second(subject.last() + DAY) + ");\n";
    }

    private static String second(long nanos) {
        return UtcText.of(nanos).substring(0, 19) + "Z";
    }

    private static String list(String name, List<String> values) {
        return "let " + name + " = dynamic(["
                + values.stream().map(KqlText::literal).collect(Collectors.joining(", ")) + "]);\n";
    }

    /** A string literal that its content cannot end: what is not a plain character is written by its code. */
    static String literal(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.append('"').toString();
    }

    private static String query(Portal portal, Hunt hunt, KqlSubject subject) {
        String file = "kql/" + portal.name().toLowerCase(Locale.ROOT) + '-' + hunt.id() + ".kql";
        try (InputStream in = Objects.requireNonNull(KqlText.class.getResourceAsStream(file), file)) {
            String time = subject.first() == AuditEvent.NO_TIME ? ""
                    : " | where " + portal.time + " between (firstTime .. lastTime)"; // not for people
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{time}", time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
