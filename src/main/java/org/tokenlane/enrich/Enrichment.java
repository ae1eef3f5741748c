package org.tokenlane.enrich;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.enrich.NetworkKinds.Kind;

/** All that is known beside the logs, in one hand. Never changes; other network data makes a new one. */
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
            return "by " + source + ": " + words;
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
     *            the number of its system that the log gives, or null; what kind of network that is, is told by it
     */
    public List<Statement> about(String ip, String asnInLog) {
        List<Statement> all = new ArrayList<>();
        NetworkFact known = networks.lookUp(ip);
        known.wordsBySource().forEach((source, words) -> all.add(new Statement(source.label(), words)));
        String service = microsoft.service(ip);
        if (service != null) {
            all.add(new Statement(microsoft.label(), service + ", a service of Microsoft 365"));
        }
        String asn = asnInLog != null ? asnInLog : known.asn() == null ? null : known.asn().text();
        String name = known.nameOf(asn);
        Kind kind = kinds.of(asn, name);
        if (kind != null) {
            boolean byNumber = kinds.name(asn) != null;
            all.add(new Statement(kinds.label(), (byNumber ? "AS" + asn + " " + kinds.name(asn) : name) + ": "
                    + kind.words() + (byNumber ? "" : ", by its name")));
        }
        return all;
    }

    /** What the licences of the network data at hand ask to be said, a sentence each. */
    public List<String> attributions() {
        return networks.sources().stream()
                .map(source -> source.label() + (source.attribution() == null ? "" : ": " + source.attribution())
                        + (source.licence() == null ? "" : "; licence: " + source.licence()) + ".")
                .toList();
    }
}
