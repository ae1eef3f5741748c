package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which domains of mail are the organisation's own. */
class OwnDomainsTest {

    private static List<String> accounts(int many, String domain) {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            accounts.add("User" + i + "@" + domain);
        }
        return accounts;
    }

    @Test
    void aTenthOfAllAccountsMakesADomainTheOwnAndLessDoesNot() {
        List<String> upns = accounts(18, "contoso.example");
        upns.addAll(accounts(2, "Fabrikam.example"));
        assertThat(OwnDomains.of(upns)).containsExactlyInAnyOrder("contoso.example", "fabrikam.example");
        upns.add("last@contoso.example");
        assertThat(OwnDomains.of(upns)).as("2 of 21").containsExactly("contoso.example");
    }

    @Test
    void mailProvidersGuestsAndNamesWithoutADomainDoNotCount() {
        List<String> upns = accounts(3, "gmail.com");
        upns.addAll(List.of("x_fabrikam.example#EXT#@contoso.example", "service", "@contoso.example"));
        assertThat(OwnDomains.of(upns)).isEmpty();
        upns.add("a@contoso.example");
        assertThat(OwnDomains.of(upns)).containsExactly("contoso.example");
    }
}
