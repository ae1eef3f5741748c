package org.tokenlane.ui.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** What a new case is called, where it is kept, and its password, as the analyst says it. */
final class NewCase {

    private static final String SUFFIX = ".tlcase";

    /** What no file's name may contain, on one system or another. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    /** Names of devices, which Windows gives to no file, whatever follows a dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private List<Path> evidence = List.of();

    StringProperty name() {
        return name;
    }

    /** The folder that the case is kept in; it is made where it does not exist. */
    StringProperty folder() {
        return folder;
    }

    /** Empty for a case without one. */
    StringProperty password() {
        return password;
    }

    StringProperty repeated() {
        return repeated;
    }

    /**
     * Proposes a name that no case has yet.
     *
     * @param files
     *            the evidence that is offered
     * @param usual
     *            where cases are kept
     */
    void propose(List<Path> files, Path usual) {
        evidence = files.stream().map(NewCase::whole).toList();
        folder.set(usual.toString());
        password.set("");
        repeated.set("");
        String stem = files.size() == 1 && Files.isDirectory(files.getFirst()) && isName(last(evidence.getFirst()))
                ? last(evidence.getFirst())
                : ImportsText.CASE_OF_DAY.text(LocalDate.now().toString());
        String free = stem;
        for (int number = 2; Files.exists(usual.resolve(free + SUFFIX)); number++) {
            free = stem + " " + number;
        }
        name.set(free);
    }

    private static String last(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.equals(text.strip()) && !text.endsWith(".")
                && !NOT_IN_NAMES.matcher(text).find() && !DEVICE.matcher(text).matches();
    }

    /** Why no case can be made so; null where one can. */
    @Nullable
    Text problem() {
        if (!isName(name.get())) {
            return name.get().isBlank() ? ImportsText.CASE_NAME_MISSING.with() : ImportsText.CASE_NAME_BAD.with();
        }
        Path place = place();
        if (place == null || !place.isAbsolute()) {
            return ImportsText.CASE_FOLDER_BAD.with();
        }
        if (Files.exists(place) && !Files.isDirectory(place)) {
            return ImportsText.CASE_FOLDER_IS_A_FILE.with(place);
        }
        if (Files.exists(place.resolve(fileName()))) {
            return ImportsText.CASE_EXISTS.with(fileName());
        }
        return password.get().equals(repeated.get()) ? null : ImportsText.PASSWORDS_DIFFER.with();
    }

    /** What should be known of the place, though a case can be kept there; null where there is nothing. */
    @Nullable
    Text remark() {
        Path place = place();
        return place != null && evidence.stream().map(path -> Files.isDirectory(path) ? path : path.getParent())
                .anyMatch(kept -> kept != null && place.normalize().startsWith(kept))
                        ? ImportsText.CASE_BESIDE_EVIDENCE.with()
                        : null;
    }

    private @Nullable Path place() {
        try {
            return folder.get().isBlank() ? null : Path.of(folder.get().strip());
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    private String fileName() {
        return name.get().endsWith(SUFFIX) ? name.get() : name.get() + SUFFIX;
    }

    /**
     * Where the case is to be; only where there is no problem.
     */
    Path file() {
        return Path.of(folder.get().strip()).resolve(fileName());
    }

    /** The password, or null for a case without one. The fields forget it. */
    char @Nullable [] takePassword() {
        char[] taken = password.get().toCharArray();
        password.set("");
        repeated.set("");
        return taken.length == 0 ? null : taken;
    }
}
