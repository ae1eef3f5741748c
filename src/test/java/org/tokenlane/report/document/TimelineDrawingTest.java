package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.timeline.Timeline;

class TimelineDrawingTest {

    @Test
    void theKeySaysWhatANumberInABarIs() {
        assertThat(TimelineSvg.of(Timeline.EMPTY)).contains(">" + ReportText.LEGEND_NUMBER.text() + "<");
    }
}
