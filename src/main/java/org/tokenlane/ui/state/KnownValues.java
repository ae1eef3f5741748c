package org.tokenlane.ui.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.library.Library;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;

/**
 * What the library of earlier cases says of values of a case; what it has from that very case says nothing new.
 *
 * @param ownCase
 *            the name of the case
 */
public record KnownValues(Library library, String ownCase) {

    /** Nothing is known. */
    public static final KnownValues NONE = new KnownValues(Library.EMPTY, "");

    /** Which earlier cases a value was malicious in, in words; empty where the library does not have it. */
    public List<String> about(@Nullable FilterField field, String value) {
        MarkTarget target = field == null || value.isEmpty() || library.entries().isEmpty() ? null
                : Marking.target(field, value);
        return target == null ? List.of() : about(target.kind(), target.key());
    }

    /** The same of an origin, by its key. */
    public List<String> aboutOrigin(String originKey) {
        return about(MarkTarget.Kind.ORIGIN, originKey);
    }

    /** Tells whether the library has origins. */
    public boolean hasOrigins() {
        return library.entries().stream().anyMatch(entry -> entry.kind() == MarkTarget.Kind.ORIGIN);
    }

    private List<String> about(MarkTarget.Kind kind, String key) {
        return library.of(kind, key).stream().filter(entry -> !entry.caseName().equals(ownCase))
                .map(entry -> StateText.SEEN_BEFORE.text(entry.caseName(), entry.at().toString().substring(0, 10)))
                .toList();
    }
}
