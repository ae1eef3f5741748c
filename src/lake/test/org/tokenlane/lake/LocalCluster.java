package org.tokenlane.lake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark: a master and workers of one core each, as processes on the loopback, from the jars of
 * Spark on the class path. None of the workbench's libraries is on theirs.
 */
final class LocalCluster implements AutoCloseable {

    /** What the program's jar must bring itself, or must do without. */
    private static final List<String> NOT_ON_A_CLUSTER = List.of("commons-csv", "picocli", "h2-", "javafx", "hardwood",
            "slf4j-nop", "testfx", "controlsfx", "fastexcel");

    private final Path home;
    private final String master;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

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
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        start("master", List.of("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port",
                Integer.toString(port), "--webui-port", "0"));
        for (int tries = 0; !isOpen(port); tries++) {
            if (tries > 300) {
                throw new IOException(log("master"));
            }
            Thread.sleep(200);
        }
        for (int i = 0; i < workers; i++) {
            addWorker();
        }
    }

    /** Starts a further worker. */
    void addWorker() throws IOException {
        int number = processes.size();
        workers.add(start("worker" + number, List.of("org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1",
                "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir",
                home.resolve("work" + number).toString(), master)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
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
        builder.environment().putAll(Map.of("SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", "127.0.0.1",
                "TOKENLANE_LANGUAGE", "en",
                "JAVA_HOME", System.getProperty("java.home"), "SPARK_LOCAL_DIRS", home.resolve("local").toString(),
                "SPARK_SCALA_VERSION", "2.13"));
        Process process = builder.start();
        processes.add(process);
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
        Process worker = workers.removeLast();
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    @Override
    public void close() {
        processes.reversed().forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        });
    }
}
