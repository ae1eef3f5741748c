package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

/** Finds the milestones of a case. */
final class Milestones {

    /** The unified audit log writes whole seconds, and two logs record one change moments apart. */
    private static final long SAME = 5_000_000_000L;

    private Milestones() {
    }

    /** All milestones, in order of time; changes that failed are none. */
    static List<Milestone> of(CaseFacts facts, Attribution attribution, Progress progress) {
        TextColumn operations = facts.events().dictionary(EventField.OPERATION);
        IntColumn codes = facts.events().codes(EventField.OPERATION);
        BitSet candidates = new BitSet();
        for (int code = 1; code < operations.size(); code++) {
            candidates.set(code, Activities.mayBeMilestone(operations.get(code)));
        }
        List<Integer> chosen = new ArrayList<>();
        for (int event = 0; event < codes.size(); event++) {
            if (candidates.get(codes.get(event)) && isChange(facts, event)
                    && facts.events().time(event) != AuditEvent.NO_TIME
                    && facts.events().result(event) != EventResult.FAILURE) {
                chosen.add(event);
            }
        }
        MilestoneReader reader = new MilestoneReader(facts);
        List<Milestone> found = new ArrayList<>();
        for (int event : facts.details()
                .inOrderOfEvidence(chosen.stream().mapToInt(Integer::intValue).toArray())) {
            progress.stopIfCancelled();
            Milestone milestone = reader.read(event, attribution.party(event));
            if (milestone != null) {
                found.add(milestone);
            }
        }
        return merged(found);
    }

    /** Defender's actions are told by alerts and by what was done with messages. */
    private static boolean isChange(CaseFacts facts, int event) {
        return facts.events().kind(event).isOperation()
                || Activities.milestone(facts.events().operation(event)) == MilestoneKind.DEFENDER_ACTED;
    }

    private static List<Milestone> merged(List<Milestone> found) {
        found.sort((one, other) -> Long.compare(one.time(), other.time()));
        List<Milestone> all = new ArrayList<>();
        for (Milestone milestone : found) {
            int same = -1;
            for (int i = all.size() - 1; i >= 0 && milestone.time() - all.get(i).time() <= SAME; i--) {
                if (isSame(all.get(i), milestone)) {
                    same = i;
                }
            }
            if (same < 0) {
                all.add(milestone);
            } else {
                all.set(same, joined(all.get(same), milestone));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isSame(Milestone one, Milestone other) {
        return one.kind() == other.kind() && (one.names().isEmpty() && other.names().isEmpty()
                || one.concerns(other.names()));
    }

    /** The earlier with what the later tells beyond it; a known party counts more than an unclear one. */
    private static Milestone joined(Milestone one, Milestone other) {
        boolean tells = one.party().ordinal() <= other.party().ordinal();
        return new Milestone(one.kind(), one.time(), one.about() == null ? other.about() : one.about(),
                new HashSet<>(Stream.concat(one.names().stream(), other.names().stream()).toList()),
                one.detail() == null ? other.detail() : one.detail(), one.by() == null ? other.by() : one.by(),
                tells ? one.party() : other.party(),
                Stream.concat(one.events().stream(), other.events().stream()).toList());
    }
}
