package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.EventTable;

/** Finds the events that belong by fact to what marks are on. */
final class MarkTargets {

    private static final int[] NO_EVENTS = {};

    private final Correlation correlation;
    private final EventTable linked;
    private final Function<String, List<OriginSplit>> splits;
    private @Nullable Origins origins;

    /**
     * @param linked
     *            the events with the sessions and tokens that they belong to by fact
     * @param splits
     *            how the analyst took the origins of a session apart
     */
    MarkTargets(Correlation correlation, EventTable linked, Function<String, List<OriginSplit>> splits) {
        this.correlation = correlation;
        this.linked = linked;
        this.splits = splits;
    }

    /** The events of each target, in time order; none where the case has the target no more. */
    Map<MarkTarget, int[]> events(Collection<MarkTarget> targets) {
        Map<MarkTarget, int[]> found = new HashMap<>();
        Map<String, Integer> withIds = correlation.events()
                .byIds(targets.stream().filter(target -> target.kind() == MarkTarget.Kind.EVENT).map(MarkTarget::key)
                        .toList());
        Map<String, List<OriginParts.Part>> parts = new HashMap<>();
        for (MarkTarget target : targets) {
            found.put(target, switch (target.kind()) {
            case EVENT -> withIds.containsKey(target.key()) ? new int[] { withIds.get(target.key()) } : NO_EVENTS;
            case TOKEN -> with(FilterField.TOKEN, target);
            case SESSION -> with(FilterField.SESSION, target);
            case DEVICE -> with(FilterField.DEVICE, target);
            case IP -> with(FilterField.IP, target);
            case APP -> with(FilterField.APP, target);
            case USER -> ofUser(target);
            case ORIGIN -> ofOrigin(target, parts.computeIfAbsent(target.originSession(), this::partsOf));
            });
        }
        return found;
    }

    private int[] with(FilterField field, MarkTarget target) {
        return EntityEvents.with(linked, field, target.key()).stream().toArray();
    }

    private int[] ofUser(MarkTarget target) {
        BitSet found = EntityEvents.with(linked, FilterField.UPN, target.key());
        found.or(EntityEvents.with(linked, FilterField.OBJECT_ID, target.key()));
        return found.stream().toArray();
    }

    private List<OriginParts.Part> partsOf(String session) {
        int code = correlation.sessionCode(session);
        if (code == 0) {
            return List.of();
        }
        Origins all = origins == null ? new Origins(correlation.events()) : origins;
        origins = all;
        return new OriginParts(correlation).of(all.ofSession(correlation, code), splits.apply(session));
    }

    /** What the analyst took apart later stays marked with the whole. */
    private int[] ofOrigin(MarkTarget target, List<OriginParts.Part> parts) {
        List<Integer> found = new ArrayList<>();
        for (OriginParts.Part part : parts) {
            if (part.key().equals(target.originKey()) || part.key().startsWith(target.originKey() + " / ")) {
                found.addAll(part.events());
            }
        }
        return found.stream().filter(event -> !correlation.rule(event).isInferred()).mapToInt(Integer::intValue)
                .sorted().toArray();
    }
}
