package org.tokenlane.ui.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.query.CaseEvents;

/**
 * The case over its whole period: a strip for each affected user, and one for each log that shows where the evidence
 * has gaps. A strip is cut into {@link #SLICES} slices of the same length.
 *
 * @param from
 *            the first event of the case, in nanoseconds since 1970, UTC
 * @param to
 *            the last
 * @param users
 *            those that the attacker used first, then by risk
 * @param more
 *            affected users beside these
 */
record CaseMap(long from, long to, List<User> users, int more, List<Log> logs) {

    static final int SLICES = 240;

    /** More strips than fit on a page. */
    static final int MOST_USERS = 12;

    /** Logs in which a day without events is an ordinary day. */
    private static final Set<LogSource> QUIET = EnumSet.of(LogSource.RISK_DETECTIONS, LogSource.ALERTS,
            LogSource.APPLICATION_INVENTORY);

    private static final long DAY = 86_400_000_000_000L;

    /**
     * A user over the period.
     *
     * @param session
     *            the first of the user's sessions that the attacker used, or null
     * @param events
     *            by slice, how many events of the user are in it
     * @param attackers
     *            the slices with events of the attacker
     * @param findings
     *            by slice, the severity of the heaviest finding that has an event in it, or null
     */
    record User(String upn, Risk risk, @Nullable String session, int[] events, BitSet attackers,
            @Nullable Severity[] findings) {
    }

    /**
     * A log over the period.
     *
     * @param events
     *            the slices with events of the log
     * @param gaps
     *            the slices that lie in days (UTC) without any event of the log; none in a log that has no events on
     *            ordinary days
     */
    record Log(LogSource source, BitSet events, BitSet gaps) {
    }

    /**
     * Draws up the map.
     *
     * @param detection
     *            what the rules found; null while they run
     * @param answers
     *            who the attacker is; null while that is not known
     */
    static @Nullable CaseMap of(CaseEvents events, @Nullable Detection detection, @Nullable Answers answers) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int event = 0; event < events.size(); event++) {
            long time = events.time(event);
            if (time != AuditEvent.NO_TIME) {
                from = Math.min(from, time);
                to = Math.max(to, time);
            }
        }
        if (from > to) {
            return null;
        }
        Set<String> affected = new LinkedHashSet<>();
        if (answers != null) {
            answers.incident().used().stream().map(Account::name)
                    .forEach(name -> affected.add(lower(name)));
        }
        if (detection != null) {
            detection.usersAtRisk().stream()
                    .filter(upn -> detection.riskOfUser(upn).severity().compareTo(Severity.LOW) >= 0)
                    .forEach(upn -> affected.add(lower(upn)));
        }
        Map<String, String> sessions = new HashMap<>();
        if (answers != null) {
            answers.stories().stream().filter(story -> !story.sessions().isEmpty())
                    .forEach(story -> sessions.putIfAbsent(lower(story.account()), story.sessions().getFirst()));
        }
        Map<String, User> rows = new HashMap<>();
        List<User> users = new ArrayList<>();
        for (String upn : affected) {
            if (users.size() < MOST_USERS) {
                User user = new User(upn, detection == null ? Risk.NONE : detection.riskOfUser(upn),
                        sessions.get(upn), new int[SLICES], new BitSet(), new Severity[SLICES]);
                users.add(user);
                rows.put(upn, user);
            }
        }
        CaseMap map = new CaseMap(from, to, users, affected.size() - users.size(), new ArrayList<>());
        map.fill(events, rows, answers == null ? new BitSet() : answers.incident().events());
        if (detection != null) {
            users.forEach(user -> map.mark(events, user, detection.riskOfUser(user.upn()).because()));
        }
        return map;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void fill(CaseEvents events, Map<String, User> rows, BitSet attackers) {
        int days = Math.toIntExact(Math.floorDiv(to, DAY) - Math.floorDiv(from, DAY) + 1);
        @Nullable
        User[] byUpn = byCode(events.dictionary(EventField.UPN), rows);
        @Nullable
        User[] byId = byCode(events.dictionary(EventField.USER_OBJECT_ID), rows);
        Map<LogSource, BitSet> slicesOf = new EnumMap<>(LogSource.class);
        Map<LogSource, BitSet> daysOf = new EnumMap<>(LogSource.class);
        for (int event = 0; event < events.size(); event++) {
            long time = events.time(event);
            if (time == AuditEvent.NO_TIME) {
                continue;
            }
            int slice = slice(time);
            slicesOf.computeIfAbsent(events.source(event), key -> new BitSet()).set(slice);
            daysOf.computeIfAbsent(events.source(event), key -> new BitSet()).set(day(time));
            User user = byUpn[events.code(EventField.UPN, event)];
            if (user == null) {
                user = byId[events.code(EventField.USER_OBJECT_ID, event)];
            }
            if (user != null) {
                user.events()[slice]++;
                if (attackers.get(event)) {
                    user.attackers().set(slice);
                }
            }
        }
        slicesOf.forEach((source, slices) -> {
            BitSet gaps = new BitSet();
            BitSet with = daysOf.getOrDefault(source, new BitSet());
            for (int slice = 0; !QUIET.contains(source) && slice < SLICES; slice++) {
                int first = day(start(slice));
                int last = Math.min(days - 1, day(start(slice + 1) - 1));
                int covered = with.nextSetBit(first);
                if (covered < 0 || covered > last) {
                    gaps.set(slice);
                }
            }
            logs.add(new Log(source, slices, gaps));
        });
    }

    /** The users by the codes of their names. */
    private static @Nullable User[] byCode(TextColumn names, Map<String, User> rows) {
        return names.stream().map(name -> name == null ? null : rows.get(lower(name))).toArray(User[]::new);
    }

    private void mark(CaseEvents events, User user, List<Finding> findings) {
        for (Finding finding : findings) {
            for (int event : finding.events()) {
                if (events.time(event) != AuditEvent.NO_TIME) {
                    int slice = slice(events.time(event));
                    Severity known = user.findings()[slice];
                    if (known == null || finding.severity().compareTo(known) > 0) {
                        user.findings()[slice] = finding.severity();
                    }
                }
            }
        }
    }

    /** The day, counted from that of the first event. */
    private int day(long time) {
        return Math.toIntExact(Math.floorDiv(time, DAY) - Math.floorDiv(from, DAY));
    }

    /** The slice that a time lies in. */
    int slice(long time) {
        return (int) ((time - from) / width());
    }

    /** When a slice begins, in nanoseconds since 1970, UTC; of the one after the last, when the map ends. */
    long start(int slice) {
        return from + slice * width();
    }

    /** In whole nanoseconds, so that the slices and filters by their times choose the same events. */
    private long width() {
        return (to - from) / SLICES + 1;
    }
}
