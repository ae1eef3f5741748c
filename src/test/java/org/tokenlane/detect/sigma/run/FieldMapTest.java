package org.tokenlane.detect.sigma.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Counted;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaLogsource;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordDetail.Change;
import org.tokenlane.model.detail.RecordDetail.Target;
import org.tokenlane.model.detail.RecordFields;
import org.tokenlane.model.event.EventField;

/** The mapping of log sources and fields, the one that ships and small ones. */
@Counted("Sigma cases")
class FieldMapTest {

    private static final String SMALL = """
            spellings:
              outcome: {Success: [success, passed], 'True': [success], none: ['']}
            pairs:
              type: {1: Admin}
            fields:
              own: {Op: [operation], Kind: 'record:Kind as type', Both: [ip, 'record:Both'], Fixed: 'is:Here'}
              more: {With Blank: 'detail:after as outcome', Op: [result as outcome]}
            logs:
              - {name: sign-ins, products: [azure], services: [a, b], events: 'source:entra-sign-ins', fields: [own]}
              - {name: azure-activity, products: [azure], services: b, also: true, events: 'kind:operation', fields: [own, more]}
            """;

    private static final FieldMap SHIPPED = FieldMap.shipped();

    private static LogMap log(String product, String service) {
        return SHIPPED.logs(new SigmaLogsource(product, null, service)).getFirst();
    }

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({ "m365, audit, UNIFIED_AUDIT_LOG", "m365, exchange, UNIFIED_AUDIT_LOG_OF_EXCHANGE",
        "m365, threat_management, SECURITY_ALERTS", "m365, threat_detection, SECURITY_ALERTS",
        "azure, signinlogs, SIGN_INS", "azure, auditlogs, DIRECTORY_AUDITS DIRECTORY_CHANGES",
        "azure, activitylogs, AZURE_ACTIVITY DIRECTORY_AUDITS", "azure, riskdetection, RISK_DETECTIONS",
        "azure, pim, PIM_AUDITS", "azure, microsoftgraphactivitylogs, GRAPH_ACTIVITY" })
    void aLogSourceMeansLogs(String product, String service, String names) {
        assertThat(SHIPPED.logs(new SigmaLogsource(product, null, service))).extracting(log -> log.name().name())
                .containsExactly(names.split(" "));
    }

    @Test
    void aLogThatIsNotKnownIsRefused() {
        for (SigmaLogsource unknown : List.of(new SigmaLogsource("windows", null, "security"),
                new SigmaLogsource("azure", null, "odd"), new SigmaLogsource("azure", "process", "signinlogs"),
                new SigmaLogsource(null, null, "signinlogs"))) {
            assertThatThrownBy(() -> SHIPPED.logs(unknown)).isInstanceOfSatisfying(SigmaException.class,
                    e -> assertThat(e.shown().key()).isEqualTo(SigmaRunText.LOG_NOT_SUPPORTED));
        }
        assertThat(SHIPPED.logs(new SigmaLogsource("azure", null, null))).hasSizeGreaterThan(5);
    }

    @Test
    void aFieldIsFoundInAnyCaseWithOrWithoutBlanks() {
        FieldMap map = FieldMap.read("small.yml", SMALL);
        LogMap log = map.logs(new SigmaLogsource("azure", null, "b")).get(1);
        assertThat(log.name()).isEqualTo(LogName.AZURE_ACTIVITY);
        assertThat(log.also()).isTrue();
        assertThat(map.logs(new SigmaLogsource("azure", null, "a")).getFirst().also()).isFalse();
        assertThat(log.sources("withblank")).isEqualTo(log.sources("With Blank"));
        assertThat(log.sources("op").getFirst().name()).isEqualTo("result");
        assertThat(log.sources("properties.OP")).isEqualTo(log.sources("op"));
        assertThat(log.sources("Both")).extracting(FieldSource::kind).containsExactly(FieldSource.Kind.COLUMN,
                FieldSource.Kind.RECORD);
    }

    @Test
    void aFieldThatIsNotMappedIsReadFromRecordsAndTheirDetails() {
        LogMap log = log("m365", "audit");
        assertThat(log.sources("Odd.Field")).extracting(FieldSource::kind, FieldSource::name).containsExactly(
                org.assertj.core.groups.Tuple.tuple(FieldSource.Kind.RECORD, "Odd.Field"),
                org.assertj.core.groups.Tuple.tuple(FieldSource.Kind.DETAIL, "named.Odd.Field"));
        assertThat(log.sources("properties.Odd")).extracting(FieldSource::name).containsExactly("Odd", "named.Odd",
                "properties.Odd", "named.properties.Odd");
    }

    @Test
    void presenceIsAlsoInRecordsUnderTheFieldsOwnName() {
        LogMap log = log("m365", "audit");
        assertThat(log.presence("Operation")).extracting(FieldSource::kind, FieldSource::name).containsExactly(
                org.assertj.core.groups.Tuple.tuple(FieldSource.Kind.COLUMN, "operation"),
                org.assertj.core.groups.Tuple.tuple(FieldSource.Kind.RECORD, "Operation"));
        assertThat(log.presence("properties.Operation").getLast().name()).isEqualTo("Operation");
        assertThat(log.presence("ClientIP")).isEqualTo(log.sources("ClientIP"));
    }

    @Test
    void spellingsAreAddedToWhatAPlaceHas() {
        FieldSource outcome = FieldSource.of("result as outcome", Map.of("outcome",
                Map.of("success", List.of("Success", "True"), "", List.of("none"))));
        assertThat(outcome.spelled(" SUCCESS ")).containsExactly("Success", "True", " SUCCESS ");
        assertThat(outcome.spelled("other")).containsExactly("other");
        assertThat(outcome.spelled(null)).containsExactly("none");
        FieldSource plain = FieldSource.of("operation", Map.of());
        assertThat(plain.spelled(null)).isEmpty();
        assertThat(plain.spelled("x")).containsExactly("x");
        FieldSource undotted = FieldSource.of("operation as undotted", Map.of());
        assertThat(undotted.spelled("Add user.")).containsExactly("Add user.", "Add user");
        assertThat(undotted.spelled("Add user")).containsExactly("Add user");
        assertThat(undotted.spelled(null)).isEmpty();
    }

    @Test
    void numbersAndNamesOfRecordTypesAreEachSpelledAsTheOther() {
        FieldSource type = log("m365", "audit").sources("RecordType").getFirst();
        assertThat(type.spelled("15")).containsExactly("AzureActiveDirectoryStsLogon", "15");
        assertThat(type.spelled("azureActiveDirectoryStsLogon")).containsExactly("15", "azureActiveDirectoryStsLogon");
        assertThat(type.spelled("9999")).containsExactly("9999");
        FieldSource user = log("m365", "audit").sources("UserType").getFirst();
        assertThat(user.spelled("2")).containsExactly("Admin", "2");
        FieldSource target = log("azure", "auditlogs").sources("TargetResources.type").getFirst();
        assertThat(target.spelled("ServicePrincipal")).containsExactly("Service Principal", "ServicePrincipal");
        assertThat(target.spelled("Service Principal")).contains("ServicePrincipal");
    }

    @Test
    void aPartlySucceededOperationIsNotASuccess() {
        FieldSource status = log("m365", "audit").sources("ResultStatus").getFirst();
        assertThat(status.field()).isEqualTo(EventField.RESULT_TEXT);
        assertThat(status.spelled("PartiallySucceeded")).containsExactly("PartiallySucceeded");
        assertThat(status.spelled("Succeeded")).contains("Success", "Succeeded");
    }

    @Test
    void whatAPlaceCostsDependsOnItsKind() {
        assertThat(FieldSource.of("operation", Map.of()).isQuick()).isTrue();
        assertThat(FieldSource.of("result", Map.of()).isQuick()).isTrue();
        assertThat(FieldSource.of("kind", Map.of()).isQuick()).isTrue();
        assertThat(FieldSource.of("time", Map.of()).isQuick()).isFalse();
        assertThat(FieldSource.of("is:x", Map.of()).isQuick()).isTrue();
        assertThat(FieldSource.of("record:x", Map.of()).isQuick()).isFalse();
        assertThat(FieldSource.of("record:x", Map.of()).isInRecords()).isTrue();
        assertThat(FieldSource.of("detail:after", Map.of()).isInRecords()).isTrue();
        assertThat(FieldSource.of("operation", Map.of()).isInRecords()).isFalse();
        assertThat(FieldSource.of("is:Some text", Map.of()).name()).isEqualTo("Some text");
    }

    @Test
    void aMappingThatIsWrongFailsAtOnce() {
        assertThatThrownBy(() -> FieldSource.of("operation as odd", Map.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FieldSource.of("no-column", Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FieldSource.of("detail:odd", Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FieldMap.read("small.yml", SMALL.replace("kind:operation", "(")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMappingThatShipsSpellsEveryLogAndPartCorrectly() {
        assertThat(Arrays.stream(LogName.values()).map(LogName::text)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({ "target, T", "target-id, i", "target-type, User", "property, P Q", "before, b", "after, a",
        "parameter, Name value", "named.name, value", "named.p, a", "named.q, ''", "named.odd, ''" })
    void partsOfADetailAreNamed(String part, String values) {
        RecordDetail detail = new RecordDetail(Map.of("Name", "value"), List.of(), null,
                List.of(new Change("P", "b", "a"), new Change("Q", null, null)),
                List.of(new Target("User", "i", "T"), new Target(null, null, null)), RecordFields.NONE);
        assertThat(DetailPart.values(DetailPart.checked(part), detail))
                .isEqualTo(values.isEmpty() ? List.of() : List.of(values.split(" ")));
    }
}
