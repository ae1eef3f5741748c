package org.tokenlane.model.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.session.OriginKey;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.UtcText;

/**
 * Something that an analyst said in a case and that another copy of the case can take over. It is named by what is the
 * same in all copies: identifiers, addresses, stable ids of events.
 */
public sealed interface Shared {

    SharedKind kind();

    /** What it is on: of a kind, a copy of a case has one thing in force on the same. */
    List<String> place();

    /** What is said there; two copies with the same on the same place agree. */
    List<String> says();

    /** What it is on, in words. */
    String on();

    /** What is said, in words; may be empty. */
    String words();

    /** What has to be in a case for it to have an effect; null where nothing has to. */
    @Nullable
    MarkTarget needs();

    /** A mark. Its stamp is no part of what it says. */
    record OfMark(Mark mark) implements Shared {

        @Override
        public SharedKind kind() {
            return switch (mark) {
            case VerdictMark verdict -> SharedKind.VERDICT;
            case Tag tag -> SharedKind.TAG;
            case Note note -> SharedKind.NOTE;
            case Bookmark bookmark -> SharedKind.BOOKMARK;
            case OwnEvent own -> SharedKind.OWN_EVENT;
            case IndicatorList list -> SharedKind.INDICATOR_LIST;
            };
        }

        @Override
        public List<String> place() {
            return switch (mark) {
            case VerdictMark verdict -> target(verdict.target());
            case Tag tag -> List.of(tag.target().kind().word(), tag.target().key(), tag.name());
            case Note note -> List.of(note.target().kind().word(), note.target().key(), note.text());
            case Bookmark bookmark -> target(bookmark.target());
            case OwnEvent own -> List.of(UtcText.of(own.time()), own.text());
            case IndicatorList list -> List.of(list.name().toLowerCase(Locale.ROOT));
            };
        }

        private static List<String> target(MarkTarget target) {
            return List.of(target.kind().word(), target.key());
        }

        @Override
        public List<String> says() {
            return switch (mark) {
            case VerdictMark verdict -> List.of(verdict.verdict().word(), verdict.reason());
            case IndicatorList list -> {
                List<String> parts = new ArrayList<>(List.of(list.name(), list.source()));
                list.indicators().forEach(indicator -> parts
                        .addAll(List.of(indicator.type().name(), indicator.value(), indicator.comment())));
                yield parts;
            }
            default -> List.of();
            };
        }

        @Override
        public String on() {
            return switch (mark) {
            case OwnEvent own -> UtcText.of(own.time());
            case IndicatorList list -> list.name();
            default -> mark.target() == null ? "" : mark.target().words();
            };
        }

        @Override
        public String words() {
            return switch (mark) {
            case VerdictMark verdict -> verdict.reason().isEmpty() ? verdict.verdict().inside()
                    : MarkText.BECAUSE.text(verdict.verdict().inside(), verdict.reason());
            case Tag tag -> tag.name();
            case Note note -> note.text();
            case Bookmark bookmark -> "";
            case OwnEvent own -> own.text();
            case IndicatorList list -> MarkText.LIST.text(list.name(), list.source(),
                    Count.INDICATORS.of(list.indicators().size()), list.hash());
            };
        }

        @Override
        public @Nullable MarkTarget needs() {
            return mark.target() != null && mark.target().kind() == MarkTarget.Kind.ORIGIN
                    ? new MarkTarget(MarkTarget.Kind.SESSION, mark.target().originSession())
                    : mark.target();
        }
    }

    /** Who uses an origin of a session. */
    record OriginName(String session, String origin, String name) implements Shared {

        @Override
        public SharedKind kind() {
            return SharedKind.ORIGIN_NAME;
        }

        @Override
        public List<String> place() {
            return List.of(session, origin);
        }

        @Override
        public List<String> says() {
            return List.of(name);
        }

        @Override
        public String on() {
            return MarkText.ORIGIN.text(OriginKey.words(origin), session);
        }

        @Override
        public String words() {
            return name;
        }

        @Override
        public MarkTarget needs() {
            return new MarkTarget(MarkTarget.Kind.SESSION, session);
        }
    }

    /** A split of an origin of a session. */
    record Splitting(String session, OriginSplit split) implements Shared {

        @Override
        public SharedKind kind() {
            return SharedKind.ORIGIN_SPLIT;
        }

        @Override
        public List<String> place() {
            return List.of(session, split.origin(), split.by().name(), split.value());
        }

        @Override
        public List<String> says() {
            return List.of();
        }

        @Override
        public String on() {
            return MarkText.ORIGIN.text(OriginKey.words(split.origin()), session);
        }

        @Override
        public String words() {
            return OriginKey.words(split.key());
        }

        @Override
        public MarkTarget needs() {
            return new MarkTarget(MarkTarget.Kind.SESSION, session);
        }
    }

    /**
     * A step of containment that is done.
     *
     * @param title
     *            the step in words; no part of what is said
     */
    record ContainmentDone(String step, String title) implements Shared {

        @Override
        public SharedKind kind() {
            return SharedKind.CONTAINMENT_STEP;
        }

        @Override
        public List<String> place() {
            return List.of(step);
        }

        @Override
        public List<String> says() {
            return List.of();
        }

        @Override
        public String on() {
            return title;
        }

        @Override
        public String words() {
            return "";
        }

        @Override
        public @Nullable MarkTarget needs() {
            return null;
        }
    }

    /** A filter that was saved under a name. */
    record SavedFilter(String name, String filter) implements Shared {

        @Override
        public SharedKind kind() {
            return SharedKind.SAVED_FILTER;
        }

        @Override
        public List<String> place() {
            return List.of(name);
        }

        @Override
        public List<String> says() {
            return List.of(filter);
        }

        @Override
        public String on() {
            return name;
        }

        @Override
        public String words() {
            return filter;
        }

        @Override
        public @Nullable MarkTarget needs() {
            return null;
        }
    }
}
