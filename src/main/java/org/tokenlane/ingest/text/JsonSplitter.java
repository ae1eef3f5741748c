package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;

/**
 * Splits JSON into the objects that are its records, however they are put together: an array, objects one behind the
 * other, JSON Lines, pages glued to each other
 * ({@code ][}, <code>}{</code>), and envelopes whose {@code value} or {@code records} array holds them. Line breaks
 * inside a string, a line that begins with a brace
 * while the line before is not closed, and text between records are damage: it is given as a record of its own (which
 * the reader then rejects) and the search goes on.
 */
final class JsonSplitter extends RecordSplitter {

    private static final int NEED_MORE = -2;

    private boolean inEnvelope;
    private boolean savedInEnvelope;

    @Override
    void save() {
        savedInEnvelope = inEnvelope;
    }

    @Override
    void restore() {
        inEnvelope = savedInEnvelope;
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        int i = from;
        while (true) {
            while (i < limit && isBetween(bytes[i])) {
                i++;
            }
            if (i >= limit) {
                start = limit;
                end = limit;
                return false;
            }
            if (bytes[i] == '{') {
                start = i;
                int list = inEnvelope ? -1 : envelope(bytes, i, limit);
                if (list == NEED_MORE && !atEnd) {
                    return false;
                }
                if (list >= 0) {
                    inEnvelope = true;
                    i = list;
                } else {
                    return object(bytes, i, limit, atEnd);
                }
            } else if (inEnvelope) {
                // whatever stands between the list and the envelope's end (a next link, a count) belongs to no record
                int close = endOfEnvelope(bytes, i, limit);
                if (close < 0) {
                    return atEnd && garbage(bytes, i, limit);
                }
                inEnvelope = false;
                i = close;
            } else {
                return garbage(bytes, i, limit);
            }
        }
    }

    private static boolean isBetween(byte b) {
        return b <= ' ' && b >= 0 || b == ',' || b == '[' || b == ']' || b == (byte) 0xef || b == (byte) 0xbb
                || b == (byte) 0xbf;
    }

    private boolean garbage(byte[] bytes, int from, int limit) {
        start = from;
        end = Math.max(from + 1, endOfLine(bytes, from, limit));
        return true;
    }

    private boolean object(byte[] bytes, int from, int limit, boolean atEnd) {
        int depth = 0;
        int firstBreak = -1;
        for (int i = from; i < limit; i++) {
            switch (bytes[i]) {
            case '"' -> {
                i = endOfString(bytes, i, limit);
                if (i < 0) {
                    end = -i - 1;
                    return true;
                }
            }
            case '{' -> depth++;
            case '}' -> {
                if (--depth == 0) {
                    end = i + 1;
                    return true;
                }
            }
            case '\n' -> {
                if (firstBreak < 0) {
                    firstBreak = i;
                    if (i + 2 >= limit && !atEnd) {
                        return false;
                    }
                    if (i + 2 < limit && bytes[i + 1] == '{' && bytes[i + 2] == '"' && i > from + 2) {
                        end = endOfLine(bytes, from, limit);
                        return true;
                    }
                }
            }
            default -> {
                // everything else is content
            }
            }
        }
        if (!atEnd && limit - from <= LONGEST_RECORD) {
            return false;
        }
        end = atEnd ? limit : endOfLine(bytes, from, limit);
        return true;
    }

    /**
     * Gives the place of the string's closing quote, {@code limit} where there is none yet, or the complement of the
     * line break that damages it.
     */
    private static int endOfString(byte[] bytes, int open, int limit) {
        for (int i = open + 1; i < limit; i++) {
            byte b = bytes[i];
            if (b == '\\') {
                i++;
            } else if (b == '"') {
                return i;
            } else if (b == '\n') {
                return -i - 1;
            }
        }
        return limit;
    }

    /**
     * Looks whether the object is an envelope: none but bookkeeping members before a {@code value} or {@code records}
     * that holds a list. Gives the place behind the
     * list's bracket, -1 where it is none, {@link #NEED_MORE} where that cannot be seen yet.
     */
    private static int envelope(byte[] bytes, int open, int limit) {
        int i = open + 1;
        while (true) {
            i = skipBlank(bytes, i, limit);
            if (i >= limit) {
                return NEED_MORE;
            }
            if (bytes[i] != '"') {
                return -1;
            }
            int close = endOfString(bytes, i, limit);
            if (close < 0) {
                return -1;
            }
            int colon = skipBlank(bytes, close + 1, limit);
            int value = skipBlank(bytes, colon + 1, limit);
            if (value >= limit) {
                return NEED_MORE;
            }
            String name = new String(bytes, i + 1, close - i - 1, StandardCharsets.ISO_8859_1);
            boolean list = name.equalsIgnoreCase("value") || name.equalsIgnoreCase("records");
            if (list && bytes[value] == '[') {
                return value + 1;
            }
            if (!name.startsWith("@") && !name.startsWith("odata.") && !name.equalsIgnoreCase("count")) {
                return -1;
            }
            i = bytes[value] == '"' ? endOfString(bytes, value, limit) + 1 : value;
            if (i <= 0) {
                return -1;
            }
            while (i < limit && bytes[i] != ',' && bytes[i] != '}') {
                i++;
            }
            if (i >= limit) {
                return NEED_MORE;
            }
            if (bytes[i] == '}') {
                return -1;
            }
            i++;
        }
    }

    private static int endOfEnvelope(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit) {
            if (bytes[i] == '"') {
                i = endOfString(bytes, i, limit);
                if (i < 0) {
                    return -1;
                }
            } else if (bytes[i] == '}') {
                return i + 1;
            } else if (bytes[i] == '{') {
                return -1;
            }
            i++;
        }
        return -1;
    }

    private static int skipBlank(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}
