package org.tokenlane.ui;

import java.nio.file.Path;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** A case that is opened for view models without a window: work runs on the test's thread. */
public class OpenedCase implements AutoCloseable {

    public final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    public final Workbench workbench = new Workbench(runner);

    public OpenedCase(CaseFile file) {
        workbench.show(OpenCase.load(file));
    }

    /** A case of one session whose log names neither applications nor countries. */
    public static OpenedCase bare(Path folder) {
        TestCase made = new TestCase(folder);
        made.loadOne(BareSignIns.write(folder.resolve("signins.json")));
        return new OpenedCase(made.caseFile());
    }

    /** Looks at all events again, with nothing selected and no work held back. */
    public final void reset() {
        runner.proceed();
        workbench.selection().event().set(-1);
        workbench.messages().clear();
        workbench.navigation().go(ViewState.ALL);
    }

    public final OpenCase open() {
        return workbench.selection().openCase().get();
    }

    /** Which text the latest message is; empty where there is none. */
    public final String said() {
        return workbench.messages().latest().get() == null ? ""
                : workbench.messages().latest().get().text().key().key();
    }

    @Override
    public final void close() {
        runner.proceed();
        workbench.close();
    }
}
