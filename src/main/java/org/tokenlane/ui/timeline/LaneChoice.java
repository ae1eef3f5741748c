package org.tokenlane.ui.timeline;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tokenlane.timeline.LaneKey;

/**
 * What the lanes are: tokens inside a session, workloads elsewhere, until the analyst chooses otherwise for the one or
 * the other. Lanes by session belong to the stacked sessions of a user, and are not remembered.
 */
final class LaneChoice {

    private final ObjectProperty<LaneKey> key = new SimpleObjectProperty<>(LaneKey.WORKLOAD);
    private LaneKey inSession = LaneKey.TOKEN;
    private LaneKey elsewhere = LaneKey.WORKLOAD;
    private boolean session;
    private boolean turning;

    LaneChoice() {
        key.addListener((property, before, now) -> {
            if (!turning && now != LaneKey.SESSION) {
                inSession = session ? now : inSession;
                elsewhere = session ? elsewhere : now;
            }
        });
    }

    ObjectProperty<LaneKey> key() {
        return key;
    }

    /** Takes the kind for a session, or for anything else. */
    void look(boolean atSession) {
        if (session != atSession) {
            session = atSession;
            turn(usual());
        }
    }

    private LaneKey usual() {
        return session ? inSession : elsewhere;
    }

    private void turn(LaneKey to) {
        turning = true;
        key.set(to);
        turning = false;
    }

    /** Stacks the sessions of a user, or ends that. */
    void stack(boolean stacked) {
        if (stacked) {
            turn(LaneKey.SESSION);
        } else if (key.get() == LaneKey.SESSION) {
            turn(usual());
        }
    }

    /** Both kinds as words to be kept. */
    String words() {
        return inSession.name() + " " + elsewhere.name();
    }

    /** Takes both kinds as they were kept. */
    void take(String words) {
        String[] both = words.split(" ");
        if (both.length == 2) {
            inSession = named(both[0]).orElse(inSession);
            elsewhere = named(both[1]).orElse(elsewhere);
            turn(usual());
        }
    }

    private static Optional<LaneKey> named(String name) {
        return Arrays.stream(LaneKey.values()).filter(each -> each != LaneKey.SESSION && each.name().equals(name))
                .findFirst();
    }
}
