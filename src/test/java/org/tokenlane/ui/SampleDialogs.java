package org.tokenlane.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ui.kit.Dialogs;

/** Dialogs that answer by themselves and remember what they were told. */
final class SampleDialogs implements Dialogs {

    final List<String> problems = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    List<Path> files = List.of();
    Path newCase;
    Path fileToWrite;
    String text = "my own";

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
        return files;
    }

    @Override
    public String text(String title, String question) {
        return text;
    }

    @Override
    public Path fileToWrite(String title, String name, List<String> kinds) {
        return fileToWrite;
    }

    @Override
    public boolean agrees(String title, String question, String yes) {
        questions.add(title + ": " + question);
        return true;
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
