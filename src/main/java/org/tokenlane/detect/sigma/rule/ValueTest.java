package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.Network;

/** What a rule asks of one value of a field. */
public sealed interface ValueTest {

    /** Tells whether a value passes the test. */
    boolean holds(String value);

    /** Tells whether the test is that there be no value. */
    default boolean asksForNone() {
        return false;
    }

    /** The value is this text. */
    record Text(WildcardText text, boolean cased) implements ValueTest {

        @Override
        public boolean holds(String value) {
            return text.matches(value, cased);
        }
    }

    /** A regular expression is found in the value. */
    record Expression(Pattern pattern) implements ValueTest {

        @Override
        public boolean holds(String value) {
            return BoundedText.finds(pattern, value);
        }
    }

    /** The value is an address of this network. */
    record InNetwork(Network network) implements ValueTest {

        @Override
        public boolean holds(String value) {
            IpAddress address = IpAddress.of(value);
            return address != null && address.isAddress() && network.contains(address.value());
        }
    }

    /** How numbers are compared. */
    enum Order {
        EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        boolean holds(int compared) {
            return switch (this) {
            case EQUAL -> compared == 0;
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case MORE -> compared > 0;
            case AT_LEAST -> compared >= 0;
            };
        }
    }

    /** The value is a number that compares so to this one. */
    record Number(Order order, BigDecimal bound) implements ValueTest {

        private static final int LONGEST = 40;

        @Override
        public boolean holds(String value) {
            BigDecimal number = of(value);
            return number != null && order.holds(number.compareTo(bound));
        }

        /** The number that a value is, or null. */
        public static @Nullable BigDecimal of(String value) {
            String text = value.strip();
            if (text.isEmpty() || text.length() > LONGEST || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
                return null;
            }
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
    }

    /** The value is a date of which a part compares so to this number. */
    record PartOfTime(TimePart part, Order order, int bound) implements ValueTest {

        @Override
        public boolean holds(String value) {
            Integer number = part.of(value);
            return number != null && order.holds(Integer.compare(number, bound));
        }
    }

    /** The field is missing or null; the empty text is a value. */
    record None() implements ValueTest {

        @Override
        public boolean holds(String value) {
            return false;
        }

        @Override
        public boolean asksForNone() {
            return true;
        }
    }
}
