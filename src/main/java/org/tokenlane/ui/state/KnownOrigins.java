package org.tokenlane.ui.state;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Analyst;

/** The analyst's library of earlier cases; the rules run again when it changes. */
public final class KnownOrigins {

    private final Selection selection;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Library> library = new ReadOnlyObjectWrapper<>(Library.EMPTY);
    private @Nullable Path file;

    KnownOrigins(Selection selection, Messages messages, Runner background) {
        this.selection = selection;
        this.messages = messages;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Library> library() {
        return library.getReadOnlyProperty();
    }

    /** Which earlier cases a value was malicious in, in words; empty where the library does not have it. */
    public List<String> about(@Nullable FilterField field, String value) {
        return known().about(field, value);
    }

    /** What the library says of the open case, as it is now. */
    public KnownValues known() {
        OpenCase open = selection.openCase().get();
        return open == null ? KnownValues.NONE
                : new KnownValues(library.get(), open.file().path().getFileName().toString());
    }

    /** Uses the library in this file from now on. */
    public void use(Path chosen) {
        file = chosen;
        background.task(WorkLane.SHORT, progress -> Library.read(chosen)).onDone(library::set)
                .onFailed(failure -> messages.failed(StateText.LIBRARY_FAILED, failure)).start();
    }

    /** Adds what is marked as malicious in the open case and another case can have too. */
    public void remember() {
        OpenCase open = selection.openCase().get();
        Path target = file;
        if (open == null || target == null) {
            return;
        }
        background.task(WorkLane.CHANGE, progress -> {
            List<LibraryEntry> found = Library.of(open.file().marks().all(),
                    open.file().path().getFileName().toString(), Analyst.name());
            Library before = Library.read(target);
            Library after = before.with(found);
            if (!after.equals(before)) {
                after.write(target);
            }
            return new Added(after, after.entries().size() - before.entries().size());
        }).onDone(added -> {
            library.set(added.library());
            messages.info(StateText.REMEMBERED.with(added.entries(), target));
        }).onFailed(failure -> messages.failed(StateText.LIBRARY_FAILED, failure)).start();
    }

    private record Added(Library library, int entries) {
    }
}
