package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Exposure.MailChange;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.report.Technique.Tactic;

/**
 * What the attacker did with an account, in a sentence for each kind of act: what was done, how often, to what, and when.
 * Together they name every operation of an exposure, apart from those that are told already.
 */
final class PhaseActs {

    /** How many names a sentence has. */
    private static final int MOST_NAMES = 3;
    private static final int MOST_LETTERS = 60;

    /** A sentence and the phase that it belongs to. */
    record Act(Tactic tactic, Line line) {
    }

    private final List<Act> acts = new ArrayList<>();
    private final IntToLongFunction time;
    private final IntFunction<FileAction> fileAction;

    private PhaseActs(IntToLongFunction time, IntFunction<FileAction> fileAction) {
        this.time = time;
        this.fileAction = fileAction;
    }

    /**
     * The acts of an exposure.
     *
     * @param time
     *            gives the time of an event
     * @param fileAction
     *            gives what an event did with a file
     * @param told
     *            events that have sentences of their own
     */
    static List<Act> of(Exposure exposure, IntToLongFunction time, IntFunction<FileAction> fileAction, BitSet told) {
        PhaseActs all = new PhaseActs(time, fileAction);
        all.mail(exposure);
        all.files(exposure);
        all.services(exposure);
        all.changes(exposure, told);
        return List.copyOf(all.acts);
    }

    private void mail(Exposure exposure) {
        List<Use> uses = uses(exposure.mailItems(), Exposure.MailItem::use);
        List<Use> folders = uses(exposure.folders(), Exposure.SyncedFolder::use);
        List<Use> unnamed = uses(exposure.unnamed(), Exposure.Unnamed::use);
        List<String> after = exposure.throttled() ? List.of(PhaseText.THROTTLED.text()) : List.of();
        add(Tactic.COLLECTION, uses, named(PhaseText.MAIL.text(exposure.mailItems().size()),
                counted(exposure.mailItems(), Exposure.MailItem::folder, item -> 1)), after);
        add(Tactic.COLLECTION, folders, named(PhaseText.FOLDERS.text(exposure.folders().size()),
                names(exposure.folders().stream().map(Exposure.SyncedFolder::folder))), List.of());
        add(Tactic.COLLECTION, unnamed, PhaseText.UNNAMED.text(exposure.unnamedItems(),
                exposure.unnamed().stream().mapToInt(Exposure.Unnamed::uncounted).sum()), List.of());
        int unaddressed = exposure.sent().stream().filter(mail -> mail.recipients() == null)
                .mapToInt(mail -> mail.use().times()).sum();
        add(Tactic.LATERAL_MOVEMENT, uses(exposure.sent(), Exposure.SentMail::use),
                named(PhaseText.SENT.text(exposure.messagesSent()), names(exposure.sent().stream()
                        .map(Exposure.SentMail::subject))),
                unaddressed == 0 ? List.of() : List.of(PhaseText.RECIPIENTS.text(unaddressed)));
        changed(exposure, PhaseActs::removes, Tactic.DEFENSE_EVASION, PhaseText.REMOVED);
        changed(exposure, change -> !removes(change), Tactic.COLLECTION, PhaseText.EDITED);
    }

    private static boolean removes(MailChange change) {
        String operation = change.operation().toLowerCase(Locale.ROOT);
        return operation.contains("delete") || operation.contains("move");
    }

    private void changed(Exposure exposure, Predicate<MailChange> which, Tactic tactic, PhaseText text) {
        List<MailChange> changes = exposure.mailChanges().stream().filter(which).toList();
        add(tactic, uses(changes, MailChange::use),
                named(text.text(changes.stream().mapToInt(change -> change.use().times()).sum()),
                        names(changes.stream().map(MailChange::subject))),
                List.of());
    }

    private void files(Exposure exposure) {
        files(exposure, Tactic.COLLECTION, Map.of(FileAction.DOWNLOADED, PhaseText.DOWNLOADED, FileAction.SYNCED,
                PhaseText.SYNCED, FileAction.VIEWED, PhaseText.VIEWED));
        files(exposure, Tactic.IMPACT, Map.of(FileAction.UPLOADED, PhaseText.UPLOADED, FileAction.CHANGED,
                PhaseText.CHANGED, FileAction.DELETED, PhaseText.DELETED));
        files(exposure, Tactic.EXFILTRATION, Map.of(FileAction.SHARED, PhaseText.SHARED));
        add(Tactic.COLLECTION, uses(exposure.searches(), Exposure.Search::use),
                named(PhaseText.SEARCHED
                        .text(exposure.searches().stream().mapToInt(search -> search.use().times()).sum()),
                        names(exposure.searches().stream().map(Exposure.Search::words))),
                List.of());
    }

    private void files(Exposure exposure, Tactic tactic, Map<FileAction, PhaseText> texts) {
        List<Exposure.FileUse> files = exposure.files().stream()
                .filter(file -> texts.keySet().stream().anyMatch(file.actions()::containsKey)).toList();
        // what was taken matters more than what was looked at
        List<FileAction> order = Stream.of(FileAction.DOWNLOADED, FileAction.SYNCED, FileAction.VIEWED,
                FileAction.DELETED, FileAction.CHANGED, FileAction.UPLOADED, FileAction.SHARED)
                .filter(texts::containsKey).toList();
        List<String> clauses = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (FileAction action : order) {
            int number = exposure.files(action);
            if (number > 0) {
                clauses.add(Objects.requireNonNull(texts.get(action)).text(number));
                files.stream().filter(file -> file.actions().containsKey(action)).map(PhaseActs::fileName)
                        .forEach(names::add);
            }
        }
        // a file that was read first and deleted later is in two sentences, each with its own events
        BitSet events = new BitSet();
        uses(files, Exposure.FileUse::use).stream().flatMapToInt(use -> Arrays.stream(use.events()))
                .filter(event -> texts.containsKey(fileAction.apply(event))).forEach(events::set);
        add(tactic, events, named(joined(clauses), names(names.stream())), List.of());
    }

    private static String fileName(Exposure.FileUse file) {
        return lastPart(file.path());
    }

    /** The name at the end of a path or address. */
    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private void services(Exposure exposure) {
        add(Tactic.COLLECTION, uses(exposure.teams(), Exposure.TeamsUse::use), named(PhaseText.TEAMS.text(
                exposure.teams().stream().mapToInt(use -> use.use().times()).sum()),
                counted(exposure.teams(), Exposure.TeamsUse::operation, use -> use.use().times())), List.of());
        add(Tactic.COLLECTION, uses(exposure.assistants(), Exposure.AssistantUse::use), named(PhaseText.ASSISTANTS.text(
                exposure.assistants().stream().mapToInt(use -> use.use().times()).sum()),
                names(exposure.assistants().stream().flatMap(use -> use.read().stream()).map(PhaseActs::lastPart))),
                List.of());
        int failed = exposure.graphRefused();
        add(Tactic.COLLECTION, uses(exposure.graph(), Exposure.GraphUse::use),
                named(PhaseText.GRAPH.text(exposure.graphAnswered() + failed), counted(exposure.graph(),
                        Exposure.GraphUse::operation, use -> use.succeeded() + use.refused())),
                failed == 0 ? List.of() : List.of(PhaseText.GRAPH_FAILED.text(failed)));
        add(Tactic.COLLECTION, uses(exposure.others(), Exposure.Other::use), named(PhaseText.OTHER.text(
                exposure.others().stream().mapToInt(other -> other.use().times()).sum()),
                counted(exposure.others(), Exposure.Other::operation, other -> other.use().times())), List.of());
    }

    /** Changes without a sentence of their own, because they open nothing or were refused. */
    private void changes(Exposure exposure, BitSet told) {
        Map<String, Integer> operations = new LinkedHashMap<>();
        List<Use> uses = new ArrayList<>();
        Stream.concat(
                exposure.inboxRules().stream().map(rule -> Map.entry(rule.operation(), rule.use())),
                exposure.changes().stream().map(change -> Map.entry(change.activity(), change.use())))
                .filter(change -> Arrays.stream(change.getValue().events()).noneMatch(told::get))
                .forEach(change -> {
                    operations.merge(change.getKey(), change.getValue().times(), Integer::sum);
                    uses.add(change.getValue());
                });
        add(Tactic.PERSISTENCE, uses,
                named(PhaseText.SETTINGS.text(operations.values().stream().mapToInt(i -> i).sum()),
                        counted(operations)),
                List.of());
    }

    private void add(Tactic tactic, List<Use> uses, String clause, List<String> after) {
        BitSet events = new BitSet();
        uses.forEach(use -> Arrays.stream(use.events()).forEach(events::set));
        add(tactic, events, clause, after);
    }

    private void add(Tactic tactic, BitSet events, String clause, List<String> after) {
        if (events.isEmpty()) {
            return;
        }
        long[] times = events.stream().mapToLong(time).filter(at -> at != AuditEvent.NO_TIME).sorted().toArray();
        long first = times.length == 0 ? AuditEvent.NO_TIME : times[0];
        long last = times.length == 0 ? AuditEvent.NO_TIME : times[times.length - 1];
        List<String> sentences = new ArrayList<>();
        sentences.add(PhaseText.ACT.text(clause, when(first, last)));
        sentences.addAll(after);
        acts.add(new Act(tactic, new Line(String.join(" ", sentences), first, events.stream().boxed().toList())));
    }

    /** {@code at 2026-09-15 08:12:00 UTC}, or from when to when. */
    static String when(long first, long last) {
        return (ReportTimes.seconds(first).equals(ReportTimes.seconds(last)) ? PhaseText.AT : PhaseText.FROM)
                .text(ReportTimes.span(first, last));
    }

    private static <T> List<Use> uses(List<T> all, Function<T, Use> use) {
        return all.stream().map(use).toList();
    }

    /** A clause with names in brackets, if there are any. */
    private static String named(String clause, String names) {
        return names.isEmpty() ? clause : PhaseText.NAMED.text(clause, names);
    }

    /** Clauses with commas and an “and” before the last. */
    private static String joined(List<String> clauses) {
        return clauses.size() < 2 ? String.join("", clauses)
                : PhaseText.AND.text(String.join(", ", clauses.subList(0, clauses.size() - 1)), clauses.getLast());
    }

    /** The first names, each once and quoted, and how many more there are; empty where no record names any. */
    private static String names(Stream<@Nullable String> all) {
        List<String> names = List.copyOf(all.filter(Objects::nonNull).map(Objects::requireNonNull)
                .map(Words::quoted).collect(Collectors.toCollection(LinkedHashSet::new)));
        return limited(names);
    }

    private static <T> String counted(List<T> all, Function<T, @Nullable String> name, ToIntFunction<T> count) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (T one : all) {
            String key = name.apply(one);
            if (key != null) {
                counts.merge(key, count.applyAsInt(one), Integer::sum);
            }
        }
        return counted(counts);
    }

    /** The names with the highest counts; empty where there is none. */
    private static String counted(Map<String, Integer> counts) {
        return limited(counts.entrySet().stream().sorted(Map.Entry.<String, Integer> comparingByValue().reversed())
                .map(entry -> PhaseText.OF.text(Plain.capped(entry.getKey(), MOST_LETTERS),
                        ReportText.NUMBER.text(entry.getValue())))
                .toList());
    }

    private static String limited(Collection<String> names) {
        List<String> few = names.stream().limit(MOST_NAMES).toList();
        String listed = String.join(", ", few);
        return names.size() == few.size() ? listed : PhaseText.AND_MORE.text(listed, names.size() - few.size());
    }
}
