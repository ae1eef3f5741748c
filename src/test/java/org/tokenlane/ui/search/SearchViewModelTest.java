package org.tokenlane.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class SearchViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private SearchViewModel model;

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
        model = new SearchViewModel(workbench.selection(), workbench.navigation(), workbench.messages(), sample.runner);
    }

    @Test
    void aSessionIdIsFoundAndOpened() {
        model.search(sample.answers.aitmSession());
        assertThat(model.found()).isNotEmpty();
        SearchViewModel.Found first = model.found().getFirst();
        model.open(first);
        assertThat(workbench.selection().view().get()).isEqualTo(ViewState.of(first.filter()));
        assertThat(workbench.selection().matching().get().events()).isNotEmpty();
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }

    @Test
    void aSingleCharacterFindsNothing() {
        model.search(sample.answers.aitmSession());
        model.search("a");
        assertThat(model.found()).isEmpty();
    }

    @Test
    void aTextThatGetsTooShortCancelsTheSearch() {
        sample.runner.hold();
        model.search("MailItemsAccessed");
        model.search("M");
        sample.runner.proceed();
        assertThat(model.found()).isEmpty();
    }

    @Test
    void aTokenIsFoundByTheRequestIdOfItsSignIn() {
        String requestId = Uti.of(sample.answers.exchangeToken()).toRequestId();
        model.search(requestId);
        SearchViewModel.Found token = model.found().stream().filter(found -> found.kind() == SearchText.TOKEN)
                .findFirst().orElseThrow();
        assertThat(token.text()).isEqualTo(sample.answers.exchangeToken());
        model.open(token);
        assertThat(workbench.selection().view().get().token()).isEqualTo(sample.answers.exchangeToken());
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }

    @Test
    void aWholeLogLineThatIsPastedShowsEachIdTheCaseKnowsWithItsEventsInEveryLog() {
        String request = Uti.of(sample.answers.exchangeToken()).toRequestId();
        model.search("{\"SessionId\":\"" + sample.answers.aitmSession() + "\",\"RequestId\":\"" + request
                + "\",\"ClientIP\":\"203.0.113.200\",\"UserId\":\"Adela.Novakova@contoso.example\","
                + "\"Nothing\":\"198.18.0.1\"}");
        assertThat(model.found()).extracting(SearchViewModel.Found::text)
                .contains(sample.answers.aitmSession(), sample.answers.exchangeToken(), "203.0.113.200",
                        "adela.novakova@contoso.example")
                .doesNotContain("198.18.0.1");
        assertThat(model.found()).filteredOn(found -> found.kind() == SearchText.TOKEN).singleElement()
                .satisfies(token -> assertThat(token.detail()).contains(SearchText.REQUEST_ID.text(request),
                        Count.OPERATIONS.of(59)));
        assertThat(model.found()).allSatisfy(found -> assertThat(found.events()).isPositive());
    }

    @Test
    void aRecordThatIsPastedWholeIsFoundItself() {
        var open = workbench.selection().openCase().get();
        int event = open.correlation().eventsOfSession(
                open.correlation().sessionCode(sample.answers.aitmSession()))[30];
        String raw = open.file().rawRecords().text(open.events().places(event).getFirst()).strip();
        model.search(raw);
        SearchViewModel.Found first = model.found().getFirst();
        assertThat(first.kind()).isEqualTo(SearchText.THIS_RECORD);
        assertThat(first.filter()).isEqualTo(new Filter.EventIs(List.of(open.events().id(event))));
        model.open(first);
        assertThat(workbench.selection().matching().get().events()).containsExactly(event);
        model.search(raw + "x");
        assertThat(model.found()).as("another text with the same ids").noneMatch(
                found -> found.kind() == SearchText.THIS_RECORD);
    }

    @Test
    void commandsAndSettingsAreFoundByTheBeginningsOfTheirWords() {
        List<String> done = new ArrayList<>();
        model.commands(() -> List.of(new Command(SearchText.COMMAND, "Full screen", "View", () -> done.add("full")),
                new Command(SearchText.SETTING, "Times in Europe/Copenhagen", "", () -> done.add("zone"))));
        model.search("scr full");
        model.open(model.found().getFirst());
        model.search("copenh");
        model.open(model.found().stream().filter(found -> found.kind() == SearchText.SETTING).findFirst()
                .orElseThrow());
        assertThat(done).containsExactly("full", "zone");
        model.search("openhagen");
        assertThat(model.found()).noneMatch(found -> found.kind() == SearchText.SETTING);
    }

    @Test
    void whatIsTypedLaterTakesThePlaceOfWhatWasTypedBefore() {
        sample.runner.hold();
        model.search("MailItemsAccessed");
        model.search("no such text in any record");
        sample.runner.proceed();
        assertThat(model.found()).isEmpty();
    }
}
