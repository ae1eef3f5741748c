package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** Which events of a finding on a session are someone else's, and which words name what they came from. */
@Counted("Scenes: whose hands")
class WhoseHandsTest extends RuleTest {

    private static final String PORTAL = "aitm-portal-then-elsewhere";
    private static final String NETWORKS = "session-several-networks";
    private static final String DEVICES = "session-several-devices";
    private static final String CONCURRENT = "session-concurrent-use";

    private List<String> others(String rule) {
        Finding finding = finding(rule);
        CaseEvents events = CaseEvents.load(scene.caseFile());
        return finding.others().stream().map(event -> UtcText.of(events.time(event), 0).substring(11, 16))
                .sorted().toList();
    }

    private void history() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
    }

    @Test
    void aSignInAtAPlaceThatIsNewToTheUserIsSomeoneElsesAsWell() {
        history();
        root("08:00").from("203.0.113.77", "NL", 64510);
        abroad(renewal("08:06"));
        assertThat(others(PORTAL)).containsExactly("08:00", "08:06");
    }

    @Test
    void aSignInAtTheUsersPlaceIsTheirOwn() {
        history();
        root("08:00");
        abroad(renewal("08:06"));
        assertThat(others(PORTAL)).containsExactly("08:06");
    }

    @Test
    void anOperationElsewhereIsNamed() {
        root("08:00");
        abroad(scene.signIn("bela@contoso.example", at("07:00"), Scene.OTHER_SESSION));
        Scene.from(scene.audit(Scene.ADELE, at("08:10"), "SharePoint", "FileDownloaded", Scene.SESSION, null),
                "203.0.113.200");
        assertThat(finding(PORTAL).why()).contains("FileDownloaded");
    }

    @Test
    void ofTheNetworksOfASessionAllButTheUsersAreSomeoneElses() {
        history();
        abroad(root("08:00"));
        renewal("08:05");
        abroad(renewal("08:10"));
        inTheSameCountry(renewal("08:15"));
        assertThat(others(NETWORKS)).containsExactly("08:00", "08:10", "08:15");
    }

    @Test
    void whereNoNetworkIsFamiliarTheFirstIsTheUsers() {
        root("08:00");
        abroad(renewal("08:05"));
        renewal("08:10");
        assertThat(others(NETWORKS)).containsExactly("08:05");
    }

    @Test
    void aDeviceIsCalledByItsNameElseByItsId() {
        root("08:00").device("d1");
        renewal("08:05").with("deviceDetail", Map.of("deviceId", "d2"));
        assertThat(finding(DEVICES).why()).contains("“LAPTOP-1”", "“d2”").doesNotContain("“d1”");
    }

    @Test
    void whoComesAndGoesBesideTheUserIsSomeoneElse() {
        root("08:00");
        abroad(renewal("08:20"));
        renewal("08:40");
        assertThat(others(CONCURRENT)).containsExactly("08:20");
    }

    @Test
    void whoseSessionTheUserEntersFromTheirOwnPlaceIsSomeoneElseBeforeAndAfter() {
        history();
        abroad(root("08:00"));
        renewal("08:20");
        abroad(renewal("08:40"));
        assertThat(others(CONCURRENT)).containsExactly("08:00", "08:40");
    }

    @Test
    void ofSeveralPlacesOfATokenTheFirstAbroadIsNamed() {
        abroad(scene.signIn("bert@contoso.example", at("07:00"), Scene.OTHER_SESSION));
        inTheSameCountry(scene.signIn("bert@contoso.example", at("07:00"), "s3"));
        String uti = renewal("08:00").uti();
        scene.graph(Scene.ADELE, at("08:05"), "GET", "/me", Scene.SESSION, uti, "198.51.100.9");
        scene.graph(Scene.ADELE, at("08:10"), "GET", "/me", Scene.SESSION, uti, "203.0.113.200");
        Finding finding = finding("token-used-elsewhere");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.why()).contains("203.0.113.200").doesNotContain("198.51.100.9");
    }
}
