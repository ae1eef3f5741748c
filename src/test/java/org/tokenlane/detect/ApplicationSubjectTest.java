package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.detect.application.ApplicationQuery;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.application.ApplicationSubject.Change;
import org.tokenlane.job.Progress;

/** Applications that act by themselves. */
class ApplicationSubjectTest extends RuleTest {

    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";

    private void signIn(String time) {
        Scene.Told signIn = scene.signIn("nobody@contoso.example", at(time), null);
        List.of("userPrincipalName", "userId", "sessionId").forEach(signIn.fields()::remove);
        signIn.with("signInEventTypes", List.of("servicePrincipal"))
                .with("servicePrincipalId", "5b000000-0000-4000-8000-000000000001")
                .with("servicePrincipalName", "Mail Backup Pro").app(APP);
    }

    private void change(String time, String activity, String id) {
        scene.change("admin@contoso.example", at(time), activity, "192.0.2.5").with("targetResources",
                List.of(Map.of("id", id, "type", "ServicePrincipal", "displayName", "Mail Backup Pro " + id)));
    }

    private List<ApplicationSubject> all() {
        return new ApplicationQuery(scene.facts().correlation(), scene.facts().details()).all(List.of(),
                Progress.NONE);
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
}
