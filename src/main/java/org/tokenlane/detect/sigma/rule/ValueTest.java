package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.query.Network;

/** What a rule asks of one value of a field. */
public sealed interface ValueTest {

    boolean holds(String value);

    /** Tells whether the test asks that there be no value; {@link #holds} is then asked of none. */
    default boolean asksForNone() {
        return false;
    }

    /** The value is this text. */
    record Text(SigmaText text, boolean cased) implements ValueTest {

        @Override
        public boolean holds(String value) {
            return text.matches(value, cased);
        }
    }

    /** An expression finds something in the value. */
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
        EQUAL, LESS, AT_MOST, MORE, AT_LEAST
    }

    /** The value is a number that compares so to this one. */
    record Number(Order order, BigDecimal bound) implements ValueTest {

        private static final int LONGEST = 40;

        @Override
        public boolean holds(String value) {
            String text = value.strip();
            if (text.isEmpty() || text.length() > LONGEST || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
                return false;
            }
            try {
                int compared = new BigDecimal(text).compareTo(bound);
                return switch (order) {
                case EQUAL -> compared == 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case MORE -> compared > 0;
                case AT_LEAST -> compared >= 0;
                };
            } catch (NumberFormatException noNumber) {
                return false;
            }
        }
    }

    /** There is no value, or only empty ones: exports do not tell these apart. */
    record None() implements ValueTest {

        @Override
        public boolean holds(String value) {
            return value.isEmpty();
        }

        @Override
        public boolean asksForNone() {
            return true;
        }
    }
}
