package org.tokenlane.ui.kit;

import java.nio.file.Path;
import java.util.List;

/** Questions that stop the analyst until they are answered. */
public interface Dialogs {

    /** A case to open, or null. */
    Path caseToOpen();

    /**
     * Where a new case is to be, or null.
     *
     * @param folder
     *            where to begin to look, or null
     */
    Path newCase(Path folder);

    /** Files to import; empty where none were chosen. */
    List<Path> files(String title);

    /** A line of text, or null. */
    String text(String title, String question);

    /**
     * A file to write, or null.
     *
     * @param name
     *            what it is called at first
     * @param kinds
     *            what can be chosen, each as {@code words|*.ending}
     */
    Path fileToWrite(String title, String name, List<String> kinds);

    /** Asks whether something is to be done; {@code yes} names it on the button. */
    boolean agrees(String title, String question, String yes);

    /** The password of a case, or null. */
    char[] password(String caseName);

    /** Says what went wrong, in a sentence that can be acted on. */
    void problem(String title, String sentence);
}
