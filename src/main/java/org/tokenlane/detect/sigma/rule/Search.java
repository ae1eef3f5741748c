package org.tokenlane.detect.sigma.rule;

import java.util.List;

/** What a rule searches for, its search identifiers replaced by what they stand for: a tree of tests of fields. */
public sealed interface Search {

    record And(List<Search> parts) implements Search {

        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Search> parts) implements Search {

        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Search part) implements Search {
    }

    /** A value of the field passes one of the tests. */
    record Field(String name, List<ValueTest> tests) implements Search {

        public Field {
            tests = List.copyOf(tests);
        }

        /** Tells whether a value passes one of the tests. */
        public boolean holds(String value) {
            return tests.stream().anyMatch(test -> test.holds(value));
        }

        /** Tells whether one of the tests is that there be no value. */
        public boolean asksForNone() {
            return tests.stream().anyMatch(ValueTest::asksForNone);
        }
    }

    /** The record has the field, with a value or without. */
    record Exists(String name) implements Search {
    }

    /** How the values of two fields are compared. */
    enum Likeness {
        EQUAL,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS
    }

    /** A value of the field is like one of the other field. */
    record SameAs(String name, String other, Likeness likeness, boolean cased) implements Search {
    }

    /** A value of any field, or the record as a whole, passes one of the tests. */
    record Keywords(List<ValueTest> tests) implements Search {

        public Keywords {
            tests = List.copyOf(tests);
        }
    }

    /** All of these; one of them alone. */
    static Search all(List<Search> parts) {
        return parts.size() == 1 ? parts.getFirst() : new And(parts);
    }

    /** One of these; one of them alone. */
    static Search any(List<Search> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Or(parts);
    }
}
