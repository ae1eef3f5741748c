package org.tokenlane.detect.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.FactsText;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.LinkRule;

/** Collects the findings of one rule. */
public final class FindingSink {

    /** The most events that a finding keeps; its sentence still gives the full number. */
    private static final int MOST_EVENTS = 2_000;

    private final CaseFacts facts;
    private final RuleFile rule;
    private final List<Finding> findings = new ArrayList<>();

    public FindingSink(CaseFacts facts, RuleFile rule) {
        this.facts = facts;
        this.rule = rule;
    }

    /** A finding of the rule's own severity on the events' session and user. */
    public void add(Collection<Integer> proof, String why, List<String> against) {
        add(rule.severity(), proof, why, against);
    }

    /** A finding on the session and user of the events that prove it, with more than the story tells. */
    public void add(Severity severity, Collection<Integer> proof, Said said, List<String> against) {
        add(severity, proof, proof, proof.stream().sorted().toList(), said, against);
    }

    /** The same on the session and user of one of the events, the others being other people's. */
    public void addFor(Severity severity, int about, Collection<Integer> proof, Said said, List<String> against) {
        add(severity, proof, proof, List.of(about), said, against);
    }

    /** A finding on the session and user of one of the events that prove it, the others being other people's. */
    public void addFor(Severity severity, int about, Collection<Integer> proof, String why, List<String> against) {
        addFor(severity, about, proof, Said.of(why), against);
    }

    /** A finding on the session and user of the events that prove it. */
    public void add(Severity severity, Collection<Integer> proof, String why, List<String> against) {
        add(severity, proof, Said.of(why), against);
    }

    /**
     * The same where some of the events are the user's own.
     *
     * @param others
     *            those that are someone else's if it is an attack
     */
    public void add(Severity severity, Collection<Integer> proof, Collection<Integer> others, String why,
            List<String> against) {
        add(severity, proof, others, proof.stream().sorted().toList(), Said.of(why), against);
    }

    private void add(Severity severity, Collection<Integer> proof, Collection<Integer> others, List<Integer> about,
            Said said, List<String> against) {
        List<Integer> events = proof.stream().distinct().sorted().limit(MOST_EVENTS).toList();
        String session = null;
        String upn = null;
        for (int event : about) {
            session = session == null ? facts.sessionOf(event) : session;
            upn = upn == null ? facts.text(EventField.UPN, event) : upn;
        }
        List<String> doubts = new ArrayList<>(against);
        for (int event : session == null ? about : List.<Integer> of()) {
            LinkRule link = facts.correlation().rule(event);
            if (session == null && link.isInferred() && facts.correlation().session(event) != 0) {
                session = facts.events().dictionary(EventField.SESSION_ID).get(facts.correlation().session(event));
                doubts.add(RulesText.INFERRED_SESSION.text(String.valueOf(link.confidence()), link.words()));
            }
        }
        findings.add(new Finding(rule.id(), rule.title(), severity, rule.attack(), session, upn, events,
                events.stream().map(facts.events()::id).toList(), said.told(), whole(events, said),
                doubts.stream().distinct().toList(), rule.next(),
                others.stream().distinct().sorted().limit(MOST_EVENTS).toList()));
    }

    /** All sentences with what belongs behind them: a device that came late, and the data that addresses are from. */
    private String whole(List<Integer> events, Said said) {
        List<String> sentences = new ArrayList<>(List.of(said.why()));
        Set<String> sources = new TreeSet<>();
        boolean isDeviceNamed = false;
        for (int event : events) {
            sources.addAll(Addresses.sources(facts.addresses().of(event)));
            long first = isDeviceNamed ? AuditEvent.NO_TIME : facts.deviceAfterSuspicion(event);
            if (first != AuditEvent.NO_TIME) {
                isDeviceNamed = true;
                String name = facts.text(EventField.DEVICE_NAME, event);
                sentences.add(
                        FactsText.DEVICE_AFTER_SUSPICION.text(String.valueOf(name == null ? facts.device(event) : name),
                                Words.time(first), Words.time(facts.suspicion(event))));
            }
        }
        if (!sources.isEmpty()) {
            sentences.add(FactsText.SOURCES.text(String.join("; ", sources)));
        }
        return String.join(" ", sentences);
    }

    public List<Finding> findings() {
        return findings;
    }
}
