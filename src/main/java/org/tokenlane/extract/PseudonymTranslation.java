package org.tokenlane.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.extract.TakenFile.Rewriting;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RawRecords;

/** Replaces values with pseudonyms. */
final class PseudonymTranslation implements Translation {

    private static final int MOST_TOLD = 20;

    private final Pseudonymiser pseudonymiser;
    private final Progress progress;

    PseudonymTranslation(Pseudonymiser pseudonymiser, Progress progress) {
        this.pseudonymiser = pseudonymiser;
        this.progress = progress;
    }

    @Override
    public void learn(List<TakenFile> files) throws UnreadableFileException {
        for (TakenFile file : files) {
            progress.begin(ExtractText.READING.text(file.evidence().path()), file.evidence().bytes());
            file.eachRecord(record -> {
                progress.stopIfCancelled();
                pseudonymiser.learn(file.form(), record);
                progress.advance(record.length, 1);
            });
            progress.end();
        }
    }

    @Override
    public Rewriting records() {
        return pseudonymiser::rewritten;
    }

    /** Folders name the analyst's machine and often the client. */
    @Override
    public String path(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return pseudonymiser.text(name);
    }

    @Override
    public String text(String text) {
        return pseudonymiser.text(text);
    }

    @Override
    public String replaced() {
        return PseudonymKind.words(pseudonymiser.kinds());
    }

    @Override
    public @Nullable MarkTarget target(MarkTarget target, IntFunction<String> eventId, int event) {
        return switch (target.kind()) {
        case EVENT -> Translation.super.target(target, eventId, event);
        case TOKEN, SESSION, APP -> target;
        case IP -> MarkTarget.of(Kind.IP, pseudonymiser.address(target.key()));
        case USER, DEVICE -> MarkTarget.of(target.kind(), pseudonymiser.text(target.key()));
        // an origin's key is made of networks and agents in spellings of its own
        case ORIGIN -> pseudonymiser.kinds().contains(PseudonymKind.ADDRESSES) ? null
                : MarkTarget.origin(target.originSession(), pseudonymiser.text(target.originKey()));
        };
    }

    /** Where a value that is to be replaced still stands. */
    List<String> left(CaseFile extract) {
        List<String> left = new ArrayList<>();
        CaseEvents events = CaseEvents.load(extract);
        RawRecords raw = extract.rawRecords();
        // in the order in which they are stored, so that no block is unpacked twice
        IntStream.range(0, events.size()).boxed().flatMap(event -> events.places(event).stream())
                .sorted(Comparator.comparingInt(RawPlace::evidence).thenComparingInt(RawPlace::block)
                        .thenComparingInt(RawPlace::offset))
                .forEach(place -> look(raw.text(place),
                        ExtractText.IN_RECORD.text(events.evidence(place.evidence()).path(), place.line()), left));
        extract.state().forEach(state -> look(raw.text(state.place()),
                ExtractText.IN_RECORD.text(state.path(), state.place().line()), left));
        extract.evidence().forEach(evidence -> look(evidence.path(),
                ExtractText.IN_EVIDENCE_NAME.text(Integer.toString(evidence.id())), left));
        extract.marks().all().all().forEach(mark -> look(mark.words(), ExtractText.IN_MARK.text(mark.kind()), left));
        extract.auditTrail().entries()
                .forEach(entry -> look(entry.detail() + "\n" + String.join("\n", entry.fields().values()),
                        ExtractText.IN_ACTION_LOG.text(entry.number()), left));
        return left;
    }

    private void look(String text, String where, List<String> left) {
        String found = left.size() < MOST_TOLD ? pseudonymiser.stillIn(text) : null;
        if (found != null) {
            left.add(ExtractText.LEFT_IN.text(found, where));
        }
    }
}
