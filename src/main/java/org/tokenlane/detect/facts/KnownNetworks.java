package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.enrich.NetworkKinds.Kind;

/**
 * What network data and the tables that ship with the program know of an address. Only an address of a service of
 * Microsoft's, or of a system in which nobody else has
 * servers, counts as Microsoft's own: in Azure (AS8075), from which its services act as well, anyone can rent one, an
 * attacker too.
 */
public final class KnownNetworks implements AddressLookup {

    private final Enrichment enrichment;

    public KnownNetworks(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    @Override
    public Fact of(String ip, @Nullable String asnInLog) {
        NetworkFact known = enrichment.networks().lookUp(ip);
        String asn = asnInLog != null ? asnInLog : text(known.asn());
        String name = known.nameOf(asn);
        Kind kind = enrichment.kinds().of(asn, name);
        // the table's name says what speaks against an attacker; others only name the company
        boolean byTable = enrichment.kinds().name(asn) != null && (name == null || kind == Kind.AZURE);
        NetworkFact.Value system = known.asName() != null ? known.asName() : known.asn();
        return new Fact(text(known.asn()), byTable ? enrichment.kinds().name(asn) : name, text(known.country()),
                kind == Kind.MICROSOFT || enrichment.microsoft().service(ip) != null,
                kind == Kind.HOSTING || kind == Kind.ANONYMISER || kind == Kind.RELAY, kind == Kind.MOBILE,
                known.country() == null ? null : known.country().source().label(),
                byTable ? enrichment.kinds().label() : system == null ? null : system.source().label(),
                kind == Kind.GATEWAY ? Exit.GATEWAY : kind == Kind.RELAY ? Exit.RELAY : Exit.NONE);
    }

    /** Data that ships is a part of the program; a file of the analyst's own may change at any time. */
    @Override
    public @Nullable String version() {
        return enrichment.networks().own().isEmpty() ? "shipped" : null; // not for people
    }

    private static @Nullable String text(NetworkFact.@Nullable Value value) {
        return value == null ? null : value.text();
    }
}
