package org.tokenlane.model.time;

import java.util.Arrays;
import org.tokenlane.model.text.TextKey;

/** How the dates of a file were read that could be read with day or month first, and on what basis. */
public record DateReading(DateOrder order, Basis basis) {

    /** Why they were read so. */
    public enum Basis implements TextKey {
        /** Other dates of the file can be read in this order only. */
        PROVED("proved"),
        /** The analyst said so. */
        SET("set"),
        /** Nothing shows the order. */
        ASSUMED("assumed"),
        /** The file has dates of both orders, and the analyst said how to read the others. */
        SET_OF_BOTH("set-of-both"),
        /** The file has dates of both orders, and how to read the others was assumed. */
        ASSUMED_OF_BOTH("assumed-of-both");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        /** How the case stores it. */
        public String code() {
            return code;
        }
    }

    /** The reading that is stored under these codes. */
    public static DateReading of(String order, String basis) {
        return new DateReading(
                Arrays.stream(DateOrder.values()).filter(each -> each.code().equals(order)).findFirst().orElseThrow(),
                Arrays.stream(Basis.values()).filter(each -> each.code().equals(basis)).findFirst().orElseThrow());
    }

    /** Tells whether the order is an assumption, so that times may be wrong. */
    public boolean isAssumed() {
        return basis == Basis.ASSUMED || basis == Basis.ASSUMED_OF_BOTH;
    }

    /** The reading in words. */
    public String words() {
        return basis.text(order.text());
    }
}
