package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Kind;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/** The stories of accounts say no more than the logs prove. */
class StoryStationsTest extends AttackedAccount {

    private static final String BRUNO = "bruno@contoso.example";

    private Station station(Kind kind) {
        return answers().stories().getFirst().station(kind);
    }

    @Test
    void anInteractiveSignInIsWhatTheSessionBeganWith() {
        assertThat(station(Kind.SIGN_IN).certainty()).isEqualTo(Certainty.FOUND);
        assertThat(station(Kind.SIGN_IN).fetch()).isEmpty();
    }

    private Story ofRenewalsOnly() {
        scene.signIn(BRUNO, "2026-09-15T08:20:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511)
                .renewed("refreshToken");
        return storyOfBruno();
    }

    private Story storyOfBruno() {
        scene.load();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, Scene.OTHER_SESSION)),
                Verdict.MALICIOUS, "", "me");
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        Attribution attribution = Attribution.of(facts, List.of(),
                MarkedEvents.of(scene.caseFile(), correlation), session -> List.of());
        return Answers.of(facts, attribution, List.of(), scene.caseFile().evidence(), Progress.NONE)
                .stories().stream().filter(story -> story.account().equals(BRUNO)).findFirst().orElseThrow();
    }

    @Test
    void aRenewalIsNotTheSignInThatTheSessionBeganWith() {
        Station signIn = ofRenewalsOnly().station(Kind.SIGN_IN);
        assertThat(signIn.certainty()).isEqualTo(Certainty.INFERRED);
        assertThat(signIn.fetch()).isNotEmpty();
    }

    @Test
    void anInteractiveSignInAfterARenewalIsNotTheBeginning() {
        scene.signIn(BRUNO, "2026-09-15T08:21:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511);
        assertThat(ofRenewalsOnly().station(Kind.SIGN_IN).certainty()).isEqualTo(Certainty.INFERRED);
    }

    @Test
    void aSignInOfTheAuditLogMayBeARenewal() {
        Scene.from(scene.audit(BRUNO, "2026-09-15T08:20:00", "AzureActiveDirectory", "UserLoggedIn",
                Scene.OTHER_SESSION, null).with("RecordType", 15), ATTACKER);
        assertThat(storyOfBruno().station(Kind.SIGN_IN).certainty()).isEqualTo(Certainty.INFERRED);
    }

    @ParameterizedTest
    @CsvSource({ "09:00:00,true", "09:00:01,false" })
    void aResetThatTheAttackerOutlastedIsNamedAndClosesNothing(String lastUse, boolean contained) {
        act(lastUse, "MailItemsAccessed");
        revoked("09:00:00");
        String exit = station(Kind.EXIT).text();
        assertThat(exit).contains(Words.time(adele().lastEnd().time()), MilestoneKind.SESSIONS_REVOKED.text());
        assertThat(exit.startsWith(Words.time(adele().last()))).isFalse();
        assertThat(station(Kind.EXIT).fetch()).isEmpty();
        assertThat(answers().incident().containedAt() >= 0).isEqualTo(contained);
    }

    @Test
    void withoutAResetTheExitSaysWhatToFetch() {
        assertThat(station(Kind.EXIT).fetch()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatALaterExportShowsAgainIsOpenInTheStoryToo(boolean there) {
        act("08:10:00", "New-InboxRule", "Name", "hide", "DeleteMessage", "True");
        byAdmin("08:50:00", "Remove-InboxRule", "Identity", Scene.ADELE + "\\hide");
        scene.file("20260916120000-MailboxRules.csv",
                "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                        + Scene.ADELE + (there ? ",hide" : ",news") + ",True,,,,,words\n");
        assertThat(station(Kind.EXIT).text().contains("1 thing")).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({ "20,20", "21,20" })
    void soManyAccountsHaveAStory(int accounts, int stories) {
        for (int i = 2; i <= accounts; i++) {
            scene.signIn("user" + i + "@contoso.example", "2026-09-15T09:00:00", Scene.SESSION)
                    .from(ATTACKER, "US", 64511);
        }
        Answers answers = answers();
        assertThat(answers.incident().accounts()).hasSize(accounts);
        assertThat(answers.stories()).hasSize(stories);
    }

    @ParameterizedTest
    @CsvSource({ "3,false", "4,true" })
    void threeApplicationsOfTokensAreNamed(int apps, boolean more) {
        for (int i = 2; i <= apps; i++) {
            scene.signIn(Scene.ADELE, "2026-09-15T08:0" + i + ":00", Scene.SESSION).from(ATTACKER, "US", 64511)
                    .with("appId", "app" + i).with("appDisplayName", "Tool " + i);
        }
        Station token = station(Kind.TOKEN);
        assertThat(token.events()).hasSize(apps);
        assertThat(token.text()).contains("Tool 3");
        assertThat(token.text().contains("Tool 4")).isFalse();
        assertThat(token.text().contains("…")).isEqualTo(more);
    }

    @Test
    void tokensWithoutAnApplicationAreOnlyCounted() {
        scene.signIn(BRUNO, "2026-09-15T08:20:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511)
                .with("appId", "").with("appDisplayName", "");
        assertThat(storyOfBruno().station(Kind.TOKEN).text()).doesNotContain(" for ", ", .");
    }

    @ParameterizedTest
    @CsvSource({ "5,false", "6,true" })
    void fiveThingsThatTheAttackerSetUpAreNamed(int rules, boolean more) {
        for (int i = 1; i <= rules; i++) {
            act("08:1" + i + ":00", "New-InboxRule", "Name", "rule" + i, "DeleteMessage", "True");
        }
        Station actions = station(Kind.ACTIONS);
        assertThat(actions.events()).hasSize(rules);
        assertThat(actions.text()).contains("rule5");
        assertThat(actions.text().contains("rule6")).isFalse();
        assertThat(actions.text().contains("…")).isEqualTo(more);
    }
}
