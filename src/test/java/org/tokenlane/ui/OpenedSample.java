package org.tokenlane.ui;

import java.nio.file.Path;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/** A copy of the sample case, opened for view models without a window. */
public final class OpenedSample extends OpenedCase {

    public final SampleAnswers answers = SharedSample.answers();

    public OpenedSample(Path folder) {
        super(CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null));
    }
}
