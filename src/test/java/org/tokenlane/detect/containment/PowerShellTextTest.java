package org.tokenlane.detect.containment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an attacker names things does not leave its quotes. */
class PowerShellTextTest {

    @Test
    void quotesAreDoubledAlsoThoseThatOnlyLookLikeThem() {
        assertThat(PowerShellText.quoted("O'Brien")).isEqualTo("'O''Brien'");
        assertThat(PowerShellText.quoted("a\u2019; Remove-Item x #")).isEqualTo("'a\u2019\u2019; Remove-Item x #'");
        assertThat(PowerShellText.quoted("\u2018\u201A\u201B")).isEqualTo("'\u2018\u2018\u201A\u201A\u201B\u201B'");
    }

    @Test
    void nothingIsExpandedAndNoLineIsEnded() {
        assertThat(PowerShellText.quoted("$(whoami) `n")).isEqualTo("'$(whoami) `n'");
        assertThat(PowerShellText.quoted("a\r\nb\u0000\u001b[31m\u2028\u2029\u0085\u202Ec\u200B\uD800"))
                .isEqualTo("'ab[31mc'");
        assertThat(PowerShellText.remark("x\nRemove-Item y")).isEqualTo("# xRemove-Item y");
    }

    @Test
    void aTextInAFilterIsQuotedForGraphAndThenForPowerShell() {
        assertThat(PowerShellText.filter("clientId", "a'b")).isEqualTo("'clientId eq ''a''''b'''");
    }
}
