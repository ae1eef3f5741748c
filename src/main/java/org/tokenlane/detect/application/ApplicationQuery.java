package org.tokenlane.detect.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.correlate.Applications;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.application.ApplicationSubject.Change;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.query.CaseEvents;

/** Finds the applications of a case that acted by themselves, with what was done to them. */
public final class ApplicationQuery {

    private static final Set<ChangeKind> ABOUT = Set.of(ChangeKind.CONSENT, ChangeKind.GRANT, ChangeKind.APP_CREDENTIAL,
            ChangeKind.APPLICATION, ChangeKind.ROLE);

    private final Correlation correlation;
    private final CaseEvents events;
    private final EventDetails details;

    public ApplicationQuery(Correlation correlation, EventDetails details) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.details = details;
    }

    /** All of them, the highest risk first, then those with most events. */
    public List<ApplicationSubject> all(List<Finding> findings, Progress progress) {
        List<ApplicationFacts> applications = new Applications(events).acting(correlation);
        Map<Change, Set<String>> changes = applications.isEmpty() ? Map.of() : changes(progress);
        List<ApplicationSubject> all = new ArrayList<>();
        for (ApplicationFacts facts : applications) {
            progress.stopIfCancelled();
            Set<String> names = names(facts);
            List<Change> ofIt = changes.entrySet().stream()
                    .filter(change -> change.getValue().stream().anyMatch(names::contains)).map(Map.Entry::getKey)
                    .sorted(Comparator.comparingLong(Change::time)).toList();
            Set<Integer> about = new HashSet<>(facts.events());
            ofIt.forEach(change -> about.add(change.event()));
            List<Finding> found = findings.stream()
                    .filter(finding -> finding.events().stream().anyMatch(about::contains)).toList();
            all.add(new ApplicationSubject(facts, ofIt, found, Risk.of(found)));
        }
        all.sort(Comparator.comparingInt(subject -> -subject.risk().points()));
        return all;
    }

    /** Its ids and names, in lower case: changes name it by any of them. */
    private Set<String> names(ApplicationFacts facts) {
        Set<String> names = new HashSet<>();
        add(names, facts.id());
        add(names, facts.name());
        facts.events().forEach(event -> add(names, events.text(EventField.USER_OBJECT_ID, event)));
        return names;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.add(name.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT));
        }
    }

    /** The changes of applications, each with the names of what it was done to. */
    private Map<Change, Set<String>> changes(Progress progress) {
        TextColumn operations = events.dictionary(EventField.OPERATION);
        IntColumn codes = events.codes(EventField.OPERATION);
        List<Integer> chosen = new ArrayList<>();
        for (int event = 0; event < codes.size(); event++) {
            if (codes.get(event) != 0 && events.kind(event).isOperation() && events.time(event) != AuditEvent.NO_TIME
                    && events.result(event) != EventResult.FAILURE
                    && (ABOUT.contains(Activities.ofDirectory(operations.get(codes.get(event))))
                            || isOwner(operations.get(codes.get(event))))
                    && isDirectory(event)) {
                chosen.add(event);
            }
        }
        Map<Change, Set<String>> found = new HashMap<>();
        for (int event : details.inOrderOfEvidence(chosen.stream().mapToInt(Integer::intValue).toArray())) {
            progress.stopIfCancelled();
            String activity = events.operation(event);
            String by = events.text(EventField.UPN, event);
            Set<String> names = new HashSet<>();
            RecordDetail detail = details.of(event);
            for (RecordDetail.Target target : detail.targets()) {
                add(names, target.name());
                add(names, target.id());
            }
            add(names, detail.changedTo("ServicePrincipal.DisplayName"));
            add(names, detail.changedTo("ServicePrincipal.ObjectID"));
            add(names, detail.changedTo("ServicePrincipal.AppId"));
            add(names, events.text(EventField.TARGET, event));
            found.put(new Change(Activities.ofDirectory(activity), isOwner(activity), activity,
                    by == null ? events.text(EventField.APP_NAME, event) : by, events.time(event), event), names);
        }
        return found;
    }

    private boolean isDirectory(int event) {
        String workload = events.text(EventField.WORKLOAD, event);
        return workload == null || workload.equals("AzureActiveDirectory") || workload.startsWith("Entra")
                || events.kind(event) == EventKind.DIRECTORY_CHANGE;
    }

    private static boolean isOwner(String activity) {
        String name = activity.toLowerCase(Locale.ROOT);
        return name.contains("owner") && (name.contains("application") || name.contains("service principal"));
    }
}
