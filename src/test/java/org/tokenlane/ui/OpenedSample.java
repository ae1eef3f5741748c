package org.tokenlane.ui;

import java.nio.file.Path;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** A copy of the sample case, opened for view models without a window: work runs on the test's thread. */
public final class OpenedSample implements AutoCloseable {

    public final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    public final Workbench workbench = new Workbench(runner);
    public final SampleAnswers answers = SharedSample.answers();

    public OpenedSample(Path folder) {
        workbench.show(OpenCase.load(CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null)));
    }

    /** Looks at all events again, with nothing selected and no work held back. */
    public void reset() {
        runner.proceed();
        workbench.selection().event().set(-1);
        workbench.messages().clear();
        workbench.navigation().go(ViewState.ALL);
    }

    public OpenCase open() {
        return workbench.selection().openCase().get();
    }

    @Override
    public void close() {
        runner.proceed();
        workbench.close();
    }
}
