package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.KeptLinks;

/**
 * Links the events of a case. Where links are kept from before, only those events are linked anew that the last import
 * brought or changed, that share a token with one
 * of these, or that had no stated link and share with one of these what an inference rests on. The outcome is the same
 * as when everything is linked anew.
 */
final class Linking {

    private final CaseEvents events;
    private final @Nullable KeptLinks kept;
    private final Links links;
    private int linkedAnew;

    Linking(CaseEvents events, @Nullable KeptLinks kept) {
        this.events = events;
        this.kept = kept;
        this.links = Links.none(events.size());
        if (kept != null) {
            kept.check(events.dictionarySize(EventField.UTI), events.dictionarySize(EventField.SESSION_ID),
                    events.dictionarySize(EventField.UPN));
        }
    }

    Links find() {
        if (kept != null && kept.rows() == events.rows() && restoreAll(kept)) {
            return links;
        }
        BitSet scope = kept == null ? all() : touched(kept);
        new ExactLinks(events, links).find(scope);
        InferredLinks inferred = new InferredLinks(events, links);
        inferred.byIntraSystemId(scope);
        List<Integer> open = new ArrayList<>();
        BitSet judged = scope;
        if (kept != null && scope.cardinality() < events.size() && !scope.isEmpty()) {
            judged = (BitSet) scope.clone();
            reopen(kept, scope, judged);
        }
        judged.stream().filter(event -> links.rule(event) == LinkRule.NONE).forEach(open::add);
        inferred.add(open);
        linkedAnew = judged.cardinality();
        return links;
    }

    /** How many events were looked at; the others kept their links. */
    int linkedAnew() {
        return linkedAnew;
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, events.size());
        return all;
    }

    /** Gives all events their links back, where nothing came into the case since; tells whether that is so. */
    private boolean restoreAll(KeptLinks kept) {
        for (int event = 0; event < events.size(); event++) {
            int first = events.firstRow(event);
            if (kept.firstRows().get(first) != first) {
                return false;
            }
        }
        for (int event = 0; event < events.size(); event++) {
            links.restore(event, kept, events.firstRow(event));
        }
        return true;
    }

    /** The events that came or changed, and those of their tokens; all others get their links back. */
    private BitSet touched(KeptLinks kept) {
        BitSet changed = changed(kept);
        BitSet tokens = new BitSet();
        IntColumn utiOfRow = events.rowCodes(EventField.UTI);
        changed.stream().forEach(event -> {
            for (int row : events.rowsOf(event)) {
                tokens.set(utiOfRow.get(row));
            }
        });
        tokens.clear(0);
        IntColumn utis = events.codes(EventField.UTI);
        BitSet scope = (BitSet) changed.clone();
        for (int event = 0; event < utis.size(); event++) {
            if (tokens.get(utis.get(event))) {
                scope.set(event);
            } else if (!changed.get(event)) {
                links.restore(event, kept, events.firstRow(event));
            }
        }
        return scope;
    }

    private BitSet changed(KeptLinks kept) {
        IntColumn rowsOfKept = new IntColumn(kept.rows());
        kept.firstRows().stream().forEach(row -> rowsOfKept.set(row, rowsOfKept.get(row) + 1));
        IntColumn upns = events.codes(EventField.UPN);
        BitSet changed = new BitSet();
        for (int event = 0; event < events.size(); event++) {
            int[] rows = events.rowsOf(event);
            int first = rows[0];
            boolean same = first < kept.rows() && kept.firstRows().get(first) == first
                    && rowsOfKept.get(first) == rows.length
                    && kept.upns().get(first) == upns.get(event);
            for (int i = 1; same && i < rows.length; i++) {
                same = rows[i] < kept.rows() && kept.firstRows().get(rows[i]) == first;
            }
            changed.set(event, !same);
        }
        return changed;
    }

    /**
     * Adds the events without a stated link whose user, as it is or was, or whose correlation id is that of an event in
     * the scope: what is known of one session decides on the events of all sessions of its user.
     */
    private void reopen(KeptLinks kept, BitSet scope, BitSet judged) {
        List<Integer> candidates = new ArrayList<>();
        for (int event = scope.nextClearBit(0); event < events.size(); event = scope.nextClearBit(event + 1)) {
            LinkRule rule = links.rule(event);
            if (rule == LinkRule.NONE || rule.isInferred() && rule != LinkRule.INTRA_SYSTEM_ID) {
                candidates.add(event);
            }
        }
        if (candidates.isEmpty()) {
            return;
        }
        Set<Integer> users = new HashSet<>();
        Set<String> correlationIds = new HashSet<>();
        IntColumn objectIdOfRow = events.rowCodes(EventField.USER_OBJECT_ID);
        scope.stream().forEach(event -> {
            correlationIds.addAll(events.texts(EventField.CORRELATION_ID, event));
            users.add(AddressLinks.user(events, event));
            for (int row : events.rowsOf(event)) {
                users.add(-objectIdOfRow.get(row));
                if (row < kept.rows()) {
                    users.add(kept.upns().get(row));
                }
            }
        });
        users.remove(0);
        for (int event : candidates) {
            if (users.contains(AddressLinks.user(events, event))
                    || correlationIds.contains(events.text(EventField.CORRELATION_ID, event))) {
                links.unlink(event);
                judged.set(event);
            }
        }
    }

    /** Two codes as one key. */
    static long pair(int user, int other) {
        return (long) user << 32 | other;
    }
}
