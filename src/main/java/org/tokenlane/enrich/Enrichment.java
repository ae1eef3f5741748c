package org.tokenlane.enrich;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.NetworkKinds.Kind;

/** All external data on networks and applications. Immutable; other network data makes a new one. */
public record Enrichment(Networks networks, AppNames apps, MicrosoftNetworks microsoft, NetworkKinds kinds) {

    /**
     * What one source says of an address.
     *
     * @param source
     *            its name and date
     */
    public record Statement(String source, String words) {

        /** {@code by DB-IP Lite 2026-06-01: DE}. */
        @Override
        public String toString() {
            return EnrichText.STATEMENT.text(source, words);
        }
    }

    /** The tables that ship with the program, and these networks. */
    public static Enrichment of(Networks networks) {
        return new Enrichment(networks, AppNames.shipped(), MicrosoftNetworks.shipped(), NetworkKinds.shipped());
    }

    /** The same with other files of the analyst's own. */
    public Enrichment with(List<NetworkFile> own) {
        return new Enrichment(networks.with(own), apps, microsoft, kinds);
    }

    /**
     * All that is known of an address, source by source.
     *
     * @param asnInLog
     *            the number of its system that the log gives, or null; it decides what kind of network that is
     */
    public List<Statement> about(String ip, @Nullable String asnInLog) {
        List<Statement> all = new ArrayList<>();
        NetworkFact known = networks.lookUp(ip);
        known.wordsBySource().forEach((source, words) -> all.add(new Statement(source.label(), words)));
        String service = microsoft.service(ip);
        if (service != null) {
            all.add(new Statement(microsoft.label(), EnrichText.SERVICE.text(service)));
        }
        String asn = asnInLog != null ? asnInLog : known.asn() == null ? null : known.asn().text();
        String name = known.nameOf(asn);
        Kind kind = kinds.of(asn, name);
        if (kind != null) {
            String wellKnown = kinds.name(asn);
            all.add(new Statement(kinds.label(),
                    asn != null && wellKnown != null ? EnrichText.SYSTEM_OF_KIND.text(asn, wellKnown, kind.words())
                            : EnrichText.NAME_OF_KIND.text(String.valueOf(name), kind.words())));
        }
        return all;
    }

    /** What the licences of the network data at hand ask to be said, a sentence each. */
    public List<String> attributions() {
        return networks.sources().stream().map(Enrichment::attribution).toList();
    }

    private static String attribution(NetworkSource source) {
        String label = source.label();
        if (source.attribution() == null) {
            return source.licence() == null ? EnrichText.SOURCE.text(label)
                    : EnrichText.SOURCE_WITH_LICENCE.text(label, source.licence());
        }
        return source.licence() == null ? EnrichText.SOURCE_WITH_ATTRIBUTION.text(label, source.attribution())
                : EnrichText.SOURCE_WITH_BOTH.text(label, source.attribution(), source.licence());
    }
}
