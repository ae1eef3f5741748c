package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.rule.RuleFiles;
import org.tokenlane.report.Technique.Tactic;

class TechniqueTest {

    @Test
    void everyTechniqueThatARuleNamesIsInTheTable() {
        List<String> missing = RuleFiles.shipped().stream().flatMap(rule -> rule.attack().stream()).distinct()
                .filter(id -> !Technique.isKnown(id)).toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void aTechniqueHasItsNameTacticsAndPage() {
        Technique known = Technique.of("T1114.003");
        assertThat(known.tactics()).containsExactly(Tactic.COLLECTION);
        assertThat(known.url()).isEqualTo("https://attack.mitre.org/techniques/T1114/003");
        assertThat(Technique.of("T9999")).isEqualTo(new Technique("T9999", "T9999", List.of()));
    }
}
