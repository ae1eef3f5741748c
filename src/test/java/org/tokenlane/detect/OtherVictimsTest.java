package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.ingest.RecordDetails;

/** Which other sessions are like a hostile one, and why. */
class OtherVictimsTest {

    private static final String BELA = "bela@contoso.example";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<Alike> alike() {
        scene.load();
        return OtherVictims.of(
                Detection.facts(scene.caseFile(), Correlation.upToDate(scene.caseFile()), new RecordDetails(),
                        AddressLookup.NOTHING),
                List.of(Scene.SESSION));
    }

    private void hostile() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510)
                .with("userAgent", "axios/1.7.2");
    }

    @Test
    void aSessionFromTheSameServerIsFirstWithItsReasons() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("203.0.113.77", "NL", 64510)
                .with("userAgent", "axios/1.7.2");
        assertThat(alike()).singleElement().satisfies(found -> {
            assertThat(found.sessionId()).isEqualTo(Scene.OTHER_SESSION);
            assertThat(found.upn()).isEqualTo(BELA);
            assertThat(found.points()).isEqualTo(80);
            assertThat(found.reasons()).containsExactly("IP address 203.0.113.77", "network AS64510",
                    "user agent axios/1.7.2");
            assertThat(found.events()).hasSize(3);
        });
    }

    @Test
    void anotherAddressOfTheNetworkWeighsLess() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("203.0.113.99", "NL", 64510);
        assertThat(alike()).singleElement().satisfies(found -> {
            assertThat(found.points()).isEqualTo(20);
            assertThat(found.reasons()).containsExactly("network AS64510");
        });
    }

    @Test
    void aSessionThatSharesNothingIsNotListed() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION);
        assertThat(alike()).isEmpty();
    }

    @Test
    void whatEverybodyHasIsNoMark() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
        for (int user = 0; user < 30; user++) {
            scene.signIn("user" + user + "@contoso.example", "2026-09-16T09:00:00",
                    String.format(Locale.ROOT, "00f00000-45a8-11c0-96d6-%012d", user))
                    .from("198.51.100." + (user + 1), "DK", 64520 + user);
        }
        assertThat(alike()).as("all have the same browser").isEmpty();
    }

    @Test
    void theUsersOwnSurroundingsAreNotTheStrangersPrint() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        scene.signIn(Scene.ADELE, "2026-09-15T07:55:00", Scene.SESSION);
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("192.0.2.10", "DK", 64496);
        assertThat(alike()).noneMatch(found -> found.sessionId().equals(Scene.OTHER_SESSION));
    }

    @Test
    void theSameInboxRuleJoinsTwoVictims() {
        hostile();
        scene.audit(Scene.ADELE, "2026-09-15T08:05:00", "Exchange", "New-InboxRule", Scene.SESSION, null)
                .with("ObjectId", "contoso\\adele\\..");
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("198.51.100.7", "PL", 64530);
        scene.audit(BELA, "2026-09-16T09:05:00", "Exchange", "New-InboxRule", Scene.OTHER_SESSION, null)
                .with("ObjectId", "contoso\\bela\\..");
        assertThat(alike()).singleElement()
                .satisfies(found -> assertThat(found.reasons()).contains("inbox rule or forwarding address .."));
    }

    /** Sessions of two people who share nothing but what is told of them afterwards. */
    private Scene.Told[] apart(String time) {
        return new Scene.Told[] {
            scene.signIn(Scene.ADELE, "2026-09-15T" + time, Scene.SESSION).from("203.0.113.77", "NL", 64510)
                    .with("userAgent", "axios/1.7.2"),
            scene.signIn(BELA, "2026-09-16T" + time, Scene.OTHER_SESSION).from("198.51.100.7", "PL", 64530)
                    .with("userAgent", "node-fetch") };
    }

    /** Renewals of both sessions after so many seconds each. */
    private void renewals(String gaps, String gapsOfOther) {
        renewals(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION, "203.0.113.77", 64510, gaps);
        renewals(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION, "198.51.100.7", 64530, gapsOfOther);
    }

    private void renewals(String upn, String first, String session, String ip, int asn, String gaps) {
        LocalDateTime time = LocalDateTime.parse(first);
        for (String gap : ("0 " + gaps).split(" ")) {
            time = time.plusSeconds(Long.parseLong(gap));
            scene.signIn(upn, time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME), session).renewed("refreshToken")
                    .from(ip, "NL", asn).with("userAgent", "agent of " + asn);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({ "300 300 300,300 300 300,10", "300 300,300 300,0", "300 300 300,301 302 302,10",
        "300 300 300,303 303 303,0", "300 330 300,305 295 300,10", "300 300 300 300 330,300 300 300,10",
        "300 300 300 300 331,300 300 300,10", "300 300 300 331,300 300 300,0", "300 300 300 330,300 300 300,10",
        "20 20 20 23,20 20 20,10", "20 20 20 24,20 20 20,0", "0 0 0,0 0 0,0" })
    void renewalsInOneEvenBeatAreSharedToFiveSeconds(String gaps, String gapsOfOther, int points) {
        renewals(gaps, gapsOfOther);
        assertThat(alike().stream().mapToInt(Alike::points).sum()).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({ "DESKTOP-4F7Q2LM,DESKTOP-ABC1234,10", "DESKTOP-4F7Q2L,DESKTOP-ABCDEF12,10",
        "DESKTOP-4F7Q2,DESKTOP-ABC12,0", "DESKTOP-4F7Q2LMXY,DESKTOP-ABC1234YZ,0", "DESKTOP-4f7q2lm,DESKTOP-abc1234,0",
        "-4F7Q2LM,-ABC1234,0", "HOST,HOST,10", "HOST,HOST2,0" })
    void theNamesThatSetupDrawsAreOneDevicesPattern(String device, String deviceOfOther, int points) {
        Scene.Told[] both = apart("08:00:00");
        both[0].with("deviceDetail", Map.of("displayName", device));
        both[1].with("deviceDetail", Map.of("displayName", deviceOfOther));
        assertThat(alike().stream().mapToInt(Alike::points).sum()).isEqualTo(points);
    }

    @Test
    void theSameTransferOfASignInIsShared() {
        for (Scene.Told told : apart("08:00:00")) {
            told.with("originalTransferMethod", "deviceCodeFlow");
        }
        assertThat(alike()).singleElement().satisfies(found -> {
            assertThat(found.points()).isEqualTo(10);
            assertThat(found.events()).hasSize(1);
        });
    }

    private void signInsTo(String upn, String day, String session, String ip, int asn, String apps) {
        int minute = 0;
        for (String app : apps.split("")) {
            Scene.Told told = scene.signIn(upn, String.format(Locale.ROOT, "%sT08:%02d:00", day, minute++), session)
                    .from(ip, "NL", asn).with("userAgent", "agent of " + asn)
                    .app(app.toLowerCase(Locale.ROOT).repeat(8) + "-0000-4000-8000-000000000000");
            if (Character.isUpperCase(app.charAt(0))) {
                told.failed(50126);
            }
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({ "abc,abc,10", "ab,ab,0", "abc,acb,0", "abcdef,abcde1,10", "abcde,abcd1,0", "aEbc,abc,10",
        "aab,aab,0" })
    void theFirstFiveApplicationsInTheirOrderAreShared(String apps, String appsOfOther, int points) {
        signInsTo(Scene.ADELE, "2026-09-15", Scene.SESSION, "203.0.113.77", 64510, apps);
        signInsTo(BELA, "2026-09-16", Scene.OTHER_SESSION, "198.51.100.7", 64530, appsOfOther);
        assertThat(alike().stream().mapToInt(Alike::points).sum()).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0}, {1} and {2}")
    @CsvSource({ "Set-Mailbox,smtp:drop@mail.invalid,smtp:drop@mail.invalid,40",
        "Set-Mailbox,smtp:drop@mail.invalid,smtp:other@mail.invalid,0",
        "Set-CASMailbox,smtp:drop@mail.invalid,smtp:drop@mail.invalid,0" })
    void theSameForwardingAddressJoinsTwoVictims(String operation, String to, String toOfOther, int points) {
        apart("08:00:00");
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:05:00", "Exchange", operation, Scene.SESSION, null),
                "203.0.113.77").with("ObjectId", "adele").with("Parameters", Scene.pairs("ForwardingSmtpAddress", to));
        Scene.from(scene.audit(BELA, "2026-09-16T09:05:00", "Exchange", operation, Scene.OTHER_SESSION, null),
                "198.51.100.7").with("ObjectId", "bela")
                .with("Parameters", Scene.pairs("ForwardingSmtpAddress", toOfOther));
        assertThat(alike().stream().mapToInt(Alike::points).sum()).isEqualTo(points);
    }

    private static String session(int user) {
        return String.format(Locale.ROOT, "00f00000-45a8-11c0-96d6-%012d", user);
    }

    /** So many users with the same address, the user of the hostile session among them. */
    private void fromOneServer(int users) {
        hostile();
        for (int user = 1; user < users; user++) {
            scene.signIn("user" + user + "@contoso.example", "2026-09-16T09:00:00", session(user))
                    .from("203.0.113.77", "NL", 64510).with("userAgent", "agent " + user);
        }
    }

    @ParameterizedTest(name = "{0} users")
    @CsvSource({ "20,19", "21,0" })
    void whatMoreThanTwentyUsersHaveIsNoMark(int users, int found) {
        fromOneServer(users);
        assertThat(alike()).hasSize(found);
    }

    @ParameterizedTest(name = "{0} users")
    @CsvSource({ "8,7", "9,0" })
    void whatIsSharedByTooManyToCountIsNotListed(int users, int found) {
        hostile();
        for (int user = 1; user < users; user++) {
            scene.signIn("user" + user + "@contoso.example", "2026-09-16T09:00:00", session(user))
                    .from("203.0.113." + user, "NL", 64510).with("userAgent", "agent " + user);
        }
        assertThat(alike()).hasSize(found);
    }

    @Test
    void anAttackersServerStaysAMarkHoweverManyVictimsHeHas() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        hostile();
        for (int user = 0; user < 24; user++) {
            String upn = "user" + user + "@contoso.example";
            scene.everyday(upn, "192.0.2.10", "DK", 64496, null);
            scene.signIn(upn, "2026-09-16T09:00:00", session(user)).from("203.0.113.77", "NL", 64510)
                    .with("userAgent", "agent " + user);
        }
        assertThat(alike()).filteredOn(found -> found.sessionId().startsWith("00f00000")).hasSize(24)
                .allSatisfy(found -> assertThat(found.points()).isEqualTo(60));
    }

    @Test
    void theMostAlikeIsFirstAndThenTheIdsDecide() {
        hostile();
        for (int user : new int[] { 3, 1, 2 }) {
            Scene.Told told = scene.signIn("user" + user + "@contoso.example", "2026-09-16T09:00:00", session(user))
                    .from(user == 2 ? "203.0.113.77" : "203.0.113.99", "NL", 64510)
                    .with("userAgent", "agent " + user);
            assertThat(told.fields()).isNotEmpty();
        }
        assertThat(alike()).extracting(Alike::sessionId).containsExactly(session(2), session(1), session(3));
    }
}
