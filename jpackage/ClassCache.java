import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the cache of classes (Java's AOT cache) that the window uses, and short commands through tokenlane.sh: the
 * application image, the time that its libraries get, the file of commands to rehearse, a case that these read, a folder
 * for what is left over. Java takes the cache only as long as its own files and the libraries are those that it was made
 * of, with the same times and sizes, so archives and installers have to keep the times. The build runs this file as it is.
 */
class ClassCache {

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path lib = Path.of(arguments[0]).toAbsolutePath().resolve("lib");
        FileTime time = FileTime.from(Instant.parse(arguments[1]));
        try (Stream<Path> files = Files.list(lib.resolve("app"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
        Path work = Files.createDirectories(Path.of(arguments[4]).toAbsolutePath());
        Path copy = Files.copy(Path.of(arguments[3]), work.resolve("rehearsal.tlcase"),
                StandardCopyOption.REPLACE_EXISTING);
        Path recorded = work.resolve("recorded.aotconf");
        Path cache = lib.resolve("app/classes.aot");
        List<String> window = windowOptions(lib.resolve("app/tokenlane.cfg"));
        // the class path as "java -jar" has it, with the libraries that the jar names; a window that needs no display
        java(lib, work, window, "-Dglass.platform=Headless", "-Dprism.order=sw", "-XX:AOTMode=record",
                "-XX:AOTConfiguration=" + recorded, "-cp", lib + "/app/tokenlane.jar", "org.tokenlane.app.Rehearsal",
                Path.of(arguments[2]).toAbsolutePath().toString(), copy.toString());
        java(lib, work, window, "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + cache, "-cp",
                lib + "/app/tokenlane.jar");
        Files.setLastModifiedTime(cache, time);
        // fails where the cache cannot be used, with the options of the window or with those of the commands
        for (List<String> options : List.of(window, List.of("@" + lib.resolve("commands.args")))) {
            java(lib, work, options, "-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-jar", lib + "/app/tokenlane.jar",
                    "--version");
        }
        System.out.println(cache + ": " + Files.size(cache) / 1_000_000 + " MB");
    }

    /** The options that jpackage's launcher gives to Java, without those for the cache that is still to be made. */
    private static List<String> windowOptions(Path launcher) throws IOException {
        String option = "java-options=";
        return Files.readAllLines(launcher).stream().filter(line -> line.startsWith(option))
                .map(line -> line.substring(option.length()))
                .filter(line -> !line.startsWith("-XX:AOT") && !line.startsWith("-Xlog")).toList();
    }

    private static void java(Path lib, Path work, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(lib.resolve("runtime/bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of(arguments));
        File log = work.resolve("rehearsal.log").toFile();
        ProcessBuilder process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(log);
        process.environment().put("HOME", work.toString());
        process.environment().put("TOKENLANE_LANGUAGE", "en");
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.contains("JAVA"));
        if (process.start().waitFor() != 0) {
            throw new IOException(command + " failed: see " + log);
        }
    }
}
