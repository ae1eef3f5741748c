package org.tokenlane.detect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/** Adele's account, into which an attacker signed in at 8 o'clock; the analyst marked that session malicious. */
abstract class AttackedAccount {

    static final String ADMIN = "admin@contoso.example";
    static final String ATTACKER = "203.0.113.200";

    @TempDir
    Path folder;

    Scene scene;
    String uti;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511).uti();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    Answers answers(Finding... findings) {
        return answers(MarkTarget.of(MarkTarget.Kind.SESSION, Scene.SESSION), findings);
    }

    Answers answers(MarkTarget malicious, Finding... findings) {
        scene.load();
        scene.caseFile().marks().verdict(List.of(malicious), Verdict.MALICIOUS, "", "me");
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        Attribution attribution = Attribution.of(facts, List.of(), MarkedEvents.of(scene.caseFile(), correlation),
                session -> List.of());
        return Answers.of(facts, attribution, List.of(findings), scene.caseFile().evidence(), Progress.NONE);
    }

    Account adele() {
        return answers().incident().accounts().getFirst();
    }

    State contained() {
        return answers().to(Question.CONTAINED).state();
    }

    /** Something that the attacker did with the token. */
    Scene.Told act(String time, String operation, String... parameters) {
        return Scene.from(
                scene.audit(Scene.ADELE, "2026-09-15T" + time, "Exchange", operation, Scene.SESSION, uti)
                        .with("Parameters", Scene.pairs(parameters)),
                ATTACKER);
    }

    Scene.Told byAdmin(String time, String operation, String... parameters) {
        return scene.audit(ADMIN, "2026-09-15T" + time, "Exchange", operation, null, null)
                .with("Parameters", Scene.pairs(parameters));
    }

    Scene.Told change(String by, String time, String activity, String ip) {
        return scene.change(by, "2026-09-15T" + time, activity, ip).with("targetResources",
                List.of(Map.of("id", "u1", "type", "User", "userPrincipalName", Scene.ADELE)));
    }

    Scene.Told revoked(String time) {
        return change(ADMIN, time, "Update StsRefreshTokenValidFrom Timestamp", "192.0.2.5");
    }

    static List<MilestoneKind> kinds(Account account) {
        return account.milestones().stream().map(Milestone::kind).toList();
    }
}
