package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/** What an assistant read for its user, through which agent, and the attempts to misuse it. */
class CopilotTest {

    private static final String EVENT = """
            {"AppHost":"BizChat","ThreadId":"19:x@thread.v2","AISystemPlugin":[{"Id":"BingWebSearch","Name":"BuiltIn"}],\
            "AccessedResources":[{"Action":"Read","SiteUrl":"https://contoso.example/sites/hr/pay.xlsx","Type":"File",\
            "XPIADetected":false},{"Action":"Read","Name":"Re: salaries","Type":"Email","XPIADetected":true}],\
            "Contexts":[{"Id":"https://contoso.example/sites/hr/a.docx","Type":"docx"}],"Messages":[{"Id":"1",\
            "isPrompt":true,"JailbreakDetected":true},{"Id":"2","isPrompt":false,"JailbreakDetected":false}],\
            "ModelTransparencyDetails":[{"ModelName":"DEEP_LEO"}]}""";
    private static final String RECORD = "{\"CreationTime\":\"2026-09-11T09:00:00\",\"Id\":"
            + "\"5b1f2a3c-0000-4000-8000-000000000071\",\"Operation\":\"CopilotInteraction\",\"OrganizationId\":"
            + "\"3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f\",\"RecordType\":261,\"UserKey\":\"k\",\"UserType\":0,"
            + "\"Workload\":\"Copilot\",\"ClientIP\":\"203.0.113.50\",\"UserId\":\"adele.vogel@contoso.example\","
            + "\"AgentId\":\"T_1.agent\",\"AgentName\":\"Payroll helper\",\"AppIdentity\":"
            + "\"Copilot.MicrosoftCopilot.Microsoft365Copilot\",\"CopilotEventData\":" + EVENT + "}";

    private static AuditEvent activity() throws Exception {
        try (InputStream in = CopilotTest.class.getResourceAsStream("/ingest/ual/copilotactivity.csv")) {
            return Reading.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)).only();
        }
    }

    @Test
    void theAuditRecordAndTheTableTellTheSame() throws Exception {
        AuditEvent record = Reading.of(RECORD).only();
        AuditEvent row = activity();
        for (AuditEvent event : new AuditEvent[] { record, row }) {
            assertThat(event.kind()).isEqualTo(EventKind.OPERATION);
            assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Copilot");
            assertThat(event.get(EventField.OPERATION)).isEqualTo("CopilotInteraction");
            assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
            assertThat(event.get(EventField.ACTOR)).isEqualTo("user");
            assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
            assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
            assertThat(event.get(EventField.AGENT_ID)).isEqualTo("t_1.agent");
            assertThat(event.get(EventField.AGENT_NAME)).isEqualTo("Payroll helper");
            assertThat(event.get(EventField.APP_NAME)).isEqualTo("BizChat");
            assertThat(event.get(EventField.RESOURCE_NAME))
                    .isEqualTo("Copilot.MicrosoftCopilot.Microsoft365Copilot");
            assertThat(event.get(EventField.TARGET))
                    .isEqualTo("https://contoso.example/sites/hr/pay.xlsx; Re: salaries");
            assertThat(event.itemCount()).isEqualTo(2);
            assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("JailbreakDetected; XPIADetected");
        }
        assertThat(row.time()).isEqualTo(record.time());
        assertThat(row.key()).as("they are one event").isEqualTo(record.key());
    }

    @Test
    void withoutResourcesTheContextsAreWhatItSaw() {
        AuditEvent event = Reading.of(RECORD.replaceAll("\"AccessedResources\":\\[[^\\]]*\\]",
                "\"AccessedResources\":[]")).only();
        assertThat(event.get(EventField.TARGET)).isEqualTo("https://contoso.example/sites/hr/a.docx");
        assertThat(event.itemCount()).isEqualTo(-1);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("JailbreakDetected");
    }

    @Test
    void nothingIsFlaggedThatWasNotDetected() {
        AuditEvent event = Reading.of(RECORD.replace("Detected\":true", "Detected\":false")).only();
        assertThat(event.get(EventField.RESULT_TEXT)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "261", "284", "328", "334", "363", "373", "383", "384", "\"CopilotInteraction\"",
        "\"AIAppInteraction\"", "\"ConnectedAIAppInteraction\"", "\"TeamCopilotInteraction\"",
        "\"Microsoft365CopilotScheduledPrompt\"", "\"OutlookCopilotAutomation\"", "\"CopilotForSecurityTrigger\"",
        "\"CopilotAgentManagement\"" })
    void everyRecordTypeOfAssistantsIsTheAssistants(String type) {
        AuditEvent event = Reading.of(RECORD.replace("\"RecordType\":261", "\"RecordType\":" + type)
                .replace("\"Workload\":\"Copilot\",", "")).only();
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Copilot");
        assertThat(event.get(EventField.AGENT_NAME)).isEqualTo("Payroll helper");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "AppHost|BizChat", "AgentName|Payroll helper", "Contexts|docx "
            + "https://contoso.example/sites/hr/a.docx",
        "AISystemPlugin|BuiltIn BingWebSearch",
        "ModelTransparencyDetails|DEEP_LEO", "ThreadId|19:x@thread.v2",
        "Messages|1 isprompt=true jailbreakdetected=true; 2 isprompt=false jailbreakdetected=false" })
    void theDetailTellsContextsPluginsModelsAndPrompts(String name, String value) {
        RecordDetail detail = new RecordDetails().file(RECORD.getBytes(StandardCharsets.UTF_8), Map.of())
                .detail(RECORD.getBytes(StandardCharsets.UTF_8));
        assertThat(detail.parameter(name)).isEqualTo(value);
    }
}
