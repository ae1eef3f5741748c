package org.tokenlane.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts how many scenes of the rules' judgements and how many Sigma cases are right, and writes the table to
 * {@code target/numbers.md}. With the system property {@code numbers}, which the profile of that name sets, the table is
 * printed as well.
 */
public final class Numbers implements TestWatcher {

    private static final Path TABLE = Path.of("target/numbers.md");

    /** What was counted in this run; closed, and so written, at its end. */
    private static final class Table implements AutoCloseable {

        private final TreeMap<String, int[]> tests = new TreeMap<>();
        private final TreeMap<String, String> told = new TreeMap<>();

        synchronized void count(String group, boolean right) {
            tests.computeIfAbsent(group, key -> new int[2])[right ? 0 : 1]++;
        }

        synchronized void tell(String what, String number) {
            told.put(what, number);
        }

        @Override
        public synchronized void close() throws IOException {
            List<String> lines = new ArrayList<>(List.of("| what | number |", "|---|---|"));
            tests.forEach((group, counts) -> lines.add(String.format(Locale.ROOT, "| %s | %d right, %d wrong |", group,
                    counts[0], counts[1])));
            told.forEach((what, number) -> lines.add("| " + what + " | " + number + " |"));
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, lines);
            if (System.getProperty("numbers") != null) {
                lines.forEach(System.out::println);
            }
        }
    }

    private static final Table NOW = new Table();

    /** Adds a line of its own to the table. */
    static void tell(String what, String number) {
        NOW.tell(what, number);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        count(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        count(context, false);
    }

    private static void count(ExtensionContext context, boolean right) {
        context.getRoot().getStore(Namespace.create(Numbers.class)).computeIfAbsent(Table.class, key -> NOW);
        Counted counted = context.getRequiredTestClass().getAnnotation(Counted.class);
        if (counted != null && !counted.value().isEmpty()) {
            NOW.count(counted.value(), right);
        }
    }
}
