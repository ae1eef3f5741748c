package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.Scene;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.query.CaseEvents;

class OrderOfEvidenceTest {

    @Test
    void eventsComeInTheOrderOfFilesBlocksAndPlacesAndNoneIsLost(@TempDir Path folder) {
        try (Scene scene = new Scene(folder)) {
            String uti = scene.signIn(Scene.ADELE, "2026-09-15T09:00:00", Scene.SESSION).uti();
            for (int i = 9; i >= 0; i--) {
                scene.audit(Scene.ADELE, "2026-09-15T08:1" + i + ":00", "Exchange", "Send", Scene.SESSION, uti);
            }
            CaseEvents events = scene.facts().events();
            int[] chosen = IntStream.range(0, events.size()).filter(event -> event % 3 != 1).toArray();
            List<Integer> expected = IntStream.of(chosen).boxed()
                    .sorted(Comparator.comparing((Integer event) -> events.places(event).getFirst(), Comparator
                            .comparingInt(RawPlace::evidence).thenComparingInt(RawPlace::block)
                            .thenComparingInt(RawPlace::offset)))
                    .toList();
            assertThat(scene.facts().details().inOrderOfEvidence(chosen)).containsExactly(
                    expected.stream().mapToInt(Integer::intValue).toArray()).isNotEqualTo(chosen);
            assertThat(scene.facts().details().inOrderOfEvidence(new int[0])).isEmpty();
        }
    }
}
