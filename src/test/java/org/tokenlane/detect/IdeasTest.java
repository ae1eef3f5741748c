package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/**
 * Each idea of public rule sets is named by a rule of its own when it is done in a stolen session, and is informational
 * at most when users do the same at their own desk; near misses are left alone.
 */
@Counted("")
class IdeasTest {

    /** Where the table of both is written, for reading. */
    private static final Path TABLE = Path.of("target/ideas.md");

    /** The number of a stage is a part of its addresses. */
    private static final int STAGES_OF_A_CASE = 200;

    @TempDir
    private Path folder;

    /** The findings on each stage, by its number; in several cases, as there are more ideas than addresses. */
    private Map<Integer, List<Finding>> played(List<Idea> ideas, boolean stolen,
            Function<Idea, @Nullable Consumer<Stage>> what) throws IOException {
        Map<Integer, List<Finding>> all = new TreeMap<>();
        for (int from = 0; from < ideas.size(); from += STAGES_OF_A_CASE) {
            int first = from;
            playedInOneCase(ideas.subList(first, Math.min(ideas.size(), first + STAGES_OF_A_CASE)), stolen, what)
                    .forEach((number, findings) -> all.put(first + number, findings));
        }
        return all;
    }

    private Map<Integer, List<Finding>> playedInOneCase(List<Idea> ideas, boolean stolen,
            Function<Idea, @Nullable Consumer<Stage>> what) throws IOException {
        Path place = Files.createTempDirectory(folder, "case");
        try (Scene scene = new Scene(place)) {
            Map<String, Integer> numberOf = new TreeMap<>();
            for (int number = 0; number < ideas.size(); number++) {
                var act = what.apply(ideas.get(number));
                if (act != null) {
                    Stage stage = new Stage(scene, number, stolen);
                    numberOf.put(stage.address(), number);
                    numberOf.put(stage.upn(), number);
                    act.accept(stage);
                }
            }
            Detection detection = scene.detection();
            assertThat(detection.outcomes().stream().map(RuleOutcome::notEvaluated).filter(Objects::nonNull))
                    .allMatch(why -> why.startsWith(DetectText.MISSING_LOGS.text("").strip().substring(0, 10)));
            CaseEvents events = CaseEvents.load(scene.caseFile());
            Map<Integer, List<Finding>> found = new TreeMap<>();
            for (Finding finding : detection.findings()) {
                finding.events().stream().filter(event -> isAct(events, event))
                        .flatMap(event -> List.of(String.valueOf(events.text(EventField.IP, event)),
                                String.valueOf(events.text(EventField.UPN, event))).stream())
                        .map(numberOf::get).filter(number -> number != null).distinct()
                        .forEach(number -> found.computeIfAbsent(number, key -> new ArrayList<>()).add(finding));
            }
            return found;
        }
    }

    /** The acts are after half past eight on 15 September. */
    private static boolean isAct(CaseEvents events, int event) {
        return UtcText.of(events.time(event), 0).compareTo("2026-09-15T08:30:00Z") >= 0;
    }

    private static String words(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule() + " " + finding.severity().id()).distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    void eachIdeaIsNamedInAStolenSessionAndInformationalAtTheUsersOwnDesk() throws IOException {
        List<Idea> ideas = Idea.all();
        Map<Integer, List<Finding>> stolen = played(ideas, true, Idea::act);
        Map<Integer, List<Finding>> atDesk = played(ideas, false, Idea::act);
        List<String> table = new ArrayList<>(List.of("| idea | in a stolen session | at the desk |", "|---|---|---|"));
        List<String> unnamed = new ArrayList<>();
        List<String> tooMuch = new ArrayList<>();
        for (int number = 0; number < ideas.size(); number++) {
            Idea idea = ideas.get(number);
            List<Finding> inSession = stolen.getOrDefault(number, List.of());
            List<Finding> ordinary = atDesk.getOrDefault(number, List.of());
            table.add("| " + idea.name() + " | " + words(inSession) + " | " + words(ordinary) + " |");
            if (inSession.stream().noneMatch(finding -> finding.rule().equals(idea.rule())
                    && finding.severity() != Severity.INFO)) {
                unnamed.add(idea.name() + " → " + idea.rule());
            }
            if (ordinary.stream().anyMatch(finding -> finding.severity() != Severity.INFO)) {
                tooMuch.add(idea.name() + ": " + words(ordinary));
            }
        }
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, table);
        Numbers.tell("Ideas named above informational in a stolen session",
                ideas.size() - unnamed.size() + " of " + ideas.size());
        Numbers.tell("Ideas informational at most at the user's own desk",
                ideas.size() - tooMuch.size() + " of " + ideas.size());
        assertThat(unnamed).as("not named in a stolen session").isEmpty();
        assertThat(tooMuch).as("more than informational at the desk").isEmpty();
    }

    @Test
    void nearMissesAreLeftAloneEvenInAStolenSession() throws IOException {
        List<Idea> ideas = Idea.all();
        Map<Integer, List<Finding>> found = played(ideas, true, Idea::near);
        List<String> wrong = new ArrayList<>();
        found.forEach((number, findings) -> {
            if (findings.stream().anyMatch(finding -> finding.rule().equals(ideas.get(number).rule()))) {
                wrong.add(ideas.get(number).name() + ": " + words(findings));
            }
        });
        assertThat(wrong).isEmpty();
    }
}
