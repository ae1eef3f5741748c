package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * Findings that are read as one: those of one severity on the attacker's events of an account, or those of one rule on
 * everybody else's.
 *
 * @param account
 *            the account that the attacker used, or null for what belongs to none
 * @param numbers
 *            their numbers in the list of findings, from 1
 */
public record FindingGroup(@Nullable String account, List<Finding> findings, List<Integer> numbers) {

    public FindingGroup {
        findings = List.copyOf(findings);
        numbers = List.copyOf(numbers);
    }

    /**
     * Merges findings.
     *
     * @param findings
     *            in the order of their numbers
     * @param accounts
     *            those that the attacker used, in the order in which they are told
     */
    static List<FindingGroup> of(List<Finding> findings, List<Account> accounts) {
        List<BitSet> events = new ArrayList<>();
        accounts.forEach(account -> events.add(events(account)));
        Map<List<Object>, FindingGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            int account = account(finding, accounts, events);
            List<Object> key = account < 0 ? List.of(finding.rule()) : List.of(account, finding.severity());
            FindingGroup before = groups.get(key);
            groups.put(key, before == null
                    ? new FindingGroup(account < 0 ? null : accounts.get(account).title(), List.of(finding),
                            List.of(i + 1))
                    : before.with(finding, i + 1));
        }
        Comparator<Map.Entry<List<Object>, FindingGroup>> order = Comparator
                .comparingInt(entry -> entry.getKey().getFirst() instanceof Integer account ? account
                        : Integer.MAX_VALUE);
        return groups.entrySet().stream().sorted(order.thenComparing(entry -> entry.getValue().severity(),
                Comparator.reverseOrder())).map(Map.Entry::getValue).toList();
    }

    /** What is told of an account: the attacker's events, and the steps that only an inference gives to the attacker. */
    static BitSet events(Account account) {
        BitSet events = new BitSet();
        account.events().forEach(events::set);
        account.milestones().stream().filter(Milestone::isAttackers)
                .forEach(step -> step.events().forEach(events::set));
        return events;
    }

    /** The account of the finding's user where the attacker's events prove it, else the first whose events do, or -1. */
    private static int account(Finding finding, List<Account> accounts, List<BitSet> events) {
        int first = -1;
        for (int i = 0; i < accounts.size(); i++) {
            if (finding.events().stream().anyMatch(events.get(i)::get)) {
                if (accounts.get(i).name().equalsIgnoreCase(finding.upn())) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    private FindingGroup with(Finding finding, int number) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        List<Integer> allNumbers = new ArrayList<>(numbers);
        allNumbers.add(number);
        return new FindingGroup(account, all, allNumbers);
    }

    /** The highest of their severities. */
    public Severity severity() {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The titles, each once. */
    public List<String> titles() {
        return findings.stream().map(Finding::title).distinct().toList();
    }

    /** The users that they are about, each once. */
    public List<String> users() {
        return findings.stream().map(Finding::upn).filter(Objects::nonNull).map(Objects::requireNonNull).distinct()
                .toList();
    }

    /** How many events prove them. */
    public int events() {
        return (int) findings.stream().flatMap(finding -> finding.events().stream()).distinct().count();
    }

    /** The numbers as references: {@code F1–F3, F7}. */
    String references() {
        List<String> runs = new ArrayList<>();
        int[] all = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int from = 0; from < all.length;) {
            int to = from;
            while (to + 1 < all.length && all[to + 1] == all[to] + 1) {
                to++;
            }
            // two in a row are no range
            if (to - from < 2) {
                Arrays.stream(all, from, to + 1).mapToObj(FindingsSection::name).forEach(runs::add);
            } else {
                runs.add(FindingsSection.name(all[from]) + "–" + FindingsSection.name(all[to]));
            }
            from = to + 1;
        }
        return String.join(", ", runs);
    }
}
