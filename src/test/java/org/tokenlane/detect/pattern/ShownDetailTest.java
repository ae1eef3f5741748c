package org.tokenlane.detect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.facts.Words;

/** Which details of records a finding states, and when mail is sent on to the organisation's own domains only. */
class ShownDetailTest {

    @TempDir
    private Path folder;
    private Scene scene;
    private int changes;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static Map<String, Object> target(String type, String name, String id, String... propertiesAndValues) {
        List<Map<String, Object>> properties = new ArrayList<>();
        for (int i = 0; i < propertiesAndValues.length; i += 2) {
            properties.add(Map.of("displayName", propertiesAndValues[i], "newValue", propertiesAndValues[i + 1]));
        }
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("id", id);
        target.put("type", type);
        target.put("displayName", name);
        target.put("modifiedProperties", properties);
        return target;
    }

    /** The next change, a minute after the one before. */
    private void change(Object... targets) {
        scene.change(Scene.ADELE, "2026-09-15T08:%02d:00".formatted(changes++), "Update", "203.0.113.1")
                .with("targetResources", List.of(targets));
    }

    private String shown(ShownDetail detail, int from, int to) {
        return detail.of(scene.facts(), IntStream.range(from, to).boxed().toList());
    }

    private static String quoted(String... values) {
        return Stream.of(values).map(Words::quoted).collect(Collectors.joining(", "));
    }

    @Test
    void threeDetailsAreStatedAndThatThereAreMore() {
        for (String role : List.of("One", "Two", "Two", "Three", "Four")) {
            change(target("User", "adele", "u", "Role.DisplayName", role));
        }
        assertThat(shown(ShownDetail.ROLE, 0, 4)).isEqualTo(quoted("One", "Two", "Three"));
        assertThat(shown(ShownDetail.ROLE, 0, 5)).isEqualTo(quoted("One", "Two", "Three") + ", …");
        assertThat(shown(ShownDetail.METHOD, 0, 5)).isEmpty();
    }

    @Test
    void theFirstNameOfADetailThatSaysSomethingCountsAndALongOneIsCut() {
        change(target("User", "adele", "u", "Role.DisplayName", "[]", "Role.WellKnownObjectName", "Admins"));
        change(target("User", "adele", "u", "Role.DisplayName", "A", "Role.WellKnownObjectName", "Admins"));
        change(target("User", "adele", "u", "Role.DisplayName", "x".repeat(100) + "y".repeat(61)));
        assertThat(shown(ShownDetail.ROLE, 0, 1)).isEqualTo(quoted("Admins"));
        assertThat(shown(ShownDetail.ROLE, 1, 2)).isEqualTo(quoted("A"));
        assertThat(shown(ShownDetail.ROLE, 2, 3)).contains("x".repeat(100)).doesNotContain("y".repeat(61));
    }

    @Test
    void objectsAreNamedByTheirTypeAndChangedPropertiesWithoutTheirList() {
        change(target("Device", "KALI", "d1", "Included Updated Properties", "OS", "OS", "Linux"),
                target("Device", null, "d2"), target("User", "adele", "u"),
                target("Application", "Robot", "a1"), target("ServicePrincipal", "Robot's", "s1"),
                target("Other", "Setting", "o1"));
        change(target("User", "adele", "u", "CloudDisplayName", "LAPTOP"));
        assertThat(shown(ShownDetail.DEVICE, 0, 1)).isEqualTo(quoted("KALI", "d2"));
        assertThat(shown(ShownDetail.DEVICE, 1, 2)).as("where no target is a device").isEqualTo(quoted("LAPTOP"));
        assertThat(shown(ShownDetail.APPLICATION, 0, 1)).isEqualTo(quoted("Robot", "Robot's"));
        assertThat(shown(ShownDetail.POLICY, 0, 1)).isEqualTo(quoted("Setting"));
        assertThat(shown(ShownDetail.CHANGED_PROPERTIES, 0, 1)).isEqualTo(quoted("OS"));
        assertThat(shown(ShownDetail.RISK_TYPE, 0, 1)).isEqualTo(quoted("Update"));
    }

    @Test
    void eachDetailIsFoundByItsWordInRuleFiles() {
        for (String id : ShownDetail.ids()) {
            assertThat(ShownDetail.of(id).id()).isEqualTo(id);
        }
        assertThat(ShownDetail.ids()).hasSize(ShownDetail.values().length).contains("changed-properties");
    }

    private void forwards(String... parameters) {
        scene.audit(Scene.ADELE, "2026-09-15T08:%02d:00".formatted(changes++), "Exchange", "New-InboxRule", null, null)
                .with("Parameters", Scene.pairs(parameters));
    }

    @Test
    void recipientsAreOwnWhereEachIsAnAddressOfAnOwnDomain() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        forwards("ForwardTo", "bela@contoso.example;smtp:carla@CONTOSO.example");
        forwards("ForwardTo", "bela@contoso.example;x@mailbox.example");
        forwards("ForwardTo", "bela@contoso.example", "RedirectTo", "Contact of somebody");
        forwards("DeleteMessage", "True");
        forwards("ForwardTo", "", "RedirectTo", "bela@contoso.example");
        List<Boolean> own = new ArrayList<>();
        int first = scene.facts().events().size() - 5;
        for (int event = first; event < first + 5; event++) {
            own.add(Recipients.areOwn(scene.facts(), List.of(event)));
        }
        assertThat(own).containsExactly(true, false, false, false, true);
        assertThat(Recipients.areOwn(scene.facts(), List.of(first, first + 4))).isTrue();
        assertThat(Recipients.areOwn(scene.facts(), List.of(first, first + 1))).isFalse();
    }
}
