package org.tokenlane.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the operating system wants a program's files to be. */
final class ProgramFolders {

    private ProgramFolders() {
    }

    /** The folder of the logs. */
    static Path logs(String operatingSystem, String javasHome, Map<String, String> environment) {
        String home = home(operatingSystem, javasHome, environment);
        return switch (kind(operatingSystem)) {
        case "windows" -> local(home, environment).resolve("Logs");
        case "mac" -> Path.of(home, "Library", "Logs", "Tokenlane");
        default -> folder(environment, "XDG_STATE_HOME", Path.of(home, ".local", "state")).resolve("tokenlane");
        };
    }

    /** The folder of what the program remembers. */
    static Path settings(String operatingSystem, String javasHome, Map<String, String> environment) {
        String home = home(operatingSystem, javasHome, environment);
        return switch (kind(operatingSystem)) {
        case "windows" -> local(home, environment);
        case "mac" -> Path.of(home, "Library", "Application Support", "Tokenlane");
        default -> folder(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")).resolve("tokenlane");
        };
    }

    /** The folder that cases are kept in at first, with the user's documents where there is a folder for them. */
    static Path cases(String operatingSystem, String javasHome, Map<String, String> environment) {
        Path home = Path.of(home(operatingSystem, javasHome, environment));
        Path documents = home.resolve("Documents");
        return (Files.isDirectory(documents) ? documents : home).resolve("Tokenlane");
    }

    /** The folder of the user: on Unix what the environment says, which Java's own property does not follow. */
    static String home(String operatingSystem, String javasHome, Map<String, String> environment) {
        String given = environment.get("HOME");
        return kind(operatingSystem).equals("windows") || given == null || given.isBlank() ? javasHome : given;
    }

    private static String kind(String operatingSystem) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "mac" : "other";
    }

    private static Path local(String home, Map<String, String> environment) {
        return folder(environment, "LOCALAPPDATA", Path.of(home, "AppData", "Local")).resolve("Tokenlane");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String given = environment.get(variable);
        return given == null || given.isBlank() ? otherwise : Path.of(given);
    }
}
