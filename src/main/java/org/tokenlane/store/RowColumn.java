package org.tokenlane.store;

/** The columns of a segment beside the event's text fields. */
public enum RowColumn {
    /** Nanoseconds since 1970, UTC. */
    TIME(true),
    RECORDED_AT(true),
    TOKEN_ISSUED_AT(true),
    KEY_HIGH(true),
    KEY_LOW(true),
    WEAK_KEY_HIGH(true),
    WEAK_KEY_LOW(true),
    KIND(false),
    RESULT(false),
    UTI_ORIGIN(false),
    TIME_QUALITY(false),
    TIME_DIGITS(false),
    THROTTLED(false),
    /** 1 where the record has no key but the weak one. */
    KEY_IS_WEAK(false),
    /** The shape's code in the dictionary. */
    SHAPE(false),
    PORT(false),
    ITEM_COUNT(false),
    BLOCK(false),
    BLOCK_OFFSET(false),
    BYTES(false),
    LINE(false);

    private final boolean wide;

    RowColumn(boolean wide) {
        this.wide = wide;
    }

    /** Tells whether the values are longs; else they are ints. */
    public boolean isWide() {
        return wide;
    }
}
