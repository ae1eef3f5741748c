package org.tokenlane.ui.networks;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFile;
import org.tokenlane.enrich.NetworkFileException;
import org.tokenlane.enrich.NetworkSource;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Text;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Settings;

/**
 * The files of network data that are used, the analyst's own before the one that ships; remembered from run to run.
 * Never fetched from anywhere.
 */
public final class NetworkDataViewModel {

    private static final String FILE = "network.data.";

    /**
     * A line of the list.
     *
     * @param path
     *            the analyst's file, or null for the data that ships
     * @param source
     *            what it is, or null where it cannot be used
     * @param problem
     *            why not, or null
     */
    record Line(@Nullable Path path, @Nullable NetworkSource source, @Nullable Text problem,
            @Nullable NetworkFile file) {
    }

    private final ObjectProperty<Enrichment> enrichment;
    private final Messages messages;
    private final Runner background;
    private final Settings settings;
    private final Dialogs dialogs;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    /** Opens the files that were used last, in the background. */
    public NetworkDataViewModel(ObjectProperty<Enrichment> enrichment, Messages messages, Runner background,
            Settings settings, Dialogs dialogs) {
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        this.settings = settings;
        this.dialogs = dialogs;
        lines.add(new Line(null, enrichment.get().networks().sources().getLast(), null, null));
        List<Path> paths = remembered();
        background.task(WorkLane.LONG, progress -> open(paths)).onDone(opened -> {
            lines.addAll(0, opened);
            if (!opened.isEmpty()) {
                use();
            }
        }).onFailed(failure -> messages.failed(NetworksText.READ_FAILED, failure)).start();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    private List<Path> remembered() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; !settings.text(FILE + i, "").isEmpty(); i++) {
            try {
                paths.add(Path.of(settings.text(FILE + i, "")));
            } catch (InvalidPathException ofAnotherSystem) {
                continue;
            }
        }
        return paths;
    }

    private static List<Line> open(List<Path> paths) {
        return paths.stream().map(NetworkDataViewModel::open).toList();
    }

    private static Line open(Path path) {
        try {
            NetworkFile file = NetworkFile.open(path);
            return new Line(path, file.source(), null, file);
        } catch (NetworkFileException unusable) {
            return new Line(path, null, Reasons.of(unusable), null);
        }
    }

    /** Asks for files and uses them, after those that are used already. Says of a file that it cannot be used. */
    void add() {
        List<Path> chosen = dialogs.files(NetworksText.CHOOSE.with()).stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> lines.stream().noneMatch(line -> path.equals(line.path()))).toList();
        if (chosen.isEmpty()) {
            return;
        }
        background.task(WorkLane.LONG, progress -> open(chosen)).onDone(opened -> {
            opened.stream().map(Line::problem).filter(Objects::nonNull)
                    .forEach(problem -> dialogs.problem(NetworksText.NOT_USED_TITLE.with(), problem));
            List<Line> usable = opened.stream().filter(line -> line.source() != null).toList();
            if (!usable.isEmpty()) {
                lines.addAll((int) lines.stream().filter(line -> line.path() != null).count(), usable);
                use();
            }
        }).onFailed(failure -> messages.failed(NetworksText.READ_FAILED, failure)).start();
    }

    /** Stops using a file of the analyst's. */
    void remove(Line line) {
        if (line.path() != null && lines.remove(line)) {
            use();
        }
    }

    /** Asks a file of the analyst's before the one above it. */
    void moveUp(Line line) {
        int at = lines.indexOf(line);
        if (at > 0 && line.path() != null) {
            lines.remove(at);
            lines.add(at - 1, line);
            use();
        }
    }

    private void use() {
        List<Path> own = lines.stream().map(Line::path).filter(Objects::nonNull).toList();
        for (int i = 0; i < own.size(); i++) {
            settings.put(FILE + i, own.get(i));
        }
        settings.put(FILE + own.size(), "");
        settings.saveBy(background);
        List<NetworkFile> files = lines.stream().map(Line::file).filter(Objects::nonNull).toList();
        enrichment.set(enrichment.get().with(files));
    }
}
