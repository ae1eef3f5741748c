package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.FileAction;
import org.tokenlane.detect.exposure.Exposure.FileUse;
import org.tokenlane.detect.exposure.Use;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;

/** What did they see, take, change, send? Only the attacker's events, by verdict or finding. */
final class WhatAnswer {

    private static final int MOST_ASSISTANTS = 20;
    private static final int MOST_NAMES = 5;

    private final Incident incident;
    private final Exposure exposure;
    private final List<Line> lines = new ArrayList<>();

    WhatAnswer(Incident incident, Exposure exposure) {
        this.incident = incident;
        this.exposure = exposure;
    }

    Answer answer() {
        if (incident.isEmpty()) {
            return Answer.withoutAttacker(Question.WHAT);
        }
        int mail = exposure.mailItems().size() + exposure.unnamedItems();
        add(AnswerText.MAIL_READ, mail, Stream.concat(exposure.mailItems().stream().map(item -> item.use()),
                exposure.unnamed().stream().map(item -> item.use())));
        attachments();
        add(AnswerText.FOLDERS_SYNCED, exposure.folders().size(),
                exposure.folders().stream().map(folder -> folder.use()));
        add(AnswerText.MAIL_SENT, exposure.messagesSent(), exposure.sent().stream().map(sent -> sent.use()));
        add(AnswerText.MAIL_CHANGED, exposure.messagesChanged(),
                exposure.mailChanges().stream().map(change -> change.use()));
        add(AnswerText.FILES_DOWNLOADED, exposure.files(FileAction.DOWNLOADED), files(FileAction.DOWNLOADED));
        add(AnswerText.FILES_VIEWED, exposure.files(FileAction.VIEWED), files(FileAction.VIEWED));
        add(AnswerText.FILES_SYNCED, exposure.files(FileAction.SYNCED), files(FileAction.SYNCED));
        add(AnswerText.FILES_CHANGED, exposure.files(FileAction.UPLOADED) + exposure.files(FileAction.CHANGED),
                Stream.concat(files(FileAction.UPLOADED), files(FileAction.CHANGED)));
        add(AnswerText.FILES_DELETED, exposure.files(FileAction.DELETED), files(FileAction.DELETED));
        add(AnswerText.SHARINGS, exposure.sharings().size(), exposure.sharings().stream().map(one -> one.use()));
        add(AnswerText.SEARCHES, exposure.searches().size(), exposure.searches().stream().map(one -> one.use()));
        add(AnswerText.RULES, exposure.inboxRules().size(), exposure.inboxRules().stream().map(one -> one.use()));
        add(AnswerText.CHANGES, exposure.changes().size(), exposure.changes().stream().map(one -> one.use()));
        teams();
        assistants();
        graph();
        String text = lines.isEmpty() ? AnswerText.NOTHING_DONE.text()
                : AnswerText.WHAT.text(exposure.operations(), mail,
                        exposure.files().size(), exposure.messagesSent(), exposure.files(FileAction.DOWNLOADED),
                        exposure.graphRefused(), readThroughAssistants());
        return new Answer(Question.WHAT, exposure.limits().isEmpty() ? State.YES : State.PARTLY, text, lines,
                limits(), exposure.assistants().isEmpty() ? List.of()
                        : List.of(AnswerText.FETCH_PROMPTS.text()));
    }

    /** Files and messages, each counted once. */
    private int readThroughAssistants() {
        return (int) exposure.assistants().stream().flatMap(use -> use.read().stream()).distinct().count();
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>(exposure.limits());
        if (!exposure.assistants().isEmpty()) {
            limits.add(AnswerText.PROMPTS_NOT_LOGGED.text());
        }
        return limits;
    }

    /** What was attached to the mail that was accessed, as far as the logs of messages name it. */
    private void attachments() {
        List<Exposure.MailItem> with = exposure.mailItems().stream()
                .filter(item -> !item.envelope().attachments().isEmpty()).toList();
        List<String> names = with.stream().flatMap(item -> item.envelope().attachments().stream()).distinct().toList();
        if (!names.isEmpty()) {
            lines.add(new Line(AnswerText.MAIL_ATTACHMENTS.text(names.size(),
                    String.join(", ", names.stream().limit(MOST_NAMES).map(Words::quoted).toList()),
                    Math.max(0, names.size() - MOST_NAMES)), with.getFirst().use().first(),
                    events(with.stream().map(Exposure.MailItem::use))));
        }
    }

    /** The calls that were answered, with the number of those that were refused beside it. */
    private void graph() {
        List<Exposure.GraphUse> calls = exposure.graph();
        if (!calls.isEmpty()) {
            lines.add(new Line(AnswerText.GRAPH.text(exposure.graphAnswered(), exposure.graphRefused()),
                    calls.stream().mapToLong(call -> call.use().first()).filter(time -> time != AuditEvent.NO_TIME)
                            .min().orElse(AuditEvent.NO_TIME),
                    events(calls.stream().map(Exposure.GraphUse::use))));
        }
    }

    private void teams() {
        for (String action : exposure.teams().stream().map(Exposure.TeamsUse::action).distinct().sorted().toList()) {
            List<Exposure.TeamsUse> uses = exposure.teams().stream().filter(use -> use.action().equals(action))
                    .toList();
            AnswerText key = switch (action) {
            case "read" -> AnswerText.TEAMS_READ;
            case "sent" -> AnswerText.TEAMS_SENT;
            case "exported" -> AnswerText.TEAMS_EXPORTED;
            case "deleted" -> AnswerText.TEAMS_DELETED;
            default -> AnswerText.TEAMS;
            };
            // one chat may have been used by several operations
            int places = (int) uses.stream().map(Exposure.TeamsUse::target).distinct().count();
            add(key, places, uses.stream().map(Exposure.TeamsUse::use));
        }
    }

    /** What assistants and agents did for the attacker, each with what it read; then what stands out. */
    private void assistants() {
        List<Exposure.AssistantUse> all = exposure.assistants();
        for (Exposure.AssistantUse use : all.stream().limit(MOST_ASSISTANTS).toList()) {
            String read = String.join(", ",
                    use.read().stream().limit(MOST_NAMES).map(Words::quoted).toList());
            lines.add(new Line(AnswerText.ASSISTANT.text(Words.quoted(use.what()),
                    use.user() == null ? AnswerText.UNKNOWN_USER.text() : use.user(), use.use().times(),
                    use.read().size(), read, Math.max(0, use.read().size() - MOST_NAMES)), use.use().first(),
                    events(Stream.of(use.use()))));
        }
        add(AnswerText.ASSISTANTS_MORE, Math.max(0, all.size() - MOST_ASSISTANTS),
                all.stream().skip(MOST_ASSISTANTS).map(Exposure.AssistantUse::use));
        List<Exposure.AssistantUse> flagged = all.stream().filter(Exposure.AssistantUse::isFlagged).toList();
        add(AnswerText.ASSISTANTS_FLAGGED, flagged.size(), flagged.stream().map(Exposure.AssistantUse::use));
        List<Exposure.AssistantUse> scheduled = all.stream().filter(Exposure.AssistantUse::isScheduled).toList();
        add(AnswerText.ASSISTANTS_SCHEDULED, scheduled.size(), scheduled.stream().map(Exposure.AssistantUse::use));
    }

    private Stream<Use> files(FileAction action) {
        return exposure.files().stream().filter(file -> file.actions().containsKey(action)).map(FileUse::use);
    }

    private void add(AnswerText key, int number, Stream<Use> uses) {
        if (number == 0) {
            return;
        }
        List<Use> all = uses.toList();
        long first = all.stream().mapToLong(Use::first).filter(time -> time != AuditEvent.NO_TIME).min()
                .orElse(AuditEvent.NO_TIME);
        lines.add(new Line(key.text(number), first, events(all.stream())));
    }

    private static List<Integer> events(Stream<Use> uses) {
        return uses.flatMap(use -> Arrays.stream(use.events()).boxed())
                .collect(Collectors.toCollection(TreeSet::new)).stream().toList();
    }
}
