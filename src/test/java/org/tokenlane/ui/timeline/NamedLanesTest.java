package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.state.KnownValues;

/** Names and countries at lanes whose log gives neither; what a lane can be filtered by stays as it is. */
class NamedLanesTest {

    private static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";

    private final Enrichment beside = Enrichment.of(Networks.shipped());

    private Lane named(String name, String detail, LaneKey key) {
        Lane lane = new Lane(name, detail, new int[] { 0 }, new long[] { 1 }, new byte[1], new byte[1], List.of());
        return NamedLanes
                .of(new Timeline(List.of(lane), List.of(), new int[] { 0 }, 1, 1, 0), key, beside, KnownValues.NONE)
                .lanes()
                .getFirst();
    }

    @Test
    void anApplicationKeepsItsIdAndHasItsNameBelow() {
        assertThat(named(OFFICE, "", LaneKey.APP)).extracting(Lane::name, Lane::detail).containsExactly(OFFICE,
                beside.apps().named(OFFICE));
        assertThat(named("Microsoft Office", "", LaneKey.APP)).extracting(Lane::name, Lane::detail)
                .containsExactly("Microsoft Office", "");
    }

    @Test
    void aTokenIsNamedByItsApplicationAndKeepsItsIdentifier() {
        assertThat(named(OFFICE, "PscrxLUdcU-tefGY8huNAA", LaneKey.TOKEN)).extracting(Lane::name, Lane::detail)
                .containsExactly(beside.apps().named(OFFICE),
                        "PscrxLUdcU-tefGY8huNAA");
    }

    @Test
    void anAddressHasTheCountryOfTheLogElseOfTheDataWithItsDate() {
        assertThat(named("193.0.6.139", "DE", LaneKey.ADDRESS).detail()).isEqualTo("DE");
        assertThat(named("193.0.6.139", "", LaneKey.ADDRESS).detail())
                .isEqualTo(beside.networks().lookUp("193.0.6.139").country().words());
        assertThat(named("203.0.113.9", "", LaneKey.ADDRESS).detail()).isEmpty();
        assertThat(named("No address", "", LaneKey.ADDRESS).detail()).isEmpty();
    }

    @Test
    void otherLanesStayAsTheyAre() {
        assertThat(named(OFFICE, "x", LaneKey.WORKLOAD)).extracting(Lane::name, Lane::detail).containsExactly(OFFICE,
                "x");
    }
}
