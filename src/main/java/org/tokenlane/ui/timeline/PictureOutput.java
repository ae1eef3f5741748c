package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.PictureContent;
import org.tokenlane.report.document.PictureText;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.report.document.StoryPicture;
import org.tokenlane.report.document.TimelineNotes;
import org.tokenlane.report.pdf.StoryPng;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The picture of what the lanes show, for somebody who does not know the program: copied, or saved as a file. */
final class PictureOutput {

    private final Selection selection;
    private final TimelineViewModel timeline;
    private final StoryViewModel story;
    private final Messages messages;
    private final Runner background;

    PictureOutput(Selection selection, TimelineViewModel timeline, StoryViewModel story, Messages messages,
            Runner background) {
        this.selection = selection;
        this.timeline = timeline;
        this.story = story;
        this.messages = messages;
        this.background = background;
    }

    /** Draws the picture and hands over its pixels. */
    void copy(StoryPicture.Format format, PictureTheme theme, Consumer<StoryPng.Pixels> then) {
        OpenCase open = selection.openCase().get();
        if (nothing() || open == null) {
            return;
        }
        Asked asked = asked(open);
        background.latest("picture", WorkLane.LONG, progress -> StoryPng.pixels(
                new StoryPicture(asked.content(hash(open)), format, theme))).onDone(pixels -> {
                    then.accept(pixels);
                    messages.info(TimelineText.PICTURE_COPIED.with());
                }).onFailed(failure -> messages.failed(TimelineText.PICTURE_FAILED, failure)).start();
    }

    /** Draws the picture into a file. */
    void save(StoryPicture.Format format, PictureTheme theme, Path file) {
        OpenCase open = selection.openCase().get();
        if (nothing() || open == null) {
            return;
        }
        Asked asked = asked(open);
        String filter = selection.view().get().filter().toText();
        background.task(WorkLane.LONG, progress -> {
            StoryPicture picture = new StoryPicture(asked.content(hash(open)), format, theme);
            ExportFile.bytes(open.file(), ExportKind.TIMELINE, file, "filter " + filter,
                    out -> StoryPng.write(picture, out));
            return file;
        }).onDone(saved -> messages.info(TimelineText.SAVED.with(saved)))
                .onFailed(failure -> messages.failed(TimelineText.NOT_SAVED, failure, file)).start();
    }

    private boolean nothing() {
        if (timeline.timeline().get().isEmpty()) {
            messages.hint(TimelineText.NOTHING_TO_SAVE.with());
            return true;
        }
        return false;
    }

    /** What was on the screen when the picture was asked for. */
    private record Asked(String title, @Nullable Story story, Timeline timeline, List<PictureContent.Head> heads,
            long from, long to, Function<Timeline, TimelineNotes> notes, OpenCase open) {

        PictureContent content(String hash) {
            return new PictureContent(title, story, timeline, heads, from, to, notes.apply(timeline).keyEvents(),
                    open.events(), open.name(), hash);
        }
    }

    private Asked asked(OpenCase open) {
        Timeline shown = timeline.timeline().get();
        Story told = story.story().get();
        String session = selection.view().get().session();
        String title = told != null ? PictureText.TITLE.text(told.account())
                : session != null ? PictureText.TITLE_OF_SESSION.text(session) : open.name();
        List<PictureContent.Head> heads = new ArrayList<>();
        for (Lane lane : shown.lanes()) {
            LaneHead head = timeline.head(lane);
            heads.add(new PictureContent.Head(head.name(), head.resource(), head.second(PictureOutput::inUtc),
                    !head.isToken()));
        }
        long from = timeline.scale().get().start();
        long to = timeline.scale().get().end();
        return new Asked(title, told, shown, heads, from, to, timeline.notes(from, to), open);
    }

    private static String inUtc(long issued) {
        return TimelineText.TIME.text(Times.clock(issued, ZoneOffset.UTC), Times.name(ZoneOffset.UTC));
    }

    /** The last entry of the audit trail covers all before it, the evidence with its hashes among them. */
    private static String hash(OpenCase open) {
        List<AuditTrail.Entry> entries = open.file().auditTrail().entries();
        return entries.isEmpty() ? "" : entries.getLast().hash();
    }
}
