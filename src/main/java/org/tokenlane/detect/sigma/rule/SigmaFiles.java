package org.tokenlane.detect.sigma.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.SigmaFile;

/** Reads rule files from the files and folders that the analyst names. */
public final class SigmaFiles {

    private static final long MOST_BYTES = 900_000;

    /**
     * What was found.
     *
     * @param refused
     *            a sentence for each file that was not loaded
     */
    public record Found(List<SigmaFile> files, List<String> refused) {

        public Found {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    private final List<SigmaFile> files = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private SigmaFiles() {
    }

    /**
     * The files, and the files {@code *.yml} and {@code *.yaml} in folders and the folders in these, which are named by
     * their path in the folder.
     */
    public static Found read(List<Path> filesAndFolders) {
        SigmaFiles found = new SigmaFiles();
        for (Path path : filesAndFolders) {
            if (Files.isDirectory(path)) {
                found.folder(path);
            } else {
                found.file(path, path.getFileName().toString());
            }
        }
        return new Found(found.files, found.refused);
    }

    /** The values of placeholders, one a line, from a file for each by the placeholder's name. */
    public static Found placeholders(Map<String, Path> filesByName) {
        SigmaFiles found = new SigmaFiles();
        filesByName.forEach((name, file) -> {
            String placeholder = name.replace("%", "");
            String text = found.text(file, file.getFileName().toString());
            if (text != null) {
                found.files.add(SigmaFile.ofPlaceholder(placeholder, Sha256.of(text), text));
            }
        });
        return new Found(found.files, found.refused);
    }

    private void folder(Path folder) {
        int before = files.size() + refused.size();
        try (Stream<Path> walked = Files.walk(folder)) {
            walked.filter(Files::isRegularFile).filter(SigmaFiles::isYaml).sorted()
                    .forEach(file -> file(file, folder.relativize(file).toString().replace('\\', '/')));
        } catch (IOException | UncheckedIOException e) {
            refused.add(SigmaRuleText.FILES_FOLDER_UNREADABLE.text(folder.toString()));
        }
        if (files.size() + refused.size() == before) {
            refused.add(SigmaRuleText.FILES_FOLDER_EMPTY.text(folder.toString()));
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private void file(Path file, String name) {
        String text = text(file, name);
        if (text != null) {
            files.add(new SigmaFile(name, Sha256.of(text), text));
        }
    }

    /** The file's text, or null where it is refused. */
    private @Nullable String text(Path file, String name) {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return HeldFiles.text(file);
            }
            refused.add(SigmaRuleText.FILES_TOO_LARGE.text(name));
        } catch (CharacterCodingException e) {
            refused.add(SigmaRuleText.FILES_ENCODING.text(name));
        } catch (IOException e) {
            refused.add((Files.exists(file) ? SigmaRuleText.FILES_UNREADABLE : SigmaRuleText.FILES_MISSING).text(name));
        }
        return null;
    }
}
