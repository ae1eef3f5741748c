package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.StoredRows;

/** How often, when and with what a value was seen, of events that the test writes itself. */
class EntityFactsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String ADDRESS = "2001:db8::a";

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int seconds;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private AuditEvent.Builder next() {
        return event("k" + ++seconds).time(seconds * SECOND, TimeQuality.READ, 0).set(EventField.IP, ADDRESS);
    }

    private EntityFacts facts(FilterField field, String value, int most) {
        return new EntityQueries(Correlation.of(rows.events())).of(field, value, most);
    }

    private static EntityFacts.SeenWith with(EntityFacts facts, EventField field) {
        return facts.seenWith().stream().filter(one -> one.field() == field).findFirst().orElseThrow();
    }

    @Test
    void undatedEventsCountButAreNeitherTheFirstNorTheLast() {
        rows.row(next()).row(next()).row(event("u1").set(EventField.IP, ADDRESS)).row(event("u2")
                .set(EventField.COUNTRY, "DK")).file("1");
        assertThat(facts(FilterField.IP, ADDRESS, 1)).extracting(EntityFacts::events, EntityFacts::undated,
                EntityFacts::first, EntityFacts::last).containsExactly(3, 1, SECOND, 2 * SECOND);
        assertThat(facts(FilterField.COUNTRY, "DK", 1)).extracting(EntityFacts::events, EntityFacts::undated,
                EntityFacts::first, EntityFacts::last).containsExactly(1, 1, AuditEvent.NO_TIME, AuditEvent.NO_TIME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0|", "2|b 2,a 1", "3|b 2,a 1,c 1", "4|b 2,a 1,c 1" })
    void asManyAsAreAskedForAreNamedTheCommonestFirstAndTheOthersByTheirText(int most, String expected) {
        for (String app : List.of("c", "b", "a", "b")) {
            rows.row(next().set(EventField.APP_NAME, app));
        }
        rows.row(next()).file("1");
        EntityFacts.SeenWith apps = with(facts(FilterField.IP, ADDRESS, most), EventField.APP_NAME);
        assertThat(apps.distinct()).isEqualTo(3);
        assertThat(apps.commonest()).extracting(one -> one.value() + " " + one.events())
                .containsExactlyElementsOf(expected == null ? List.of() : Arrays.asList(expected.split(",")));
    }

    @Test
    void aValueIsTheWholeOneInAnyCaseInOneOfItsFieldsButATokensCaseCounts() {
        rows.row(next().set(EventField.APP_NAME, "Mail").uti("Ab", UtiOrigin.FIELD));
        rows.row(next().set(EventField.APP_ID, "mail").uti("ab", UtiOrigin.FIELD));
        rows.row(next().set(EventField.APP_NAME, "Mai").set(EventField.APP_ID, "mail2"));
        rows.file("1");
        assertThat(facts(FilterField.APP, "MAIL", 1).events()).as("by name and by id").isEqualTo(2);
        assertThat(facts(FilterField.TOKEN, "ab", 1)).extracting(EntityFacts::events, EntityFacts::first)
                .containsExactly(1, 2 * SECOND);
        assertThat(facts(FilterField.IP, "2001:DB8::A", 1).events()).isEqualTo(3);
        assertThat(facts(FilterField.IP, "2001:db8::", 1).events()).isZero();
    }

    @Test
    void whatActsIsAnEntityAndOnlySharedValuesHaveFacts() {
        assertThat(EntityQueries.isEntity(FilterField.DEVICE)).isTrue();
        assertThat(EntityQueries.isEntity(FilterField.COUNTRY)).isFalse();
        assertThat(EntityQueries.isEntity(null)).isFalse();
        assertThat(EntityQueries.hasFacts(FilterField.COUNTRY)).isTrue();
        assertThat(EntityQueries.hasFacts(FilterField.RECORD)).isFalse();
    }
}
