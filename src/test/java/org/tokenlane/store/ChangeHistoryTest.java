package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;

/** All that the analyst changes is undone in the opposite order, also by who opens the case later. */
class ChangeHistoryTest {

    private static final String SESSION = "00ab12cd-0000-0000-0000-00000000000f";
    private static final String ORIGIN = "AS64511|Mozilla/5.0|||";
    private static final String OTHER = "AS64512|curl|||";
    private static final MarkTarget TARGET = MarkTarget.of(MarkTarget.Kind.SESSION, SESSION);
    private static final OriginSplit SPLIT = new OriginSplit(ORIGIN, OriginSplit.By.ADDRESS, "203.0.113.9");
    private static final OriginSplit INNER = new OriginSplit(SPLIT.key(), OriginSplit.By.USER_AGENT, "curl");

    @TempDir
    private Path folder;
    private CaseFile open;

    @BeforeEach
    void makeACase() {
        open = CaseFile.create(folder.resolve("a.tlcase"), null, "Adele");
    }

    @AfterEach
    void close() {
        assertThat(open.verify()).isEmpty();
        open.close();
    }

    private void again() {
        open.close();
        open = CaseFile.open(folder.resolve("a.tlcase"), null);
    }

    private String undo() {
        ChangeHistory.Turned turned = open.history().undo("Bob");
        return turned == null ? null : turned.words().text();
    }

    private String redo() {
        ChangeHistory.Turned turned = open.history().redo("Bob");
        return turned == null ? null : turned.words().text();
    }

    private void mark() {
        open.marks().verdict(List.of(TARGET), Verdict.MALICIOUS, "", "Adele");
    }

    @Test
    void aSplitAfterAMarkIsUndoneBeforeTheMark() {
        mark();
        open.settings().splitOrigin(SESSION, SPLIT, true, "Adele");
        assertThat(open.history().next().undo().text()).startsWith(AuditKind.ORIGIN_SPLIT.text());
        assertThat(undo()).startsWith(AuditKind.ORIGIN_SPLIT.text());
        assertThat(open.settings().originSplits(SESSION)).isEmpty();
        assertThat(open.marks().all().verdict(TARGET)).isNotNull();
        undo();
        assertThat(open.marks().all().verdict(TARGET)).isNull();
        assertThat(undo()).isNull();
    }

    @Test
    void everyKindOfChangeIsUndoneAndDoneAgainInOrder() {
        CaseSettings settings = open.settings();
        mark();
        settings.setActor(SESSION, List.of(ORIGIN, OTHER), "attacker", "Adele");
        settings.splitOrigin(SESSION, SPLIT, true, "Adele");
        settings.saveFilter("mail", "result:failure", "Adele");
        settings.setRule("a-rule", "hours", "2", "Adele");
        settings.tickContainment("key", true, "Revoke sessions", "Adele");
        settings.setRule("a-rule", "hours", "3", "Adele");
        settings.setRule("a-rule", "hours", null, "Adele");
        settings.setActor(SESSION, ORIGIN, null, "Adele");
        settings.saveFilter("mail", null, "Adele");
        List<String> done = new ArrayList<>();
        for (String words = undo(); words != null; words = undo()) {
            done.addFirst(words);
        }
        assertThat(done).hasSize(10);
        assertThat(open.marks().all().verdict(TARGET)).isNull();
        assertThat(open.settings().actors(SESSION)).isEmpty();
        assertThat(open.settings().originSplits(SESSION)).isEmpty();
        assertThat(open.settings().savedFilters()).isEmpty();
        assertThat(open.settings().ruleSettings()).isEmpty();
        assertThat(open.settings().containmentTicks()).isEmpty();
        again();
        for (int i = 0; i < 7; i++) {
            assertThat(redo()).isEqualTo(done.get(i));
        }
        assertThat(open.marks().all().verdict(TARGET)).isNotNull();
        assertThat(open.settings().actors(SESSION)).isEqualTo(Map.of(ORIGIN, "attacker", OTHER, "attacker"));
        assertThat(open.settings().originSplits(SESSION)).containsExactly(SPLIT);
        assertThat(open.settings().savedFilters()).isEqualTo(Map.of("mail", "result:failure"));
        assertThat(open.settings().ruleSettings()).isEqualTo(Map.of("a-rule", Map.of("hours", "3")));
        assertThat(open.settings().containmentTicks()).containsOnlyKeys("key");
        redo();
        redo();
        redo();
        assertThat(redo()).isNull();
        assertThat(open.settings().actors(SESSION)).isEqualTo(Map.of(OTHER, "attacker"));
        assertThat(open.settings().savedFilters()).isEmpty();
        assertThat(open.settings().ruleSettings()).isEmpty();
    }

    @Test
    void whatWasUndoneStaysSoOnceSomethingElseWasDone() {
        mark();
        undo();
        open.settings().setRule("a-rule", "hours", "2", "Adele");
        assertThat(open.history().next().redo()).isNull();
        assertThat(redo()).isNull();
        assertThat(undo()).startsWith(AuditKind.RULE_TUNED.text());
        assertThat(undo()).isNull();
    }

    @Test
    void aMergeThatIsUndoneKeepsPartsOfThePartBehindIt() {
        open.settings().splitOrigin(SESSION, SPLIT, true, "Adele");
        open.settings().splitOrigin(SESSION, INNER, true, "Adele");
        open.settings().splitOrigin(SESSION, SPLIT, false, "Adele");
        undo();
        assertThat(open.settings().originSplits(SESSION)).containsExactly(SPLIT, INNER);
    }

    @Test
    void aChangeIsNamedInWordsAndNotByKeys() {
        open.settings().splitOrigin(SESSION, SPLIT, true, "Adele");
        assertThat(open.history().next().undo().text()).contains("AS64511, Mozilla/5.0").doesNotContain("|");
        open.marks().verdict(List.of(MarkTarget.origin(SESSION, ORIGIN)), Verdict.BENIGN, "", "Adele");
        assertThat(open.history().next().undo().text()).contains("AS64511, Mozilla/5.0").doesNotContain("|");
    }
}
