package org.tokenlane.store;

import org.jspecify.annotations.Nullable;

/** Writes one evidence file after the other, and remembers meanwhile which values and events the case has. */
final class EvidenceWriting {

    private final CaseAccess access;
    private @Nullable Dictionary dictionary;
    private @Nullable KnownEvents known;

    EvidenceWriting(CaseAccess access) {
        this.access = access;
    }

    /** Begins to write one file. */
    EvidenceWriter begin() {
        if (access.isReadOnly()) {
            throw access.readOnly();
        }
        UnsafeCompression.refuse();
        if (dictionary == null) {
            dictionary = new Dictionary(access.connection());
        }
        if (known == null) {
            known = KnownEvents.of(new Segments(access.connection()));
        }
        return new EvidenceWriter(access.connection(), dictionary, known, this::forget);
    }

    /**
     * To be called when an import was rolled back, and before the case is closed: what was taken in meanwhile is
     * forgotten. It is read from the case again for the next import.
     */
    void forget() {
        if (dictionary != null) {
            dictionary.close();
        }
        if (known != null) {
            known.close();
        }
        dictionary = null;
        known = null;
    }
}
