package org.tokenlane.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.overview.OverviewViewModel.Begin;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class OverviewViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private OverviewViewModel model;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        model = new OverviewViewModel(workbench.selection(), workbench.rules(), workbench.answers(),
                workbench.messages(), sample.runner);
    }

    @Test
    void theFirstPageNamesTheSessionsOfTheAttacksFirst() {
        workbench.rules().detect();
        OverviewViewModel.Overview overview = model.overview().get();
        assertThat(overview.rulesRun()).isTrue();
        assertThat(overview.sessions()).isEqualTo(sample.open().sessions().size());
        assertThat(overview.begin().sessions()).extracting(worth -> worth.facts().sessionId())
                .contains(sample.answers.aitmSession(), sample.answers.deviceCodeSession());
        assertThat(overview.sources()).isNotEmpty();
        assertThat(overview.files()).hasSameSizeAs(sample.open().file().evidence());
        assertThat(overview.files()).allSatisfy(line -> assertThat(line.warnings())
                .isEqualTo(sample.open().file().warnings().getOrDefault(line.file().id(), List.of())));
        List<String> titles = sample.open().file().shapes().stream().map(shape -> shape.title()).toList();
        assertThat(overview.files()).extracting(line -> line.recognizedAs()).as("titles, not ids")
                .allSatisfy(words -> assertThat(titles).contains(words.split(" \\+ ")));
    }

    @Test
    void howMailboxesAreSetIsOnTheFirstPage(@TempDir Path own) {
        try (TestCase test = new TestCase(own)) {
            test.loadOne(test.write("20260312091500-MailboxRules.csv",
                    "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                            + "lea@contoso.example,hide,True,,,,drop@mail.invalid,words\n"));
            OpenCase before = sample.open();
            sample.workbench.show(OpenCase.load(test.caseFile()));
            try {
                assertThat(model.overview().get().settings())
                        .extracting(line -> line.fact().mailbox()).containsExactly("lea@contoso.example");
            } finally {
                sample.workbench.show(before);
            }
        }
    }

    @Test
    void aCaseThatIsClosedMeanwhileLeavesNothingAndNoFailure(@TempDir Path own) {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            OpenCase open = opened.open();
            opened.runner.hold();
            OverviewViewModel late = new OverviewViewModel(opened.workbench.selection(), opened.workbench.rules(),
                    opened.workbench.answers(), opened.workbench.messages(), opened.runner);
            opened.workbench.rules().detect();
            opened.workbench.navigation().go(ViewState.ALL);
            opened.workbench.show(null);
            open.file().close();
            opened.runner.proceed();
            assertThat(late.overview().get()).isNull();
            assertThat(opened.said()).isEmpty();
        }
    }

    @Test
    void aFindingWithoutSessionAndUserIsOnTheFirstPage(@TempDir Path own) {
        try (TestCase test = new TestCase(own)) {
            test.loadOne(test.write("audit.jsonl", switchedOff(1, "")));
            Begin begin = begin(test);
            assertThat(begin.others()).extracting(finding -> finding.rule()).containsExactly("audit-switched-off");
            assertThat(begin.users()).isEmpty();
            assertThat(begin.sessions()).isEmpty();
        }
    }

    @Test
    void aFindingWithAUserButWithoutSessionIsTheUsers(@TempDir Path own) {
        try (TestCase test = new TestCase(own)) {
            test.loadOne(test.write("audit.jsonl", switchedOff(1, "\"UserId\":\"lea@contoso.example\",")));
            Begin begin = begin(test);
            assertThat(begin.others()).isEmpty();
            assertThat(begin.users()).singleElement().satisfies(user -> {
                assertThat(user.upn()).isEqualTo("lea@contoso.example");
                assertThat(user.apart()).extracting(finding -> finding.rule()).contains("audit-switched-off");
                assertThat(user.risk().points()).isPositive();
            });
        }
    }

    private Begin begin(TestCase test) {
        OpenCase before = sample.open();
        sample.workbench.show(OpenCase.load(test.caseFile()));
        try {
            workbench.rules().detect();
            return model.overview().get().begin();
        } finally {
            sample.workbench.show(before);
        }
    }

    static String switchedOff(int id, String user) {
        return "{\"CreationTime\":\"2026-09-15T08:00:00\",\"Id\":\"10000000-0000-4000-8000-0000000%05d\",".formatted(id)
                + "\"Operation\":\"Set-AdminAuditLogConfig\","
                + "\"OrganizationId\":\"75243ab2-44f8-435c-a7a6-b479385df6d4\","
                + "\"RecordType\":1,\"Workload\":\"Exchange\"," + user + "\"ResultStatus\":\"Succeeded\","
                + "\"Parameters\":[{\"Name\":\"UnifiedAuditLogIngestionEnabled\",\"Value\":\"False\"}]}\n";
    }
}
