package org.tokenlane.detect.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities are sorted by name in one place. */
class ActivitiesTest {

    @ParameterizedTest
    @CsvSource({ "Reset user password,PASSWORD_RESET,USER", "Reset user password.,PASSWORD_RESET,USER",
        "Update StsRefreshTokenValidFrom Timestamp.,SESSIONS_REVOKED,USER",
        "Add delegated permission grant.,APP_CONSENTED,GRANT", "Consent to application.,APP_CONSENTED,CONSENT",
        "Remove service principal.,APP_REMOVED,APPLICATION",
        "Add Windows Hello for Business credential,METHOD_ADDED,MFA_METHOD",
        "Add service principal credentials,CREDENTIAL_ADDED,APP_CREDENTIAL",
        "Add Passkey (device-bound),METHOD_ADDED,MFA_METHOD", "Delete Passkey (device-bound),METHOD_REMOVED,MFA_METHOD",
        "Add member to role.,ROLE_ASSIGNED,ROLE", "Register device.,DEVICE_ADDED,DEVICE",
        "Update conditional access policy,POLICY_CHANGED,POLICY" })
    void aMilestoneOfTheDirectoryIsAboutWhatTheChangeIsAbout(String activity, MilestoneKind step, ChangeKind about) {
        assertThat(Activities.milestone(activity)).isEqualTo(step);
        assertThat(Activities.ofDirectory(activity)).isEqualTo(about);
    }

    @Test
    void anActivityBesideATableIsNoMilestoneAndSortedByItsWords() {
        assertThat(Activities.milestone("Reset user passwords")).isNull();
        assertThat(Activities.mayBeMilestone("Update user.")).isTrue();
        assertThat(Activities.mayBeMilestone("Update users.")).isFalse();
        assertThat(Activities.ofDirectory("Update passwords of a user")).isEqualTo(ChangeKind.USER);
        assertThat(Activities.ofDirectory("Add named location")).isEqualTo(ChangeKind.POLICY);
        assertThat(Activities.ofDirectory("Something new")).isEqualTo(ChangeKind.OTHER);
        assertThat(Activities.ofDirectory(null)).isEqualTo(ChangeKind.OTHER);
    }

    @Test
    void cmdletsAreSortedByTheSameNames() {
        assertThat(Activities.ofExchange("Add-MailboxPermission")).isEqualTo(ChangeKind.MAILBOX_ACCESS);
        assertThat(Activities.ofExchange("Set-CASMailbox")).isEqualTo(ChangeKind.MAILBOX_ACCESS);
        assertThat(Activities.ofExchange("Set-OrganizationConfig")).isEqualTo(ChangeKind.EXCHANGE_SETTING);
    }
}
