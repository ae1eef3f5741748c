package org.tokenlane.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.ExportTime.Basis;

/**
 * Tells when a file was exported. Collectors write the local time of their computer into the file's name
 * (Microsoft-Extractor-Suite: {@code 20260312141500-MailboxPermissions.csv}); the others leave only the file's date.
 */
final class ExportTimes {

    private static final Pattern STAMP = Pattern.compile(
            "(?<!\\d)(20\\d\\d)-?(\\d\\d)-?(\\d\\d)[-_T ]?(\\d\\d)[-_:.h]?(\\d\\d)(?:[-_:.m]?(\\d\\d))?(Z|(?!\\d))");

    private ExportTimes() {
    }

    /**
     * @param zone
     *            the zone that was given for local times, or null
     */
    static ExportTime of(EvidenceFile file, @Nullable ZoneId zone) {
        Matcher stamp = STAMP.matcher(file.name());
        while (stamp.find()) {
            LocalDateTime time = time(stamp);
            if (time != null) {
                ZoneId known = stamp.group(7).isEmpty() ? zone : ZoneOffset.UTC;
                return new ExportTime(time.atZone(known == null ? ZoneOffset.UTC : known).toInstant(),
                        known == null ? Basis.FILE_NAME_LOCAL : Basis.FILE_NAME);
            }
        }
        return file.modified() == null ? ExportTime.UNKNOWN
                : new ExportTime(file.modified().truncatedTo(ChronoUnit.SECONDS), Basis.FILE_DATE);
    }

    private static @Nullable LocalDateTime time(Matcher stamp) {
        try {
            return LocalDateTime.of(number(stamp, 1), number(stamp, 2), number(stamp, 3), number(stamp, 4),
                    number(stamp, 5), stamp.group(6) == null ? 0 : number(stamp, 6));
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static int number(Matcher stamp, int group) {
        return Integer.parseInt(stamp.group(group));
    }
}
