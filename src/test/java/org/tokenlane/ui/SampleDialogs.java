package org.tokenlane.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.text.Text;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;

/** Dialogs that answer by themselves and remember what they were told. */
public final class SampleDialogs implements Dialogs {

    public final List<String> problems = new ArrayList<>();
    public final List<String> questions = new ArrayList<>();
    /** For each time that a password was asked for, whether the one before was wrong. */
    public final List<Boolean> passwordsAsked = new ArrayList<>();
    public final List<String> passwords = new ArrayList<>();
    public List<Path> files = List.of();
    public Path folder;
    public Path fileToWrite;
    public String text = "my own";

    @Override
    public Path caseToOpen() {
        return null;
    }

    @Override
    public Path folder(Text title) {
        return folder;
    }

    @Override
    public List<Path> files(Text title) {
        return files;
    }

    @Override
    public String text(Text title, Text question) {
        return text;
    }

    @Override
    public Path fileToWrite(Text title, String name, List<FileKind> kinds) {
        return fileToWrite;
    }

    @Override
    public boolean agrees(Text title, Text question, Text yes) {
        questions.add(title + ": " + question);
        return true;
    }

    @Override
    public char[] password(String caseName, boolean again) {
        passwordsAsked.add(again);
        return passwords.isEmpty() ? null : passwords.removeFirst().toCharArray();
    }

    @Override
    public void problem(Text title, Text sentence) {
        problems.add(title + ": " + sentence);
    }
}
