package org.tokenlane.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs Maven in a copy of what the build is made of. */
final class MavenRun {

    /** What is no part of a clean checkout, or not read by the build. */
    private static final List<String> LEFT_OUT = List.of(".git", "target", "docs");

    private final int exit;
    private final String output;

    private MavenRun(int exit, String output) {
        this.exit = exit;
        this.output = output;
    }

    /** Copies the project from where its tests run. */
    static void copyTheProject(Path to) throws IOException {
        Path from = Path.of("").toAbsolutePath();
        try (Stream<Path> tops = Files.list(from)) {
            for (Path top : tops.filter(path -> !LEFT_OUT.contains(path.getFileName().toString())).toList()) {
                copy(top, to.resolve(top.getFileName().toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Where this build's libraries are: the local repository, as the path of one of them shows it. */
    static Path repository() {
        String h2 = Path.of("com", "h2database", "h2").toString();
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(path -> path.contains(h2)).map(path -> Path.of(path.substring(0, path.indexOf(h2))))
                .findFirst().orElseThrow();
    }

    /** Runs it without the network. */
    static MavenRun of(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return online(project, environment,
                Stream.concat(Stream.of("-o"), Stream.of(arguments)).toArray(String[]::new));
    }

    static MavenRun online(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        String windows = System.getProperty("os.name").startsWith("Windows") ? ".cmd" : "";
        List<String> command = new ArrayList<>(List.of("mvn" + windows, "-B", "-q", "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("maven", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(20, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(output));
            }
            return new MavenRun(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    int exit() {
        return exit;
    }

    String output() {
        return output;
    }
}
