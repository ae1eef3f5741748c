package org.tokenlane.detect.containment;

import static org.tokenlane.detect.containment.PowerShellText.quoted;
import static org.tokenlane.detect.containment.PowerShellText.remark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.query.CaseEvents;

/** Makes the containment sheet of sessions. */
public final class ContainmentQuery {

    private final Correlation correlation;
    private final CaseEvents events;
    private final EventDetails details;
    private final ExposureQuery exposures;

    public ContainmentQuery(Correlation correlation, EventDetails details, List<Evidence> files) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.details = details;
        this.exposures = new ExposureQuery(correlation, details, files);
    }

    /**
     * The sheet of these sessions.
     *
     * @param sessions
     *            their codes, see {@link Correlation#sessionCode}
     * @param asOf
     *            the time for which to say which tokens may be valid, in nanoseconds since 1970, UTC
     * @throws CancellationException
     *             when the work is cancelled
     */
    public ContainmentSheet of(List<Integer> sessions, long asOf, Progress progress) {
        BitSet exact = new BitSet();
        for (int session : sessions) {
            for (int event : correlation.eventsOfSession(session)) {
                if (!correlation.rule(event).isInferred()) {
                    exact.set(event);
                }
            }
        }
        Exposure exposure = exposures.of(exact, progress);
        Steps steps = new Steps(exposure);
        users(exact, steps);
        steps.signInMethods();
        steps.devices();
        steps.applications();
        steps.rolesAndUsers();
        MailAndSharingSteps more = new MailAndSharingSteps(exposure, steps);
        more.forwards();
        more.rules();
        more.mailboxAccess();
        more.sharings();
        TextColumn ids = events.dictionary(EventField.SESSION_ID);
        return new ContainmentSheet(sessions.stream().map(session -> ids.get(session)).toList(), asOf,
                TokenStates.assumptions(),
                new TokenStates(correlation, details, asOf).of(sessions), steps.all(), exposure.limits());
    }

    /** Who signed in or acted in the sessions, by object id where a record gives it. */
    private void users(BitSet exact, Steps steps) {
        Map<String, Item> users = new LinkedHashMap<>();
        exact.stream().forEach(event -> {
            String id = events.text(EventField.USER_OBJECT_ID, event);
            String upn = events.text(EventField.UPN, event);
            String key = upn == null ? id : upn;
            if (key != null && (!users.containsKey(key) || users.get(key).id() == null && id != null)) {
                users.put(key, new Item(key, id, null, AuditEvent.NO_TIME, false));
            }
        });
        Set<String> out = new LinkedHashSet<>();
        Set<String> block = new LinkedHashSet<>();
        users.values().forEach(user -> {
            String id = quoted(user.id() == null ? user.name() : user.id());
            out.add("Revoke-MgUserSignInSession -UserId " + id);
            block.add("Update-MgUser -UserId " + id + " -AccountEnabled:$false");
            block.add(remark(ContainmentStepText.NEW_PASSWORD.text()));
        });
        List<Item> all = new ArrayList<>(users.values());
        steps.add(ContainmentStepText.BLOCK_USERS, ContainmentStepText.BLOCK_USERS_WHY,
                all, block);
        steps.add(ContainmentStepText.REVOKE_SESSIONS, ContainmentStepText.REVOKE_SESSIONS_WHY, all, out);
    }
}
