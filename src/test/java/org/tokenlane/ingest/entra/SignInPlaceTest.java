package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** City and country of a sign-in, however the export writes the place. */
class SignInPlaceTest {

    private static AuditEvent portal(String location) {
        String text = "Date (UTC),Request ID,Username,Location\n2026-09-15T08:40:00Z,"
                + "c42bc73e-1db5-4f71-ad79-f198f21b8d00,adele.vogel@contoso.example,\""
                + location
                + "\"\n";
        return Fixture.events(new SignInPortalImporter(), Fixture.text(text), "signins.csv").getFirst();
    }

    private static AuditEvent table(String details, String location) {
        String text = "TimeGenerated [UTC],CreatedDateTime [UTC],Id,LocationDetails,Location,"
                + "Type\n2026-09-15T08:41:35Z,2026-09-15T08:40:00Z,"
                + "c42bc73e-1db5-4f71-ad79-f198f21b8d00,\"" + details.replace("\"", "\"\"") + "\"," + location
                + ",SigninLogs\n";
        return Fixture.events(new SignInLogAnalyticsImporter(), Fixture.text(text), "query_data.csv").getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ashburn, Virginia, US           | Ashburn          | US
            Washington, D.C., Columbia, US  | Washington, D.C. | US
            Ashburn, , US                   | Ashburn          | US
            , , US                          |                  | US
            US                              |                  | US""")
    void thePortalsPlaceIsSplitFromTheRight(String location, String city, String country) {
        AuditEvent event = portal(location);
        assertThat(event.get(EventField.CITY)).isEqualTo(city);
        assertThat(event.get(EventField.COUNTRY)).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ", , ", ",,", "," })
    void aPlaceThatIsNotKnownIsNoneAndDoesNotCostTheRecord(String location) {
        AuditEvent event = portal(location);
        assertThat(event.get(EventField.CITY)).isNull();
        assertThat(event.get(EventField.COUNTRY)).isNull();
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
    }

    @Test
    void ofATableTheDetailsCountAndElseTheColumnWithTheCountry() {
        AuditEvent both = table("{\"city\":\"Ashburn\",\"countryOrRegion\":\"US\"}", "DE");
        assertThat(both.get(EventField.CITY)).isEqualTo("Ashburn");
        assertThat(both.get(EventField.COUNTRY)).isEqualTo("US");
        assertThat(table("{}", "DE").get(EventField.COUNTRY)).isEqualTo("DE");
        assertThat(table("", "DE").get(EventField.COUNTRY)).isEqualTo("DE");
        assertThat(table("{\"city\":\"\",\"countryOrRegion\":\"\"}", "DE").get(EventField.COUNTRY)).isEqualTo("DE");
    }
}
