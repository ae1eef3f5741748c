package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.time.DateOrder;

class CutAuditDataTest {

    private static final List<Value> ROWS = Fixture.file("ual/purview-damaged.csv");

    @Test
    void aCellThatASpreadsheetCutKeepsSessionTokenAndThrottling() {
        AuditEvent cut = UalFixture.events("purview-csv", ROWS.subList(0, 1)).getFirst();
        assertThat(ROWS.getFirst().get("AuditData").text()).hasSize(32_767);
        assertThat(cut.key()).isEqualTo(UalFixture.MAIL_KEY);
        assertThat(cut.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(cut.get(EventField.SESSION_ID_PATH)).isEqualTo("AppAccessContext.AADSessionId");
        assertThat(cut.get(EventField.UTI)).isEqualTo(UalFixture.UTI);
        assertThat(cut.get(EventField.IP)).isEqualTo("2001:db8::7");
        assertThat(cut.get(EventField.TARGET)).isEqualTo("\\Inbox\\Sub0; \\Inbox\\Sub1; \\Inbox\\Sub2");
        assertThat(cut.throttled()).isTrue();
        assertThat(cut.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:31:07Z"));
        assertThat(cut.timeQuality()).isEqualTo(TimeQuality.READ);
    }

    @Test
    void anEmptyAuditDataLeavesTheWrappersColumns() {
        AuditEvent empty = UalFixture.events("purview-csv", ROWS.subList(1, 2)).getFirst();
        assertThat(empty.key()).isEqualTo(UalFixture.FILE_KEY);
        assertThat(empty.get(EventField.OPERATION)).isEqualTo("FileDownloaded");
        assertThat(empty.get(EventField.WORKLOAD)).isEqualTo("SharePoint");
        assertThat(empty.get(EventField.UPN)).isEqualTo("adele@contoso.example");
        assertThat(empty.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:40:02Z"));
    }

    @Test
    void idsAreRescuedEvenWhereNothingElseIsTold() {
        AuditEvent ids = UalFixture.events("purview-csv", ROWS.subList(2, 3)).getFirst();
        assertThat(ids.get(EventField.SESSION_ID)).isEqualTo(UalFixture.SESSION);
        assertThat(ids.get(EventField.UTI)).isEqualTo(UalFixture.UTI);
        assertThat(ids.timeQuality()).isEqualTo(TimeQuality.UNDATED);
    }

    @Test
    void aRecordThatTellsNothingIsRejectedWithAReason() {
        RowContext context = new RowContext("export.csv", new TimeReader(DateOrder.MONTH_FIRST, false));
        assertThatThrownBy(() -> UalFixture.importer("purview-csv").map(ROWS.get(3), context))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(RejectText.AUDIT_DATA_DAMAGED.text());
        assertThatThrownBy(() -> UalFixture.importer("purview-csv").map(ROWS.get(4), context))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(RejectText.AUDIT_DATA_EMPTY.text());
    }

    @Test
    void aCutLogonIsStillASignInWithItsSession() {
        AuditEvent logon = UalFixture
                .events("search-ual-csv",
                        Fixture.text(
                                """
                                        RecordType,CreationDate,UserIds,Operations,AuditData
                                        AzureActiveDirectoryStsLogon,2026-09-10T06:17:31Z,adele@contoso.example,UserLoggedIn,"{""CreationTime"":""2026-09-10T06:17:31"",\
                                        ""RecordType"":15,\
                                        ""IntraSystemId"":""5e0c7a1b-93d2-4c48-8f61-b27d9e3a0400"",""Id"":""5e0c7a1b-93d2-4c48-8f61-b27d9e3a0400"",\
                                        ""DeviceProperties"":[{""Name"":""SessionId"",""Value"":""00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8""}],""Err"
                                        """))
                .getFirst();
        UalFixture.assertLoggedIn(logon);
        assertThat(logon.kind()).isEqualTo(EventKind.SIGN_IN);
    }

    @Test
    void cutTextThatWasEncodedTwiceIsReadToo() {
        Value rescued = CutAuditData.rescue("{\\\"Operation\\\":\\\"FileDeleted\\\","
                + "\\\"AppAccessContext\\\":{\\\"UniqueTokenId\\\":\\\"G3oMXtKTSEyPYbJ9njoEAA\\\"},\\\"Obj");
        assertThat(rescued.get("Operation").text()).isEqualTo("FileDeleted");
        assertThat(rescued.path("AppAccessContext.UniqueTokenId").text()).isEqualTo("G3oMXtKTSEyPYbJ9njoEAA");
    }

    @Test
    void aFoldersIdIsNotTakenForTheRecords() {
        Value rescued = CutAuditData.rescue("{\"Folders\":[{\"Id\":\"LgAAAB\"}],"
                + "\"Id\":\"0f1e2d3c-4b5a-4968-8776-655443322110\",\"Operation\":\"MailItemsAcc");
        assertThat(rescued.get("Id").text()).isEqualTo("0f1e2d3c-4b5a-4968-8776-655443322110");
        assertThat(rescued.get("Operation").isMissing()).isTrue();
    }
}
