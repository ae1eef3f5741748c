package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.exposure.OperationKind;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.document.KeyEventChoice.Candidate;
import org.tokenlane.report.document.KeyEventChoice.Chosen;
import org.tokenlane.timeline.Timeline;

/**
 * Finds what deserves to be named in the picture of a timeline, and lets {@link KeyEventChoice} select from it. These
 * are the turns of an incident, in the order in which they decide: how the session began, that it went on from
 * another network, and the first act of the attacker; what ended the access; each way in that the attacker opened;
 * the last act of the attacker; what was sent, read, downloaded, deleted, searched and read through an assistant;
 * other steps; what was shared and opened, calls of Microsoft Graph, and that the user was active again. Of acts,
 * each kind is named once, by its first event, with the number of all; of steps, each is a candidate of its own. Acts
 * that failed are no turns. Where the attacker did nothing in the timeline, or is not known, the acts of everybody
 * count, each on the side of who did it.
 */
final class KeyEvents {

    /** What was done, by rank. The steps of an incident are between them. */
    enum Act implements TextKey {
        SIGN_IN(0),
        OTHER_NETWORK(100),
        FIRST_ACT(150),
        LAST_ACT(400),
        SENT(500),
        MAIL_READ(510),
        DOWNLOADED(520),
        DELETED(530),
        SEARCHED(540),
        ASSISTANT(550),
        SHARED(700),
        FILE_OPENED(710),
        GRAPH(720),
        TEAMS(730),
        USER_AGAIN(740);

        private final int rank;

        Act(int rank) {
            this.rank = rank;
        }
    }

    private static final int ENDS = 200;
    private static final int OPENS = 300;
    private static final int STEP = 600;
    private static final Set<String> DELETIONS = Set.of("softdelete", "harddelete", "movetodeleteditems");

    private final Incident incident;
    private final CaseFacts facts;
    private final Sentences sentences;
    private final List<Candidate> found = new ArrayList<>();

    private KeyEvents(Incident incident) {
        this.incident = incident;
        this.facts = incident.attribution().facts();
        this.sentences = new Sentences(facts.events(), facts.details());
    }

    /**
     * The key events of a timeline between two moments, in nanoseconds since 1970, UTC.
     *
     * @param steps
     *            those of the incident that concern the users of the timeline
     */
    static Chosen of(Incident incident, Timeline timeline, List<Milestone> steps, long from, long to) {
        KeyEvents made = new KeyEvents(incident);
        made.acts(Arrays.stream(timeline.events())
                .filter(event -> made.time(event) >= from && made.time(event) <= to).toArray());
        steps.stream().filter(step -> step.time() >= from && step.time() <= to)
                .forEach(step -> made.found.add(candidate(incident, step)));
        return KeyEventChoice.of(made.found);
    }

    /** A step of an incident. */
    static Candidate candidate(Incident incident, Milestone step) {
        boolean ends = step.kind().endsAccess() && !step.isAttackers();
        int rank = ends ? ENDS : step.isAttackers() && step.kind().opens() ? OPENS : STEP;
        PictureSide side = step.isAttackers() || step.kind().opens() ? PictureSide.of(step.party())
                : PictureSide.AGAINST;
        return new Candidate(rank + step.kind().ordinal(), new KeyEvent(step.time(), side, step.kind().text(),
                incident.words(step), step.events()), false);
    }

    private void acts(int[] all) {
        int[] done = Arrays.stream(all).filter(this::isDone).toArray();
        int[] hostile = Arrays.stream(done).filter(event -> party(event) == Party.ATTACKER).toArray();
        int[] whose = hostile.length == 0 ? done : hostile;
        int signIn = first(all, facts::isSignedIn);
        if (signIn >= 0) {
            add(Act.SIGN_IN, signIn, 1);
            int elsewhere = first(whose, event -> time(event) >= time(signIn)
                    && Addresses.differ(facts.addresses().of(signIn), facts.addresses().of(event)));
            if (elsewhere >= 0) {
                add(Act.OTHER_NETWORK, elsewhere, 1);
            }
        }
        if (hostile.length > 0) {
            add(Act.FIRST_ACT, hostile[0], 1);
            add(Act.LAST_ACT, hostile[hostile.length - 1], 1);
            int again = first(done, event -> party(event) == Party.USER && time(event) > time(hostile[0]));
            if (again >= 0) {
                add(Act.USER_AGAIN, again, 1);
            }
        }
        Map<Act, Integer> firsts = new EnumMap<>(Act.class);
        Map<Act, Integer> counts = new EnumMap<>(Act.class);
        for (int event : whose) {
            Act act = act(event);
            if (act != null) {
                firsts.putIfAbsent(act, event);
                counts.merge(act, 1, Integer::sum);
            }
        }
        firsts.forEach((act, event) -> add(act, event, counts.getOrDefault(act, 1)));
    }

    /** Of which act the event is one; null where it is none that is worth naming. */
    private @Nullable Act act(int event) {
        String operation = facts.events().operation(event).toLowerCase(Locale.ROOT);
        return switch (OperationKind.of(facts.events(), event)) {
        case MAIL_READ -> Act.MAIL_READ;
        case MAIL_SENT -> Act.SENT;
        case MAIL_CHANGED -> DELETIONS.contains(operation) ? Act.DELETED : null;
        case SEARCH -> Act.SEARCHED;
        case SHARING -> Act.SHARED;
        case FILE -> operation.startsWith("filedownloaded") || operation.startsWith("filesyncdownloaded")
                ? Act.DOWNLOADED
                : Act.FILE_OPENED;
        case TEAMS -> Act.TEAMS;
        case ASSISTANT -> Act.ASSISTANT;
        case GRAPH -> Act.GRAPH;
        // the steps of the incident name what matters of these
        case RULE, EXCHANGE_CHANGE, DIRECTORY_CHANGE, OTHER, NONE -> null;
        };
    }

    private boolean isDone(int event) {
        return facts.events().kind(event).isSignIn() ? facts.isSignedIn(event)
                : facts.events().kind(event).isOperation() && facts.events().result(event) != EventResult.FAILURE;
    }

    private void add(Act act, int event, int times) {
        String label = times == 1 ? act.text() : ReportText.KEY_EVENT_TIMES.text(act.text(), times);
        boolean isPlace = act == Act.SIGN_IN || act == Act.OTHER_NETWORK;
        String what = isPlace && facts.addresses().of(event) != null
                ? ReportText.KEY_EVENT_FROM.text(act.text(), Addresses.words(facts.addresses().of(event)))
                : act.text();
        found.add(new Candidate(act.rank, new KeyEvent(time(event), PictureSide.of(party(event)), label,
                ReportText.KEY_EVENT_WORDS.text(what, sentences.of(event).toString(), times), List.of(event)),
                act == Act.FIRST_ACT || act == Act.LAST_ACT));
    }

    private static int first(int[] events, IntPredicate which) {
        return Arrays.stream(events).filter(which).findFirst().orElse(-1);
    }

    private Party party(int event) {
        return incident.attribution().party(event);
    }

    private long time(int event) {
        return facts.events().time(event);
    }
}
