package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** What is looked at changes part by part, and back and forward as in a browser. */
class ViewStateTest {

    private static Filter is(FilterField field, String... values) {
        return new Filter.FieldIs(field, List.of(values));
    }

    @Test
    void aSecondValueOfAFieldJoinsTheFirst() {
        ViewState view = ViewState.ALL.with(is(FilterField.UPN, "a@contoso.example"))
                .with(is(FilterField.UPN, "b@contoso.example"));
        assertThat(view.parts()).containsExactly(is(FilterField.UPN, "a@contoso.example", "b@contoso.example"));
        assertThat(view.with(is(FilterField.UPN, "a@contoso.example"))).isEqualTo(view);
    }

    @Test
    void aNewStretchOfTimeTakesTheOldOnesPlace() {
        ViewState view = ViewState.ALL.with(new Filter.TimeFrom(1)).with(new Filter.TimeBefore(9))
                .with(new Filter.TimeFrom(5));
        assertThat(view.parts()).containsExactlyInAnyOrder(new Filter.TimeFrom(5), new Filter.TimeBefore(9));
    }

    @Test
    void oneSessionAndOneTokenAreWhatIsLookedAtSeveralAreNot() {
        ViewState view = ViewState.ofSession("s1").with(is(FilterField.TOKEN, "t1"));
        assertThat(view.session()).isEqualTo("s1");
        assertThat(view.token()).isEqualTo("t1");
        assertThat(view.with(is(FilterField.SESSION, "s2")).session()).isNull();
        assertThat(view.withField(FilterField.TOKEN, List.of()).token()).isNull();
        assertThat(ViewState.ALL.with(new Filter.Not(is(FilterField.SESSION, "s1"))).session()).isNull();
    }

    @Test
    void aFilterOfOrStaysOnePart() {
        Filter or = new Filter.Or(List.of(is(FilterField.UPN, "a"), is(FilterField.IP, "1.2.3.4")));
        assertThat(ViewState.of(or).parts()).containsExactly(or);
        assertThat(ViewState.of(or).filter()).isEqualTo(or);
        assertThat(ViewState.of(new Filter.Everything())).isEqualTo(ViewState.ALL);
    }

    @Test
    void backAndForwardGoAlongTheViewsAndANewOneCutsOffWhatLayAhead() {
        ViewHistory history = new ViewHistory();
        ViewState one = ViewState.ofSession("1");
        ViewState two = ViewState.ofSession("2");
        history.go(one);
        history.go(one);
        history.go(two);
        assertThat(history.back()).isEqualTo(one);
        assertThat(history.back()).isEqualTo(ViewState.ALL);
        assertThat(history.canGoBack()).isFalse();
        assertThat(history.forward()).isEqualTo(one);
        history.go(ViewState.ofSession("3"));
        assertThat(history.canGoForward()).isFalse();
        assertThat(history.back()).isEqualTo(one);
    }

    @Test
    void anApplicationIsLookedAtOnlyAsSomebodyWhoActs() {
        assertThat(ViewState.ofApplication("a1").application()).isEqualTo("a1");
        assertThat(ViewState.ALL.with(new Filter.FieldIs(FilterField.APP, List.of("a1"))).application()).isNull();
        assertThat(ViewState.ofApplication("a1").with(new Filter.FieldIs(FilterField.SESSION, List.of("s")))
                .application()).isNull();
    }
}
