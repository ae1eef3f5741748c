package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** What is usual for a user and what is not: each limit on its edge and just beside it. */
@Counted("Scenes: what is familiar")
class FamiliarityTest extends RuleTest {

    private static final String BELA = "bela@contoso.example";
    private static final String CLEO = "cleo@contoso.example";
    private static final String DINA = "dina@contoso.example";
    private static final String EMIL = "emil@contoso.example";
    private static final String FINN = "finn@contoso.example";
    private static final String GINA = "gina@contoso.example";

    private static String on(int day, String time) {
        return "2026-09-" + (day < 10 ? "0" : "") + day + "T" + time + ":00".repeat(time.length() == 5 ? 1 : 0);
    }

    private static String user(int number) {
        return "u" + number + "@contoso.example";
    }

    /** An interactive sign-in from Denmark's AS64496. */
    private Scene.Told signIn(String upn, String time) {
        return scene.signIn(upn, time, null);
    }

    private Scene.Told signIn(String upn, String time, String ip, String device) {
        return signIn(upn, time).from(ip, "DK", 64496).device(device);
    }

    private int event(String upn, String time) {
        CaseEvents events = scene.facts().events();
        return IntStream.range(0, events.size())
                .filter(event -> upn.equals(events.text(EventField.UPN, event))
                        && UtcText.of(events.time(event), 0).equals(time + "Z"))
                .findFirst().orElseThrow();
    }

    private int vouchers(String upn, String time) {
        return scene.facts().vouchers(event(upn, time));
    }

    private boolean isOutOfPlace(String upn, String time) {
        return scene.facts().isOutOfPlace(event(upn, time));
    }

    private boolean isFamiliar(String upn, String time) {
        return scene.facts().isFamiliar(event(upn, time));
    }

    /** Of all users, each at home on a device of their own, the first so many also renew tokens through one range. */
    private void sharedExit(int users, int all, String agent) {
        for (int i = 0; i < all; i++) {
            signIn(user(i), at("07:00"), "198.18." + i + ".1", "d" + i);
        }
        for (int i = 0; i < users; i++) {
            signIn(user(i), at("08:00"), "203.0.113." + (i + 1), "d" + i).renewed("refreshToken").with("userAgent",
                    agent);
        }
    }

    @Test
    void eightUsersAndATenthOfAllUsersMakeAGateway() {
        sharedExit(8, 80, Scene.CHROME);
        assertThat(vouchers(user(0), at("08:00"))).isEqualTo(8);
        assertThat(isFamiliar(user(0), at("08:00"))).isTrue();
    }

    @Test
    void eightUsersOfMoreThanEightyAreNoGateway() {
        sharedExit(8, 81, Scene.CHROME);
        assertThat(vouchers(user(0), at("08:00"))).isZero();
    }

    @Test
    void sevenUsersAreNoGatewayEvenWhereThereAreNoOthers() {
        sharedExit(7, 7, Scene.CHROME);
        assertThat(vouchers(user(0), at("08:00"))).isZero();
        assertThat(isFamiliar(user(0), at("08:00"))).isFalse();
    }

    @Test
    void usersOfAProgramThatTheyUseNowhereElseMakeNoGateway() {
        sharedExit(8, 8, FIREFOX);
        assertThat(vouchers(user(0), at("08:00"))).isZero();
    }

    @Test
    void thoseWhoWorkAtAGatewayVouchForItAsWell() {
        sharedExit(8, 8, Scene.CHROME);
        for (int i = 20; i < 29; i++) {
            signIn(user(i), at("09:00"), "203.0.113." + i, "d" + i);
        }
        assertThat(vouchers(user(0), at("08:00"))).isEqualTo(9);
    }

    @Test
    void whoWorksAtAPlaceOnTwoDaysOrOnHalfOfAllDaysVouchesForIt() {
        signIn(Scene.ADELE, on(14, "08:00"), "203.0.113.1", "d1");
        signIn(Scene.ADELE, on(15, "08:00"), "192.0.2.10", "d1");
        signIn(BELA, on(13, "08:00"), "192.0.2.10", "d2");
        signIn(BELA, on(14, "08:00"), "198.51.100.1", "d2");
        signIn(BELA, on(15, "08:00"), "192.0.2.10", "d2");
        for (int day = 10; day < 15; day++) {
            signIn(CLEO, on(day, "08:00"), day < 12 ? "198.18.1.1" : "192.0.2.10", "d3");
        }
        signIn(DINA, on(15, "08:00")).from("198.18.2.1", "DK", 64496);
        signIn(EMIL, on(15, "08:00"), "198.18.3.1", "d5").renewed("refreshToken");
        signIn(FINN, on(15, "08:00"), "198.18.4.1", "d6").renewed("refreshToken").bound(true);
        assertThat(vouchers(Scene.ADELE, on(14, "08:00"))).as("one day of two").isEqualTo(1);
        assertThat(vouchers(BELA, on(14, "08:00"))).as("one day of three").isZero();
        assertThat(vouchers(CLEO, on(10, "08:00"))).as("two days of five").isEqualTo(1);
        assertThat(vouchers(DINA, on(15, "08:00"))).as("without a device").isZero();
        assertThat(vouchers(EMIL, on(15, "08:00"))).as("with a token that anyone may have").isZero();
        assertThat(vouchers(FINN, on(15, "08:00"))).as("with a bound token").isEqualTo(1);
    }

    @Test
    void whoComesToAPlaceWhenItBecomesSuspiciousVouchesForItNoMore() {
        signIn(Scene.ADELE, on(14, "08:00"));
        signIn(Scene.ADELE, on(15, "08:00"));
        abroad(signIn(Scene.ADELE, on(15, "08:30")));
        abroad(signIn(BELA, on(15, "08:29:59"))).device("d2");
        abroad(signIn(CLEO, on(15, "08:30"))).device("d3");
        assertThat(isOutOfPlace(Scene.ADELE, on(15, "08:30"))).isTrue();
        assertThat(vouchers(Scene.ADELE, on(15, "08:30"))).isEqualTo(1);
    }

    @Test
    void daysAtAPlaceCountUntilTheDayOnWhichItBecomesSuspicious() {
        for (int day = 10; day < 13; day++) {
            abroad(signIn(Scene.ADELE, on(day, "09:00")));
        }
        abroad(signIn(Scene.ADELE, on(15, "09:00")));
        signIn(BELA, on(11, "11:00"));
        signIn(BELA, on(12, "11:00"));
        abroad(signIn(BELA, on(12, "12:00")));
        CaseFacts facts = scene.facts();
        assertThat(facts.daysInRange(event(Scene.ADELE, on(10, "09:00")))).isZero();
        assertThat(facts.daysInRange(event(Scene.ADELE, on(11, "09:00")))).isEqualTo(1);
        assertThat(facts.daysInRange(event(Scene.ADELE, on(15, "09:00")))).isEqualTo(2);
    }

    @Test
    void ofTwoPlacesTooFarApartTheOneWithTheShorterHistoryIsOutOfPlace() {
        for (String user : List.of(Scene.ADELE, BELA)) {
            signIn(user, on(10, "08:00"));
        }
        abroad(signIn(Scene.ADELE, on(15, "08:00")));
        signIn(Scene.ADELE, on(15, "08:30"));
        signIn(BELA, on(15, "08:00"));
        abroad(signIn(BELA, on(15, "08:30")));
        abroad(signIn(CLEO, on(15, "08:00")));
        signIn(CLEO, on(15, "08:30"));
        signIn(CLEO, on(16, "08:30"));
        abroad(signIn(DINA, on(15, "08:00")));
        signIn(DINA, on(15, "08:30"));
        assertThat(isOutOfPlace(Scene.ADELE, on(15, "08:00"))).isTrue();
        assertThat(isOutOfPlace(Scene.ADELE, on(15, "08:30"))).isFalse();
        assertThat(isOutOfPlace(BELA, on(15, "08:00"))).isFalse();
        assertThat(isOutOfPlace(BELA, on(15, "08:30"))).isTrue();
        assertThat(isOutOfPlace(CLEO, on(15, "08:00"))).as("the other place is used later").isTrue();
        assertThat(isOutOfPlace(CLEO, on(15, "08:30"))).isFalse();
        assertThat(isOutOfPlace(DINA, on(15, "08:00"))).isFalse();
        assertThat(isOutOfPlace(DINA, on(15, "08:30"))).as("the later one where both are new").isTrue();
    }

    @Test
    void aBoundTokenIsNeverOutOfPlace() {
        for (String user : List.of(EMIL, FINN, GINA)) {
            signIn(user, on(10, "08:00"));
        }
        signIn(EMIL, on(15, "08:00"));
        abroad(signIn(EMIL, on(15, "08:30"))).bound(true);
        signIn(FINN, on(15, "08:00")).bound(true);
        abroad(signIn(FINN, on(15, "08:30"))).bound(true);
        abroad(signIn(GINA, on(15, "08:00"))).bound(true);
        signIn(GINA, on(15, "08:30"));
        assertThat(isOutOfPlace(EMIL, on(15, "08:00"))).isTrue();
        assertThat(isOutOfPlace(EMIL, on(15, "08:30"))).isFalse();
        assertThat(isOutOfPlace(FINN, on(15, "08:00"))).isFalse();
        assertThat(isOutOfPlace(FINN, on(15, "08:30"))).isFalse();
        assertThat(isOutOfPlace(GINA, on(15, "08:00"))).isFalse();
        assertThat(isOutOfPlace(GINA, on(15, "08:30"))).isTrue();
    }

    @Test
    void whatDoesNotShowWhereTheUserIsIsNotOutOfPlace() {
        for (String user : List.of(Scene.ADELE, BELA, CLEO, DINA)) {
            signIn(user, on(10, "08:00"));
            signIn(user, on(15, "08:00"));
        }
        abroad(signIn(Scene.ADELE, on(15, "08:30"))).failed(50126);
        signIn(BELA, on(15, "08:30")).from("198.51.100.200", "US", CARRIER);
        signIn(CLEO, on(15, "08:30")).from("203.0.113.201", "US", GATEWAY);
        signIn(DINA, on(15, "08:30")).from("2603:10a6:1::1", "US", 64600);
        for (String user : List.of(Scene.ADELE, BELA, CLEO, DINA)) {
            assertThat(isOutOfPlace(user, on(15, "08:30"))).as(user).isFalse();
        }
        assertThat(scene.facts().suspicion(event(BELA, on(15, "08:30")))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aDeviceIsKnownWhereTheUserHadItBeforeTheFirstSuspicion() {
        signIn(Scene.ADELE, on(10, "08:00"));
        signIn(Scene.ADELE, on(15, "08:29:59")).device("before");
        abroad(signIn(Scene.ADELE, on(15, "08:30"))).device("then");
        abroad(signIn(Scene.ADELE, on(15, "08:30:01"))).device("after");
        CaseFacts facts = scene.facts();
        int before = event(Scene.ADELE, on(15, "08:29:59"));
        int then = event(Scene.ADELE, on(15, "08:30:00"));
        int after = event(Scene.ADELE, on(15, "08:30:01"));
        assertThat(facts.suspicion(before)).isEqualTo(facts.events().time(then));
        assertThat(facts.knownDevice(before)).isEqualTo("before");
        assertThat(facts.knownDevice(then)).isNull();
        assertThat(facts.knownDevice(after)).isNull();
        assertThat(facts.deviceAfterSuspicion(before)).isEqualTo(AuditEvent.NO_TIME);
        assertThat(facts.deviceAfterSuspicion(then)).isEqualTo(AuditEvent.NO_TIME);
        assertThat(facts.deviceAfterSuspicion(after)).isEqualTo(facts.events().time(after));
        assertThat(facts.deviceAfterSuspicion(event(Scene.ADELE, on(10, "08:00")))).isEqualTo(AuditEvent.NO_TIME);
    }

    @Test
    void aDeviceThatSignsInFromAnotherOperatingSystemIsSuspicious() {
        signIn(Scene.ADELE, on(10, "08:00")).device("d1");
        signIn(Scene.ADELE, on(15, "08:00")).device("d1").with("userAgent", LINUX_CHROME);
        signIn(Scene.ADELE, on(15, "09:00")).device("d1").with("userAgent", FIREFOX);
        assertThat(isOutOfPlace(Scene.ADELE, on(15, "08:00"))).isTrue();
        assertThat(isOutOfPlace(Scene.ADELE, on(15, "09:00"))).isFalse();
    }

    @Test
    void aFamiliarRangeIsNotFamiliarOnAnOperatingSystemThatIsNewToday() {
        for (String user : List.of(Scene.ADELE, BELA, CLEO)) {
            for (int day = 12; day < 15; day++) {
                signIn(user, on(day, "08:00"));
            }
        }
        signIn(BELA, on(14, "20:00")).from("198.51.100.9", "DK", 64497).with("userAgent", LINUX_CHROME);
        signIn(CLEO, on(15, "07:00")).from("198.51.100.9", "DK", 64497).with("userAgent", LINUX_CHROME);
        for (String user : List.of(Scene.ADELE, BELA, CLEO)) {
            signIn(user, on(15, "08:00")).with("userAgent", LINUX_CHROME);
            signIn(user, on(15, "09:00")).with("userAgent", FIREFOX);
        }
        assertThat(isFamiliar(Scene.ADELE, on(15, "08:00"))).isFalse();
        assertThat(isFamiliar(BELA, on(15, "08:00"))).as("used the day before").isTrue();
        assertThat(isFamiliar(CLEO, on(15, "08:00"))).as("used the same day only").isFalse();
        assertThat(isFamiliar(Scene.ADELE, on(15, "09:00"))).isTrue();
    }

    /** A customer of one provider, whose address is in another range each day, with Chrome 138. */
    private void roams(String user, int firstDay) {
        for (int day = firstDay; day < 15; day++) {
            signIn(user, on(day, "08:00")).from("198.18." + day + ".1", "DK", 64530);
        }
    }

    @Test
    void aProviderIsFamiliarWithTheSameProgramAfterThreeDays() {
        roams(Scene.ADELE, 12);
        roams(BELA, 13);
        roams(CLEO, 12);
        roams(DINA, 12);
        signIn(Scene.ADELE, on(15, "08:00")).from("198.18.15.1", "DK", 64530);
        signIn(BELA, on(15, "08:00")).from("198.18.15.1", "DK", 64530);
        signIn(CLEO, on(15, "08:00")).from("198.18.15.1", "DK", 64530).with("userAgent",
                Scene.CHROME.replace("138", "137"));
        signIn(DINA, on(15, "08:00")).from("198.18.15.1", "DK", 64530).with("userAgent", FIREFOX);
        CaseFacts facts = scene.facts();
        assertThat(isFamiliar(Scene.ADELE, on(15, "08:00"))).isTrue();
        assertThat(facts.daysWithProgram(event(Scene.ADELE, on(15, "08:00")))).isEqualTo(3);
        assertThat(facts.isNewPlace(event(Scene.ADELE, on(15, "08:00")))).isFalse();
        assertThat(isFamiliar(BELA, on(15, "08:00"))).as("two days").isFalse();
        assertThat(facts.daysWithProgram(event(BELA, on(15, "08:00")))).isEqualTo(2);
        assertThat(isFamiliar(CLEO, on(15, "08:00"))).as("an older version").isFalse();
        assertThat(isFamiliar(DINA, on(15, "08:00"))).as("another program").isFalse();
        assertThat(facts.daysWithProgram(event(DINA, on(15, "08:00")))).isZero();
        assertThat(facts.isNewPlace(event(DINA, on(15, "08:00")))).isTrue();
    }

    private Hands hands(String upn, String time) {
        return scene.facts().hands(event(upn, time));
    }

    @Test
    void handsAreTheUsersStrangeOrUnknown() {
        for (int day = 11; day < 14; day++) {
            signIn(Scene.ADELE, on(day, "08:00"), "192.0.2.10", "d1");
        }
        signIn(Scene.ADELE, on(15, "08:00"));
        abroad(signIn(Scene.ADELE, on(15, "20:00")));
        abroad(signIn(Scene.ADELE, on(15, "20:01"))).device("d1");
        abroad(signIn(Scene.ADELE, on(15, "20:02"))).bound(true);
        abroad(signIn(Scene.ADELE, on(15, "20:03"))).device("d1").renewed("refreshToken");
        signIn(Scene.ADELE, on(15, "20:04")).from("2603:10a6:1::1", "US", 64600);
        abroad(signIn(BELA, on(15, "08:00")));
        signIn(CLEO, on(15, "08:00"));
        abroad(signIn(CLEO, on(15, "08:30")));
        assertThat(hands(Scene.ADELE, on(15, "08:00"))).isEqualTo(Hands.OWN);
        assertThat(hands(Scene.ADELE, on(15, "20:00"))).isEqualTo(Hands.STRANGE);
        assertThat(hands(Scene.ADELE, on(15, "20:01"))).as("at the user's device").isEqualTo(Hands.UNKNOWN);
        assertThat(hands(Scene.ADELE, on(15, "20:02"))).as("with a bound token").isEqualTo(Hands.OWN);
        assertThat(hands(Scene.ADELE, on(15, "20:03"))).as("the token only names it").isEqualTo(Hands.STRANGE);
        assertThat(hands(Scene.ADELE, on(15, "20:04"))).as("Microsoft's network").isEqualTo(Hands.UNKNOWN);
        assertThat(hands(BELA, on(15, "08:00"))).as("nothing is known of the user").isEqualTo(Hands.UNKNOWN);
        assertThat(hands(CLEO, on(15, "08:30"))).as("too far away for the time").isEqualTo(Hands.STRANGE);
    }

    @Test
    void onlySafariOnAnAppleSystemGoesThroughTheRelayAndAnythingThroughAGateway() {
        signIn(Scene.ADELE, on(15, "08:00")).from("198.18.1.1", "DK", RELAY).with("userAgent", SAFARI);
        signIn(Scene.ADELE, on(15, "08:01")).from("198.18.1.1", "DK", RELAY).with("userAgent", FIREFOX);
        signIn(Scene.ADELE, on(15, "08:02")).from("198.18.2.1", "DK", GATEWAY).with("userAgent", FIREFOX);
        signIn(Scene.ADELE, on(15, "08:03")).from("198.18.3.1", "DK", HOSTER).with("userAgent", SAFARI);
        CaseFacts facts = scene.facts();
        assertThat(facts.isThroughSharedExit(event(Scene.ADELE, on(15, "08:00")))).isTrue();
        assertThat(facts.isThroughSharedExit(event(Scene.ADELE, on(15, "08:01")))).isFalse();
        assertThat(facts.isThroughSharedExit(event(Scene.ADELE, on(15, "08:02")))).isTrue();
        assertThat(facts.isThroughSharedExit(event(Scene.ADELE, on(15, "08:03")))).isFalse();
    }

    @Test
    void anOperationHasTheProgramAndTheDeviceOfItsTokensSignIn() {
        String uti = signIn(Scene.ADELE, on(15, "08:00")).device("d1").with("userAgent", FIREFOX).uti();
        scene.graph(Scene.ADELE, on(15, "08:01"), "GET", "/me", null, uti, "192.0.2.10");
        scene.graph(Scene.ADELE, on(15, "08:02"), "GET", "/me", null, null, "192.0.2.10");
        CaseFacts facts = scene.facts();
        int[] calls = IntStream.range(0, facts.events().size())
                .filter(event -> facts.events().kind(event).isOperation())
                .toArray();
        assertThat(facts.agent(calls[0])).isEqualTo(FIREFOX);
        assertThat(facts.device(calls[0])).isEqualTo("d1");
        assertThat(facts.agent(calls[1])).isNull();
        assertThat(facts.device(calls[1])).isNull();
    }
}
