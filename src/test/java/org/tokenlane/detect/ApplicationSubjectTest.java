package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.application.ApplicationQuery;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.application.ApplicationSubject.Change;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Applications that act by themselves. */
class ApplicationSubjectTest extends RuleTest {

    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";
    private static final String OTHER_APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d35";
    private static final String PRINCIPAL = "5b000000-0000-4000-8000-000000000001";

    private void signIn(String time) {
        signIn(time, APP, PRINCIPAL, "Mail Backup Pro");
    }

    private void signIn(String time, String app, String principal, String name) {
        Scene.Told signIn = scene.signIn("nobody@contoso.example", at(time), null);
        List.of("userPrincipalName", "userId", "sessionId").forEach(signIn.fields()::remove);
        signIn.with("signInEventTypes", List.of("servicePrincipal"))
                .with("servicePrincipalId", principal).with("servicePrincipalName", name).app(app)
                .with("appDisplayName", name);
    }

    private void change(String time, String activity, String id) {
        scene.change("admin@contoso.example", at(time), activity, "192.0.2.5").with("targetResources",
                List.of(Map.of("id", id, "type", "ServicePrincipal", "displayName", "Mail Backup Pro " + id)));
    }

    private List<ApplicationSubject> all() {
        return all(List.of(), Progress.NONE);
    }

    private List<ApplicationSubject> all(List<Finding> findings, Progress progress) {
        return new ApplicationQuery(scene.facts().correlation(), scene.facts().details()).all(findings, progress);
    }

    private Finding finding(Severity severity, int event) {
        return new Finding("a-rule", "a rule", severity, List.of(), null, null, List.of(event),
                List.of(scene.facts().events().id(event)), "a fact", "a fact", List.of(), "a step", List.of(event));
    }

    @Test
    void itsSignInsCredentialsConsentsAndOwnersAreFoundAndThoseOfAnotherAreNot() {
        signIn("08:00");
        signIn("09:00");
        change("07:00", "Add service principal credentials", "5b000000-0000-4000-8000-000000000001");
        change("07:10", "Add owner to service principal", "5b000000-0000-4000-8000-000000000001");
        change("07:20", "Add service principal credentials", "5b000000-0000-4000-8000-000000000002");
        root("08:00").app(APP);
        assertThat(all()).singleElement().satisfies(subject -> {
            assertThat(subject.facts().id()).isEqualTo(APP);
            assertThat(subject.facts().signIns()).as("those of users are not its own").isEqualTo(2);
            assertThat(subject.count(Change::isCredential)).isEqualTo(1);
            assertThat(subject.count(Change::owner)).isEqualTo(1);
        });
    }

    @Test
    void withoutAnApplicationThatActsThereIsNone() {
        root("08:00").app(APP);
        assertThat(all()).isEmpty();
    }

    @Test
    void itsChangesAreInOrderOfTimeAndEachOfItsKind() {
        signIn("08:00");
        change("07:30", "Consent to application", PRINCIPAL);
        change("07:10", "Add service principal credentials", PRINCIPAL);
        change("07:20", "Add delegated permission grant", PRINCIPAL);
        change("07:40", "Add owner to service principal", PRINCIPAL);
        assertThat(all()).singleElement().satisfies(subject -> {
            assertThat(subject.changes()).extracting(Change::activity).containsExactly(
                    "Add service principal credentials", "Add delegated permission grant", "Consent to application",
                    "Add owner to service principal");
            assertThat(subject.changes()).extracting(Change::by).containsOnly("admin@contoso.example");
            assertThat(subject.count(Change::isConsent)).isEqualTo(2);
            assertThat(subject.count(Change::isCredential)).isEqualTo(1);
            assertThat(subject.count(Change::owner)).isEqualTo(1);
        });
    }

    @Test
    void aChangeIsItsOwnByNameAndByTheIdThatItChanged() {
        signIn("08:00");
        scene.change("admin@contoso.example", at("07:00"), "Add service principal credentials", "192.0.2.5")
                .with("targetResources", List.of(Map.of("type", "ServicePrincipal", "displayName", "MAIL backup pro")));
        scene.change("admin@contoso.example", at("07:10"), "Add app role assignment to service principal", "192.0.2.5")
                .with("targetResources", List.of(Map.of("type", "ServicePrincipal", "displayName", "Microsoft Graph",
                        "modifiedProperties", List.of(Map.of("displayName", "ServicePrincipal.ObjectID", "newValue",
                                "\"" + PRINCIPAL + "\"")))));
        scene.change("admin@contoso.example", at("07:20"), "Add app role assignment to service principal", "192.0.2.5")
                .with("targetResources", List.of(Map.of("type", "ServicePrincipal", "displayName", "Microsoft Graph",
                        "modifiedProperties", List.of(Map.of("displayName", "ServicePrincipal.AppId", "newValue",
                                "\"" + APP + "\"")))));
        scene.change("admin@contoso.example", at("07:30"), "Add service principal credentials", "192.0.2.5")
                .with("targetResources", List.of(Map.of("type", "ServicePrincipal", "displayName", "Mail Backup")));
        assertThat(all()).singleElement().satisfies(subject -> assertThat(subject.changes()).hasSize(3));
    }

    @Test
    void whatFailedOrWasDoneElsewhereIsNoChangeOfIt() {
        signIn("08:00");
        change("07:00", "Add service principal credentials", PRINCIPAL);
        scene.change("admin@contoso.example", at("07:10"), "Add service principal credentials", "192.0.2.5")
                .with("targetResources", List.of(Map.of("id", PRINCIPAL, "type", "ServicePrincipal")))
                .with("result", "failure");
        scene.audit("admin@contoso.example", at("07:20"), "AzureActiveDirectory", "Add owner to service principal.",
                null, null).with("Target", List.of(Map.of("ID", PRINCIPAL, "Type", 2)));
        scene.audit("admin@contoso.example", at("07:30"), "Exchange", "Add owner to service principal.", null, null)
                .with("Target", List.of(Map.of("ID", PRINCIPAL, "Type", 2)));
        assertThat(all()).singleElement().satisfies(subject -> assertThat(subject.changes())
                .extracting(Change::activity)
                .containsExactly("Add service principal credentials", "Add owner to service principal."));
    }

    @Test
    void theOneWithTheHighestRiskIsFirst() {
        signIn("08:00");
        signIn("08:10");
        signIn("09:00", OTHER_APP, "5b000000-0000-4000-8000-000000000002", "Sync");
        assertThat(all()).extracting(subject -> subject.facts().id()).containsExactly(APP, OTHER_APP);
        int ofOther = all().getLast().facts().events().getFirst();
        List<ApplicationSubject> found = all(List.of(finding(Severity.HIGH, ofOther)), Progress.NONE);
        assertThat(found).extracting(subject -> subject.facts().id()).containsExactly(OTHER_APP, APP);
        assertThat(found).extracting(subject -> subject.findings().size()).containsExactly(1, 0);
    }

    @Test
    void lookingForThemCanBeStopped() {
        signIn("08:00");
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> all(List.of(), new Progress(cancellation))).isInstanceOf(CancellationException.class);
    }
}
