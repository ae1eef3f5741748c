package org.tokenlane.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/**
 * Tells what kind of network an autonomous system is, by well-known numbers ({@code systems.csv} beside this class) and
 * by words of its name
 * ({@code system-words.csv}). It knows few of all systems, so no answer means nothing.
 */
public final class NetworkKinds {

    /** What a network is. */
    public enum Kind implements TextKey {
        /** Microsoft's own; nobody else has servers in it. */
        MICROSOFT,
        /** Microsoft's services act from it, and anyone can rent servers in it. */
        AZURE,
        /** Servers for rent. */
        HOSTING,
        /** A VPN, Tor or relay. */
        ANONYMISER,
        /** Exits of iCloud Private Relay and of similar services of the same operators. */
        RELAY,
        /** A web gateway through which companies send what their computers do. */
        GATEWAY,
        /** A mobile carrier, whose customers' addresses change without their doing. */
        MOBILE;

        /** What it is, for people. */
        public String words() {
            return text();
        }
    }

    private record Known(Kind kind, String name) {
    }

    private record Word(Kind kind, Pattern pattern) {
    }

    private final Map<String, Known> byNumber = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final String label;

    private NetworkKinds(Table systems, Table words) {
        systems.rows().forEach(row -> byNumber.put(row.get(0), new Known(kind(row.get(1)), row.get(2))));
        words.rows()
                .forEach(row -> this.words.add(new Word(kind(row.get(0)),
                        Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(row.get(1)), Pattern.CASE_INSENSITIVE))));
        label = new NetworkSource(systems.source(), systems.date(), null, null, null).label();
    }

    private static Kind kind(String text) {
        return Kind.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The tables that ship with the program. */
    public static NetworkKinds shipped() {
        return new NetworkKinds(Table.read("systems.csv", 3), Table.read("system-words.csv", 2));
    }

    /**
     * The kind, by the number or else by the name; null where neither is known.
     *
     * @param asn
     *            digits only, or null
     * @param name
     *            the system's name, or null
     */
    public @Nullable Kind of(@Nullable String asn, @Nullable String name) {
        Known known = asn == null ? null : byNumber.get(asn);
        if (known != null) {
            return known.kind();
        }
        return name == null ? null
                : words.stream().filter(word -> word.pattern().matcher(name).find()).map(Word::kind).findFirst()
                        .orElse(null);
    }

    /** The name of a well-known system, or null. */
    public @Nullable String name(@Nullable String asn) {
        Known known = asn == null ? null : byNumber.get(asn);
        return known == null ? null : known.name();
    }

    /** The tables' name and date. */
    public String label() {
        return label;
    }
}
