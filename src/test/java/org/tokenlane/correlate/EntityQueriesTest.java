package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/** What the sample case knows of its users, addresses, sessions and tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityQueriesTest {

    private SampleAnswers answers;
    private Correlation correlation;
    private EntityQueries queries;

    @BeforeAll
    void open(@TempDir Path folder) {
        answers = SharedSample.answers();
        try (CaseFile file = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null)) {
            correlation = Correlation.upToDate(file);
            // columns that are asked for later are read now, while the case is open
            queries = new EntityQueries(correlation);
            queries.of(FilterField.IP, "203.0.113.77", 3);
            queries.of(FilterField.DEVICE, "none", 3);
            queries.of(FilterField.APP, "none", 3);
            queries.of(FilterField.USER_AGENT, "none", 3);
            new FilterEvaluator(new LinkedEvents(correlation))
                    .events(new Filter.FieldIs(FilterField.APP, List.of("none")));
        }
    }

    private static EntityFacts.SeenWith with(EntityFacts facts, EventField field) {
        return facts.seenWith().stream().filter(one -> one.field() == field).findFirst().orElseThrow();
    }

    @Test
    void anAddressIsSeenAsOftenAsAFilterFindsItFromItsFirstEventToItsLast() {
        EntityFacts facts = queries.of(FilterField.IP, "203.0.113.77", 3);
        int[] found = new FilterEvaluator(new LinkedEvents(correlation))
                .events(new Filter.FieldIs(FilterField.IP, List.of("203.0.113.77"))).stream().toArray();
        assertThat(found.length).isPositive();
        assertThat(facts.events()).isEqualTo(found.length);
        assertThat(facts.first()).isEqualTo(correlation.events().time(found[0]));
        assertThat(facts.last()).isEqualTo(correlation.events().time(found[found.length - 1]));
        assertThat(with(facts, EventField.UPN).commonest()).extracting(EntityFacts.Count::value)
                .containsExactly("adela.novakova@contoso.example");
        assertThat(with(facts, EventField.SESSION_ID).commonest()).extracting(EntityFacts.Count::value)
                .containsExactly(answers.aitmSession());
        assertThat(facts.seenWith()).extracting(EntityFacts.SeenWith::field).doesNotContain(EventField.IP);
    }

    @Test
    void theCommonestAreNamedFirstAndTheOthersCounted() {
        EntityFacts facts = queries.of(FilterField.UPN, "ADELA.novakova@contoso.example", 2);
        EntityFacts.SeenWith operations = with(facts, EventField.OPERATION);
        assertThat(operations.commonest()).hasSize(2);
        assertThat(operations.distinct()).isGreaterThan(2);
        assertThat(operations.commonest().get(0).events())
                .isGreaterThanOrEqualTo(operations.commonest().get(1).events());
        assertThat(with(facts, EventField.IP).distinct()).isGreaterThan(1);
    }

    @Test
    void aSessionHasTheEventsOfItsTokensToo() {
        EntityFacts facts = queries.of(FilterField.SESSION, answers.aitmSession(), 50);
        int exact = 0;
        for (int event : correlation.eventsOfSession(correlation.sessionCode(answers.aitmSession()))) {
            exact += correlation.rule(event).isInferred() ? 0 : 1;
        }
        assertThat(facts.events()).isEqualTo(exact);
        assertThat(with(facts, EventField.UTI).commonest()).extracting(EntityFacts.Count::value)
                .contains(answers.exchangeToken());
    }

    @Test
    void aTokensCaseCountsAndOneThatTheCaseDoesNotHaveHasNothing() {
        assertThat(queries.of(FilterField.TOKEN, answers.exchangeToken(), 3).events()).isPositive();
        EntityFacts none = queries.of(FilterField.TOKEN, answers.exchangeToken().toLowerCase(Locale.ROOT), 3);
        assertThat(none.events()).isZero();
        assertThat(none.first()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(none.seenWith()).allMatch(one -> one.distinct() == 0 && one.commonest().isEmpty());
    }

    @Test
    void anAppIsTheOneOfThisWholeNameOrId() {
        int[] all = new FilterEvaluator(new LinkedEvents(correlation))
                .events(new Filter.FieldIs(FilterField.APP, List.of("Office"))).stream().toArray();
        assertThat(all).as("filters find parts of a name").isNotEmpty();
        assertThat(queries.of(FilterField.APP, "Office", 3).events()).as("a part of a name is no app").isZero();
        String whole = correlation.events().text(EventField.APP_NAME, all[0]);
        assertThat(queries.of(FilterField.APP, whole, 3).events()).isPositive();
        assertThat(EntityQueries.hasFacts(FilterField.APP)).isTrue();
        assertThat(EntityQueries.hasFacts(FilterField.TARGET)).as("targets are not counted").isFalse();
    }
}
