package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** A color belongs to an origin for the whole case. */
class OriginColorsTest {

    @TempDir
    private Path folder;

    private OpenedSample sample;
    private Workbench workbench;
    private TimelineViewModel model;
    private String session;

    @BeforeEach
    void open() {
        sample = new OpenedSample(folder);
        workbench = sample.workbench;
        model = new TimelineViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.enrichment(), workbench.library(), workbench.answers(), workbench.texts(),
                workbench.messages(),
                workbench.background());
        session = sample.answers.deviceCodeSession();
        workbench.navigation().go(ViewState.ofSession(session));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    /** How each event that is shown is drawn. */
    private Map<Integer, OriginStyle> styles() {
        Timeline shown = model.timeline().get();
        Map<Integer, OriginStyle> styles = new HashMap<>();
        for (Lane lane : shown.lanes()) {
            for (int i = 0; i < lane.events().length; i++) {
                styles.put(lane.events()[i], shown.style(lane.origins()[i]));
            }
        }
        return styles;
    }

    private void assertTheSame(Map<Integer, OriginStyle> before) {
        Map<Integer, OriginStyle> now = styles();
        now.keySet().retainAll(before.keySet());
        assertThat(now).isNotEmpty().allSatisfy((event, style) -> assertThat(style).isEqualTo(before.get(event)));
    }

    private Timeline.Person person(Party party) {
        return model.timeline().get().origins().stream()
                .filter(person -> person.style().party() == party && !person.keys().isEmpty()).findFirst()
                .orElseThrow();
    }

    @Test
    void theAttackersOriginIsTheAttackersAndTheUsersIsTheUsers() {
        Timeline.Person attacker = person(Party.ATTACKER);
        assertThat(attacker.style().letter()).isEqualTo("A");
        assertThat(attacker.confirmed()).isFalse();
        assertThat(person(Party.USER).style().letter()).isEqualTo("U");
    }

    @Test
    void theSameOriginLooksTheSameInEveryFilterAndOverAllSessionsOfTheUser() {
        Map<Integer, OriginStyle> inSession = styles();
        workbench.navigation().go(ViewState.ALL);
        Map<Integer, OriginStyle> everywhere = styles();
        assertThat(everywhere).hasSizeGreaterThan(inSession.size());
        assertTheSame(inSession);
        workbench.navigation().go(ViewState.ALL.withField(FilterField.UPN, List.of(sample.open().events()
                .text(org.tokenlane.model.event.EventField.UPN, inSession.keySet().iterator().next()))));
        assertTheSame(everywhere);
        workbench.navigation().go(ViewState.ofSession(session));
        model.allOfUser().set(true);
        assertTheSame(everywhere);
        model.allOfUser().set(false);
        assertTheSame(inSession);
    }

    @Test
    void theOriginsThatAreNotSplitKeepTheirColor() {
        Map<Integer, OriginStyle> before = styles();
        model.stepToEnd(false);
        OriginSplit split = model.splitsAt(workbench.selection().event().get()).stream()
                .filter(each -> each.by() == OriginSplit.By.TOKEN).findFirst().orElseThrow();
        model.split(split, true);
        Map<Integer, OriginStyle> after = styles();
        List<Integer> moved = after.keySet().stream().filter(event -> !after.get(event).equals(before.get(event)))
                .toList();
        assertThat(moved).isNotEmpty().hasSizeLessThan(before.size() / 2)
                .allSatisfy(event -> assertThat(before.get(event).party()).isEqualTo(Party.USER));
        workbench.navigation().go(ViewState.ALL);
        Map<Integer, OriginStyle> everywhere = styles();
        everywhere.keySet().retainAll(after.keySet());
        assertThat(everywhere).isEqualTo(after);
    }

    @Test
    void aVerdictConfirmsTheColorAndANameDoesToo() {
        Timeline.Person attacker = person(Party.ATTACKER);
        MarkTarget origin = MarkTarget.origin(session, attacker.keys().getFirst());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(origin), Verdict.MALICIOUS, "", who));
        assertThat(person(Party.ATTACKER).style()).isEqualTo(new OriginStyle(Party.ATTACKER, 0, true));
        Timeline.Person user = person(Party.USER);
        assertThat(user.style().confirmed()).isFalse();
        AtomicInteger answers = new AtomicInteger();
        workbench.answers().answers().addListener((property, before, now) -> answers.incrementAndGet());
        model.confirm(user.keys(), "the user");
        assertThat(answers.get()).as("the answers are found once").isEqualTo(1);
        assertThat(person(Party.USER).style()).isEqualTo(new OriginStyle(Party.USER, user.style().number(), true));
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.timeline().get().origins()).extracting(Timeline.Person::style)
                .contains(new OriginStyle(Party.ATTACKER, 0, true));
    }

    @Test
    void anOriginThatIsSaidToBeTheAttackerIsRedAtOnceAndAllOfThatIsOneStepToUndo() {
        Timeline.Person user = person(Party.USER);
        int event = styles().entrySet().stream().filter(each -> each.getValue().equals(user.style())).findFirst()
                .orElseThrow().getKey();
        model.confirm(user.keys(), "attacker 2", Verdict.MALICIOUS);
        assertThat(styles().get(event).party()).isEqualTo(Party.ATTACKER);
        assertThat(styles().get(event).confirmed()).isTrue();
        assertThat(model.timeline().get().origins()).extracting(Timeline.Person::name).contains("attacker 2");
        assertThat(sample.open().file().verify()).isEmpty();
        workbench.marking().undo();
        assertThat(styles().get(event)).isEqualTo(user.style());
        assertThat(model.timeline().get().origins()).extracting(Timeline.Person::name).doesNotContain("attacker 2");
        assertThat(workbench.marking().marked().get().marks().all()).isEmpty();
        workbench.marking().redo();
        assertThat(styles().get(event).party()).isEqualTo(Party.ATTACKER);
        model.confirm(user.keys(), "the user", Verdict.BENIGN);
        assertThat(styles().get(event).party()).isEqualTo(Party.USER);
    }

    @Test
    void everyStyleHasAColorAndALetterOfItsOwn() {
        for (boolean dark : new boolean[] { false, true }) {
            for (Party party : Party.values()) {
                assertThat(java.util.stream.IntStream.range(0, OriginStyle.SHADES)
                        .mapToObj(number -> new OriginStyle(party, number, false).color(dark))).doesNotHaveDuplicates();
            }
        }
        assertThat(new OriginStyle(Party.USER, OriginStyle.SHADES, false).number()).as("beyond the last")
                .isEqualTo(OriginStyle.SHADES - 1);
        assertThat(new OriginStyle(Party.USER, 1, false).letter()).isEqualTo("U2");
    }
}
