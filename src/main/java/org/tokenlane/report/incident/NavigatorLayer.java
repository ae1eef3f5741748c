package org.tokenlane.report.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.report.HostileActivity;

/**
 * A layer of the ATT&amp;CK Navigator with the techniques that the findings on the attacker's events name, in version
 * 4.5 of its format (https://github.com/mitre-attack/attack-navigator/tree/master/layers).
 */
final class NavigatorLayer {

    private NavigatorLayer() {
    }

    static Map<String, Object> of(String caseName, HostileActivity activity) {
        List<Map<String, Object>> techniques = new ArrayList<>();
        int most = 1;
        for (var entry : activity.techniques().entrySet()) {
            Map<String, Object> technique = new LinkedHashMap<>();
            technique.put("techniqueID", entry.getKey().id());
            technique.put("score", entry.getValue().size());
            technique.put("comment", String.join("\n",
                    entry.getValue().stream().map(finding -> finding.title()).distinct().toList()));
            technique.put("enabled", true);
            techniques.add(technique);
            most = Math.max(most, entry.getValue().size());
        }
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("name", caseName);
        layer.put("versions", Map.of("attack", "16", "navigator", "5.1.0", "layer", "4.5"));
        layer.put("domain", "enterprise-attack");
        layer.put("description", IncidentText.LAYER.text());
        layer.put("techniques", techniques);
        layer.put("gradient", Map.of("colors", List.of("#ffebe9", "#cf222e"), "minValue", 0, "maxValue", most));
        layer.put("hideDisabled", false);
        layer.put("showTacticRowBackground", false);
        return layer;
    }
}
