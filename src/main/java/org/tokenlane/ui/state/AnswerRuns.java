package org.tokenlane.ui.state;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.timeline.CaseOrigins;

/** Answers the first questions again whenever the rules have run, or the analyst's verdicts or splits change. */
final class AnswerRuns implements CaseAnswers {

    private final Selection selection;
    private final Rules rules;
    private final Marking marking;
    private final ObservableValue<Enrichment> enrichment;
    private final Messages messages;
    private final Activities activities;
    private final Runner background;
    private final ReadOnlyObjectWrapper<@Nullable Answers> answers = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CaseOrigins> origins = new ReadOnlyObjectWrapper<>(CaseOrigins.UNKNOWN);
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private Task<?> task = Task.NONE;
    private @Nullable Activity activity;

    AnswerRuns(Selection selection, Rules rules, Marking marking, ObservableValue<Enrichment> enrichment,
            Messages messages, Activities activities, Runner background) {
        this.activities = activities;
        this.selection = selection;
        this.rules = rules;
        this.marking = marking;
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> {
            task.cancel();
            settle();
            answers.set(null);
            origins.set(CaseOrigins.UNKNOWN);
            findings.set(List.of());
        });
        rules.detection().addListener((property, before, now) -> answer());
        marking.marked().addListener((property, before, now) -> answer());
        marking.settingsTurned().addListener((property, before, now) -> answer());
        marking.originsChanged().addListener((property, before, now) -> answer());
    }

    private void answer() {
        task.cancel();
        settle();
        OpenCase open = selection.openCase().get();
        Detection detection = rules.detection().get();
        if (open == null || detection == null) {
            answers.set(null);
            return;
        }
        activity = activities.begin(StateText.ANSWERING.with(), () -> task.cancel());
        task = background.latest("answers", WorkLane.LONG, progress -> of(open, detection.findings(), progress))
                .onDone(known -> {
                    settle();
                    findings.set(detection.findings());
                    origins.set(known.origins());
                    answers.set(known.answers());
                }).onFailed(failure -> {
                    settle();
                    messages.failed(StateText.ANSWERS_FAILED, failure);
                }).onCancelled(this::settle).start();
    }

    /** Work whose place other work takes does not answer: what it showed ends when the other begins. */
    private void settle() {
        if (activity != null) {
            activities.end(activity);
            activity = null;
        }
    }

    private record Known(Answers answers, CaseOrigins origins) {
    }

    private Known of(OpenCase open, List<Finding> findings, Progress progress) {
        CaseFacts facts = Detection.facts(open.file(), open.correlation(), new RecordDetails(),
                new KnownNetworks(enrichment.getValue()));
        Answers found = Answers.of(open.file(), facts, findings, marking.marked().get(), progress);
        return new Known(found, CaseOrigins.of(open.correlation(), found.incident().attribution(),
                new CaseOrigins.Changes(open.file().settings().allOriginSplits(), open.file().settings().allActors())));
    }

    @Override
    public ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<CaseOrigins> origins() {
        return origins.getReadOnlyProperty();
    }

    @Override
    public HostileActivity hostileActivity() {
        OpenCase open = selection.openCase().get();
        Detection detection = rules.detection().get();
        Answers known = answers.get();
        return open == null || detection == null || known == null ? HostileActivity.NONE
                : HostileActivity.of(open.correlation(), known, detection.findings(), marking.marked().get());
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Answers> answers() {
        return answers.getReadOnlyProperty();
    }
}
