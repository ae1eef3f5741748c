package org.tokenlane.ui.shell;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.search.Command;
import org.tokenlane.ui.search.SearchText;
import org.tokenlane.ui.state.Display;

/** The time zones that can be chosen: UTC and this computer's zone first. */
final class Zones {

    private static final List<ZoneId> ALL = all();

    private Zones() {
    }

    private static List<ZoneId> all() {
        Set<ZoneId> zones = new LinkedHashSet<>();
        zones.add(ZoneOffset.UTC);
        if (!ZoneId.systemDefault().normalized().equals(ZoneOffset.UTC)) {
            zones.add(ZoneId.systemDefault());
        }
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted()
                .map(ZoneId::of).forEach(zones::add);
        return List.copyOf(zones);
    }

    static List<ZoneId> list() {
        return ALL;
    }

    /** The zones whose names hold each of the typed words; all where nothing is typed. */
    static List<ZoneId> fitting(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).replace('_', ' ').split("[\\s/]+");
        return ALL.stream().filter(zone -> {
            String name = Times.name(zone).toLowerCase(Locale.ROOT).replace('_', ' ');
            for (String word : words) {
                if (!name.contains(word)) {
                    return false;
                }
            }
            return true;
        }).toList();
    }

    /** The zone that a text means: its name, an offset such as {@code +02:00}, or the only one that fits; or null. */
    static @Nullable ZoneId of(String typed) {
        String text = typed.strip();
        for (ZoneId zone : ALL) {
            if (Times.name(zone).equalsIgnoreCase(text) || zone.getId().equalsIgnoreCase(text)) {
                return zone;
            }
        }
        try {
            if (text.matches("(?i)(utc|gmt)?[+-]\\d{1,2}(:?\\d{2})?")) {
                return ZoneOffset.of(text.replaceFirst("(?i)^(utc|gmt)", ""));
            }
        } catch (DateTimeException outOfRange) {
            return null;
        }
        List<ZoneId> fitting = text.isEmpty() ? List.of() : fitting(text);
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    static List<Command> commands(Display display) {
        return ALL.stream().map(zone -> new Command(SearchText.SETTING, ShellText.ZONE_COMMAND.text(Times.name(zone)),
                "", () -> display.zone().set(zone))).toList();
    }
}
