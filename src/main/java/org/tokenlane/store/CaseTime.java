package org.tokenlane.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How a time is written in a message about a case: in UTC, which the message says. */
public final class CaseTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);

    private CaseTime() {
    }

    public static String text(Instant time) {
        return SECONDS.format(time);
    }
}
