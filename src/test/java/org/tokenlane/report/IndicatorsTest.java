package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.Indicators.LeftOut;
import org.tokenlane.report.Indicators.Reason;

/** What is handed to programs that block: nothing of the organization's and nothing that others use. */
class IndicatorsTest {

    private static final String ATTACKER = "203.0.113.200";
    private static final String BELA = "bela@contoso.example";
    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";
    private static final String OTHER_APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d35";
    private static final String PRINCIPAL = "5b000000-0000-4000-8000-000000000001";
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    @TempDir
    private Path folder;
    private Scene scene;
    private String uti;
    private boolean consented;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511).uti();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private HostileActivity activity() {
        scene.facts();
        mark(MarkTarget.Kind.SESSION, Scene.SESSION);
        if (consented) {
            // the directory's log has no session
            mark(MarkTarget.Kind.IP, ATTACKER);
        }
        return read();
    }

    private void mark(MarkTarget.Kind kind, String key) {
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(kind, key)), Verdict.MALICIOUS, "", "me");
    }

    private HostileActivity read() {
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        MarkedEvents marked = MarkedEvents.of(scene.caseFile(), correlation);
        return HostileActivity.of(correlation, Answers.of(scene.caseFile(),
                Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING), List.of(),
                marked, Progress.NONE), List.of(), marked);
    }

    private List<String> values(Indicator.Kind kind) {
        return activity().indicators().values(kind);
    }

    private Scene.Told otherUse(String upn, String ip) {
        return scene.signIn(upn, "2026-09-14T08:00:00", Scene.OTHER_SESSION).from(ip, "US", 64511)
                .with("userAgent", "another");
    }

    @Test
    void anAttemptOfAnUnknownPartyThatFailedDoesNotTakeTheAttackersAddressOut() {
        otherUse(BELA, ATTACKER).failed(50126);
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.ADDRESS)).containsExactly(ATTACKER);
        assertThat(activity.indicators().leftOut()).noneMatch(one -> one.kind() == Indicator.Kind.ADDRESS);
    }

    @Test
    void oneThatSucceededTakesItOutAndThatIsSaid() {
        otherUse(BELA, ATTACKER);
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.ADDRESS)).isEmpty();
        assertThat(activity.indicators().leftOut())
                .contains(new LeftOut(Indicator.Kind.ADDRESS, ATTACKER, Reason.USED_BY_OTHERS));
        assertThat(activity.indicators().leftOutWords()).contains(ExportText.LEFT_OUT
                .text(Indicator.Kind.ADDRESS.text(), 1, Reason.USED_BY_OTHERS.text()));
    }

    private void forward(String to) {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "New-InboxRule", Scene.SESSION, uti)
                .with("Parameters", Scene.pairs("Name", "x", "ForwardTo", to)), ATTACKER);
    }

    @Test
    void mailForwardedToAColleagueIsNoIndicator() {
        otherUse(BELA, "192.0.2.10");
        forward("Bela@Contoso.example");
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.MAIL_ADDRESS)).isEmpty();
        assertThat(activity.indicators().leftOut())
                .contains(new LeftOut(Indicator.Kind.MAIL_ADDRESS, "bela@contoso.example", Reason.OWN));
    }

    @Test
    void whereMailWasForwardedToIsListedOnceInLowerCase() {
        forward("Collector@Mailbox.example");
        forward("collector@mailbox.example");
        assertThat(values(Indicator.Kind.MAIL_ADDRESS)).containsExactly("collector@mailbox.example");
    }

    private void consent(String time, String activity, String target, String name, Object... changes) {
        scene.change(Scene.ADELE, "2026-09-15T" + time, activity, ATTACKER).with("targetResources",
                List.of(Map.of("id", target, "type", "ServicePrincipal", "displayName", name, "modifiedProperties",
                        List.of(changes))));
        consented = true;
    }

    private static Map<String, Object> changed(String property, String after) {
        return Map.of("displayName", property, "oldValue", "", "newValue", "\"" + after + "\"");
    }

    private void applicationSignIn(String time, String id, String name) {
        Scene.Told signIn = scene.signIn("nobody@contoso.example", time, null);
        List.of("userPrincipalName", "userId", "sessionId").forEach(signIn.fields()::remove);
        signIn.with("signInEventTypes", List.of("servicePrincipal")).with("servicePrincipalId", PRINCIPAL)
                .with("servicePrincipalName", name).app(id).with("appDisplayName", name);
    }

    @Test
    void aConsentNamesTheApplicationByItsIdAndNotByTheObjectInTheDirectory() {
        consent("08:10:00", "Consent to application", PRINCIPAL, "Mail Backup Pro",
                changed("ServicePrincipal.ObjectID", PRINCIPAL), changed("ServicePrincipal.AppId", APP));
        assertThat(values(Indicator.Kind.APPLICATION)).containsExactly(APP);
    }

    @Test
    void aConsentThatOnlyNamesItsApplicationIsFoundWhereOneApplicationHasTheName() {
        applicationSignIn("2026-09-15T09:00:00", APP, "Mail Backup Pro");
        consent("08:10:00", "Consent to application", PRINCIPAL, "Mail Backup Pro");
        assertThat(values(Indicator.Kind.APPLICATION)).containsExactly(APP);
    }

    @Test
    void aConsentWhoseApplicationNoRecordNamesByItsIdIsLeftOutAndThatIsSaid() {
        consent("08:10:00", "Consent to application", PRINCIPAL, "Mail Backup Pro");
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.APPLICATION)).isEmpty();
        assertThat(activity.indicators().leftOut())
                .contains(new LeftOut(Indicator.Kind.APPLICATION, "Mail Backup Pro", Reason.NO_ID));
    }

    @Test
    void aNameThatSeveralApplicationsHaveNamesNone() {
        applicationSignIn("2026-09-15T09:00:00", APP, "Mail Backup Pro");
        applicationSignIn("2026-09-15T09:10:00", OTHER_APP, "Mail Backup Pro");
        consent("08:10:00", "Consent to application", PRINCIPAL, "Mail Backup Pro");
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.APPLICATION)).isEmpty();
        assertThat(activity.indicators().leftOut()).extracting(LeftOut::reason).contains(Reason.SEVERAL_IDS);
    }

    @Test
    void theResourceOfADelegatedGrantIsNoIndicator() {
        scene.signIn(BELA, "2026-09-15T07:00:00", Scene.OTHER_SESSION).app(GRAPH);
        consent("08:10:00", "Add delegated permission grant", PRINCIPAL, "Microsoft Graph",
                changed("TargetId.ServicePrincipalNames", GRAPH), changed("ServicePrincipal.ObjectID", PRINCIPAL));
        assertThat(values(Indicator.Kind.APPLICATION)).isEmpty();
    }

    @Test
    void anApplicationThatOthersUsedBeforeTheConsentIsLeftOutAndOneUsedAtTheSameTimeIsNot() {
        scene.signIn(BELA, "2026-09-15T08:09:59", Scene.OTHER_SESSION).app(APP);
        scene.signIn(BELA, "2026-09-15T08:10:00", Scene.OTHER_SESSION).app(OTHER_APP);
        consent("08:10:00", "Consent to application", PRINCIPAL, "Mail Backup Pro",
                changed("ServicePrincipal.AppId", APP));
        consent("08:10:00", "Consent to application", OTHER_APP, "Notes", changed("ServicePrincipal.AppId", OTHER_APP));
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.APPLICATION)).containsExactly(OTHER_APP);
        assertThat(activity.indicators().leftOut())
                .contains(new LeftOut(Indicator.Kind.APPLICATION, APP, Reason.USED_BEFORE));
    }

    @Test
    void anApplicationThatTheAnalystMarkedIsAnIndicatorAndMicrosoftsOwnIsNot() {
        applicationSignIn("2026-09-15T09:00:00", APP, "Mail Backup Pro");
        scene.facts();
        mark(MarkTarget.Kind.APP, APP);
        mark(MarkTarget.Kind.APP, Scene.OFFICE_HOME);
        HostileActivity activity = activity();
        assertThat(activity.indicators().values(Indicator.Kind.APPLICATION)).containsExactly(APP);
        assertThat(activity.indicators().leftOut())
                .contains(new LeftOut(Indicator.Kind.APPLICATION, Scene.OFFICE_HOME, Reason.FIRST_PARTY));
    }

    @Test
    void theAccountsAreThoseThatTheAttackerGotInto() {
        scene.signIn(BELA, "2026-09-15T08:05:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511).failed(50126);
        scene.facts();
        mark(MarkTarget.Kind.IP, ATTACKER);
        assertThat(read().indicators().accounts()).extracting(Account::name).containsExactly(Scene.ADELE);
    }

    @Test
    void aSelectionHasOnlyTheCountsAndTimesOfItsEvents() {
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T09:00:00", "Exchange", "MailItemsAccessed", Scene.SESSION,
                uti), ATTACKER);
        HostileActivity whole = activity();
        CaseEvents events = Correlation.upToDate(scene.caseFile()).events();
        Indicator address = whole.indicators().all().getFirst();
        assertThat(address.events()).hasSize(2);
        BitSet one = new BitSet();
        one.set(address.events().getFirst());
        HostileActivity part = whole.in(one, events);
        assertThat(part.indicators().all().getFirst()).satisfies(cut -> {
            assertThat(cut.value()).isEqualTo(ATTACKER);
            assertThat(cut.events()).containsExactly(address.events().getFirst());
            assertThat(cut.first()).isEqualTo(cut.last()).isEqualTo(address.first()).isLessThan(address.last());
            assertThat(cut.confirmed()).isTrue();
        });
        assertThat(whole.in(new BitSet(), events).indicators().all()).isEmpty();
    }
}
