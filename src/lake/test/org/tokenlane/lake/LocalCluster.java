package org.tokenlane.lake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark, which {@code src/lake/cluster} starts and stops: a master and workers of one core each,
 * as processes on the loopback, from the jars of Spark on the class path. None of the workbench's libraries is on theirs.
 */
final class LocalCluster implements AutoCloseable {

    /** What the program's jar must bring itself, or must do without. */
    private static final List<String> NOT_ON_A_CLUSTER = List.of("commons-csv", "picocli", "h2-", "javafx", "hardwood",
            "slf4j-nop", "testfx", "controlsfx", "fastexcel");

    private static final Path SCRIPT = Path.of("src/lake/cluster");

    private final Path home;
    private final String master;
    private final List<Process> commands = new CopyOnWriteArrayList<>();

    LocalCluster(Path home, int workers) throws IOException, InterruptedException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && NOT_ON_A_CLUSTER.stream().noneMatch(name::startsWith)
                    && !Files.exists(jars.resolve(name))) {
                Files.createSymbolicLink(jars.resolve(name), Path.of(entry));
            }
        }
        master = script("start", home.toString(), home.toString(), Integer.toString(workers));
    }

    /** Starts a further worker. */
    void addWorker() throws IOException, InterruptedException {
        script("worker", home.toString(), home.toString());
    }

    /** Runs the script that starts and stops clusters; gives what it printed. */
    private String script(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(home.resolve("script.log").toFile());
        environment(builder);
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
        return Files.readString(home.resolve("script.log")).strip();
    }

    private void environment(ProcessBuilder builder) {
        builder.environment().putAll(Map.of("SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", "127.0.0.1",
                "TOKENLANE_LANGUAGE", "en",
                "JAVA_HOME", System.getProperty("java.home"), "SPARK_LOCAL_DIRS", home.resolve("local").toString(),
                "SPARK_SCALA_VERSION", "2.13"));
    }

    /** The processes of the cluster and of commands that run, in no order. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> own = new ArrayList<>(daemons(""));
        commands.forEach(command -> own.add(command.toHandle()));
        List<ProcessHandle> all = new ArrayList<>(own);
        own.forEach(one -> one.descendants().forEach(all::add));
        return all;
    }

    /** The master and the workers, the one that was started last at the end. */
    private List<ProcessHandle> daemons(String beginning) {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches(beginning + ".*\\.pid"))
                    .sorted().toList()) {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private String log(String name) throws IOException {
        return Files.readString(home.resolve(name + ".log"));
    }

    private Process start(String name, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx800m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions",
                        "--sun-misc-unsafe-memory-access=allow"));
        Stream.of(org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions().split(" "))
                .filter(option -> !option.isEmpty()).forEach(all::add);
        all.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*"));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        environment(builder);
        Process process = builder.start();
        commands.add(process);
        return process;
    }

    /** Starts a command on a lake as {@code spark-submit} does; what it prints is in the log of this name. */
    Process submit(String name, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master,
                "--class", "org.tokenlane.lake.LakeCommand"));
        for (String setting : List.of("spark.ui.enabled=false", "spark.sql.shuffle.partitions=4",
                "spark.executor.memory=700m", "spark.driver.host=127.0.0.1",
                "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "spark.eventLog.enabled=true",
                "spark.eventLog.dir=" + Files.createDirectories(events(name)).toUri(),
                "spark.eventLog.rolling.enabled=false", "spark.eventLog.compress=false")) {
            command.addAll(List.of("--conf", setting));
        }
        settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.add(Path.of("target/lake/tokenlane-lake.jar").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return start(name, command);
    }

    private Path events(String name) {
        return home.resolve(name + "-events");
    }

    /** What Spark notes of a command while it runs, a JSON object on each line, as far as it is written. */
    List<String> notes(String name) throws IOException {
        List<String> notes = new ArrayList<>();
        try (Stream<Path> logs = Files.list(events(name))) {
            for (Path log : logs.filter(file -> !file.getFileName().toString().startsWith(".")).toList()) {
                notes.addAll(Files.readAllLines(log));
            }
        }
        return notes;
    }

    /** How many of Spark's notes on a command are of this kind. */
    long count(String name, String kind) throws IOException {
        return notes(name).stream().filter(note -> note.startsWith("{\"Event\":\"SparkListener" + kind + "\"")).count();
    }

    /** Waits for a command; gives what it printed, and fails where it did not end well. */
    String await(String name, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(3, TimeUnit.HOURS) || process.exitValue() != 0) {
            throw new IOException(log(name));
        }
        return log(name);
    }

    /** Kills the worker that was started last, as when its machine is lost; its executor ends with it. */
    void killWorker() {
        ProcessHandle worker = daemons("worker").getLast();
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            for (Process command : commands) {
                command.descendants().forEach(ProcessHandle::destroyForcibly);
                command.destroyForcibly().waitFor();
            }
            script("stop", home.toString());
        } catch (IOException | InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
