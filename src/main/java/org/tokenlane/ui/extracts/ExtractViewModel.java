package org.tokenlane.ui.extracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.enrich.MicrosoftNetworks;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.extract.ExtractAccount;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.ui.kit.StepText;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What is to be taken out of the case into a new one, and how far that is. */
final class ExtractViewModel {

    /** Which events are taken. */
    enum Choice {
        SESSIONS("The sessions of what is shown, whole"),
        SHOWN("Only the events that are shown"),
        HOSTILE("The sessions in which something is marked malicious, whole");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Workbench workbench;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Path> made = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SESSIONS);
    private final BooleanProperty pseudonyms = new SimpleBooleanProperty();
    private final ObjectProperty<Path> key = new SimpleObjectProperty<>();
    private final Set<PseudonymKind> kinds = EnumSet.allOf(PseudonymKind.class);
    private Task<?> task = Task.NONE;

    ExtractViewModel(Workbench workbench) {
        this.workbench = workbench;
        choice.addListener((property, before, now) -> count());
    }

    /** Begins anew with what is looked at. */
    void begin() {
        made.set(null);
        state.set("");
        choice.set(Choice.SESSIONS);
        count();
        open.set(true);
    }

    void dismiss() {
        if (!running.get()) {
            open.set(false);
        }
    }

    private void count() {
        if (workbench.openCase().get() != null) {
            BitSet chosen = chosen();
            int sessions = workbench.openCase().get().correlation().sessionsAmong(chosen).cardinality();
            amount.set(chosen.isEmpty() ? "There are none."
                    : Texts.count(chosen.cardinality(), "event") + " of " + Texts.count(sessions, "session"));
        }
    }

    private BitSet chosen() {
        Correlation correlation = workbench.openCase().get().correlation();
        BitSet shown = workbench.matching().get().set();
        return switch (choice.get()) {
        case SHOWN -> (BitSet) shown.clone();
        case SESSIONS -> whole(correlation, shown);
        case HOSTILE -> whole(correlation, workbench.marking().marked().get().hostile());
        };
    }

    private static BitSet whole(Correlation correlation, BitSet some) {
        BitSet all = new BitSet();
        correlation.sessionsAmong(some).stream().forEach(session -> {
            for (int event : correlation.eventsOfSession(session)) {
                all.set(event);
            }
        });
        return all;
    }

    void toggle(PseudonymKind kind, boolean wanted) {
        if (wanted) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
    }

    /** Says why no extract can be made of what is chosen, or null where one can. */
    String problem() {
        if (chosen().isEmpty()) {
            return "There are no such events: choose others, or change the filter.";
        }
        if (pseudonyms.get() && kinds.isEmpty()) {
            return "Choose what pseudonyms are to stand for.";
        }
        return pseudonyms.get() && key.get() == null ? "Say first where the key of the pseudonyms is to be kept."
                : null;
    }

    /**
     * Makes the extract.
     *
     * @param password
     *            encrypts it, or null
     */
    void save(Path file, char[] password) {
        OpenCase now = workbench.openCase().get();
        BitSet chosen = chosen();
        String by = choice.get() == Choice.HOSTILE ? "sessions with what is marked malicious"
                : (choice.get() == Choice.SESSIONS ? "sessions of the filter " : "filter ")
                        + workbench.view().get().filter().toText();
        Set<PseudonymKind> replaced = pseudonyms.get() ? EnumSet.copyOf(kinds) : EnumSet.noneOf(PseudonymKind.class);
        Path keyFile = key.get();
        MicrosoftNetworks microsoft = workbench.enrichment().get().microsoft();
        made.set(null);
        running.set(true);
        state.set("Taking records out…");
        task = workbench.background().task(WorkLane.LONG, progress -> {
            Pseudonymiser pseudonymiser = replaced.isEmpty() ? null
                    : new Pseudonymiser(replaced,
                            Files.exists(keyFile) ? PseudonymKey.read(keyFile) : new PseudonymKey(),
                            ip -> microsoft.service(ip) != null);
            return inPlaceOf(file, () -> CaseExtract.write(now.file(), now.correlation(), chosen,
                    new CaseExtract.Wish(file, password, Analyst.name(), by, pseudonymiser,
                            keyFile, true),
                    progress));
        }).onProgress(step -> state.set(StepText.of(step, "record"))).onDone(account -> {
            running.set(false);
            state.set(String.join(" ", account.words()));
            made.set(account.file());
        }).onFailed(failure -> {
            running.set(false);
            state.set(failure instanceof CaseFileException || failure instanceof ProgramFailure ? failure.getMessage()
                    : "No extract was made; the place may not be written to, or is full: " + file);
        }).onCancelled(() -> {
            running.set(false);
            state.set("Stopped; no extract was made.");
        }).start();
    }

    /** The dialog has asked already whether a file that is there may go; it goes when there is another in its place. */
    private static ExtractAccount inPlaceOf(Path file, Callable<ExtractAccount> work) throws Exception {
        if (!Files.exists(file)) {
            return work.call();
        }
        Path before = file.resolveSibling(file.getFileName() + ".before");
        Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        boolean done = false;
        try {
            ExtractAccount account = work.call();
            done = true;
            return account;
        } finally {
            if (done) {
                Files.delete(before);
            } else {
                Files.move(before, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    void cancel() {
        task.cancel();
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What is going on, or how it ended, in words. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** How much is chosen. */
    ReadOnlyStringProperty amount() {
        return amount.getReadOnlyProperty();
    }

    /** The extract that was made, or null. */
    ReadOnlyObjectProperty<Path> made() {
        return made.getReadOnlyProperty();
    }

    ObjectProperty<Choice> choice() {
        return choice;
    }

    BooleanProperty pseudonyms() {
        return pseudonyms;
    }

    ObjectProperty<Path> key() {
        return key;
    }
}
