package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Changes a password in a process of its own, and stops to be killed when the other file has yet to get its name. */
final class PasswordChanger {

    private PasswordChanger() {
    }

    public static void main(String[] arguments) {
        QuickKeys.use();
        CasePassword.change(Path.of(arguments[0]), password(arguments[1]), password(arguments[2]), "tester", () -> {
            System.out.println("in the middle");
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static char[] password(String text) {
        return text.isEmpty() ? null : text.toCharArray();
    }
}
