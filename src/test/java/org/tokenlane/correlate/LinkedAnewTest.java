package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.StoredRows;
import org.tokenlane.store.KeptLinks;

/** Which events are linked again when a file comes in, and which keep their links. */
class LinkedAnewTest {

    private static final String ADELE = "adele@contoso.example";
    private static final String BELA = "bela@contoso.example";
    private static final String ADDRESS = "203.0.113.1";

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int files;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private static AuditEvent.Builder at(EventKind kind, int second, String user) {
        return event(kind, "k" + second).time(second * 1_000_000_000L, TimeQuality.READ, 0).set(EventField.UPN, user);
    }

    private static AuditEvent.Builder operation(int second, String user) {
        return at(EventKind.OPERATION, second, user);
    }

    private static AuditEvent.Builder signIn(int second, String user, String session) {
        return at(EventKind.SIGN_IN_INTERACTIVE, second, user).set(EventField.SESSION_ID, session)
                .set(EventField.IP, ADDRESS).result(EventResult.SUCCESS);
    }

    /** Links what came in, which has to be the same as linking all at once. */
    private Correlation imported() {
        rows.file(String.valueOf(++files));
        return upToDate();
    }

    private Correlation upToDate() {
        Correlation correlation = Correlation.upToDate(rows.caseFile());
        assertThat(correlation.sameLinksAs(Correlation.of(correlation.events()))).as("as if all came at once").isTrue();
        return correlation;
    }

    @Test
    void whereNothingCameInAllKeepTheirLinks() {
        rows.row(signIn(1, ADELE, "s").uti("t", UtiOrigin.REQUEST_ID)).row(operation(2, BELA).uti("t",
                UtiOrigin.FIELD)).row(operation(3, ADELE).set(EventField.IP, ADDRESS));
        assertThat(imported().linkedAnew()).isEqualTo(3);
        assertThat(upToDate().linkedAnew()).isZero();
    }

    @Test
    void whatSharesNothingWithTheNewKeepsItsLinksAndWhatIsOfItsTokenDoesNot() {
        rows.row(operation(1, ADELE).uti("t1", UtiOrigin.FIELD)).row(operation(2, BELA)).row(operation(3, ADELE)
                .uti("t2", UtiOrigin.FIELD));
        imported();
        rows.row(operation(4, "carla@contoso.example"));
        assertThat(imported().linkedAnew()).as("the new one alone").isEqualTo(1);
        rows.row(operation(5, "dora@contoso.example").uti("t1", UtiOrigin.FIELD).set(EventField.SESSION_ID, "s"));
        Correlation correlation = imported();
        assertThat(correlation.linkedAnew()).as("with the older one of its token").isEqualTo(2);
        assertThat(correlation.session(0)).isEqualTo(correlation.sessionCode("s"));
    }

    @Test
    void anUnlinkedEventOfTheNewOnesUserIsLinkedAgain() {
        rows.row(operation(61, ADELE).set(EventField.IP, ADDRESS)).row(operation(62, BELA).set(EventField.IP,
                ADDRESS));
        imported();
        rows.row(signIn(1, ADELE, "s"));
        Correlation correlation = imported();
        assertThat(correlation.linkedAnew()).isEqualTo(2);
        assertThat(correlation.rule(1)).isEqualTo(LinkRule.USER_IP_TIME);
        assertThat(correlation.rule(2)).isEqualTo(LinkRule.NONE);
    }

    @Test
    void anInferredEventIsLinkedAgainWhereAnotherSessionOfItsUserCameIn() {
        rows.row(signIn(1, ADELE, "s1")).row(operation(61, ADELE).set(EventField.IP, ADDRESS));
        assertThat(imported().rule(1)).isEqualTo(LinkRule.USER_IP_TIME);
        rows.row(signIn(31, ADELE, "s2"));
        Correlation correlation = imported();
        assertThat(correlation.linkedAnew()).as("the older sign-in keeps its session").isEqualTo(2);
        assertThat(correlation.rule(2)).isEqualTo(LinkRule.NONE);
    }

    @Test
    void anUnlinkedEventWithTheNewOnesCorrelationIdIsLinkedAgain() {
        rows.row(operation(1, ADELE).set(EventField.CORRELATION_ID, "c1")).row(operation(2, ADELE)
                .set(EventField.CORRELATION_ID, "c2")).row(operation(3, ADELE));
        imported();
        rows.row(operation(4, BELA).set(EventField.CORRELATION_ID, "c1").set(EventField.SESSION_ID, "s"));
        Correlation correlation = imported();
        assertThat(correlation.linkedAnew()).isEqualTo(2);
        assertThat(correlation.rule(0)).isEqualTo(LinkRule.CORRELATION_ID);
    }

    @Test
    void statedLinksAndLogonsOfAKnownSignInStayThoughTheirUserHasNewEvents() {
        rows.row(signIn(1, ADELE, "s").uti("t", UtiOrigin.REQUEST_ID)).row(at(EventKind.LOGON, 2, ADELE).uti("t",
                UtiOrigin.INTRA_SYSTEM_ID)).row(operation(3, ADELE).set(EventField.SESSION_ID, "s"));
        assertThat(imported().rule(1)).isEqualTo(LinkRule.INTRA_SYSTEM_ID);
        rows.row(operation(4, ADELE));
        assertThat(imported().linkedAnew()).isEqualTo(1);
    }

    @Test
    void anotherRecordOfAnEventChangesItAndWhatIsOfItsOldAndNewToken() {
        rows.row(StoredRows.POOR, operation(1, ADELE).uti("t1", UtiOrigin.FIELD));
        rows.row(operation(2, BELA).uti("t1", UtiOrigin.FIELD)).row(operation(3, BELA).uti("t2", UtiOrigin.FIELD));
        rows.row(operation(4, BELA).uti("t3", UtiOrigin.FIELD));
        imported();
        rows.row(operation(1, ADELE).uti("t2", UtiOrigin.FIELD));
        Correlation correlation = imported();
        assertThat(correlation.events().size()).isEqualTo(4);
        assertThat(correlation.linkedAnew()).as("the event itself and one of each token").isEqualTo(3);
    }

    @Test
    void anEventOfSeveralRecordsKeepsItsLinksAndIsNotTheOneWhoseRecordsAreStoredOtherwise() {
        rows.row(StoredRows.POOR, operation(1, ADELE)).row(operation(1, ADELE)).row(operation(2, BELA)).file("1");
        files++;
        Correlation correlation = upToDate();
        assertThat(correlation.events().size()).isEqualTo(2);
        rows.row(operation(3, "carla@contoso.example"));
        assertThat(imported().linkedAnew()).as("the new one alone").isEqualTo(1);
        KeptLinks kept = rows.caseFile().keptLinks();
        int first = correlation.events().rowsOf(0)[0];
        int second = correlation.events().rowsOf(0)[1];
        kept.firstRows().set(second, second);
        kept.firstRows().set(2, first);
        rows.caseFile().keep(kept);
        rows.row(operation(4, "dora@contoso.example"));
        assertThat(imported().linkedAnew()).as("as many records, but others").isEqualTo(3);
    }

    @Test
    void whatWasInferredFromAUserWhomAnotherRecordCorrectsIsLinkedAgain() {
        rows.row(StoredRows.POOR, signIn(1, ADELE, "s")).row(operation(61, ADELE).set(EventField.IP, ADDRESS));
        assertThat(imported().rule(1)).isEqualTo(LinkRule.USER_IP_TIME);
        rows.row(signIn(1, BELA, "s"));
        Correlation correlation = imported();
        assertThat(correlation.events().text(EventField.UPN, 0)).isEqualTo(BELA);
        assertThat(correlation.linkedAnew()).isEqualTo(2);
        assertThat(correlation.rule(1)).isEqualTo(LinkRule.NONE);
    }

    @Test
    void anEventWhoseUserIsNamedOnlyNowIsLinkedAgainAndOneOfTheSameObjectIdToo() {
        rows.row(operation(1, null).set(EventField.USER_OBJECT_ID, "o1").set(EventField.SESSION_ID, "s"));
        rows.row(operation(2, null).set(EventField.USER_OBJECT_ID, "o2"));
        rows.row(operation(3, null).set(EventField.USER_OBJECT_ID, "o3"));
        imported();
        rows.row(operation(4, ADELE).set(EventField.USER_OBJECT_ID, "o1"));
        Correlation named = imported();
        assertThat(named.events().text(EventField.UPN, 0)).isEqualTo(ADELE);
        assertThat(named.linkedAnew()).isEqualTo(2);
        rows.row(operation(5, null).set(EventField.USER_OBJECT_ID, "o2"));
        assertThat(imported().linkedAnew()).isEqualTo(2);
    }

    @Test
    void storedLinksOfOtherEventsThanTheCaseHasAreNotTaken() {
        rows.row(operation(1, ADELE).uti("t1", UtiOrigin.FIELD)).row(operation(2, BELA).set(EventField.SESSION_ID,
                "s")).row(operation(3, BELA));
        imported();
        KeptLinks kept = rows.caseFile().keptLinks();
        kept.firstRows().set(2, 0);
        kept.sessions().set(2, 1);
        rows.caseFile().keep(kept);
        assertThat(upToDate().linkedAnew()).as("the event and the one whose records it had").isEqualTo(2);
    }
}
