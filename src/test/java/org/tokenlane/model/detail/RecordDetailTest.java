package org.tokenlane.model.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record says beyond the fields of its event. */
class RecordDetailTest {

    private static RecordDetail detail(RecordDetail.Change... changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Name", "rule");
        parameters.put("ForwardTo", "eve@example.com");
        return new RecordDetail(parameters, List.of(), null, List.of(changes), List.of(), RecordFields.NONE);
    }

    @Test
    void aParameterIsFoundByItsNameInAnyCase() {
        assertThat(detail().parameter("forwardto")).isEqualTo("eve@example.com");
        assertThat(detail().parameter("Forward")).isNull();
        assertThat(RecordDetail.NONE.parameter("Name")).isNull();
    }

    @Test
    void theFirstValueThatAPropertyWasSetToCounts() {
        RecordDetail detail = detail(new RecordDetail.Change("Other", "x", "y"),
                new RecordDetail.Change("Role", "old", null), new RecordDetail.Change("role", "old", "admin"),
                new RecordDetail.Change("Role", "admin", "owner"));
        assertThat(detail.changedTo("ROLE")).isEqualTo("admin");
        assertThat(detail.changedTo("nothing")).isNull();
    }

    @Test
    void noRecordHasNoFields() {
        assertThat(RecordFields.NONE.values("a")).isEmpty();
        assertThat(RecordFields.NONE.json("a")).isEmpty();
        assertThat(RecordFields.NONE.has("a")).isFalse();
        assertThat(RecordFields.NONE.isTableRow()).isFalse();
        assertThat(RecordFields.NONE.all()).isEmpty();
        assertThat(RecordFields.NONE.asWritten()).isEmpty();
    }
}
