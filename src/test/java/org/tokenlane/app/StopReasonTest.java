package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever started the program is told what is missing, and never the name of a class. */
class StopReasonTest {

    private static final Path LOG = Path.of("tokenlane-0.log");

    @Test
    void withoutGtkItSaysWhatToInstall() {
        Throwable launch = new RuntimeException("Exception in Application start method",
                new UnsupportedOperationException("Unable to load glass GTK library."));
        assertThat(StopReason.of(launch, LOG)).isEqualTo(AppText.NO_GTK.with());
        assertThat(StopReason.of(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file"), null))
                .isEqualTo(AppText.NO_GTK.with());
        assertThat(AppText.NO_GTK.text()).contains("libgtk-3-0", "--help").doesNotContain("Exception");
    }

    @Test
    void aDisplayThatCannotBeReachedIsNamedAsSuch() {
        assertThat(StopReason.of(new UnsupportedOperationException("Unable to open DISPLAY"), LOG))
                .isEqualTo(AppText.NO_DISPLAY.with());
    }

    @Test
    void memoryThatRanOutIsNamedHoweverDeepTheFailureIs() {
        assertThat(StopReason.of(new IllegalStateException(new OutOfMemoryError("Java heap space")), LOG))
                .isEqualTo(AppText.OUT_OF_MEMORY.with());
    }

    @Test
    void anyOtherFailureLeadsToTheLogWhereThereIsOne() {
        assertThat(StopReason.of(new IllegalStateException("x"), LOG)).isEqualTo(AppText.STOPPED_LOGGED.with(LOG));
        assertThat(StopReason.of(new IllegalStateException("x"), null)).isEqualTo(AppText.STOPPED.with());
        assertThat(AppText.STOPPED.text()).doesNotContain("Exception");
    }
}
