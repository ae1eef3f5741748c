package org.tokenlane.detect.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;

/**
 * The analyst's own library: origins, applications, devices and addresses that were hostile in earlier cases. It is a
 * local file of text, with an entry on each line, its parts separated by tabs; it never goes over a network, and nothing
 * of it gets into a case but what is recognized there. Never changes: a change gives another library.
 */
public record Library(List<LibraryEntry> entries) {

    public static final Library EMPTY = new Library(List.of());
    /** The usual name of the file. */
    public static final String FILE = "library.tsv";

    private static final String FIRST_LINE = "# Tokenlane library 1";
    private static final int PARTS = 5;

    public Library {
        entries = List.copyOf(entries);
    }

    /** Reads a library; there is none yet where there is no such file. */
    public static Library read(Path file) {
        List<String> lines;
        try {
            if (!Files.exists(file)) {
                return EMPTY;
            }
            HeldFiles.refuse(file);
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LibraryException(LibraryText.CANNOT_READ.with(file), e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            throw new LibraryException(LibraryText.NOT_A_LIBRARY.with(file), null);
        }
        List<LibraryEntry> entries = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                LibraryEntry entry = entry(lines.get(line));
                if (entry == null) {
                    throw new LibraryException(LibraryText.BAD_LINE.with(Integer.toString(line + 1), file), null);
                }
                entries.add(entry);
            }
        }
        return new Library(entries);
    }

    private static @Nullable LibraryEntry entry(String line) {
        String[] parts = line.split("\t", -1);
        MarkTarget.Kind kind = MarkTarget.Kind.named(parts[0]);
        if (parts.length != PARTS || kind == null || parts[1].isEmpty()) {
            return null;
        }
        try {
            return new LibraryEntry(kind, opened(parts[1]), opened(parts[2]), Instant.parse(parts[3]),
                    opened(parts[4]));
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static String opened(String part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char letter = part.charAt(i);
            if (letter == '\\' && i + 1 < part.length()) {
                i++;
                letter = switch (part.charAt(i)) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> part.charAt(i);
                };
            }
            text.append(letter);
        }
        return text.toString();
    }

    private static String closed(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Writes the library whole or not at all, for its owner only. */
    public void write(Path file) {
        List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
        entries.forEach(entry -> lines.add(String.join("\t", entry.kind().word(), closed(entry.value()),
                closed(entry.caseName()), entry.at().toString(), closed(entry.who()))));
        Path part = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            part = OwnerOnly.temporary(file, ".part");
            Files.write(part, lines, StandardCharsets.UTF_8);
            OwnerOnly.replace(part, file);
        } catch (IOException e) {
            throw new LibraryException(LibraryText.CANNOT_WRITE.with(file), e);
        } finally {
            remove(part);
        }
    }

    private static void remove(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException left) {
            // the library itself is as it should be
        }
    }

    /** With these entries too; what is known of the same case already is not added again. */
    public Library with(Collection<LibraryEntry> more) {
        List<LibraryEntry> all = new ArrayList<>(entries);
        for (LibraryEntry entry : more) {
            if (all.stream().noneMatch(known -> known.isSame(entry.kind(), entry.value())
                    && known.caseName().equals(entry.caseName()))) {
                all.add(entry);
            }
        }
        return new Library(all);
    }

    /** Without what is known of this thing. */
    public Library without(MarkTarget.Kind kind, String value) {
        return new Library(entries.stream().filter(entry -> !entry.isSame(kind, value)).toList());
    }

    /** What is known of this thing, from whichever case. */
    public List<LibraryEntry> of(MarkTarget.Kind kind, String value) {
        return entries.stream().filter(entry -> entry.isSame(kind, value)).toList();
    }

    /** What the analyst marked as malicious in a case and another case can have too. */
    public static List<LibraryEntry> of(CaseMarks marks, String caseName, String who) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<LibraryEntry> found = new ArrayList<>();
        for (VerdictMark mark : marks.all(VerdictMark.class)) {
            LibraryEntry entry = mark.verdict() == Verdict.MALICIOUS
                    ? LibraryEntry.of(mark.target(), caseName, now, who)
                    : null;
            if (entry != null) {
                found.add(entry);
            }
        }
        return found;
    }
}
