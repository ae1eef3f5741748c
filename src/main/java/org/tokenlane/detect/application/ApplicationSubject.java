package org.tokenlane.detect.application;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;

/**
 * An application as the subject of an investigation.
 *
 * @param changes
 *            what was done to it: credentials, consents, owners, roles and settings, in order of time
 * @param findings
 *            those that rest on its events or on these changes
 */
public record ApplicationSubject(ApplicationFacts facts, List<Change> changes, List<Finding> findings, Risk risk) {

    public ApplicationSubject {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /**
     * A change of the application.
     *
     * @param owner
     *            whether it is about its owners
     * @param by
     *            who made it, or null
     * @param time
     *            nanoseconds since 1970, UTC
     * @param event
     *            the event that proves it
     */
    public record Change(ChangeKind kind, boolean owner, String activity, @Nullable String by, long time, int event) {

        public boolean isCredential() {
            return kind == ChangeKind.APP_CREDENTIAL;
        }

        public boolean isConsent() {
            return kind.isConsent();
        }
    }

    /** How many of its changes are of a kind. */
    public int count(Predicate<Change> kind) {
        return (int) changes.stream().filter(kind).count();
    }
}
