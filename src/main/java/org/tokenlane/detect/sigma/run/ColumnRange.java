package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.sigma.rule.Search;
import org.tokenlane.detect.sigma.rule.ValueTest;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * Finds by the columns of events alone which of them a search certainly finds and which it possibly finds; only the
 * records of the difference have to be opened. Each distinct value of a column is tested once.
 */
final class ColumnRange {

    /**
     * @param sure
     *            found whatever the records have
     * @param possible
     *            these, and those that the records decide
     */
    record Range(BitSet sure, BitSet possible) {
    }

    private final CaseEvents events;
    private final LogMap log;

    ColumnRange(CaseEvents events, LogMap log) {
        this.events = events;
        this.log = log;
    }

    /** The same search with the parts first that are answered quickly. */
    Search quickFirst(Search search) {
        return switch (search) {
        case Search.And and -> new Search.And(sorted(and.parts()));
        case Search.Or or -> new Search.Or(sorted(or.parts()));
        case Search.Not not -> new Search.Not(quickFirst(not.part()));
        default -> search;
        };
    }

    private List<Search> sorted(List<Search> parts) {
        return parts.stream().map(this::quickFirst).sorted(Comparator.comparingInt(this::cost)).toList();
    }

    private int cost(Search search) {
        return switch (search) {
        case Search.And and -> and.parts().stream().mapToInt(this::cost).max().orElse(0);
        case Search.Or or -> or.parts().stream().mapToInt(this::cost).max().orElse(0);
        case Search.Not not -> cost(not.part());
        case Search.Field field -> cost(field.name());
        case Search.Exists exists -> cost(exists.name());
        case Search.SameAs same -> 3;
        case Search.Keywords keywords -> 4;
        };
    }

    private int cost(String field) {
        return log.sources(field).stream().mapToInt(source -> source.isQuick() ? 0 : source.isInRecords() ? 2 : 1).max()
                .orElse(0);
    }

    Range range(Search search, BitSet candidates) {
        return switch (search) {
        case Search.And and -> all(and.parts(), candidates);
        case Search.Or or -> any(or.parts(), candidates);
        case Search.Not not -> turned(range(not.part(), candidates), candidates);
        case Search.Field field -> field(field, candidates);
        case Search.Exists exists -> exists(exists.name(), candidates);
        case Search.SameAs same -> new Range(new BitSet(), candidates);
        case Search.Keywords keywords -> new Range(new BitSet(), candidates);
        };
    }

    private Range all(List<Search> parts, BitSet candidates) {
        BitSet sure = (BitSet) candidates.clone();
        BitSet possible = candidates;
        for (Search part : parts) {
            Range range = range(part, possible);
            sure.and(range.sure());
            possible = range.possible();
        }
        return new Range(sure, possible);
    }

    private Range any(List<Search> parts, BitSet candidates) {
        BitSet sure = new BitSet();
        BitSet possible = new BitSet();
        for (Search part : parts) {
            Range range = range(part, candidates);
            sure.or(range.sure());
            possible.or(range.possible());
        }
        return new Range(sure, possible);
    }

    private static Range turned(Range range, BitSet candidates) {
        BitSet sure = (BitSet) candidates.clone();
        sure.andNot(range.possible());
        BitSet possible = (BitSet) candidates.clone();
        possible.andNot(range.sure());
        return new Range(sure, possible);
    }

    private Range field(Search.Field field, BitSet candidates) {
        List<Column> columns = columns(field.name(), field.tests());
        boolean inRecords = log.sources(field.name()).stream().anyMatch(FieldSource::isInRecords);
        boolean asksForNothingElse = field.tests().stream().allMatch(ValueTest::asksForNone);
        // whether a missing column may be null or an empty text is in the records
        boolean holdsWithoutText = field.asksForNone() || field.holds("");
        BitSet sure = new BitSet();
        BitSet possible = new BitSet();
        for (int event = candidates.nextSetBit(0); event >= 0; event = candidates.nextSetBit(event + 1)) {
            boolean fits = false;
            boolean nothing = true;
            for (Column column : columns) {
                byte answer = column.answer(event);
                fits |= answer == Column.FITS;
                nothing &= answer == Column.NOTHING;
            }
            sure.set(event, fits);
            possible.set(event, fits || nothing && holdsWithoutText || inRecords && !(asksForNothingElse && !nothing));
        }
        return new Range(sure, possible);
    }

    private Range exists(String name, BitSet candidates) {
        List<Column> columns = columns(name, List.of());
        BitSet sure = new BitSet();
        for (int event = candidates.nextSetBit(0); event >= 0; event = candidates.nextSetBit(event + 1)) {
            int number = event;
            sure.set(event, columns.stream().anyMatch(column -> column.answer(number) != Column.NOTHING));
        }
        return new Range(sure, candidates);
    }

    /**
     * Tells whether a column has a text for one of these events; false for a field that is only in the records.
     */
    boolean isFilled(String field, BitSet among) {
        List<Column> columns = columns(field, List.of());
        return among.stream()
                .anyMatch(event -> columns.stream().anyMatch(column -> column.answer(event) != Column.NOTHING));
    }

    private List<Column> columns(String field, List<ValueTest> tests) {
        List<Column> columns = new ArrayList<>();
        for (FieldSource source : log.sources(field)) {
            if (!source.isInRecords()) {
                columns.add(new Column(source, tests));
            }
        }
        return columns;
    }

    /** What a column answers to the tests of a field. */
    private final class Column {

        private static final byte NOTHING = 1;
        private static final byte OTHER = 2;
        private static final byte FITS = 3;

        private final FieldSource source;
        private final List<ValueTest> tests;
        private final @Nullable IntColumn codes;
        private final TextColumn texts;
        private final byte[] byCode;
        private final Map<String, Byte> byText = new HashMap<>();

        Column(FieldSource source, List<ValueTest> tests) {
            this.source = source;
            this.tests = tests;
            EventField field = source.field();
            codes = field != null && field.isShared() ? events.codes(field) : null;
            texts = field != null && field.isShared() ? events.dictionary(field) : TextColumn.of();
            byCode = new byte[texts.size()];
        }

        byte answer(int event) {
            if (codes != null) {
                int code = codes.get(event);
                if (byCode[code] == 0) {
                    byCode[code] = of(texts.get(code));
                }
                return byCode[code];
            }
            if (source.kind() == FieldSource.Kind.TEXT) {
                return byText.computeIfAbsent(source.name(), this::of);
            }
            String text = source.columnText(events, event);
            return source.isQuick() && text != null ? byText.computeIfAbsent(text, this::of) : of(text);
        }

        private byte of(@Nullable String text) {
            byte answer = NOTHING;
            for (String value : source.spelled(text)) {
                for (ValueTest test : tests) {
                    if (!test.asksForNone() && test.holds(value)) {
                        return FITS;
                    }
                }
                answer = value.isEmpty() ? answer : OTHER;
            }
            return answer;
        }
    }
}
