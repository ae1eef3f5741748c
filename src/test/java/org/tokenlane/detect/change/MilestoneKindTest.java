package org.tokenlane.detect.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What opens a way in, what closes it, and what ends all access of an account. */
class MilestoneKindTest {

    @ParameterizedTest
    @EnumSource(MilestoneKind.class)
    void whatIsAddedOpensAndWhatIsRemovedCloses(MilestoneKind kind) {
        boolean adds = kind.name().matches(".*(_ADDED|_CONSENTED|_ASSIGNED|_SET|_ENABLED)");
        boolean takes = kind.name().matches(".*(_REMOVED|_RESET|PASSWORD_CHANGED|_REVOKED|_DISABLED)");
        assertThat(kind.opens()).isEqualTo(adds);
        assertThat(kind.closes()).isEqualTo(takes);
        assertThat(kind.id()).isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Test
    void onlyWhatClosesAnAccountEndsItsAccess() {
        Set<MilestoneKind> ends = EnumSet.noneOf(MilestoneKind.class);
        for (MilestoneKind kind : MilestoneKind.values()) {
            if (kind.endsAccess()) {
                ends.add(kind);
            }
        }
        assertThat(ends).containsExactlyInAnyOrder(MilestoneKind.PASSWORD_RESET, MilestoneKind.PASSWORD_CHANGED,
                MilestoneKind.SESSIONS_REVOKED, MilestoneKind.ACCOUNT_DISABLED);
    }
}
