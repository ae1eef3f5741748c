package org.tokenlane.model.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.time.UtcText;

/**
 * What events an analyst wants to see, as a value: the same filter is a line of text, a row of chips, and a choice of
 * events. {@link #toText()} writes it in the filter
 * language, and reading that gives an equal filter.
 */
public sealed interface Filter {

    /** The filter in the filter language. */
    String toText();

    /** All events. */
    record Everything() implements Filter {

        @Override
        public String toText() {
            return "";
        }
    }

    /** Events that all parts choose. */
    record And(List<Filter> parts) implements Filter {

        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toText() {
            return parts.stream()
                    .map(part -> part instanceof Or || part instanceof And ? "(" + part.toText() + ")" : part.toText())
                    .collect(Collectors.joining(" "));
        }
    }

    /** Events that at least one part chooses. */
    record Or(List<Filter> parts) implements Filter {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toText() {
            return parts.stream().map(part -> part instanceof Or ? "(" + part.toText() + ")" : part.toText())
                    .collect(Collectors.joining(" OR "));
        }
    }

    /** Events that the part does not choose. */
    record Not(Filter part) implements Filter {

        @Override
        public String toText() {
            return part instanceof And || part instanceof Or || part instanceof Not ? "-(" + part.toText() + ")"
                    : "-" + part.toText();
        }
    }

    /** Events that have one of these values in a field; {@code *} and {@code ?} are wildcards. */
    record FieldIs(FilterField field, List<String> values) implements Filter {

        public FieldIs {
            values = List.copyOf(values);
        }

        @Override
        public String toText() {
            return field.word() + ":" + (field.match() == FilterField.Match.ADDRESS ? addresses() : quoted(values));
        }

        /** Tells whether it is an address, a network, or an address with wildcards. */
        public static boolean isAddress(String value) {
            if (value.indexOf('/') >= 0) {
                return Network.of(value) != null;
            }
            IpAddress address = IpAddress.of(value);
            return value.indexOf('*') >= 0 || value.indexOf('?') >= 0 || address != null && address.isAddress();
        }

        /** What is in the place of an address without being one is in quotes, so that it can be read again. */
        private String addresses() {
            return values.stream().map(value -> isAddress(value) ? Filter.quoted(value) : Filter.inQuotes(value))
                    .collect(Collectors.joining(","));
        }
    }

    /**
     * Events at this time or later; undated events are not chosen.
     *
     * @param nanos
     *            nanoseconds since 1970, UTC
     */
    record TimeFrom(long nanos) implements Filter {

        @Override
        public String toText() {
            return "after:" + UtcText.of(nanos);
        }
    }

    /**
     * Events before this time; undated events are not chosen.
     *
     * @param nanos
     *            nanoseconds since 1970, UTC
     */
    record TimeBefore(long nanos) implements Filter {

        @Override
        public String toText() {
            return "before:" + UtcText.of(nanos);
        }
    }

    record KindIs(List<EventKind> kinds) implements Filter {

        public KindIs {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String toText() {
            return "kind:" + kinds.stream().map(Filter::word).collect(Collectors.joining(","));
        }
    }

    record ResultIs(List<EventResult> results) implements Filter {

        public ResultIs {
            results = List.copyOf(results);
        }

        @Override
        public String toText() {
            return "result:" + results.stream().map(Filter::word).collect(Collectors.joining(","));
        }
    }

    record SourceIs(List<LogSource> sources) implements Filter {

        public SourceIs {
            sources = List.copyOf(sources);
        }

        @Override
        public String toText() {
            return "source:" + sources.stream().map(Filter::word).collect(Collectors.joining(","));
        }
    }

    /** Events one of whose raw records holds the text, in any case. */
    record RawText(String text) implements Filter {

        @Override
        public String toText() {
            return "text:" + quoted(List.of(text));
        }
    }

    /** Events that have the text anywhere: in a field, or in a raw record; an id in any of its spellings. */
    record Anywhere(String text) implements Filter {

        @Override
        public String toText() {
            return quoted(List.of(text));
        }
    }

    /** These events, by their ids; those that the case does not have are none. */
    record EventIs(List<String> ids) implements Filter {

        public EventIs {
            ids = List.copyOf(ids);
        }

        @Override
        public String toText() {
            return "event:" + String.join(",", ids);
        }
    }

    /**
     * Events that an analyst's mark holds for: one on the event itself, or on its token, origin, session, device,
     * address, app or user.
     *
     * @param values
     *            verdicts ({@code none} for events without one), tags, parts of notes, names of indicator lists or
     *            kinds of marks; in tags and names {@code *} and
     *            {@code ?} are wildcards
     */
    record Marked(By by, List<String> values) implements Filter {

        /** By what the marks are chosen. */
        public enum By {
            VERDICT,
            TAG,
            NOTE,
            INDICATOR,
            /** By their kind: {@code verdict}, {@code tag}, {@code note}, {@code bookmark} or {@code indicator}. */
            MARKED
        }

        /** The verdict of events that have none. */
        public static final String NONE = "none";

        public Marked {
            values = List.copyOf(values);
        }

        @Override
        public String toText() {
            return word(by) + ":" + quoted(values);
        }
    }

    /**
     * Events that newer evidence files show otherwise than the case had them before.
     *
     * @param first
     *            the number of the first of these files, counted in the order of their import from 1
     * @param last
     *            the number of the last
     */
    record Compared(What what, int first, int last) implements Filter {

        /** How they differ. */
        public enum What {
            NEW,
            CHANGED,
            GONE
        }

        @Override
        public String toText() {
            return word(what) + ":" + (first == last ? Integer.toString(first) : first + "-" + last);
        }
    }

    /** The word by which the language names a constant: {@code SIGN_IN_INTERACTIVE} is {@code sign-in-interactive}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(List<String> values) {
        return values.stream().map(Filter::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && !value.equals("OR")
                && value.chars().allMatch(c -> c > ' ' && "\"(),".indexOf(c) < 0 && !Character.isWhitespace(c))
                && value.charAt(0) != '-' && value.indexOf(':') < 0;
        return plain ? value : inQuotes(value);
    }

    private static String inQuotes(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
