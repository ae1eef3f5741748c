package org.tokenlane.report.document;

import java.time.Instant;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.UtcText;

/** Times as reports write them, all of them UTC. */
final class ReportTimes {

    private static final int DAY = 10;
    private static final int MINUTES = 16;
    private static final int SECONDS = 19;

    private ReportTimes() {
    }

    /** To the second and with its zone, for sentences and facts. */
    static String seconds(long nanos) {
        return nanos == AuditEvent.NO_TIME ? ReportText.UNKNOWN_TIME.text()
                : ReportText.UTC.text(plain(UtcText.of(nanos)).substring(0, SECONDS));
    }

    /** From one time to another, both to the second; the day once where it is the same. */
    static String span(long first, long last) {
        String from = seconds(first);
        String to = seconds(last);
        if (first == AuditEvent.NO_TIME || last == AuditEvent.NO_TIME || from.equals(to)) {
            return from.equals(to) ? from : ReportText.FROM_TO.text(from, to);
        }
        return from.startsWith(to.substring(0, DAY)) ? ReportText.FROM_TO.text(from.substring(0, SECONDS),
                to.substring(DAY + 1)) : ReportText.FROM_TO.text(from, to);
    }

    /** To the second, for columns whose title names the zone. */
    static String seconds(Instant instant) {
        return plain(instant.toString()).substring(0, SECONDS);
    }

    /** To the minute, for columns whose title names the zone. */
    static String minutes(Instant instant) {
        return plain(instant.toString()).substring(0, MINUTES);
    }

    /** As precise as the log gives it, without the zeros that some logs fill fractions up with. */
    static String precise(String time) {
        String plain = plain(time);
        int end = plain.length();
        if (plain.lastIndexOf('.') >= 0) {
            while (plain.charAt(end - 1) == '0') {
                end--;
            }
            end -= plain.charAt(end - 1) == '.' ? 1 : 0;
        }
        return plain.substring(0, end);
    }

    /** An ISO time without the letters T and Z. */
    static String plain(String time) {
        return time.replace('T', ' ').replace("Z", "");
    }
}
