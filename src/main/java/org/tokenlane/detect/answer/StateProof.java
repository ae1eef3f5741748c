package org.tokenlane.detect.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/**
 * What exports of the settings of mailboxes say of something that the attacker opened: that it was still there at the
 * time of the export, or that it was not. It says so only where an export lists settings of that very kind of that very
 * mailbox, names them as the record does, and was made later; one whose time is not known says nothing.
 */
final class StateProof {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@()<>;,]+@[^\\s@()<>;,]+");
    /** An address, or a name with it: {@code Tom Reuter (tom@contoso.example)}. */
    private static final Pattern ONE_PERSON = Pattern
            .compile("(?:[^@;,]*[(<])?(" + ADDRESS.pattern() + ")[)>]?");
    /** Windows' own accounts; exports list the owner of a mailbox as {@code NT AUTHORITY\\SELF}. */
    private static final String OWNER = "NT AUTHORITY\\";
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

    private final CaseFacts facts;

    StateProof(CaseFacts facts) {
        this.facts = facts;
    }

    /** What the latest of the exports says that were made after the attacker opened it; null where none says anything. */
    @Nullable
    Seen of(Milestone opened) {
        StateKind kind = kind(opened);
        String folder = kind == StateKind.FOLDER_PERMISSION ? folder(opened) : "";
        String detail = opened.detail() == null ? "" : opened.detail().toLowerCase(Locale.ROOT);
        if (kind == null || folder == null || detail.isEmpty()) {
            return null;
        }
        List<SeenState> later = opened.names().stream().filter(name -> name.indexOf('@') >= 0)
                .flatMap(mailbox -> facts.state().of(mailbox).stream())
                .filter(line -> line.fact().kind() == kind
                        && (folder.isEmpty() || folder.equalsIgnoreCase(line.fact().field(StateField.FOLDER))))
                .flatMap(line -> line.seen().stream()).filter(seen -> isAfter(seen.exported(), opened.time())).toList();
        SeenState last = later.stream().max(Comparator.comparing((SeenState seen) -> seen.exported().at()))
                .orElse(null);
        if (last == null) {
            return null;
        }
        List<StateFact> all = later.stream()
                .filter(seen -> seen.path().equals(last.path()) && seen.exported().equals(last.exported()))
                .map(SeenState::fact).toList();
        List<StateFact> same = all.stream().filter(fact -> isOf(fact, detail)).toList();
        if (same.isEmpty() && !all.stream().allMatch(fact -> isComparable(fact, detail))) {
            return null;
        }
        return new Seen(last, !same.isEmpty(), same.stream().anyMatch(StateFact::isActive));
    }

    /**
     * The things that the attacker opened and that are open: nothing closed them in the logs, or a later export shows
     * them although something did.
     */
    List<Milestone> open(Account account) {
        return Stream.concat(account.open().stream(),
                account.milestones().stream().filter(step -> isOpenAgain(account, step))).toList();
    }

    private boolean isOpenAgain(Account account, Milestone step) {
        Milestone closing = step.isAttackers() && step.kind().opens() ? account.closing(step) : null;
        Seen seen = closing == null ? null : of(step);
        return closing != null && seen != null && seen.isThere() && seen.isActive()
                && isAfter(seen.export().exported(), closing.time());
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

    /** What an export has to list to say something of it; null where no export of a mailbox's settings does. */
    private @Nullable StateKind kind(Milestone opened) {
        String operation = Activities.normalized(String.valueOf(facts.events().operation(opened.events().getFirst())));
        return switch (opened.kind().about()) {
        case MAIL_RULE -> operation.endsWith("-transportrule") ? null
                : operation.endsWith("-sweeprule") ? StateKind.SWEEP_RULE : StateKind.INBOX_RULE;
        case FORWARDING -> StateKind.FORWARDING;
        case MAILBOX_ACCESS -> operation.endsWith("-recipientpermission") ? StateKind.SEND_AS
                : operation.endsWith("folderpermission") ? StateKind.FOLDER_PERMISSION : StateKind.MAILBOX_PERMISSION;
        default -> null;
        };
    }

    /** The folder that a permission is on, {@code adele@contoso.example:\\Calendar}; null where the record names none. */
    private @Nullable String folder(Milestone opened) {
        String identity = facts.details().of(opened.events().getFirst()).parameter("Identity");
        int path = identity == null ? -1 : identity.lastIndexOf('\\');
        return identity == null || path < 0 || path == identity.length() - 1 ? null : identity.substring(path + 1);
    }

    private static boolean isOf(StateFact fact, String detail) {
        return switch (fact.kind()) {
        case INBOX_RULE, SWEEP_RULE, TRANSPORT_RULE -> detail.equalsIgnoreCase(fact.name());
        case FORWARDING -> fact.targets().contains(detail);
        case MAILBOX_PERMISSION, SEND_AS, SEND_ON_BEHALF, FOLDER_PERMISSION ->
            isPerson(fact.field(StateField.TRUSTEE), detail);
        };
    }

    private static boolean isPerson(@Nullable String trustee, String detail) {
        if (trustee == null || trustee.equalsIgnoreCase(detail)) {
            return trustee != null;
        }
        Matcher one = ONE_PERSON.matcher(trustee);
        return one.matches() && one.group(1).equalsIgnoreCase(detail);
    }

    /**
     * Tells whether record and export name such things in the same way, so that they are different things where the
     * names differ: a rule may also be named by a number, a person by an alias, a display name or a path.
     */
    private static boolean isComparable(StateFact fact, String detail) {
        return switch (fact.kind()) {
        case INBOX_RULE, SWEEP_RULE, TRANSPORT_RULE -> fact.name() != null && !NUMBER.matcher(detail).matches();
        case FORWARDING -> isAddress(detail) && isAddressOrNothing(fact.field(StateField.FORWARD_TO))
                && isAddressOrNothing(fact.field(StateField.REDIRECT_TO));
        case MAILBOX_PERMISSION, SEND_AS, SEND_ON_BEHALF, FOLDER_PERMISSION ->
            isAddress(detail) && isPersonOrNothing(fact.field(StateField.TRUSTEE));
        };
    }

    private static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    private static boolean isAddressOrNothing(@Nullable String name) {
        return name == null || isAddress(name);
    }

    private static boolean isPersonOrNothing(@Nullable String name) {
        return name == null || ONE_PERSON.matcher(name).matches()
                || name.regionMatches(true, 0, OWNER, 0, OWNER.length());
    }
}
