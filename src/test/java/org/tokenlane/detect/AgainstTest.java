package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.model.event.EventField;

/** What speaks against an attack: the device, the user's own network, that of colleagues, what the network is. */
class AgainstTest {

    private static final String DEVICE = "dev-1";
    private static final String AWAY = "203.0.113.77";
    private static final String MICROSOFT = "203.0.113.201";
    private static final String MOBILE = "203.0.113.202";
    private static final AddressLookup LOOKUP = (ip, asn) -> new AddressLookup.Fact(null, null, null,
            MICROSOFT.equals(ip), false, MOBILE.equals(ip));

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder, LOOKUP);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** What speaks against an attack at the last event of a session. */
    private List<String> against(String session) {
        int last = -1;
        for (int event = 0; event < scene.facts().events().size(); event++) {
            last = session.equals(scene.facts().text(EventField.SESSION_ID, event)) ? event : last;
        }
        assertThat(last).isNotNegative();
        return Against.of(scene.facts(), last);
    }

    private Scene.Told signIn() {
        return scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
    }

    @ParameterizedTest(name = "bound {0}, interactive {1}, named {2}")
    @CsvSource({ "true,true,true,NAMED_DEVICE", "true,false,true,NAMED_DEVICE", "false,true,true,NAMED_DEVICE",
        "false,false,true,CLAIMED_NAMED_DEVICE", "true,false,false,REGISTERED_DEVICE",
        "false,false,false,CLAIMED_DEVICE" })
    void aRegisteredDeviceIsProofWhenTheTokenIsBoundOrTheUserSignedInOnItAtHome(boolean bound, boolean interactive,
            boolean named, FactsText expected) {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, DEVICE);
        Scene.Told told = signIn().bound(bound);
        told.with("deviceDetail", named ? Map.of("deviceId", DEVICE, "displayName", "LAPTOP-9")
                : Map.of("deviceId", DEVICE));
        if (!interactive) {
            told.renewed("refreshToken");
        }
        List<String> against = against(Scene.SESSION);
        assertThat(against).contains(named ? expected.text("LAPTOP-9") : expected.text());
        assertThat(against.contains(FactsText.BOUND_TOKEN.text())).isEqualTo(bound);
    }

    @Test
    void theUsersOwnNetworkIsNamedWithTheDays() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        signIn();
        assertThat(against(Scene.SESSION)).contains(
                FactsText.NETWORK_USED_BEFORE.text(Scene.ADELE, "192.0.2.0/24", 8));
    }

    @Test
    void anotherNetworkAndAnUnknownDeviceSpeakForNobody() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        signIn().from(AWAY, "NL", 64510).with("userAgent", "axios/1.7.2");
        assertThat(against(Scene.SESSION)).isEmpty();
    }

    @ParameterizedTest(name = "{0} colleagues")
    @CsvSource({ "2,false", "3,true" })
    void threeOtherUsersVouchForANetwork(int colleagues, boolean named) {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        for (int user = 0; user < colleagues; user++) {
            scene.everyday("user" + user + "@contoso.example", AWAY, "NL", 64510, "d" + user);
        }
        signIn().from(AWAY, "NL", 64510).with("userAgent", "axios/1.7.2");
        assertThat(against(Scene.SESSION).contains(FactsText.NETWORK_OF_SEVERAL.text(colleagues, "203.0.113.0/24")))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({ MICROSOFT + ",1", MOBILE + ",1", AWAY + ",0" })
    void microsoftsOwnNetworksAndMobileCarriersAreNamed(String ip, int sentences) {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        signIn().from(ip, "NL", 64510).with("userAgent", "axios/1.7.2");
        assertThat(against(Scene.SESSION)).hasSize(sentences);
    }
}
