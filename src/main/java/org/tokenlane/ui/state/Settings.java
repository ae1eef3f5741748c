package org.tokenlane.ui.state;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Language;

/**
 * What the window remembers from run to run, in a small file. A file that cannot be read or written is not worth a word
 * to the analyst.
 */
public final class Settings {

    private static final Logger LOG = System.getLogger(Settings.class.getName());
    private static final int MOST_RECENT = 8;
    private static final String RECENT = "recent.";
    private static final String LANGUAGE = "language";

    private final Path file;
    private final Properties values = new Properties();

    public Settings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "settings could not be read", e);
            }
        }
    }

    public String text(String name, String otherwise) {
        return values.getProperty(name, otherwise);
    }

    public double number(String name, double otherwise) {
        try {
            return Double.parseDouble(values.getProperty(name, Double.toString(otherwise)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public void put(String name, Object value) {
        values.setProperty(name, String.valueOf(value));
    }

    /** The language that the analyst chose for the program; empty where it is to follow the system. */
    public Optional<Language> language() {
        return Language.of(text(LANGUAGE, ""));
    }

    /** Chooses the program's language from the next start; null to follow the system. */
    public void speak(@Nullable Language language) {
        if (language == null) {
            values.remove(LANGUAGE);
        } else {
            put(LANGUAGE, language.tag());
        }
    }

    /** The cases that were open last and are still there, the latest first. */
    public List<Path> recent() {
        List<Path> cases = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String path = values.getProperty(RECENT + i);
            if (path != null && Files.isRegularFile(Path.of(path))) {
                cases.add(Path.of(path));
            }
        }
        return cases;
    }

    public void opened(Path caseFile) {
        List<Path> cases = new ArrayList<>(recent());
        Path whole = caseFile.toAbsolutePath().normalize();
        cases.remove(whole);
        cases.addFirst(whole);
        for (int i = 0; i < MOST_RECENT; i++) {
            if (i < cases.size()) {
                values.setProperty(RECENT + i, cases.get(i).toString());
            } else {
                values.remove(RECENT + i);
            }
        }
        save();
    }

    /** Writes them in the background. */
    public void saveBy(Runner background) {
        background.task(WorkLane.CHANGE, progress -> {
            save();
            return this;
        }).start();
    }

    public void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "settings could not be written", e);
        }
    }
}
