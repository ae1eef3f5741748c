package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Language;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/** The exposure of the sample tenant's sessions against what happened there. */
class SampleExposureTest {

    @TempDir
    private static Path folder;

    private static SampleAnswers answers;
    private static CaseFile caseFile;
    private static ExposureOf exposures;

    @BeforeAll
    static void openTheSample() {
        answers = SharedSample.answers();
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        exposures = new ExposureOf(caseFile);
    }

    @AfterAll
    static void close() {
        caseFile.close();
    }

    private static <T> Map<String, Integer> counted(Iterable<T> things, Function<T, String> key,
            ToIntFunction<T> number) {
        Map<String, Integer> counts = new TreeMap<>();
        things.forEach(thing -> {
            if (number.applyAsInt(thing) > 0) {
                counts.merge(key.apply(thing), number.applyAsInt(thing), Integer::sum);
            }
        });
        return counts;
    }

    private static Map<String, Integer> files(Exposure exposure, FileAction action) {
        return counted(exposure.files(), Exposure.FileUse::path, file -> file.actions().getOrDefault(action, 0));
    }

    @Test
    void everySessionAccessedWhatItAccessedInTheWorld() {
        assertThat(answers.exposures()).hasSize(answers.sessions().size());
        answers.exposures().forEach((session, answer) -> {
            Exposure found = exposures.filter("session:" + session);
            SampleAnswers.Exposure asAnswer = new SampleAnswers.Exposure(
                    counted(found.mailItems(), Exposure.MailItem::internetMessageId, item -> item.use().times()),
                    counted(found.folders(), Exposure.SyncedFolder::folder, one -> one.use().times()),
                    new TreeMap<>(found.sent().stream().collect(
                            Collectors.toMap(Exposure.SentMail::internetMessageId, Exposure.SentMail::subject))),
                    new TreeMap<>(found.mailChanges().stream().collect(
                            Collectors.toMap(Exposure.MailChange::internetMessageId, Exposure.MailChange::operation))),
                    files(found, FileAction.DOWNLOADED), files(found, FileAction.VIEWED),
                    found.inboxRules().stream().map(Exposure.InboxRule::operation).toList(),
                    counted(found.graph(), Exposure.GraphUse::item, Exposure.GraphUse::succeeded),
                    counted(found.graph(), Exposure.GraphUse::item, Exposure.GraphUse::refused), found.throttled());
            assertThat(asAnswer).as("session " + session).isEqualTo(answer);
            assertThat(found.operations()).isEqualTo(answers.sessions().get(session).operations());
            assertThat(found.others()).allSatisfy(other -> assertThat(other.workload()).isEqualTo("Copilot"));
        });
    }

    @Test
    void whatOnlyUserAddressAndTimeTieToTheAttackedSessionIsInferred() {
        Exposure found = exposures.filter("session:" + answers.aitmSession());
        assertThat(found.inferred()).isNotEmpty().hasSize(answers.sessions().get(answers.aitmSession()).inferred());
    }

    @Test
    void theListsHoldEachChosenOperationOnce() {
        Exposure all = exposures.everything();
        BitSet listed = new BitSet();
        ExposureTables.of(all)
                .forEach(table -> table.rows().forEach(row -> Arrays.stream(row.events()).forEach(listed::set)));
        assertThat(listed.cardinality()).isEqualTo(all.operations());
    }

    @Test
    void theWayInWhichAMailWasReadIsInTheLanguageOfTheReader() {
        Exposure found = exposures.filter("session:" + answers.aitmSession());
        List<String> ways = Language.DANISH.during(() -> {
            ExposureTable mails = ExposureTables.of(found).getFirst();
            int way = mails.columns().indexOf(ExposureTable.Column.ACCESS);
            return mails.rows().stream().map(row -> row.text(way)).distinct().toList();
        });
        assertThat(ways).containsExactly("læst");
    }

    @Test
    void whoReadAMailIsSaidByToken() {
        Exposure found = exposures.filter("session:" + answers.aitmSession());
        assertThat(found.mailItems()).allSatisfy(item -> {
            assertThat(item.use().tokens()).containsExactly(answers.exchangeToken());
            assertThat(item.mailbox()).isEqualTo("adela.novakova@contoso.example");
            assertThat(item.folder()).startsWith("\\");
        });
        Exposure attacker = exposures.filter("session:" + answers.deviceCodeSession() + " (token:"
                + String.join(" OR token:", answers.attackerTokens()) + ")");
        assertThat(attacker.mailItems()).hasSize(34);
    }

    @Test
    void ruleAndForwardingAreSaidInWords() {
        Exposure found = exposures.filter("session:" + answers.aitmSession());
        assertThat(found.inboxRules()).anySatisfy(rule -> {
            assertThat(rule.name()).isEqualTo("..");
            assertThat(rule.conditions()).isEqualTo("subject or body contains words: invoice;faktura;payment");
            assertThat(rule.actions()).contains(ExposureText.RULE_MOVES.text("RSS Feeds"),
                    ExposureText.RULE_MARKS_READ.text(), ExposureText.RULE_STOPS.text());
        }).anySatisfy(rule -> {
            assertThat(rule.forwardsTo()).containsExactly("collector@mailbox.example");
            assertThat(rule.mailbox()).isEqualTo("adela.novakova@contoso.example");
            assertThat(rule.actions()).isEqualTo(ExposureText.RULE_FORWARDS.text("collector@mailbox.example") + "; "
                    + ExposureText.RULE_KEEPS_COPY.text());
        });
    }

    @Test
    void theLimitsAreStatedWithTheirNumbers() {
        Exposure found = exposures.filter("session:" + answers.aitmSession());
        assertThat(found.limits())
                .anyMatch(
                        limit -> limit.startsWith(ExposureText.THROTTLED.text("adela.novakova@contoso.example", 1, "@")
                                .split("@\\)")[0]))
                .contains(ExposureText.SYNCED.text(1, 3), ExposureText.GRAPH_MESSAGES.text(5),
                        ExposureText.REJECTED.text(1))
                .anyMatch(limit -> limit.startsWith(ExposureText.INFERRED.text(2, "@").split("@")[0])
                        && limit.contains("Consent to application"));
        assertThat(found.inferred()).extracting(Exposure.Change::kind).containsExactly(ChangeKind.MFA_METHOD,
                ChangeKind.CONSENT);
        assertThat(found.consents()).as("an inferred consent is not mixed with the exact ones").isEmpty();
        assertThat(exposures.filter("upn:adela.novakova@contoso.example").consents()).as("by fact it is this user's")
                .hasSize(1);
    }

    @Test
    void workThatIsNoLongerWantedStops() {
        BitSet all = new BitSet();
        all.set(0, exposures.correlation().events().size());
        assertThatThrownBy(() -> exposures.query().of(all, cancelled())).isInstanceOf(CancellationException.class);
    }

    private static Progress cancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        return new Progress(cancellation);
    }
}
