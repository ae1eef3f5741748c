package org.tokenlane.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Said;
import org.tokenlane.model.mark.Shared;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.mark.Stamp;
import org.tokenlane.model.session.OriginSplit;

/** Who named and split origins, saved filters and did steps of containment, and when: read from the audit trail. */
final class SettingsTrail {

    /** A change, so that its undoing is understood. */
    private static final class Turn {

        private final SharedMark.Place place;
        private final @Nullable SharedMark before;
        private final @Nullable SharedMark after;
        private final boolean merged;
        private boolean done = true;

        Turn(SharedMark.Place place, @Nullable SharedMark before, @Nullable SharedMark after, boolean merged) {
            this.place = place;
            this.before = before;
            this.after = after;
            this.merged = merged;
        }
    }

    private final Map<SharedMark.Place, SharedMark> now = new HashMap<>();
    private final List<SharedMark> gone = new ArrayList<>();
    private final Map<Integer, Turn> turns = new HashMap<>();

    private SettingsTrail() {
    }

    static SettingsTrail of(List<AuditTrail.Entry> entries) {
        SettingsTrail trail = new SettingsTrail();
        entries.forEach(trail::take);
        return trail;
    }

    /** Tells whether an entry is about something that came from another copy of the case. */
    static boolean isMerged(AuditTrail.Entry entry) {
        return entry.fields().containsKey(AuditField.AUTHOR);
    }

    /** What was said and taken back, or replaced. */
    List<SharedMark> gone() {
        return gone;
    }

    List<SharedMark> stepsDone() {
        return now.values().stream().filter(mark -> mark.what() instanceof Shared.ContainmentDone).toList();
    }

    /** Who made a setting as it is; nobody where the trail does not say. */
    Said said(Shared what) {
        SharedMark mark = now.get(new SharedMark.Place(what.kind(), what.place()));
        return mark == null || !mark.what().says().equals(what.says())
                ? new Said(Stamp.NONE.author(), Stamp.NONE.at())
                : mark.said();
    }

    private void take(AuditTrail.Entry entry) {
        Shared what = what(entry);
        if (what == null) {
            return;
        }
        SharedMark.Place place = new SharedMark.Place(what.kind(), what.place());
        String turned = entry.fields().get(AuditField.ENTRY);
        Turn turn = turned == null ? null : turns.get(Integer.valueOf(turned));
        SharedMark before = now.get(place);
        if (turn != null && turn.place.equals(place)) {
            SharedMark after = turn.done ? turn.before : turn.after;
            turn.done = !turn.done;
            set(place, before, after, entry.said(), turn.merged);
        } else {
            SharedMark after = isThere(entry.kind()) ? new SharedMark(what, entry.said(), null) : null;
            set(place, before, after, entry.said(), false);
            turns.put(entry.number(), new Turn(place, before, after, isMerged(entry)));
        }
    }

    private void set(SharedMark.Place place, @Nullable SharedMark before, @Nullable SharedMark after, Said said,
            boolean silently) {
        if (before != null && !silently && (after == null || !after.is(before))) {
            gone.add(before.removedBy(said));
        }
        if (after == null) {
            now.remove(place);
        } else {
            now.put(place, after);
        }
    }

    private static boolean isThere(AuditKind kind) {
        return kind == AuditKind.ORIGIN_CONFIRMED || kind == AuditKind.ORIGIN_SPLIT || kind == AuditKind.FILTER_SAVED
                || kind == AuditKind.CONTAINMENT_DONE;
    }

    /** What an entry is about; null where that is no setting, or the entry does not say. */
    private static @Nullable Shared what(AuditTrail.Entry entry) {
        String session = entry.fields().getOrDefault(AuditField.SESSION, "");
        String origin = entry.fields().getOrDefault(AuditField.ORIGIN, "");
        String name = entry.fields().getOrDefault(AuditField.NAME, "");
        String value = entry.fields().getOrDefault(AuditField.VALUE, "");
        String by = entry.fields().get(AuditField.SPLIT_BY);
        return switch (entry.kind()) {
        case ORIGIN_CONFIRMED, ORIGIN_UNCONFIRMED -> new Shared.OriginName(session, origin, name);
        case ORIGIN_SPLIT, ORIGIN_JOINED ->
            by == null ? null : new Shared.Splitting(session, new OriginSplit(origin, by(by), value));
        case FILTER_SAVED, FILTER_REMOVED -> new Shared.SavedFilter(name, value);
        case CONTAINMENT_DONE, CONTAINMENT_OPEN -> new Shared.ContainmentDone(name, entry.detail());
        default -> null;
        };
    }

    private static OriginSplit.By by(String name) {
        try {
            return OriginSplit.By.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new CaseFileException(StoreText.BAD_ENTRY.with(), e);
        }
    }
}
