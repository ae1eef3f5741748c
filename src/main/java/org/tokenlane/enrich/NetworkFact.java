package org.tokenlane.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What network data says of one address; each value with the source that says it. A value that no source has is null.
 *
 * @param country
 *            two letters, upper case (ISO 3166-1)
 * @param asn
 *            the number of the autonomous system, digits only
 * @param asName
 *            that system's name
 */
public record NetworkFact(@Nullable Value country, @Nullable Value asn, @Nullable Value asName, @Nullable Value city) {

    /** No source knows the address. */
    public static final NetworkFact NOTHING = new NetworkFact(null, null, null, null);

    /** A value and who says so. */
    public record Value(String text, NetworkSource source) {

        /** The value and who says so: {@code NL per DB-IP Lite 2026-06-01}. */
        public String words() {
            return source.says(text);
        }
    }

    public boolean isEmpty() {
        return country == null && asn == null && asName == null && city == null;
    }

    /** These values; where one is missing, the other's. A system's name is never put to another system's number. */
    NetworkFact orElse(NetworkFact other) {
        boolean sameSystem = asn == null ? asName == null : other.asn != null && asn.text().equals(other.asn.text());
        return new NetworkFact(country != null ? country : other.country,
                asn == null && asName == null ? other.asn : asn,
                asName == null && sameSystem ? other.asName : asName, city != null ? city : other.city);
    }

    /**
     * The name of the system with this number, as far as it is this address's; where the number is null, whatever name
     * the address has. Or null.
     */
    public @Nullable String nameOf(@Nullable String number) {
        if (asName == null) {
            return null;
        }
        boolean fits = number == null || asn != null && asn.text().equals(number);
        return fits ? asName.text() : null;
    }

    /** The values in words by their sources, the analyst's own first: {@code DE, Berlin, AS64500 Example}. */
    public Map<NetworkSource, String> wordsBySource() {
        Map<NetworkSource, String> words = new LinkedHashMap<>();
        for (Value value : Arrays.asList(country, city, asn, asName)) {
            if (value != null) {
                words.computeIfAbsent(value.source(), this::words);
            }
        }
        return words;
    }

    private String words(NetworkSource source) {
        List<String> parts = new ArrayList<>();
        if (country != null && country.source().equals(source)) {
            parts.add(country.text());
        }
        if (city != null && city.source().equals(source)) {
            parts.add(city.text());
        }
        String number = asn != null && asn.source().equals(source) ? "AS" + asn.text() : "";
        String name = asName != null && asName.source().equals(source) ? asName.text() : "";
        String system = (number + " " + name).strip();
        if (!system.isEmpty()) {
            parts.add(system);
        }
        return String.join(", ", parts);
    }

    /** All in one line: {@code by DB-IP Lite country 2026-06-01: DE}; empty where nothing is known. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        wordsBySource().forEach((source, words) -> parts.add(EnrichText.STATEMENT.text(source.label(), words)));
        return String.join("; ", parts);
    }
}
