package org.tokenlane.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;

/** Findings under the names that commands and exports write them with. */
public final class FindingText {

    private FindingText() {
    }

    public static Map<String, Object> of(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", finding.rule());
        map.put("title", finding.title());
        map.put("severity", finding.severity().id());
        map.put("attack", finding.attack());
        map.put("sessionId", finding.sessionId());
        map.put("upn", finding.upn());
        map.put("eventIds", finding.eventIds());
        map.put("why", finding.why());
        map.put("against", finding.against());
        map.put("next", finding.next());
        return map;
    }

    /** A session's risk with its reasons: each finding's rule, severity and points. */
    public static List<Map<String, Object>> because(Risk risk) {
        return risk.because().stream().map(finding -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rule", finding.rule());
            map.put("severity", finding.severity().id());
            map.put("points", risk.pointsOf(finding));
            map.put("why", finding.why());
            return map;
        }).toList();
    }
}
