package org.tokenlane.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ui.kit.Dialogs;

/** Dialogs that answer by themselves and remember what they were told. */
final class SampleDialogs implements Dialogs {

    final List<String> problems = new ArrayList<>();
    Path newCase;

    @Override
    public Path caseToOpen() {
        return null;
    }

    @Override
    public Path newCase(Path folder) {
        return newCase;
    }

    @Override
    public List<Path> files(String title) {
        return List.of();
    }

    @Override
    public String text(String title, String question) {
        return "my own";
    }

    @Override
    public char[] password(String caseName) {
        return null;
    }

    @Override
    public void problem(String title, String sentence) {
        problems.add(title + ": " + sentence);
    }
}
