package org.tokenlane.detect.facts;

import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.enrich.NetworkKinds.Kind;

/**
 * What network data and the tables that ship with the program know of an address. Only an address of a service of Microsoft's, or of a system in which nobody else has
 * servers, counts as Microsoft's own: in Azure (AS8075), from which its services act as well, anyone can rent one, an attacker too.
 */
public final class KnownNetworks implements AddressLookup {

    private final Enrichment enrichment;

    public KnownNetworks(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    @Override
    public Fact of(String ip, String asnInLog) {
        NetworkFact known = enrichment.networks().lookUp(ip);
        String asn = known.asn() == null ? null : known.asn().text();
        String telling = asnInLog != null ? asnInLog : asn;
        boolean named = known.asName() != null && (asnInLog == null || asnInLog.equals(asn));
        String name = named ? known.asName().text() : null;
        Kind kind = enrichment.kinds().of(telling, name);
        String shown = kind == Kind.AZURE || name == null ? enrichment.kinds().name(telling) : name;
        return new Fact(asn, shown == null ? name : shown, known.country() == null ? null : known.country().text(),
                kind == Kind.MICROSOFT || enrichment.microsoft().service(ip) != null, kind == Kind.HOSTING || kind == Kind.ANONYMISER, kind == Kind.MOBILE);
    }
}
