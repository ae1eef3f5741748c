package org.tokenlane.model.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out what has to be known of the files of a case before they are trusted. It follows from what the case keeps,
 * so that it is the same after an import and whenever the case is opened again; what depends on the other files is
 * judged by those that the case has now.
 */
public final class ImportWarnings {

    private static final Duration FAR = Duration.ofDays(365);
    /** Clocks and zones differ by less. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final List<Evidence> files;
    private final Map<Integer, Map<ImportCount, Long>> counts;

    private ImportWarnings(List<Evidence> files, Map<Integer, Map<ImportCount, Long>> counts) {
        this.files = files;
        this.counts = counts;
    }

    /**
     * The warnings of each file that has any, by its number.
     *
     * @param counts
     *            by the file's number; a file that an earlier version of the program imported has none
     */
    public static Map<Integer, List<ImportWarning>> of(List<Evidence> files,
            Map<Integer, Map<ImportCount, Long>> counts) {
        ImportWarnings all = new ImportWarnings(files, counts);
        Map<Integer, List<ImportWarning>> warnings = new LinkedHashMap<>();
        for (Evidence file : files) {
            List<ImportWarning> own = all.of(file);
            if (!own.isEmpty()) {
                warnings.put(file.id(), own);
            }
        }
        return warnings;
    }

    private List<ImportWarning> of(Evidence file) {
        List<ImportWarning> warnings = new ArrayList<>();
        long whole = file.stored() + file.duplicates();
        long undated = isCounted(file) ? count(file, ImportCount.WITHOUT_TIME) : file.undated();
        if (undated > 0) {
            warnings.add(new ImportWarning(file.path(), undated(file), undated, whole));
        }
        share(warnings, file, ImportCount.WITHOUT_ACTOR, WarningKind.WITHOUT_ACTOR, whole);
        share(warnings, file, ImportCount.QUOTED, WarningKind.QUOTED, whole);
        fact(warnings, file, ImportCount.NO_SESSION_READ, WarningKind.NO_SESSION_READ, whole);
        fact(warnings, file, ImportCount.NO_TOKEN_READ, WarningKind.NO_TOKEN_READ, whole);
        oneKindOnly(warnings, file);
        if (isFar(file)) {
            warnings.add(new ImportWarning(file.path(), WarningKind.FAR_FROM_CASE, whole, whole));
        }
        if (file.lastEvent() != null && file.lastEvent().isAfter(file.importedAt().plus(AHEAD))) {
            warnings.add(new ImportWarning(file.path(), WarningKind.IN_FUTURE, 0, whole));
        }
        share(warnings, file, ImportCount.UNREAD_AT_END, WarningKind.UNREAD_AT_END, whole);
        fact(warnings, file, ImportCount.TRUNCATED, WarningKind.TRUNCATED, whole);
        fact(warnings, file, ImportCount.DAMAGED, WarningKind.DAMAGED, whole);
        fact(warnings, file, ImportCount.TRAILING_BYTES, WarningKind.TRAILING_BYTES, whole);
        return warnings;
    }

    /** The warning that says most about why records have no time. */
    private WarningKind undated(Evidence file) {
        if (count(file, ImportCount.LOCAL_TIMES) > 0) {
            return WarningKind.LOCAL_TIME_WITHOUT_ZONE;
        }
        if (count(file, ImportCount.UNKNOWN_ZONES) > 0) {
            return WarningKind.UNKNOWN_ZONE;
        }
        return count(file, ImportCount.DATES_ONLY) > 0 ? WarningKind.DATE_WITHOUT_TIME : WarningKind.WITHOUT_TIME;
    }

    private boolean isCounted(Evidence file) {
        return counts.containsKey(file.id());
    }

    private long count(Evidence file, ImportCount count) {
        return counts.getOrDefault(file.id(), Map.of()).getOrDefault(count, 0L);
    }

    private void share(List<ImportWarning> warnings, Evidence file, ImportCount count, WarningKind kind, long whole) {
        if (count(file, count) > 0) {
            warnings.add(new ImportWarning(file.path(), kind, count(file, count), whole));
        }
    }

    private void fact(List<ImportWarning> warnings, Evidence file, ImportCount count, WarningKind kind, long whole) {
        if (count(file, count) > 0) {
            warnings.add(new ImportWarning(file.path(), kind, 0, whole));
        }
    }

    /** Interactive and non-interactive sign-ins are two logs; the case may have the other one from another file. */
    private void oneKindOnly(List<ImportWarning> warnings, Evidence file) {
        long interactive = count(file, ImportCount.INTERACTIVE);
        long others = count(file, ImportCount.NON_INTERACTIVE);
        if (files.stream().anyMatch(other -> !isCounted(other))) {
            return;
        }
        if (interactive > 0 && files.stream().allMatch(other -> count(other, ImportCount.NON_INTERACTIVE) == 0)) {
            warnings.add(new ImportWarning(file.path(), WarningKind.ONLY_INTERACTIVE, interactive, interactive));
        } else if (others > 0 && files.stream().allMatch(other -> count(other, ImportCount.INTERACTIVE) == 0)) {
            warnings.add(new ImportWarning(file.path(), WarningKind.ONLY_NON_INTERACTIVE, others, others));
        }
    }

    private boolean isFar(Evidence file) {
        if (file.firstEvent() == null || file.lastEvent() == null) {
            return false;
        }
        boolean any = false;
        for (Evidence other : files) {
            if (other.id() != file.id() && other.firstEvent() != null && other.lastEvent() != null) {
                any = true;
                Instant from = other.firstEvent().minus(FAR);
                Instant to = other.lastEvent().plus(FAR);
                if (!file.lastEvent().isBefore(from) && !file.firstEvent().isAfter(to)) {
                    return false;
                }
            }
        }
        return any;
    }
}
