package org.tokenlane.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the zones that stand as words behind a time. A name that is used for several zones ({@code CST}, {@code IST},
 * {@code BST}) is not understood, and neither is an hour of a region that its clocks showed twice or never.
 */
final class NamedZone {

    private static final int LONGEST = 80;
    /** A time, and behind its last digit, or behind a.m. and p.m., the words. */
    private static final Pattern BEHIND = Pattern.compile(
            "(.*(?:\\d|(?<!\\p{L})[AaPp]\\.?\\s?[Mm]\\.?(?!\\p{L})))\\s*[(\\[]?(\\p{L}[\\p{L}\\d ._/+:-]*)[)\\]]?");
    private static final Pattern OFFSET_IN_FRONT = Pattern
            .compile(".*:\\d{2}(?:[.,]\\d+)?\\s*[+\u2212-]\\d{2}(?::?\\d{2})?");
    private static final Pattern COUNTED = Pattern.compile("(?:utc|gmt)\\s*[+-]\\s*\\d{1,2}(?::?\\d{2})?");

    /** Minutes to add to UTC. */
    private static final Map<String, Integer> MINUTES = new HashMap<>();
    /** The zones of Windows: their names say standard time all year, so in summer they can be read in two ways. */
    private static final Map<String, String> REGIONS = new HashMap<>();

    static {
        try (InputStream in = NamedZone.class.getResourceAsStream("zones.csv")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            all.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(";")).forEach(zone -> {
                if (zone[1].indexOf('/') > 0) {
                    REGIONS.put(zone[0], zone[1]);
                } else {
                    MINUTES.put(zone[0], Integer.parseInt(zone[1]));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private NamedZone() {
    }

    /** Tells whether words stand behind a time; whether they are those of a zone is not said. */
    static boolean isBehind(String text, TimeReader reader) {
        Matcher parts = BEHIND.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return false;
        }
        ReadTime shown = reader.read(parts.group(1));
        return shown != null && !shown.isPartial();
    }

    /** The time that the text names together with its zone; null where it is none, or the zone is not understood. */
    static @Nullable ReadTime read(String text, TimeReader reader) {
        if (text.length() <= LONGEST && text.endsWith("]") && text.contains("Z[")) {
            // as Java writes it: the zone is the same once more
            return reader.read(text.substring(0, text.indexOf("Z[") + 1));
        }
        Matcher parts = BEHIND.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        ReadTime shown = reader.read(parts.group(1));
        if (shown == null || shown.isPartial()) {
            return null;
        }
        if (OFFSET_IN_FRONT.matcher(parts.group(1)).matches()) {
            // Go and Java write the offset and then the zone that it comes from
            return shown;
        }
        Integer seconds = seconds(parts.group(2), shown.nanos());
        return seconds == null ? null
                : new ReadTime(shown.nanos() - seconds * TimeReader.SECOND, shown.digits(), shown.orderChosen(),
                        ReadTime.Parts.ALL);
    }

    /** The seconds to add to UTC of a zone that has the same all year; null for others. */
    static @Nullable Integer fixedSeconds(String name) {
        Integer minutes = MINUTES.get(name.toLowerCase(Locale.ROOT));
        return minutes == null ? null : minutes * 60;
    }

    private static @Nullable Integer seconds(String words, long shownNanos) {
        String name = words.strip().replaceAll("\\s+", " ");
        String lower = name.toLowerCase(Locale.ROOT);
        if (COUNTED.matcher(lower).matches()) {
            return TimeReader.offsetSeconds(lower.replace(" ", ""));
        }
        String region = name.indexOf('/') > 0 ? name : REGIONS.get(lower);
        if (region == null) {
            return fixedSeconds(name);
        }
        try {
            ZoneRules rules = ZoneId.of(region).getRules();
            LocalDateTime shown = LocalDateTime.ofEpochSecond(Math.floorDiv(shownNanos, TimeReader.SECOND), 0,
                    ZoneOffset.UTC);
            List<ZoneOffset> offsets = rules.getValidOffsets(shown);
            if (offsets.size() != 1 || region != name
                    && !rules.getStandardOffset(shown.toInstant(offsets.getFirst())).equals(offsets.getFirst())) {
                return null;
            }
            return offsets.getFirst().getTotalSeconds();
        } catch (DateTimeException noZone) {
            return null;
        }
    }
}
