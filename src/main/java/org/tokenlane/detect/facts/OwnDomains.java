package org.tokenlane.detect.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The organisation's own mail domains, by the accounts that sign in: those of a good share of them. Guests sign in with
 * their own addresses, so that a single account shows nothing, and providers of private mailboxes are never its own.
 */
final class OwnDomains {

    private static final int PERCENT = 10;
    private static final Set<String> PRIVATE = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
            "live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de",
            "proton.me", "protonmail.com", "mail.ru", "yandex.ru", "yandex.com", "tutanota.com", "zoho.com");

    private OwnDomains() {
    }

    static Set<String> of(Collection<String> upns) {
        Map<String, Integer> accounts = new HashMap<>();
        int all = 0;
        for (String upn : upns) {
            String text = upn.toLowerCase(Locale.ROOT);
            int at = text.lastIndexOf('@');
            if (at > 0 && !text.contains("#ext#")) {
                accounts.merge(text.substring(at + 1), 1, Integer::sum);
                all++;
            }
        }
        Set<String> own = new HashSet<>();
        for (Map.Entry<String, Integer> domain : accounts.entrySet()) {
            if (domain.getValue() * 100 >= all * PERCENT && !PRIVATE.contains(domain.getKey())) {
                own.add(domain.getKey());
            }
        }
        return own;
    }
}
