package org.tokenlane.ui.timeline;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/**
 * Which account's story is told: the one that was chosen as long as the same session or filter is looked at, else that
 * of the events that are shown.
 */
final class StoryViewModel {

    private final Selection selection;
    private final Navigation navigation;
    private final CaseAnswers answers;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<List<Story>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Story> story = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Story.@Nullable Station> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    /** The account that the analyst chose, and what was looked at then. */
    private @Nullable String wanted;
    private ViewState wantedIn = ViewState.ALL;

    StoryViewModel(Selection selection, Navigation navigation, CaseAnswers answers, Messages messages,
            Runner background) {
        this.messages = messages;
        this.background = background;
        this.selection = selection;
        this.navigation = navigation;
        this.answers = answers;
        selection.openCase().addListener((property, before, now) -> wanted = null);
        answers.answers().addListener((property, before, now) -> find());
        selection.matching().addListener((property, before, now) -> find());
        selection.event().addListener((property, before, now) -> {
            Story.Station station = chosen.get();
            if (station != null && !station.events().contains(now.intValue())) {
                chosen.set(null);
            }
        });
        find();
    }

    private void find() {
        Answers now = answers.answers().get();
        List<Story> stories = now == null ? List.of() : now.stories();
        known.set(now != null);
        all.set(stories);
        story.set(stories.isEmpty() ? null : fitting(stories));
        chosen.set(null);
    }

    private @Nullable Story fitting(List<Story> stories) {
        ViewState view = selection.view().get();
        String session = view.session();
        Story choice = stories.stream().filter(each -> each.account().equals(wanted)).findFirst().orElse(null);
        if (choice != null && (view.equals(wantedIn) || session != null && session.equals(wantedIn.session()))) {
            return choice;
        }
        Story ofSession = stories.stream().filter(each -> session != null && each.sessions().contains(session))
                .findFirst().orElse(null);
        if (ofSession != null) {
            wanted = null;
            return ofSession;
        }
        Set<String> users = users();
        List<Story> ofUsers = stories.stream()
                .filter(each -> users.contains(each.account().toLowerCase(Locale.ROOT))).toList();
        return choice != null && ofUsers.contains(choice) ? choice : ofUsers.stream().findFirst().orElse(null);
    }

    /** The users of the events that are shown, in lower case; of all events there is no need to know them. */
    private Set<String> users() {
        Set<String> users = new TreeSet<>();
        OpenCase open = selection.openCase().get();
        if (open == null) {
            return users;
        }
        TextColumn names = open.events().dictionary(EventField.UPN);
        BitSet codes = new BitSet();
        int[] shown = selection.matching().get().events();
        if (shown.length == open.events().size()) {
            codes.set(0, names.size());
        } else {
            for (int event : shown) {
                codes.set(open.events().code(EventField.UPN, event));
            }
        }
        codes.stream().filter(code -> code != 0).forEach(code -> users.add(names.get(code).toLowerCase(Locale.ROOT)));
        return users;
    }

    /** Whether it is known which stories there are; before the rules have run it is not. */
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    /** The stories of all accounts that the attacker used. */
    ReadOnlyObjectProperty<List<Story>> all() {
        return all.getReadOnlyProperty();
    }

    /** The story that is told; null where none fits the events that are shown. */
    ReadOnlyObjectProperty<@Nullable Story> story() {
        return story.getReadOnlyProperty();
    }

    /** The station whose events are shown as selected; null for none. */
    ReadOnlyObjectProperty<Story.@Nullable Station> chosen() {
        return chosen;
    }

    /** Tells the story of another account. */
    void tell(Story other) {
        wanted = other.account();
        wantedIn = selection.view().get();
        chosen.set(null);
        story.set(other);
    }

    /** Selects the events of a station. */
    void select(Story.Station station) {
        if (!station.events().isEmpty()) {
            chosen.set(station);
            selection.event().set(station.events().getFirst());
            chosen.set(station);
        }
    }

    /** Shows the events of a station and nothing else. */
    void only(Story.Station station) {
        OpenCase open = selection.openCase().get();
        if (open != null && !station.events().isEmpty()) {
            background.task(WorkLane.SHORT, progress -> station.events().stream().map(open.events()::id).toList())
                    .onDone(ids -> navigation.go(new ViewState(List.of(new Filter.EventIs(ids)))))
                    .onFailed(failure -> messages.failed(TimelineText.EVENTS_NOT_SHOWN, failure)).start();
        }
    }
}
