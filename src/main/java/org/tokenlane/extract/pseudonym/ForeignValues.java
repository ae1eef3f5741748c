package org.tokenlane.extract.pseudonym;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * What stays where only the organization's own values are replaced: mail addresses of other organizations, and the
 * addresses that only the attacker used.
 */
public final class ForeignValues {

    private final Set<String> ownDomains;
    private final Set<String> attackers;

    private ForeignValues(Set<String> ownDomains, Set<String> attackers) {
        this.ownDomains = ownDomains;
        this.attackers = attackers;
    }

    /**
     * Those of a case; null where no event tells which domains are the organization's, since then every name would
     * stay.
     *
     * @param attackers
     *            the IP addresses that only the attacker used
     */
    public static @Nullable ForeignValues of(CaseEvents events, Collection<String> attackers) {
        Set<String> own = ownDomains(events);
        return own.isEmpty() ? null : new ForeignValues(own, Set.copyOf(attackers));
    }

    /**
     * The domains of all sign-in names that are not guests'. Rules ask for a good share of the accounts; here a rare
     * domain counts as well, since a name that stays by mistake cannot be taken back.
     */
    private static Set<String> ownDomains(CaseEvents events) {
        Set<String> own = new HashSet<>();
        for (String upn : events.dictionary(EventField.UPN)) {
            String text = upn == null ? "" : upn.toLowerCase(Locale.ROOT);
            if (text.indexOf('@') > 0 && !text.contains("#ext#")) {
                own.add(text.substring(text.lastIndexOf('@') + 1));
            }
        }
        return own;
    }

    /** Whether a domain, in lower case, is neither one of the organization's nor below one. */
    public boolean isDomain(String domain) {
        for (String part = domain; !part.isEmpty(); part = part.substring(part.indexOf('.') + 1)) {
            if (ownDomains.contains(part)) {
                return false;
            }
            if (part.indexOf('.') < 0) {
                break;
            }
        }
        return true;
    }

    /** Whether only the attacker used an IP address. */
    public boolean isAddress(String ip) {
        return attackers.contains(ip);
    }
}
