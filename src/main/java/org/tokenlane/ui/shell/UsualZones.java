package org.tokenlane.ui.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.query.CaseEvents;

/**
 * The time zones in which a user usually works: those of the country with the most days on which the user signed in
 * interactively. Days are counted rather than sign-ins, so that somebody else's many attempts
 * on one day do not outweigh weeks of work.
 */
final class UsualZones {

    private static final long DAY = 86_400_000_000_000L;
    /** Fewer days say nothing of habits. */
    private static final int LEAST_DAYS = 3;

    /**
     * Where a user usually is.
     *
     * @param country
     *            two letters (ISO 3166)
     * @param days
     *            with interactive sign-ins from there, in UTC
     * @param allDays
     *            with interactive sign-ins from anywhere that has a country
     * @param zones
     *            of the country, in the order of the tz database, which does not say which of them is the user's
     */
    record Usual(String user, String country, int days, int allDays, List<ZoneId> zones) {
    }

    private static final Map<String, List<ZoneId>> OF_COUNTRIES = read();

    private UsualZones() {
    }

    private static Map<String, List<ZoneId>> read() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        Set<String> known = ZoneId.getAvailableZoneIds();
        try (InputStream file = UsualZones.class.getResourceAsStream("zones-of-countries.tab");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (!line.startsWith("#") && tab > 0 && known.contains(line.substring(tab + 1))) {
                    zones.computeIfAbsent(line.substring(0, tab), country -> new ArrayList<>())
                            .add(ZoneId.of(line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }

    /** The zones of a country, none of an unknown one. */
    static List<ZoneId> ofCountry(String country) {
        return List.copyOf(OF_COUNTRIES.getOrDefault(country, List.of()));
    }

    /**
     * Where the only user of these events usually is; null where several users are among them, or none, and where not
     * more than half of at least three days with sign-ins are from one country.
     */
    static @Nullable Usual of(CaseEvents events, int[] looked) {
        int user = onlyUser(events, looked);
        if (user == 0) {
            return null;
        }
        IntColumn users = events.codes(EventField.UPN);
        IntColumn countries = events.codes(EventField.COUNTRY);
        Map<Integer, Set<Long>> days = new HashMap<>();
        Set<Long> all = new HashSet<>();
        for (int event = 0; event < users.size(); event++) {
            if (users.get(event) == user && countries.get(event) != 0
                    && events.kind(event) == EventKind.SIGN_IN_INTERACTIVE
                    && events.result(event) == EventResult.SUCCESS
                    && events.time(event) != AuditEvent.NO_TIME) {
                long day = Math.floorDiv(events.time(event), DAY);
                days.computeIfAbsent(countries.get(event), country -> new HashSet<>()).add(day);
                all.add(day);
            }
        }
        if (all.size() < LEAST_DAYS) {
            return null;
        }
        TextColumn names = events.dictionary(EventField.COUNTRY);
        Map.Entry<Integer, Set<Long>> most = Collections.max(days.entrySet(),
                Comparator.comparingInt((Map.Entry<Integer, Set<Long>> of) -> of.getValue().size())
                        .thenComparing(of -> names.get(of.getKey())));
        String country = names.get(most.getKey());
        int ofMost = most.getValue().size();
        List<ZoneId> zones = ofCountry(country);
        return ofMost * 2 <= all.size() || zones.isEmpty() ? null
                : new Usual(events.dictionary(EventField.UPN).get(user), country, ofMost, all.size(), zones);
    }

    /** The code of the only user of these events; 0 where there is none or several. */
    private static int onlyUser(CaseEvents events, int[] looked) {
        IntColumn users = events.codes(EventField.UPN);
        int only = 0;
        for (int event : looked) {
            int user = users.get(event);
            if (user != 0 && only != 0 && user != only) {
                return 0;
            }
            only = user == 0 ? only : user;
        }
        return only;
    }
}
