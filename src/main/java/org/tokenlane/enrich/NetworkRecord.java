package org.tokenlane.enrich;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a MaxMind-format file under whatever names its maker uses: GeoLite2 and GeoIP2 nest their values, DB-IP
 * does so too, IPinfo and ip-location-db write them
 * side by side.
 */
final class NetworkRecord {

    private static final int MOST_CHARACTERS = 120;

    private final Map<?, ?> values;

    NetworkRecord(Map<?, ?> values) {
        this.values = values;
    }

    /**
     * Two letters, or null. The country in which a network is registered is not where it is used, so that does not
     * count.
     */
    @Nullable
    String country() {
        for (Object value : new Object[] { values.get("country_code"), at("country", "iso_code"), values.get("country"),
            values.get("country_iso_code") }) {
            if (value instanceof String text && text.strip().matches("[A-Za-z]{2}")) {
                return text.strip().toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** Digits, or null. */
    @Nullable
    String asn() {
        for (Object value : new Object[] { values.get("autonomous_system_number"),
            at("traits", "autonomous_system_number"), values.get("asn"), values.get("as_number"),
            at("asn", "asn") }) {
            String digits = value instanceof Number || value instanceof String
                    ? value.toString().strip().replaceFirst("^(?i)AS", "")
                    : "";
            if (digits.matches("\\d{1,10}") && !digits.matches("0+")) {
                return digits;
            }
        }
        return null;
    }

    /** The system's name, or null. */
    @Nullable
    String asName() {
        return text(values.get("autonomous_system_organization"), at("traits", "autonomous_system_organization"),
                values.get("as_name"), values.get("as_organization"),
                at("asn", "name"), values.get("isp"), values.get("organization"),
                asn() == null ? null : values.get("name"));
    }

    /** In English where the file has it, or null. */
    @Nullable
    String city() {
        return text(at("city", "names", "en"), values.get("city"), values.get("city_name"));
    }

    boolean isKnown() {
        return country() != null || asn() != null || asName() != null || city() != null;
    }

    private static @Nullable String text(@Nullable Object... candidates) {
        for (Object value : candidates) {
            if (value instanceof String text && !text.isBlank()) {
                String clean = text.strip();
                return clean.length() > MOST_CHARACTERS ? clean.substring(0, MOST_CHARACTERS) + "…" : clean;
            }
        }
        return null;
    }

    private @Nullable Object at(String... path) {
        @Nullable
        Object value = values;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
