package org.tokenlane.ui.sessions;

import java.util.BitSet;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.application.ApplicationQuery;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The applications that acted outside any session; listed again when the rules have run. */
final class ApplicationsViewModel {

    private final Selection selection;
    private final Navigation navigation;
    private final Rules rules;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<List<ApplicationSubject>> listed = new ReadOnlyObjectWrapper<>(List.of());
    private List<ApplicationSubject> all = List.of();
    private Task<?> task = Task.NONE;

    ApplicationsViewModel(Selection selection, Navigation navigation, Rules rules, Messages messages,
            Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.rules = rules;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> find());
        rules.detection().addListener((property, before, now) -> find());
        selection.matching().addListener((property, before, now) -> list());
        find();
    }

    private void find() {
        task.cancel();
        OpenCase open = selection.openCase().get();
        if (open == null) {
            take(List.of());
            return;
        }
        Detection detection = rules.detection().get();
        List<Finding> findings = detection == null ? List.of() : detection.findings();
        task = background.latest("applications", WorkLane.LONG,
                progress -> new ApplicationQuery(open.correlation(),
                        new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails()))
                        .all(findings, progress))
                .onDone(this::take).onFailed(failure -> messages.failed(SessionsText.NOT_LISTED, failure)).start();
    }

    private void take(List<ApplicationSubject> found) {
        all = found;
        list();
    }

    private void list() {
        BitSet matching = selection.matching().get().set();
        listed.set(all.stream().filter(subject -> subject.facts().events().stream().anyMatch(matching::get)).toList());
    }

    /** Those with an event that the filter selects. */
    ReadOnlyObjectProperty<List<ApplicationSubject>> listed() {
        return listed.getReadOnlyProperty();
    }

    /** Investigates what an application did by itself. */
    void open(ApplicationSubject subject) {
        navigation.investigate(ViewState.ofApplication(subject.facts().id()), subject.facts().events().getFirst());
    }
}
