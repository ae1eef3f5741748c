package org.tokenlane.ui.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.EventExport;
import org.tokenlane.report.EventForm;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.RowSelection;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Selection;

/** What can be done with the selected events: copy, save and mark them, and make them the filter. */
final class EventActions {

    private static final String JSON_LINES = ".jsonl";
    private static final int MOST_IN_FILTER = 1_000;

    private final Selection selection;
    private final Marking marking;
    private final Messages messages;
    private final Runner background;
    private final Dialogs dialogs;
    private final EventsViewModel model;
    private final EventOutput output;
    private final RowSelection<Integer> rowSelection;
    private final CaseAnswers answers;
    private final Supplier<List<EventColumn>> shown;

    /**
     * @param shown
     *            gives the columns that are shown, in their order
     */
    EventActions(Selection selection, Marking marking, Messages messages, Runner background, Dialogs dialogs,
            EventsViewModel model, RowSelection<Integer> rowSelection, CaseAnswers answers,
            Supplier<List<EventColumn>> shown) {
        this.answers = answers;
        this.selection = selection;
        this.marking = marking;
        this.messages = messages;
        this.background = background;
        this.dialogs = dialogs;
        this.model = model;
        this.output = new EventOutput(background);
        this.rowSelection = rowSelection;
        this.shown = shown;
    }

    EventOutput output() {
        return output;
    }

    /** The events of the selected lines; none if no case is open. */
    int[] selected() {
        EventList list = model.events().get();
        return list.open() == null || rowSelection.isEmpty() ? new int[0] : list.eventsAt(rowSelection.selected());
    }

    private List<EventExport.Column> columns() {
        return model.exported(shown.get());
    }

    /** Copies the selected rows as JSON or else as CSV; what is too large for the clipboard can be saved instead. */
    void copy(boolean json) {
        int[] rows = selected();
        if (rows.length == 0 || isBusy()) {
            return;
        }
        EventOutput.Content content = new EventOutput.Content(model.events().get().ofCase(), json ? null : columns(),
                EventForm.JSONL, rows, answers::hostileActivity);
        output.text(content, ValueMenu::copy, fitted -> {
            boolean save = dialogs.agrees(EventsText.TOO_MUCH.with(),
                    EventsText.TOO_MUCH_QUESTION.with(Count.ROWS.of(rows.length), fitted),
                    EventsText.SAVE_AS_FILE.with());
            if (save) {
                save(rows, "events" + (json ? JSON_LINES : ".csv"));
            }
        }, failure -> notWritten(EventsText.NOT_COPIED, failure));
    }

    private void notWritten(EventsText what, Throwable failure, Object... arguments) {
        if (failure instanceof CancellationException) {
            messages.info(EventsText.STOPPED.with());
        } else {
            messages.failed(what, failure, arguments);
        }
    }

    private boolean isBusy() {
        if (output.isBusy()) {
            messages.hint(EventsText.STILL_WRITING.with());
        }
        return output.isBusy();
    }

    /** Makes the selected events the filter, so that exposure, values and exports are about them alone. */
    void onlySelected() {
        int[] events = selected();
        if (events.length == 0) {
            messages.hint(EventsText.SELECT_FIRST.with());
        } else if (events.length > MOST_IN_FILTER) {
            messages.hint(EventsText.TOO_MANY.with(MOST_IN_FILTER));
        } else {
            model.only(events);
        }
    }

    /** Asks which marks to put on the selected events; for a single one, also on what it belongs to. */
    void mark() {
        int[] events = selected();
        if (events.length > 1) {
            marking.askAboutEvents(events);
        } else {
            marking.askAboutSelected();
        }
    }

    /** Saves the selected events if there are several, else all listed ones. */
    void save() {
        EventList list = model.events().get();
        if (list.open() != null && !isBusy()) {
            int[] events = selected();
            save(events.length > 1 ? events : list.events(), "events.csv");
        }
    }

    private void save(int[] rows, String name) {
        Path file = dialogs.fileToWrite(EventsText.SAVE_EVENTS.with(Count.EVENTS.of(rows.length)), name, kinds(name));
        if (file == null) {
            return;
        }
        EventForm asked = EventForm.ofName(file.getFileName().toString());
        boolean table = asked == null || asked == EventForm.CSV;
        output.save(new EventOutput.Content(model.events().get().ofCase(), table ? columns() : null, asked, rows,
                answers::hostileActivity),
                selection.view().get().filter().toText(), file,
                saved -> messages.info(EventsText.SAVED.with(Count.EVENTS.of(saved), file)),
                failure -> notWritten(EventsText.NOT_SAVED, failure, file));
    }

    /** The kinds of files that are offered, that of the name first. */
    private static List<FileKind> kinds(String name) {
        List<FileKind> kinds = new ArrayList<>(List.of(new FileKind(EventsText.CSV_AS_SHOWN, "*.csv")));
        Arrays.stream(EventForm.values()).filter(form -> form != EventForm.CSV)
                .forEach(form -> kinds.add(new FileKind(form, "*" + form.ending())));
        if (name.endsWith(JSON_LINES)) {
            kinds.add(0, kinds.remove(1));
        }
        return kinds;
    }
}
