package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tokenlane.correlate.Applications;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Kind;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.time.Durations;

/** Tells the story of each account that the attacker used, from what the logs prove; what they lack is said too. */
final class Stories {

    /** The accounts that are told; a spray over a whole tenant is not a story of each. */
    private static final int MOST = 20;
    private static final int MOST_APPS = 3;
    private static final int MOST_OPENED = 5;

    private final CaseFacts facts;
    private final Incident incident;
    private final MessageLog messages;
    private final ExposureQuery exposures;
    private final Exposure exposure;
    private final Applications names;
    private final StateProof state;

    Stories(CaseFacts facts, Incident incident, MessageLog messages, ExposureQuery exposures,
            Exposure exposure) {
        this.facts = facts;
        this.incident = incident;
        this.messages = messages;
        this.exposures = exposures;
        this.exposure = exposure;
        this.names = new Applications(facts.events());
        this.state = new StateProof(facts);
    }

    List<Story> all(Progress progress) {
        return incident.used().stream().limit(MOST).map(account -> of(account, progress)).toList();
    }

    private Story of(Account account, Progress progress) {
        Set<String> sessions = new LinkedHashSet<>();
        for (int event : account.events()) {
            String session = facts.sessionOf(event);
            if (session != null) {
                sessions.add(session);
            }
        }
        int signIn = -1;
        int replay = -1;
        for (String session : sessions) {
            int began = signIn(session);
            int used = began < 0 ? -1 : replay(session, began);
            if (signIn < 0 && began >= 0 || replay < 0 && used >= 0) {
                signIn = began;
                replay = used;
            }
        }
        return new Story(account.title(), List.copyOf(sessions),
                List.of(lure(account), signIn(account, signIn), token(account), replay(signIn, replay),
                        actions(account, progress), exit(account)),
                signIn, replay);
    }

    /**
     * The interactive sign-in that the session began with; where the logs do not have it, the first time that a token
     * of the session was issued, or -1.
     */
    private int signIn(String session) {
        int[] issued = Arrays.stream(events(session)).filter(event -> facts.isSignedIn(event)
                && facts.events().time(event) != AuditEvent.NO_TIME).toArray();
        int interactive = Arrays.stream(issued).filter(facts::isInteractive).findFirst().orElse(-1);
        boolean beganBefore = interactive >= 0 && Arrays.stream(issued)
                .anyMatch(event -> facts.events().kind(event) == EventKind.SIGN_IN_NON_INTERACTIVE
                        && facts.events().time(event) < facts.events().time(interactive));
        return interactive >= 0 && !beganBefore ? interactive : issued.length == 0 ? -1 : issued[0];
    }

    private int[] events(String session) {
        return Arrays.stream(facts.correlation().eventsOfSession(facts.correlation().sessionCode(session)))
                .filter(event -> !facts.correlation().rule(event).isInferred()).toArray();
    }

    /** The attacker's first event in the session after the sign-in from another network, or in other hands; or -1. */
    private int replay(String session, int signIn) {
        boolean usersOwn = incident.attribution().party(signIn) != Party.ATTACKER;
        return Arrays.stream(events(session)).filter(event -> incident.events().get(event)
                && facts.events().time(event) >= facts.events().time(signIn)
                && (usersOwn || Addresses.differ(facts.addresses().of(signIn), facts.addresses().of(event))))
                .findFirst().orElse(-1);
    }

    private Station lure(Account account) {
        Lure lure = messages.before(account.name(), account.first());
        if (lure == null) {
            return Station.missing(Kind.LURE, StoryText.LURE_NOT_KNOWN.text(),
                    messages.hasClicks() && messages.hasMessages() ? StoryText.FETCH_LURE_ELSEWHERE.text()
                            : AnswerText.FETCH_LURE.text(account.title(), Words.time(account.first())));
        }
        String text = lure.message() < 0
                ? StoryText.LURE.text(Words.quoted(lure.link()))
                : StoryText.LURE_IN_MESSAGE.text(Words.quoted(lure.link()),
                        Words.quoted(facts.text(EventField.TARGET, lure.message())),
                        Words.quoted(facts.text(EventField.SENDER, lure.message())));
        long clicked = facts.events().time(lure.click());
        return new Station(Kind.LURE, Certainty.INFERRED, text, clicked, clicked,
                Words.place(facts.events(), lure.click()), lure.proof(), "");
    }

    private Station signIn(Account account, int signIn) {
        if (signIn < 0) {
            return Station.missing(Kind.SIGN_IN, StoryText.NO_SIGN_IN.text(),
                    StoryText.FETCH_SIGN_INS.text(account.title(), Words.time(account.first())));
        }
        if (!facts.isInteractive(signIn)) {
            return station(Kind.SIGN_IN, Certainty.INFERRED,
                    StoryText.FIRST_USE.text(Words.quoted(names.of(signIn)),
                            Addresses.words(facts.addresses().of(signIn))),
                    List.of(signIn), StoryText.FETCH_SIGN_INS.text(account.title(), Words.time(account.first())));
        }
        return station(Kind.SIGN_IN, Certainty.FOUND,
                StoryText.SIGNED_IN.text(Words.quoted(names.of(signIn)), Addresses.words(facts.addresses().of(signIn))),
                List.of(signIn));
    }

    private Station token(Account account) {
        Set<Integer> tokens = new LinkedHashSet<>();
        Set<String> apps = new LinkedHashSet<>();
        List<Integer> proof = new ArrayList<>();
        for (int event : account.events()) {
            int token = facts.correlation().token(event);
            if (token != 0 && Incident.isAccess(facts, event) && tokens.add(token)) {
                proof.add(event);
                String app = names.of(event);
                if (app != null) {
                    apps.add(Words.quoted(app));
                }
            }
        }
        if (tokens.isEmpty()) {
            return Station.missing(Kind.TOKEN, StoryText.NO_TOKEN.text(), StoryText.FETCH_TOKENS.text());
        }
        String named = String.join(", ", apps.stream().limit(MOST_APPS).toList())
                + (apps.size() > MOST_APPS ? ", …" : "");
        return station(Kind.TOKEN, Certainty.FOUND, StoryText.TOKENS.text(tokens.size(), apps.isEmpty() ? 0 : 1, named),
                proof);
    }

    private Station replay(int signIn, int replay) {
        if (replay < 0) {
            return Station.missing(Kind.REPLAY, StoryText.NO_REPLAY.text(), StoryText.FETCH_REPLAY.text());
        }
        String app = names.of(replay);
        String what = app == null ? facts.text(EventField.OPERATION, replay) : app;
        return station(Kind.REPLAY, Certainty.FOUND, StoryText.REPLAYED.text(
                Durations.words(facts.events().time(replay) - facts.events().time(signIn)),
                Addresses.words(facts.addresses().of(replay)), Words.quoted(what), facts.isInteractive(signIn) ? 0 : 1),
                List.of(replay));
    }

    private Station actions(Account account, Progress progress) {
        List<Integer> operations = account.events().stream().filter(event -> facts.events().kind(event).isOperation())
                .toList();
        List<Milestone> opened = account.milestones().stream()
                .filter(step -> step.isAttackers() && step.kind().opens()).toList();
        if (operations.isEmpty() && opened.isEmpty()) {
            return Station.missing(Kind.ACTIONS, StoryText.NO_ACTION.text(),
                    StoryText.FETCH_ACTIONS.text(account.title()));
        }
        BitSet members = new BitSet();
        account.events().forEach(members::set);
        Exposure accessed = members.equals(incident.events()) ? exposure : exposures.of(members, progress);
        TreeSet<Integer> proof = new TreeSet<>(operations);
        List<String> words = new ArrayList<>();
        for (Milestone step : opened) {
            proof.addAll(step.events());
            boolean inferred = Incident.isInferred(facts, step);
            String what = step.detail() == null ? step.kind().text()
                    : StoryText.OPENED_NAMED.text(step.kind().text(), Words.quoted(step.detail()));
            words.add(inferred ? StoryText.OPENED_INFERRED.text(what) : what);
        }
        String text = StoryText.ACTED.text(operations.size(),
                accessed.mailItems().size() + accessed.unnamedItems(), accessed.files().size(),
                accessed.messagesSent(), accessed.files(FileAction.DOWNLOADED), accessed.graphRefused());
        String set = String.join("; ", words.stream().limit(MOST_OPENED).toList())
                + (words.size() > MOST_OPENED ? "; …" : "");
        return station(Kind.ACTIONS, Certainty.FOUND, words.isEmpty() ? text : text + " " + StoryText.OPENED.text(set),
                List.copyOf(proof));
    }

    private Station exit(Account account) {
        List<Integer> proof = new ArrayList<>(account.events().stream()
                .filter(event -> facts.events().time(event) == account.last()).limit(1).toList());
        Milestone end = account.lastEnd();
        if (end == null) {
            return station(Kind.EXIT, Certainty.FOUND,
                    StoryText.NOT_CONTAINED.text(Words.time(account.last()), state.open(account).size()), proof,
                    StoryText.FETCH_CONTAINMENT.text());
        }
        if (account.containedAt() == AuditEvent.NO_TIME) {
            return station(Kind.EXIT, Certainty.FOUND, StoryText.USED_AFTER.text(Words.time(end.time()),
                    end.kind().text(), Words.time(account.last()), state.open(account).size()), proof);
        }
        proof.addAll(end.events());
        return station(Kind.EXIT, Certainty.FOUND, StoryText.CONTAINED.text(Words.time(account.last()),
                Words.time(account.containedAt()), end.kind().text()), proof);
    }

    private Station station(Kind kind, Certainty certainty, String text, List<Integer> proof) {
        return station(kind, certainty, text, proof, "");
    }

    private Station station(Kind kind, Certainty certainty, String text, List<Integer> proof, String fetch) {
        long[] times = proof.stream().mapToLong(facts.events()::time).filter(time -> time != AuditEvent.NO_TIME)
                .sorted().toArray();
        return new Station(kind, certainty, text, times.length == 0 ? AuditEvent.NO_TIME : times[0],
                times.length == 0 ? AuditEvent.NO_TIME : times[times.length - 1],
                proof.isEmpty() ? "" : Words.place(facts.events(), proof.getFirst()), proof, fetch);
    }
}
