package org.tokenlane.ui.kit;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Questions that stop the analyst until they are answered. */
public interface Dialogs {

    /** A case to open, or null. */
    @Nullable
    Path caseToOpen();

    /** A folder, or null. */
    @Nullable
    Path folder(Text title);

    /** Files to read; empty where none were chosen. */
    List<Path> files(Text title);

    /** A line of text, or null. */
    @Nullable
    String text(Text title, Text question);

    /**
     * A file to write, or null.
     *
     * @param name
     *            what it is called at first
     */
    @Nullable
    Path fileToWrite(Text title, String name, List<FileKind> kinds);

    /** Asks whether something is to be done; {@code yes} says on the button what that is. */
    boolean agrees(Text title, Text question, Text yes);

    /**
     * The password of a case, or null.
     *
     * @param again
     *            whether the one that was entered before does not open the case
     */
    char @Nullable [] password(String caseName, boolean again);

    /** Says what failed, and in a sentence why and what to do. */
    void problem(Text title, Text sentence);
}
