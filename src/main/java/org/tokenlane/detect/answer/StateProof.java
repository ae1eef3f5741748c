package org.tokenlane.detect.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/**
 * What exports of the settings of mailboxes say of something that the attacker opened: that it was still there at the
 * time of the export, or that it was not. It says so only where an export lists settings of that kind of that very
 * mailbox, and was made later; one whose time is not known says nothing.
 */
final class StateProof {

    /** So far apart from UTC a local time can be. */
    private static final Duration MOST_OFFSET = Duration.ofHours(14);

    /**
     * What an export says.
     *
     * @param isThere
     *            whether it lists what was opened
     * @param isActive
     *            whether that has an effect as it is listed
     */
    record Seen(SeenState export, boolean isThere, boolean isActive) {

        /** In words, without the sentence on what was opened. */
        String words() {
            String path = export.path();
            String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            return (isThere ? AnswerText.STATE_LISTS : AnswerText.STATE_DOES_NOT_LIST)
                    .text(export.exported().words(), file, isActive ? 1 : 0);
        }
    }

    private final CaseState state;

    StateProof(CaseState state) {
        this.state = state;
    }

    /** What the latest of the exports says that were made after the attacker opened it; null where none says anything. */
    @Nullable
    Seen of(Milestone opened) {
        Set<StateKind> kinds = kinds(opened);
        String detail = opened.detail() == null ? "" : opened.detail().toLowerCase(Locale.ROOT);
        if (kinds.isEmpty() || detail.isEmpty()) {
            return null;
        }
        List<SeenState> later = opened.names().stream().filter(name -> name.indexOf('@') >= 0)
                .flatMap(mailbox -> state.of(mailbox).stream()).filter(line -> kinds.contains(line.fact().kind()))
                .flatMap(line -> line.seen().stream()).filter(seen -> isAfter(seen.exported(), opened.time())).toList();
        SeenState last = later.stream().max(Comparator.comparing((SeenState seen) -> seen.exported().at()))
                .orElse(null);
        if (last == null) {
            return null;
        }
        List<SeenState> same = later.stream().filter(seen -> seen.path().equals(last.path())
                && seen.exported().equals(last.exported()) && isOf(seen.fact(), detail)).toList();
        return new Seen(last, !same.isEmpty(), same.stream().anyMatch(seen -> seen.fact().isActive()));
    }

    /** Tells whether the export was made after this time, in nanoseconds since 1970, UTC. */
    static boolean isAfter(ExportTime exported, long time) {
        Instant at = exported.at();
        if (at == null) {
            return false;
        }
        Instant earliest = exported.basis() == ExportTime.Basis.FILE_NAME_LOCAL ? at.minus(MOST_OFFSET) : at;
        return earliest.isAfter(Instant.ofEpochSecond(0, time));
    }

    private static Set<StateKind> kinds(Milestone opened) {
        return switch (opened.kind().about()) {
        case MAIL_RULE -> EnumSet.of(StateKind.INBOX_RULE, StateKind.SWEEP_RULE);
        case FORWARDING -> EnumSet.of(StateKind.FORWARDING);
        case MAILBOX_ACCESS -> EnumSet.of(StateKind.MAILBOX_PERMISSION, StateKind.SEND_AS, StateKind.SEND_ON_BEHALF,
                StateKind.FOLDER_PERMISSION);
        default -> Set.of();
        };
    }

    private static boolean isOf(StateFact fact, String detail) {
        return switch (fact.kind()) {
        case INBOX_RULE, SWEEP_RULE, TRANSPORT_RULE -> detail.equalsIgnoreCase(fact.name());
        case FORWARDING -> fact.targets().contains(detail);
        case MAILBOX_PERMISSION, SEND_AS, SEND_ON_BEHALF, FOLDER_PERMISSION ->
            detail.equalsIgnoreCase(fact.field(StateField.TRUSTEE));
        };
    }
}
