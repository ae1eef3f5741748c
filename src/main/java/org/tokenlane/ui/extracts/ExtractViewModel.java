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
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.MicrosoftNetworks;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.extract.ExtractAccount;
import org.tokenlane.extract.pseudonym.ForeignValues;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.Indicator;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.StepText;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** What is copied out of the case into a new one, and how far that is. */
final class ExtractViewModel {

    /** Which events are included. */
    enum Choice {
        SESSIONS(ExtractsText.SESSIONS),
        SHOWN(ExtractsText.SHOWN),
        HOSTILE(ExtractsText.HOSTILE);

        private final TextKey words;

        Choice(TextKey words) {
            this.words = words;
        }

        TextKey words() {
            return words;
        }
    }

    private final Selection selection;
    private final Marking marking;
    private final CaseAnswers answers;
    private final ObservableValue<Enrichment> enrichment;
    private final Runner background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Path> made = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SESSIONS);
    private final BooleanProperty pseudonyms = new SimpleBooleanProperty();
    private final BooleanProperty onlyOurs = new SimpleBooleanProperty();
    private final ObjectProperty<Path> key = new SimpleObjectProperty<>();
    private final Set<PseudonymKind> kinds = EnumSet.allOf(PseudonymKind.class);
    private Task<?> task = Task.NONE;

    ExtractViewModel(Selection selection, Marking marking, CaseAnswers answers, ObservableValue<Enrichment> enrichment,
            Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.answers = answers;
        this.enrichment = enrichment;
        this.background = background;
        choice.addListener((property, before, now) -> count());
    }

    /** Starts again with what is looked at. */
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
        if (selection.openCase().get() != null) {
            BitSet chosen = chosen();
            int sessions = selection.openCase().get().correlation().sessionsAmong(chosen).cardinality();
            amount.set(chosen.isEmpty() ? ExtractsText.AMOUNT_NONE.text()
                    : ExtractsText.AMOUNT.text(chosen.cardinality(), sessions));
        }
    }

    private BitSet chosen() {
        Correlation correlation = selection.openCase().get().correlation();
        BitSet shown = selection.matching().get().set();
        return switch (choice.get()) {
        case SHOWN -> (BitSet) shown.clone();
        case SESSIONS -> whole(correlation, shown);
        case HOSTILE -> whole(correlation, marking.marked().get().hostile());
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

    /** Why no extract can be made of what is selected, or null if one can. */
    @Nullable
    TextKey problem() {
        if (chosen().isEmpty()) {
            return ExtractsText.NO_EVENTS;
        }
        if (pseudonyms.get() && kinds.isEmpty()) {
            return ExtractsText.NO_KINDS;
        }
        if (pseudonyms.get() && onlyOurs.get()) {
            if (answers.answers().get() == null) {
                return ExtractsText.ANSWERS_RUNNING;
            }
            if (ForeignValues.of(selection.openCase().get().events(), Set.of()) == null) {
                return ExtractsText.NO_OWN_DOMAINS;
            }
        }
        return pseudonyms.get() && key.get() == null ? ExtractsText.NO_KEY : null;
    }

    private static Pseudonymiser pseudonymiser(Set<PseudonymKind> replaced, Path keyFile, MicrosoftNetworks microsoft,
            @Nullable ForeignValues foreign) {
        PseudonymKey known = Files.exists(keyFile) ? PseudonymKey.read(keyFile) : new PseudonymKey();
        return foreign == null ? new Pseudonymiser(replaced, known, ip -> microsoft.service(ip) != null)
                : new Pseudonymiser(replaced, known, ip -> microsoft.service(ip) != null || foreign.isAddress(ip),
                        foreign::isDomain);
    }

    /**
     * Makes the extract.
     *
     * @param password
     *            encrypts it, or null
     */
    void save(Path file, char @Nullable [] password) {
        OpenCase now = selection.openCase().get();
        BitSet chosen = chosen();
        String filter = selection.view().get().filter().toText();
        String by = switch (choice.get()) {
        case HOSTILE -> ExtractsText.BY_HOSTILE.text();
        case SESSIONS -> ExtractsText.BY_SESSIONS.text(filter);
        case SHOWN -> ExtractsText.BY_FILTER.text(filter);
        };
        Set<PseudonymKind> replaced = pseudonyms.get() ? EnumSet.copyOf(kinds) : EnumSet.noneOf(PseudonymKind.class);
        Path keyFile = key.get();
        MicrosoftNetworks microsoft = enrichment.getValue().microsoft();
        boolean ours = onlyOurs.get();
        made.set(null);
        running.set(true);
        state.set(ExtractsText.EXTRACTING.text());
        task = background.task(WorkLane.LONG, progress -> {
            // which addresses are only the attacker's takes a look at all events
            Pseudonymiser pseudonymiser = replaced.isEmpty() ? null
                    : pseudonymiser(replaced, keyFile, microsoft, !ours ? null
                            : ForeignValues.of(now.events(),
                                    answers.hostileActivity().indicators().values(Indicator.Kind.ADDRESS)));
            return inPlaceOf(file, () -> CaseExtract.write(now.file(), now.correlation(), chosen,
                    new CaseExtract.Wish(file, password, Analyst.name(), by, pseudonymiser,
                            keyFile, true),
                    progress));
        }).onProgress(step -> state.set(StepText.of(step, Count.RECORDS))).onDone(account -> {
            running.set(false);
            state.set(String.join(" ", account.words()));
            made.set(account.file());
        }).onFailed(failure -> {
            running.set(false);
            state.set(ExtractsText.FAILED.text(Reasons.of(failure)));
        }).onCancelled(() -> {
            running.set(false);
            state.set(ExtractsText.CANCELLED.text());
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

    /** What is being done, or how it ended. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** How much is selected. */
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

    /** Whether values of other organizations and the attacker's addresses stay. */
    BooleanProperty onlyOurs() {
        return onlyOurs;
    }

    ObjectProperty<Path> key() {
        return key;
    }
}
