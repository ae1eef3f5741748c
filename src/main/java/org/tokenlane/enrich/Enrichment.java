package org.tokenlane.enrich;

/** All that is known beside the logs, in one hand. Never changes; other network data makes a new one. */
public record Enrichment(Networks networks, AppNames apps, MicrosoftNetworks microsoft, NetworkKinds kinds) {

    /** The tables that ship with the program, and these networks. */
    public static Enrichment of(Networks networks) {
        return new Enrichment(networks, AppNames.shipped(), MicrosoftNetworks.shipped(), NetworkKinds.shipped());
    }

    public Enrichment with(Networks other) {
        return new Enrichment(other, apps, microsoft, kinds);
    }
}
