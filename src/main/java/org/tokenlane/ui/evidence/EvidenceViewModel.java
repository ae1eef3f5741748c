package org.tokenlane.ui.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.FindingsCheck;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.library.Library;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.report.manifest.SignedManifest;
import org.tokenlane.store.ShapeTable;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The files of the open case, and whether it is intact. */
public final class EvidenceViewModel {

    /** More than anybody reads in a window. */
    static final int MOST_REJECTED = 2_000;
    /** How many letters of a rejected record are shown. */
    static final int MOST_TEXT = 2_000;

    /**
     * What a case was made from.
     *
     * @param shapeTitles
     *            the titles of export shapes by their ids
     * @param rejected
     *            the first records that were rejected
     * @param rejectedInAll
     *            how many were
     * @param signature
     *            what the signed manifest beside the case says of it; null where there is none
     * @param weakKey
     *            whether the case is encrypted with a key that is derived as earlier versions did
     */
    record Listing(List<Evidence> files, Map<String, String> shapeTitles, List<ImportWarning> warnings,
            List<RejectedRecord> rejected,
            int rejectedInAll, SignedManifest.@Nullable Check signature, boolean weakKey) {

        static final Listing NONE = new Listing(List.of(), Map.of(), List.of(), List.of(), 0, null, false);

        /** What a file was recognised as. */
        String shapes(Evidence file) {
            return Arrays.stream(file.shapes().split("\\+")).map(id -> shapeTitles.getOrDefault(id, id))
                    .collect(Collectors.joining(" + "));
        }

        String totals() {
            return EvidenceText.TOTALS.text(files.size(), sum(Evidence::records), sum(Evidence::stored),
                    sum(Evidence::duplicates), sum(Evidence::rejected));
        }

        String signatureWords() {
            return signature == null ? ""
                    : signature.said().stream().map(Text::toString).collect(Collectors.joining(" "));
        }

        private long sum(java.util.function.ToLongFunction<Evidence> count) {
            return files.stream().mapToLong(count).sum();
        }
    }

    /**
     * What a verification found.
     *
     * @param sentence
     *            the result with its time
     * @param faults
     *            a sentence for each; none where the case is intact
     */
    record Result(String sentence, List<String> faults, boolean isIntact) {
    }

    /** How far the manifest beside the case can be relied on. */
    enum Standing {
        /** It cannot be read, was altered, or does not fit the case. */
        ALTERED,
        /** It fits what the case has recorded. */
        RECORDED,
        /** It fits, and the case was verified as it is now. */
        VERIFIED
    }

    private final Selection selection;
    private final Display display;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper verifying = new ReadOnlyBooleanWrapper();
    private Task<?> verification = Task.NONE;

    public EvidenceViewModel(Selection selection, Display display, Messages messages, Runner background) {
        this.selection = selection;
        this.display = display;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> {
            boolean other = before == null || now == null || before.file() != now.file();
            listing.set(Listing.NONE);
            if (other) {
                verification.cancel();
                verifying.set(false);
            }
            // what was verified is not what is there now
            result.set(null);
        });
    }

    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /** The result of the last verification of the case as it is; null where there was none. */
    ReadOnlyObjectProperty<@Nullable Result> result() {
        return result.getReadOnlyProperty();
    }

    /** How far the manifest beside the case can be relied on; what it says does not change by that. */
    Standing standing() {
        SignedManifest.Check signature = listing.get().signature();
        Result verified = result.get();
        if (signature == null || signature.outcome() == SignedManifest.Outcome.BROKEN) {
            return Standing.ALTERED;
        }
        return signature.outcome() == SignedManifest.Outcome.SOUND && verified != null && verified.isIntact()
                ? Standing.VERIFIED
                : Standing.RECORDED;
    }

    ReadOnlyBooleanProperty verifying() {
        return verifying.getReadOnlyProperty();
    }

    ZoneId zone() {
        return display.zone().get();
    }

    /** Lists the files of the open case. */
    void list() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            return;
        }
        background.latest("evidence", WorkLane.SHORT, progress -> {
            List<Evidence> files = open.file().evidence();
            Map<Integer, List<ImportWarning>> warnings = open.file().warnings();
            List<RejectedRecord> rejected = open.file().rejected();
            return new Listing(files, open.file().shapes().stream()
                    .collect(Collectors.toMap(ShapeTable.Row::id, ShapeTable.Row::title, (one, other) -> one)),
                    files.stream().flatMap(file -> warnings.getOrDefault(file.id(), List.of()).stream()).toList(),
                    rejected.stream().limit(MOST_REJECTED).map(record -> record.shortened(MOST_TEXT)).toList(),
                    rejected.size(),
                    SignedManifest.checkBeside(open.file()), open.file().hasWeakKey());
        }).onDone(found -> {
            if (selection.openCase().get() == open) {
                listing.set(found);
            }
        }).onFailed(failure -> messages.failed(EvidenceText.FAILED, failure)).start();
    }

    /** Checks the open case against itself. */
    void verify() {
        OpenCase open = selection.openCase().get();
        if (open == null || verifying.get()) {
            return;
        }
        verifying.set(true);
        result.set(null);
        verification = background.task(WorkLane.LONG, progress -> {
            List<String> found = FindingsCheck.faults(open.file(), new RecordDetails(),
                    new KnownNetworks(Enrichment.of(Networks.shipped())), Library.EMPTY, progress);
            if (found.isEmpty()) {
                open.file().noteVerified(Analyst.name());
            }
            return found;
        }).onDone(faults -> {
            verifying.set(false);
            String at = time(Instant.now(), zone());
            result.set(new Result(faults.isEmpty() ? EvidenceText.INTACT.text(at, Times.name(zone()))
                    : EvidenceText.FAULTS.text(faults.size(), at, Times.name(zone())), faults,
                    faults.isEmpty()));
        }).onFailed(failure -> {
            verifying.set(false);
            result.set(new Result(EvidenceText.NOT_VERIFIED.text(Reasons.of(failure)), List.of(), false));
        }).onCancelled(() -> verifying.set(false)).start();
    }

    static String time(Instant at, ZoneId zone) {
        return Times.seconds(UtcText.nanos(at), zone);
    }

    /** The files with their hashes and counts, a line each, for a protocol. */
    static String asTable(List<Evidence> files) {
        return files.stream().map(file -> String.join("\t", file.path(), file.sha256(), Long.toString(file.bytes()),
                Long.toString(file.records()), Long.toString(file.stored()), Long.toString(file.duplicates()),
                Long.toString(file.rejected())))
                .collect(Collectors.joining("\n",
                        String.join("\t", EvidenceText.FILE.text(), EvidenceText.SHA256.text(),
                                EvidenceText.SIZE.text(), EvidenceText.RECORDS.text(), EvidenceText.STORED.text(),
                                EvidenceText.DUPLICATES.text(), EvidenceText.REJECTED_COUNT.text()) + "\n",
                        "\n"));
    }
}
