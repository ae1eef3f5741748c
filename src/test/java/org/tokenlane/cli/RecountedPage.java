package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.Durations;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.sample.SharedSample;

/** The first page of the executive report, with what raw records say for each number on it. */
final class RecountedPage {

    private static final long SECOND = 1_000_000_000L;
    /** Activities after which nobody is signed in any more. */
    private static final Set<String> ENDS = Set.of("Reset user password", "Update StsRefreshTokenValidFrom Timestamp",
            "Disable account");

    private final RawSample raw;
    private final String html;

    RecountedPage(RawSample raw, String html) {
        this.raw = raw;
        this.html = html;
    }

    /** An answer of the command of that name: its sentence and those of its lines. */
    static List<String> lines(Map<String, Object> answers, String question) {
        List<String> all = new ArrayList<>(texts(answers, question));
        answer(answers, question).filter(one -> one.get("lines") instanceof List<?>)
                .forEach(one -> ((List<?>) one.get("lines")).forEach(line -> all.add(((Map<?, ?>) line).get("text")
                        .toString())));
        return all;
    }

    /** The sentence of an answer, of the command or of the facts of a report. */
    static List<String> texts(Map<String, Object> answers, String question) {
        return answer(answers, question).map(one -> one.get("text").toString()).toList();
    }

    private static Stream<Map<?, ?>> answer(Map<String, Object> answers, String question) {
        return ((List<?>) answers.get("answers")).stream().<Map<?, ?>> map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("question").equals(question));
    }

    private static String plain(String part) {
        return part.replaceAll("<[^>]*>", "\n").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&amp;", "&");
    }

    private static long nanos(String time) {
        return Instant.parse(time + "Z").getEpochSecond() * SECOND;
    }

    private static String said(String time) {
        return Words.time(nanos(time));
    }

    private static String between(String from, String to) {
        return Durations.words(nanos(to) - nanos(from));
    }

    private boolean isHostile(String ip) {
        return raw.hostileAddresses().contains(ip);
    }

    /** The times of what the attacker did with success, by account. */
    private Map<String, TreeSet<String>> successes() {
        Map<String, TreeSet<String>> all = new TreeMap<>();
        raw.allSignIns().stream().filter(one -> isHostile(one.get("ip")) && one.containsKey("success"))
                .forEach(one -> all.computeIfAbsent(one.get("user"), key -> new TreeSet<>()).add(one.get("time")));
        Stream.concat(raw.operations(), raw.auditedSignIns()).filter(record -> isHostile(RawSample.address(record)))
                .forEach(record -> all.computeIfAbsent(record.get("UserId").toString(), key -> new TreeSet<>())
                        .add(RawSample.time(record)));
        raw.graphCalls().stream().filter(call -> isHostile(call.ip()) && call.isAnswered())
                .forEach(call -> all.computeIfAbsent(raw.upn(call.userId()), key -> new TreeSet<>())
                        .add(call.time()));
        return all;
    }

    private static Span span(Map<String, TreeSet<String>> successes) {
        TreeSet<String> times = successes.values().stream().flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Span(times.first(), times.last());
    }

    private record Span(String first, String last) {
    }

    /** Changes of the directory from the attacker's addresses: no record links them to a session. */
    private List<RawSample.Change> hostileChanges() {
        return raw.directoryChanges().stream().filter(change -> isHostile(change.ip())).toList();
    }

    /** Nothing that is later than what the attacker opened closes it, and no account was closed for good. */
    private void assertNothingIsClosed(Map<String, TreeSet<String>> successes) {
        successes.forEach((account, times) -> assertThat(raw.directoryChanges()).filteredOn(change -> ENDS
                .contains(change.activity()) && change.targets().contains(account)
                && change.time().compareTo(times.last()) > 0).as(account).isEmpty());
        assertThat(raw.operations().filter(record -> successes.containsKey(record.get("UserId").toString())
                && record.get("Operation").toString().matches("(Remove|Disable)-InboxRule|Set-Mailbox")
                && !isHostile(RawSample.address(record)))).isEmpty();
        assertThat(raw.directoryChanges()).filteredOn(change -> change.activity().matches(
                "User deleted security info|Remove (OAuth2PermissionGrant|service principal|app role .*)")
                && change.time().compareTo(span(successes).first()) > 0
                && change.targets().stream().anyMatch(successes::containsKey)).isEmpty();
    }

    /** Finds the sentences with recounted numbers in the text, and no digit in what is left of it. */
    void assertAllNumbersAreOfTheRawRecords(RecountedExposure all) throws IOException {
        String part = html.substring(html.indexOf("<div class=\"executive\">"));
        String text = plain(part.substring(0, part.indexOf("</div>")));
        Map<String, TreeSet<String>> successes = successes();
        assertNothingIsClosed(successes);
        Span span = span(successes);
        int inferred = hostileChanges().size();
        String detected = "2026-09-15T09:42:00";
        assertThat(Files.readString(SharedSample.exports()
                .resolve("riskDetections.json"))).contains("\"detectedDateTime\":\"" + detected);
        String arrived = raw.allSignIns().stream().filter(one -> isHostile(one.get("ip")))
                .filter(one -> one.containsKey("arrived")).map(one -> one.get("arrived"))
                .min(Comparator.naturalOrder()).orElseThrow();
        List<String> sentences = List.of(
                AnswerText.NONE_CONTAINED.text(successes.size(), all.rules.size() + inferred, inferred),
                AnswerText.WHAT.text(all.operations, all.mail.size(), all.files.size(), all.sent.size(),
                        all.downloaded.size(), all.refused, all.readByAssistant.size()),
                AnswerText.WHO_ELSE.text(0, all.sent.size(), 1, all.sent.size()),
                AnswerText.THROUGH_ACCOUNTS.text(applications().size() + partners().size(), partners().size()),
                AnswerText.DWELL_OPEN.text(said(span.first()), said(span.last()), between(span.first(), span.last())),
                AnswerText.FIRST_ACCESS.text(said(span.first())), AnswerText.LAST_ACT.text(said(span.last())),
                AnswerText.DETECTED.text(said(detected), AnswerText.AFTER_FIRST.text(between(span.first(), detected))),
                AnswerText.LOG_ARRIVED.text(said(arrived), AnswerText.AFTER_FIRST.text(between(span.first(), arrived))),
                AnswerText.GAPS.text(gaps()));
        for (String sentence : sentences) {
            assertThat(text).contains(sentence);
            text = text.replace(sentence, "");
        }
        for (String account : successes.keySet()) {
            assertThat(text).contains(account);
        }
        assertThat(text.lines().filter(line -> line.matches(".*\\d.*")))
                .as("numbers that nobody recounted").isEmpty();
    }

    private Set<String> applications() {
        return raw.allSignIns().stream().filter(one -> one.containsKey("application"))
                .map(one -> one.get("application")).collect(Collectors.toSet());
    }

    private Set<String> partners() {
        return raw.allSignIns().stream().filter(one -> one.containsKey("user") && one.containsKey("homeTenant")
                && !one.get("homeTenant").equals(one.getOrDefault("resourceTenant", one.get("homeTenant"))))
                .map(one -> one.get("user")).collect(Collectors.toSet());
    }

    /** Kinds of gaps: tokens without a sign-in, sessions with nothing but sign-ins, days without the audit log. */
    private int gaps() {
        Set<String> tokens = raw.operations().map(RawSample::token).filter(token -> !token.isEmpty())
                .collect(Collectors.toSet());
        raw.allSignIns().forEach(one -> tokens.remove(one.get("uti")));
        Set<String> sessions = raw.allSignIns().stream().filter(one -> one.containsKey("session"))
                .map(one -> one.get("session")).collect(Collectors.toSet());
        raw.operations().forEach(record -> sessions.remove(raw.session(record)));
        raw.graphCalls().forEach(call -> sessions.remove(call.session()));
        TreeSet<LocalDate> days = raw.operations()
                .map(record -> LocalDate.parse(RawSample.time(record).substring(0, 10)))
                .collect(Collectors.toCollection(TreeSet::new));
        long without = ChronoUnit.DAYS.between(days.first(), days.last()) + 1 - days.size();
        return (tokens.isEmpty() ? 0 : 1) + (sessions.isEmpty() ? 0 : 1) + (without == 0 ? 0 : 1);
    }

    /** How many events of the attacker, and of all, are in the drawing: from the first access on, by account. */
    void assertTheDrawingIsOfTheRawRecords() {
        Map<String, TreeSet<String>> successes = successes();
        String first = span(successes).first();
        int hostile = 0;
        int others = 0;
        String words = html.substring(html.indexOf("aria-label=\"") + 12);
        words = plain(words.substring(0, words.indexOf('"')));
        for (Map.Entry<String, TreeSet<String>> account : successes.entrySet()) {
            List<String> addresses = addresses(account.getKey(), first);
            int ofAttacker = (int) addresses.stream().filter(this::isHostile).count();
            hostile += ofAttacker;
            others += addresses.size() - ofAttacker;
            assertThat(words).contains(account.getKey() + ":", Count.EVENTS.of(ofAttacker),
                    account.getValue().first().replace('T', ' '), account.getValue().last().substring(11));
        }
        for (String time : steps(successes)) {
            assertThat(words).contains(said(time));
        }
        List<Integer> legend = new ArrayList<>();
        for (Party party : List.of(Party.ATTACKER, Party.USER, Party.UNCLEAR)) {
            String name = party.text();
            String text = plain(html.substring(html.indexOf(">" + name + ", ") + 1).split("<")[0]);
            legend.add(Integer.parseInt(text.replaceAll("\\D", "")));
        }
        assertThat(legend.getFirst()).isEqualTo(hostile);
        assertThat(legend.get(1) + legend.get(2)).isEqualTo(others);
    }

    /** When the attacker opened something, and when something was done against it. */
    private Set<String> steps(Map<String, TreeSet<String>> successes) {
        Set<String> times = new TreeSet<>();
        raw.operations().filter(record -> isHostile(RawSample.address(record))
                && record.get("Operation").toString().matches("New-InboxRule|Set-Mailbox"))
                .forEach(record -> times.add(RawSample.time(record)));
        hostileChanges().forEach(change -> times.add(change.time()));
        raw.directoryChanges().stream().filter(change -> ENDS.contains(change.activity())
                && change.targets().stream().anyMatch(successes::containsKey))
                .forEach(change -> times.add(change.time()));
        return times;
    }

    /** The period of the evidence, and the times of each account that the attacker used. */
    void assertThePeriodIsThatOfTheRawRecords() {
        TreeSet<String> times = new TreeSet<>();
        raw.allSignIns().forEach(one -> times.add(one.get("time")));
        Stream.concat(raw.operations(), raw.auditedSignIns()).forEach(record -> times.add(RawSample.time(record)));
        raw.graphCalls().forEach(call -> times.add(call.time()));
        raw.directoryChanges().forEach(change -> times.add(change.time()));
        assertThat(plain(html)).contains(ReportText.FROM_TO.text(said(times.first()), said(times.last())));
    }

    /** The accounts of the answers, each with its first and last event of the attacker that succeeded. */
    void assertTheAccountsAreThoseOfTheRawRecords(List<Map<String, Object>> accounts) {
        Map<String, TreeSet<String>> successes = successes();
        assertThat(accounts).extracting(one -> one.get("name"))
                .containsExactlyInAnyOrderElementsOf(successes.keySet());
        for (Map<String, Object> one : accounts) {
            TreeSet<String> times = successes.get(one.get("name").toString());
            assertThat(one.get("first").toString()).startsWith(times.first());
            assertThat(one.get("last").toString()).startsWith(times.last());
            assertThat(one.get("contained")).isNull();
        }
    }

    private List<String> addresses(String account, String first) {
        List<String> all = new ArrayList<>();
        raw.allSignIns().stream()
                .filter(one -> account.equals(one.get("user")) && one.get("time").compareTo(first) >= 0)
                .forEach(one -> all.add(one.get("ip")));
        Stream.concat(raw.operations(), raw.auditedSignIns()).filter(record -> account.equals(record.get("UserId"))
                && RawSample.time(record).compareTo(first) >= 0).forEach(record -> all.add(RawSample.address(record)));
        raw.graphCalls().stream().filter(call -> account.equals(raw.upn(call.userId()))
                && call.time().compareTo(first) >= 0).forEach(call -> all.add(call.ip()));
        raw.directoryChanges().stream().filter(change -> account.equals(change.by())
                && change.time().compareTo(first) >= 0).forEach(change -> all.add(change.ip()));
        return all;
    }
}
