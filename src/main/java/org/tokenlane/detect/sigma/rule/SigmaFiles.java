package org.tokenlane.detect.sigma.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.SigmaFile;

/** Finds rule files where the analyst points to. */
public final class SigmaFiles {

    private static final long MOST_BYTES = 900_000;

    /**
     * What was found.
     *
     * @param refused
     *            a sentence for each file that could not be taken
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

    private void folder(Path folder) {
        int before = files.size() + refused.size();
        try (Stream<Path> walked = Files.walk(folder)) {
            walked.filter(Files::isRegularFile).filter(SigmaFiles::isYaml).sorted()
                    .forEach(file -> file(file, folder.relativize(file).toString().replace('\\', '/')));
        } catch (IOException | UncheckedIOException e) {
            refused.add("The folder " + folder + " could not be read.");
        }
        if (files.size() + refused.size() == before) {
            refused.add("The folder " + folder + " holds no .yml or .yaml file.");
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private void file(Path file, String name) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                refused.add(name + " was left out: it has more than 900 kB, which is no rule file.");
                return;
            }
            String text = Files.readString(file);
            files.add(new SigmaFile(name, hash(text), text));
        } catch (CharacterCodingException e) {
            refused.add(name + " was left out: it is no UTF-8 text.");
        } catch (IOException e) {
            refused.add(name + " was left out: "
                    + (Files.exists(file) ? "it could not be read." : "there is no such file."));
        }
    }

    private static String hash(String text) {
        return Sha256.of(text);
    }
}
