package org.tokenlane.ui.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.filters.FilterBarViewModel.Chip;
import org.tokenlane.ui.kit.Completion;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;

/** The filter is checked while it is typed, and its chips are edited, switched off and inverted. */
class FilterBarViewModelTest {

    @TempDir
    private Path folder;
    private OpenedCase opened;
    private FilterBarViewModel model;
    private FilterDraft draft;

    @BeforeEach
    void open() {
        opened = OpenedCase.bare(folder);
        model = new FilterBarViewModel(opened.workbench.navigation());
        draft = new FilterDraft(opened.workbench.selection(), opened.workbench.background());
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private ViewState view() {
        return opened.workbench.selection().view().get();
    }

    private List<String> words() {
        return FilterBarViewModel.chips(view()).stream().map(Chip::words).toList();
    }

    private Chip chip(int number) {
        return FilterBarViewModel.chips(view()).get(number);
    }

    private int left() {
        return opened.workbench.selection().matching().get().events().length;
    }

    @Test
    void whatIsTypedIsCheckedAndCountedWithTheFilterThatIsApplied() throws FilterSyntaxException {
        draft.check("opp:x");
        assertThat(draft.said().get().valid()).isFalse();
        assertThat(draft.said().get().start()).isZero();
        int all = left();
        String ip = opened.open().events().text(org.tokenlane.model.event.EventField.IP, 0);
        draft.check("ip:" + ip);
        assertThat(draft.said().get().valid()).isTrue();
        assertThat(draft.said().get().text().key()).isEqualTo(FiltersText.VALID);
        int counted = (int) draft.said().get().text().arguments().getFirst();
        assertThat(counted).isPositive().isLessThan(all);
        model.add("ip:" + ip);
        assertThat(left()).isEqualTo(counted);
        draft.check("-ip:" + ip);
        assertThat(draft.said().get().text().key()).isEqualTo(FiltersText.VALID_NONE);
        draft.check("text:x");
        assertThat(draft.said().get().text().key()).as("records are not read for each letter")
                .isEqualTo(FiltersText.VALID_TEXT);
        draft.check(" ");
        assertThat(draft.said().get()).isNull();
    }

    @Test
    void aRangeIsOneChipWithoutFractionsAndGoesAsOne() throws FilterSyntaxException {
        model.add("after:2026-09-15T08:12:00.123456789Z op:Send before:2026-09-15T08:18:00.000000001Z");
        assertThat(words()).containsExactly(
                FiltersText.RANGE.text("2026-09-15 08:12:00", "2026-09-15 08:18:00"), "op:Send");
        model.remove(chip(0));
        assertThat(words()).containsExactly("op:Send");
        model.edit(chip(0), "after:2026-09-15T08:12:00.5Z");
        assertThat(words()).containsExactly(FiltersText.SINCE.text("2026-09-15 08:12:00"));
    }

    @Test
    void aChipIsEditedInItsPlaceAndAMistakeChangesNothing() throws FilterSyntaxException {
        model.add("op:Send ip:203.0.113.9 country:CZ");
        model.edit(chip(1), "ip:203.0.113.0/24");
        assertThat(words()).containsExactly("op:Send", "ip:203.0.113.0/24", "country:CZ");
        ViewState before = view();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> model.edit(chip(1), "ip:")))
                .isInstanceOf(FilterSyntaxException.class);
        assertThat(view()).isEqualTo(before);
        model.edit(chip(1), "");
        assertThat(words()).containsExactly("op:Send", "country:CZ");
    }

    @Test
    void aChipThatIsSwitchedOffIsKeptAndNotApplied() throws FilterSyntaxException {
        int all = left();
        model.add("op:NoSuchOperation");
        assertThat(left()).isZero();
        model.toggle(chip(0));
        assertThat(left()).isEqualTo(all);
        assertThat(chip(0).off()).isTrue();
        model.add("country:ZZ");
        assertThat(words()).containsExactly("country:ZZ", "op:NoSuchOperation");
        model.toggle(chip(1));
        assertThat(words()).containsExactly("country:ZZ", "op:NoSuchOperation");
        assertThat(chip(1).off()).isFalse();
        model.toggle(chip(1));
        model.remove(chip(1));
        assertThat(words()).containsExactly("country:ZZ");
    }

    @Test
    void aChipIsInvertedAndBack() throws FilterSyntaxException {
        model.add("op:Send");
        model.invert(chip(0));
        assertThat(words()).containsExactly("-op:Send");
        assertThat(chip(0).isNegative()).isTrue();
        model.invert(chip(0));
        assertThat(words()).containsExactly("op:Send");
    }

    @Test
    void whatIsNoAddressIsRefusedUnlessItIsQuoted() throws FilterSyntaxException {
        for (String bad : List.of("ip:hello", "ip:203.0.113.0/33", "ip:203.0.113.999", "ip:203.0.113.9,hello")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> FilterParser.parse(bad))).as(bad)
                    .isInstanceOf(FilterSyntaxException.class);
        }
        for (String good : List.of("ip:203.0.113.9", "ip:203.0.113.0/32", "ip:203.0.*", "ip:\"hello\"",
                "ip:\"2001:db8::1\"")) {
            Filter filter = FilterParser.parse(good);
            assertThat(FilterParser.parse(filter.toText())).as(good).isEqualTo(filter);
        }
        Filter odd = new Filter.FieldIs(FilterField.IP, List.of("hello"));
        assertThat(FilterParser.parse(odd.toText())).as("a value of the log can be filtered by").isEqualTo(odd);
    }

    @Test
    void theEmptyBoxOffersFieldsWithAnExampleAndItsCount() {
        List<Completion.Offer> offers = Suggestions.offers(opened.open().events(),
                opened.workbench.marking().marked().get().marks(), "");
        assertThat(offers).extracting(Completion.Offer::text).contains("ip:", "result:", "after:");
        assertThat(offers).filteredOn(offer -> offer.text().equals("ip:")).singleElement()
                .satisfies(offer -> assertThat(offer.note()).isNotEmpty());
    }

    @Test
    void theBoxOfAFieldFiltersByWhatWasReadAndRefusesWhatIsNoAddress() throws FilterSyntaxException {
        model.add(FilterField.IP, " \"hello\" ");
        assertThat(view().parts()).containsExactly(new Filter.FieldIs(FilterField.IP, List.of("hello")));
        model.remove(chip(0));
        for (String bad : List.of("203.0.113.9 x", "hello", "203.0.113.0/33", "\"hello")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> model.add(FilterField.IP, bad))).as(bad)
                    .isInstanceOf(FilterSyntaxException.class);
        }
        assertThat(view()).isEqualTo(ViewState.ALL);
        model.add(FilterField.IP, "203.0.113.9 198.51.100.0/24,,192.0.2.*,");
        assertThat(view().parts()).containsExactly(
                new Filter.FieldIs(FilterField.IP, List.of("203.0.113.9", "198.51.100.0/24", "192.0.2.*")));
        model.remove(chip(0));
        model.add(FilterField.UPN, "Doe J, \"Roe, R\"");
        assertThat(view().parts())
                .containsExactly(new Filter.FieldIs(FilterField.UPN, List.of("Doe J", "Roe, R")));
        model.remove(chip(0));
        model.add(FilterField.UPN, " , ");
        assertThat(view()).isEqualTo(ViewState.ALL);
    }

    @Test
    void whatATextWouldLeaveIsSaidAgainForAnotherFilterAndAnotherCase() {
        draft.check("op:NoSuchOperation");
        assertThat(draft.said().get().text().key()).isEqualTo(FiltersText.VALID_NONE);
        draft.check("-op:NoSuchOperation");
        assertThat(draft.said().get().text().arguments().getFirst()).isEqualTo(left());
        opened.workbench.navigation().go(ViewState.of(new Filter.FieldIs(FilterField.OPERATION, List.of("None"))));
        assertThat(draft.said().get().text().key()).as("with the other filter").isEqualTo(FiltersText.VALID_NONE);
        OpenCase open = opened.open();
        opened.workbench.show(null);
        assertThat(draft.said().get()).isNull();
        open.file().close();
    }
}
