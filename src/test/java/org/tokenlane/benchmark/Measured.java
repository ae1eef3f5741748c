package org.tokenlane.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a piece of work took: on the clock, and of the processors, which is comparable where other work runs beside.
 *
 * @param seconds
 *            on the clock
 * @param cpu
 *            seconds of the processors, of all threads of this process
 */
record Measured(double seconds, double cpu) {

    static final Measured NOTHING = new Measured(0, 0);

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    /** Work that may fail. */
    interface Work {

        void run() throws Exception;
    }

    static Measured of(Work work) throws Exception {
        long started = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        work.run();
        return new Measured((System.nanoTime() - started) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }

    Measured plus(Measured other) {
        return new Measured(seconds + other.seconds, cpu + other.cpu);
    }

    /** Prints what was measured, by itself. */
    void print(String what) {
        row(what, "%.2f s", seconds, "");
        row(what + ", CPU time", "%.2f s", cpu, "");
    }

    /** Prints what was measured, as a multiple of something else. */
    void printTimes(String what, Measured other, String goal) {
        row(what, "%.2f", seconds / other.seconds, goal);
        row(what + ", CPU time", "%.2f", cpu / other.cpu, goal);
    }

    /** Prints a value beside its goal, which may be empty. */
    static void row(String what, String form, double value, String goal) {
        System.out.printf("%-56s %14s   %s%n", what, String.format(Locale.ROOT, form, value),
                goal.isEmpty() ? "" : "goal: " + goal);
    }

    /**
     * The most memory in bytes that the whole process held, Java's own and libraries' included: what Linux calls its high
     * water mark; 0 elsewhere.
     */
    static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).sum() : 0;
    }
}
