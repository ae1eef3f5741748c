package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.Correlated.Type;
import org.tokenlane.detect.sigma.rule.Threshold;

/** Stretches of time in which there is enough, on their edges and one beside them. */
@Counted("Sigma cases")
class WindowsTest {

    /** Occurrences such as {@code 0=a 5=b}: seconds and values; values that are digits are rules or numbers. */
    private static String find(Type type, long span, String operator, String number, String occurrences) {
        List<Occurrence> all = new ArrayList<>();
        for (String one : occurrences.split(" ")) {
            String[] parts = one.split("=");
            boolean digits = parts[1].matches("-?[0-9.]+");
            all.add(new Occurrence(Long.parseLong(parts[0]), all.size(), List.of(all.size()),
                    digits && type.isTemporal() ? Integer.parseInt(parts[1]) : 0,
                    parts[1].equals("-") ? null : parts[1],
                    digits && type.isOfNumbers() ? new BigDecimal(parts[1]) : null));
        }
        Threshold threshold = new Threshold(List.of(new Threshold.Bound(operator, new BigDecimal(number))));
        Correlated asked = new Correlated(type, List.of("a", "b", "c"), List.of(), span, threshold, null,
                List.of("f"), Map.of(), false);
        StringBuilder found = new StringBuilder();
        for (List<Occurrence> stretch : new Windows(asked, all).find()) {
            found.append(found.isEmpty() ? "" : " ");
            stretch.forEach(each -> found.append(each.event()));
        }
        return found.toString();
    }

    @ParameterizedTest(name = "{0} within {1}: {2} {3} of {4} finds {5}")
    @CsvSource({ "EVENT_COUNT, 10, >=, 3, 0=x 5=x 10=x, 012", "EVENT_COUNT, 10, >=, 3, 0=x 5=x 11=x, ''",
        "EVENT_COUNT, 10, >, 3, 0=x 5=x 10=x, ''", "EVENT_COUNT, 10, >=, 2, 0=x 5=x 100=x 110=x, 01 23",
        "EVENT_COUNT, 10, >=, 2, 0=x 8=x 16=x 24=x, 0123", "EVENT_COUNT, 10, >=, 2, 0=x 10=x 11=x 12=x, 0123",
        "EVENT_COUNT, 10, >=, 2, 0=x 1=x 12=x 13=x, 01 23", "EVENT_COUNT, 10, >=, 2, 0=x 1=x 11=x 12=x, 0123",
        "EVENT_COUNT, 10, ==, 2, 0=x 5=x, 01", "EVENT_COUNT, 10, ==, 2, 0=x 5=x 6=x, ''",
        "EVENT_COUNT, 10, <=, 2, 0=x 5=x 6=x 20=x, 3", "EVENT_COUNT, 10, <, 2, 0=x 10=x 11=x, 2",
        "EVENT_COUNT, 0, >=, 2, 7=x 7=x 8=x, 01", "VALUE_COUNT, 10, >=, 2, 0=a 5=a 10=b, 012",
        "VALUE_COUNT, 10, >=, 2, 0=a 5=a 11=b, 12", "VALUE_COUNT, 10, >=, 2, 0=a 5=a, ''",
        "VALUE_COUNT, 10, >=, 2, 0=a 5=- 6=b, 012", "VALUE_COUNT, 10, >=, 2, 0=a 1=- 2=a, ''",
        "VALUE_COUNT, 10, <, 2, 0=a 1=a 20=a 21=b, 01", "VALUE_SUM, 10, >=, 5, 0=2 10=3, 01",
        "VALUE_SUM, 10, >=, 5, 0=2 11=3, ''", "VALUE_SUM, 10, >, 5, 0=2 10=3, ''",
        "VALUE_SUM, 10, >=, 5, 0=1 5=2 12=3, 12", "VALUE_SUM, 10, >=, 0.3, 0=0.1 1=0.2, 01",
        "VALUE_SUM, 10, <, 3, 0=2 20=1 21=2, 0", "VALUE_SUM, 10, >, -5, 0=x 1=x, ''",
        "VALUE_SUM, 10, <, 5, 0=x 20=1, 1", "VALUE_AVG, 10, >=, 2, 0=1 10=3, 01", "VALUE_AVG, 10, >, 2, 0=1 10=3, 1",
        "VALUE_AVG, 10, >=, 2, 0=1 1=x 2=2, 12", "VALUE_AVG, 10, ==, 1.5, 0=1 1=2, 01",
        "VALUE_AVG, 10, <, 2, 0=1 1=3 20=1, 2", "VALUE_AVG, 10, >=, 0, 0=x 1=x, ''",
        "TEMPORAL, 10, >=, 3, 0=2 5=0 10=1, 012", "TEMPORAL, 10, >=, 3, 0=2 5=0 11=1, ''",
        "TEMPORAL, 10, >=, 3, 0=2 5=2 10=1, ''", "TEMPORAL, 10, >=, 2, 0=2 5=2 10=1, 012",
        "TEMPORAL_ORDERED, 10, >=, 3, 0=0 5=1 10=2, 012", "TEMPORAL_ORDERED, 10, >=, 3, 0=0 5=1 11=2, ''",
        "TEMPORAL_ORDERED, 10, >=, 3, 0=0 5=2 10=1, ''", "TEMPORAL_ORDERED, 10, >=, 3, 0=0 5=0 6=1 7=1 8=2, 024",
        "TEMPORAL_ORDERED, 10, >=, 3, 0=0 8=0 9=1 12=2, 123", "TEMPORAL_ORDERED, 10, >=, 3, 0=1 1=2, ''",
        "TEMPORAL_ORDERED, 10, >=, 3, 0=0 1=1 2=2 3=0 4=1 5=2, 012 345",
        "TEMPORAL_ORDERED, 10, >=, 3, 0=0 1=0 2=1 3=2 4=1 5=2, 023" })
    void stretchesAreFound(Type type, long span, String operator, String number, String occurrences, String found) {
        assertThat(find(type, span, operator, number, occurrences)).isEqualTo(found);
    }

    @Test
    void aCountWithoutATimeFrameIsOfTheWholeCase() {
        assertThat(find(Type.EVENT_COUNT, Correlated.WHOLE_CASE, ">=", "2",
                "-9000000000000000000=x 9000000000000000000=x"))
                .isEqualTo("01");
    }

    @Test
    void sumAndAverageLeaveOutWhatHasNoNumber() {
        List<Occurrence> stretch = List.of(new Occurrence(0, 0, List.of(0), 0, "1", BigDecimal.ONE),
                new Occurrence(0, 1, List.of(1), 0, "x", null),
                new Occurrence(0, 2, List.of(2), 0, "2", new BigDecimal(2)));
        assertThat(Windows.sum(stretch)).isEqualByComparingTo("3");
        assertThat(Windows.average(stretch)).isEqualByComparingTo("1.5");
    }
}
