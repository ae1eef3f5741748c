package org.tokenlane.ui.imports;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Makes a case and opens it. */
public interface CaseMaker {

    /** Where cases are kept unless the analyst says otherwise. */
    Path folder();

    /**
     * Makes a case and opens it.
     *
     * @param password
     *            null for a case without one
     * @param opened
     *            runs when the case is open
     * @param failed
     *            is told why there is no case; null where the analyst stopped it
     */
    void make(Path file, char @Nullable [] password, Runnable opened, Consumer<@Nullable Text> failed);
}
