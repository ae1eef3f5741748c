package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Splits JSON into the objects that are its records, however they are put together: an array, objects one behind the
 * other, JSON Lines, pages glued to each other ({@code ][}, <code>}{</code>), texts that hold JSON, and envelopes such
 * as a query service's answer, in which a list of a usual name holds the records. Line breaks inside a string, a line
 * that begins with a brace while the line before is not closed, and text between records are damage: it is given as a
 * record of its own (which the reader then rejects) and the search goes on.
 */
final class JsonSplitter extends RecordSplitter {

    private static final int NEED_MORE = -2;
    private static final int NONE = -1;
    /** So many brackets in a row may open or close lists; more are damage. */
    private static final int MOST_BRACKETS = 16;
    private static final int DEEPEST_LIST = 4;
    /** A record has at least four members with a name and a value; what envelopes say of their pages has fewer. */
    private static final int LEAST_QUOTES = 16;
    /** After so many records without an end, one costs more than its line: each was looked for in all that follows. */
    private static final int MOST_TOO_LONG = 16;

    /** Under these names envelopes hold their records. */
    private static final Set<String> LISTS = Set.of("value", "records", "results", "result", "data", "items", "hits",
            "logs", "events", "messages", "entries", "auditlogs", "auditrecords", "signins", "activities", "rows");
    /** Under these names envelopes hold a further envelope. */
    private static final Set<String> WRAPPERS = Set.of("hits", "data", "response", "result", "results", "body",
            "search", "payload", "value");
    /** What stands before the list in an envelope and in no record. */
    private static final Set<String> BOOKKEEPING = Set.of("count", "total", "totalcount", "took", "timedout", "shards",
            "stats", "schema", "statistics", "status", "success", "nextlink", "next", "cursor", "offset", "limit",
            "page", "pages", "pagesize", "pagenumber", "size", "meta", "metadata", "links", "query", "ok", "error",
            "errors", "code", "version", "preview", "initoffset", "maxscore", "requestid", "scrollid", "pitid",
            "terminatedearly", "nextpagetoken", "sequencenumber", "enqueuedtimeutc", "systemproperties", "partitionkey",
            "properties", "highlighted", "fields", "columns", "messagescount", "elapsed", "api", "hasmore",
            "truncated");

    /** Which of these are objects; the others are numbers, texts or lists of small objects. */
    private static final Set<String> OBJECTS = Set.of("shards", "stats", "schema", "statistics", "status", "meta",
            "metadata", "links", "query", "error", "errors", "systemproperties", "properties", "highlighted", "fields",
            "columns", "api", "total");

    private final boolean keyed;
    /** How many braces of envelopes are open. */
    private int open;
    private int savedOpen;
    /** How many records in a row were still open after {@link #LONGEST_RECORD} bytes, and were given as damage. */
    private int tooLong;
    private int savedTooLong;

    /**
     * @param keyed
     *            whether the records are the members of one object, or of lists that are such members
     */
    JsonSplitter(boolean keyed) {
        this.keyed = keyed;
    }

    @Override
    void save() {
        savedOpen = open;
        savedTooLong = tooLong;
    }

    @Override
    void restore() {
        open = savedOpen;
        tooLong = savedTooLong;
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        int i = from;
        int brackets = 0;
        while (true) {
            while (i < limit && JsonBytes.isBetween(bytes[i])) {
                brackets += bytes[i] == '[' || bytes[i] == ']' ? 1 : 0;
                i++;
            }
            if (brackets > MOST_BRACKETS && (i < limit || atEnd || i - from > LONGEST_GARBAGE)) {
                return piece(from, Math.min(i, from + LONGEST_GARBAGE));
            }
            if (i >= limit) {
                start = limit;
                end = limit;
                return isTooLong(from, i) && piece(from, from + LONGEST_GARBAGE);
            }
            byte b = bytes[i];
            if (isHalf(bytes, from - 1, i, limit, atEnd) || b == 0 && i > 0 && bytes[i - 1] == '}'
                    && (i + 1 < limit ? bytes[i + 1] != 0 : atEnd)) {
                i++;
                continue;
            }
            if (b == 0) {
                int nuls = endOfNuls(bytes, i, limit);
                return (nuls < limit || atEnd || nuls - i >= LONGEST_GARBAGE) && piece(i, nuls);
            }
            int comment = JsonBytes.behindComment(bytes, i, limit);
            if (comment > i) {
                if (comment == limit && !atEnd && limit - i < LONGEST_GARBAGE) {
                    start = limit;
                    end = limit;
                    return false;
                }
                i = comment;
                continue;
            }
            if (b == '{') {
                start = i;
                int list = open > 0 ? NONE : keyed ? i + 1 : list(bytes, i, limit, 1);
                if (list == NEED_MORE && !atEnd && !isTooLong(i, limit)) {
                    return false;
                }
                if (list < 0) {
                    return object(bytes, i, limit, atEnd);
                }
                open = Math.max(open, 1);
                i = list;
            } else if (b == '"' && JsonBytes.holdsJson(bytes, i, limit)) {
                return text(bytes, i, limit, atEnd);
            } else if (open > 0) {
                // whatever stands between the list and the envelope's end (a next link, a count) belongs to no record
                int close = behindList(bytes, i, limit);
                if (close < 0) {
                    if (!atEnd && !isTooLong(i, limit)) {
                        return false;
                    }
                    return close == NONE ? garbage(bytes, i, limit)
                            : piece(i, endOfDamage(bytes, i, limit));
                }
                i = close;
            } else {
                return garbage(bytes, i, limit);
            }
        }
    }

    private boolean piece(int from, int to) {
        start = from;
        end = to;
        return true;
    }

    private boolean garbage(byte[] bytes, int from, int limit) {
        return piece(from, Math.max(from + 1,
                endOfLine(bytes, from, Math.min(limit, from + LONGEST_GARBAGE))));
    }

    private boolean text(byte[] bytes, int from, int limit, boolean atEnd) {
        int close = JsonBytes.endOfString(bytes, from, limit);
        start = from;
        if (close < 0) {
            end = -close - 1;
            return true;
        }
        end = Math.min(close + 1, limit);
        if (isTooLong(end)) {
            end = from + LONGEST_GARBAGE;
            return true;
        }
        return close < limit || atEnd;
    }

    private boolean object(byte[] bytes, int from, int limit, boolean atEnd) {
        start = from;
        int depth = 0;
        int firstBreak = -1;
        for (int i = from; i < limit; i++) {
            switch (bytes[i]) {
            case '"' -> {
                i = JsonBytes.endOfString(bytes, i, limit);
                if (i < 0) {
                    end = -i - 1;
                    return true;
                }
            }
            case '{' -> depth++;
            case '}' -> {
                if (--depth == 0) {
                    end = i + 1;
                    tooLong = 0;
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
        if (!atEnd && !isTooLong(from, limit)) {
            return false;
        }
        end = isTooLong(limit) ? endOfDamage(bytes, from, limit) : limit;
        return true;
    }

    /** Where what begins here and does not end is given up: at the end of its line, or some way on where many are so. */
    private int endOfDamage(byte[] bytes, int from, int limit) {
        int far = from;
        if (tooLong < MOST_TOO_LONG) {
            tooLong++;
        } else {
            far = Math.min(limit, from + LONGEST_GARBAGE);
        }
        return Math.max(from + 1, endOfLine(bytes, far, Math.min(limit, far + LONGEST_GARBAGE)));
    }

    /**
     * Looks whether the object is an envelope: none but bookkeeping members before one of a usual name that holds a
     * list of objects. Gives the place behind the list's bracket, {@link #NONE} where it is no envelope, {@link
     * #NEED_MORE} where that cannot be seen yet.
     */
    private int list(byte[] bytes, int brace, int limit, int depth) {
        int i = brace + 1;
        while (true) {
            i = JsonBytes.skipBlank(bytes, i, limit);
            if (i >= limit) {
                return NEED_MORE;
            }
            if (bytes[i] != '"') {
                return NONE;
            }
            int close = JsonBytes.endOfString(bytes, i, limit);
            if (close < 0) {
                return NONE;
            }
            int value = JsonBytes.skipBlank(bytes, JsonBytes.skipBlank(bytes, close + 1, limit) + 1, limit);
            if (value >= limit) {
                return NEED_MORE;
            }
            String written = new String(bytes, i + 1, close - i - 1, StandardCharsets.ISO_8859_1);
            String name = JsonBytes.letters(written);
            if (LISTS.contains(name) && bytes[value] == '[') {
                int first = JsonBytes.skipBlank(bytes, value + 1, limit);
                if (first >= limit || bytes[first] == '"' && first + 2 >= limit) {
                    return NEED_MORE;
                }
                if (bytes[first] == '{' || bytes[first] == ']'
                        || bytes[first] == '"' && JsonBytes.holdsJson(bytes, first, limit)
                        || bytes[first] == '[') {
                    open = depth;
                    return value + 1;
                }
            }
            if (WRAPPERS.contains(name) && bytes[value] == '{' && depth < DEEPEST_LIST) {
                int inner = list(bytes, value, limit, depth + 1);
                if (inner != NONE) {
                    return inner;
                }
                int record = largeObject(bytes, value, limit);
                if (record != NONE) {
                    // not to be passed over on the way to a list
                    return record == NEED_MORE ? NEED_MORE : NONE;
                }
            } else if (bytes[value] == '{' && BOOKKEEPING.contains(name) && !OBJECTS.contains(name)) {
                int record = largeObject(bytes, value, limit);
                if (record != NONE) {
                    return record == NEED_MORE ? NEED_MORE : NONE;
                }
            } else if (!BOOKKEEPING.contains(name) && !written.startsWith("@") && !written.startsWith("odata.")) {
                return NONE;
            }
            i = JsonBytes.endOfValue(bytes, value, limit);
            if (i < 0) {
                return NONE;
            }
            i = JsonBytes.skipBlank(bytes, i, limit);
            if (i >= limit) {
                return NEED_MORE;
            }
            if (bytes[i] != ',') {
                return NONE;
            }
            i++;
        }
    }

    /**
     * Goes on behind the list of an envelope: to the next list or, among keyed records, the next record; else behind
     * the envelope's end. Gives {@link #NONE} where neither follows, {@link #NEED_MORE} where that cannot be seen yet.
     */
    private int behindList(byte[] bytes, int from, int limit) {
        int before = open;
        int i = from;
        while (i < limit) {
            byte b = bytes[i];
            if (b == '}') {
                if (--open == 0) {
                    return i + 1;
                }
                i++;
            } else if (b == '"') {
                int close = JsonBytes.endOfString(bytes, i, limit);
                int colon = close < 0 ? limit : JsonBytes.skipBlank(bytes, close + 1, limit);
                int value = JsonBytes.skipBlank(bytes, colon + 1, limit);
                if (value >= limit || bytes[colon] != ':') {
                    open = before;
                    return value >= limit && close >= 0 ? NEED_MORE : NONE;
                }
                int records = furtherRecords(bytes, value, limit, JsonBytes.letters(bytes, i, close));
                if (records >= 0 || records == NEED_MORE) {
                    open = records < 0 ? before : open;
                    return records;
                }
                i = JsonBytes.endOfValue(bytes, value, limit);
                if (i < 0 || i >= limit) {
                    open = before;
                    return i < 0 ? NONE : NEED_MORE;
                }
            } else if (b == ',' || b == ']' || b <= ' ' && b >= 0) {
                i++;
            } else {
                open = before;
                return NONE;
            }
        }
        open = before;
        return NEED_MORE;
    }

    /**
     * The place of the records in a member that follows the list of an envelope: in a further list, or in an envelope of
     * its own; {@link #NONE} where it holds none, {@link #NEED_MORE} where that cannot be seen yet.
     */
    private int furtherRecords(byte[] bytes, int value, int limit, String name) {
        int first = JsonBytes.skipBlank(bytes, value + 1, limit);
        if (bytes[value] == '[') {
            while (first < limit && bytes[first] == '[') {
                first = JsonBytes.skipBlank(bytes, first + 1, limit);
            }
            if (first >= limit || bytes[first] == '"' && first + 2 >= limit) {
                return NEED_MORE;
            }
            if (bytes[first] == '{' && !keyed && BOOKKEEPING.contains(name)) {
                int large = largeObject(bytes, first, limit);
                return large < 0 ? large : value + 1;
            }
            return bytes[first] == '{' || bytes[first] == '"' && JsonBytes.holdsJson(bytes, first, limit) ? value + 1
                    : NONE;
        }
        if (bytes[value] == '"') {
            return value + 2 >= limit ? NEED_MORE : JsonBytes.holdsJson(bytes, value, limit) ? value : NONE;
        }
        if (bytes[value] != '{' || keyed && open == 1) {
            return bytes[value] == '{' ? value : NONE;
        }
        int list = keyed || open >= DEEPEST_LIST ? NONE : list(bytes, value, limit, open + 1);
        return list == NONE && !keyed && !BOOKKEEPING.contains(name) ? largeObject(bytes, value, limit) : list;
    }

    /** The same place where the object that begins here is large enough for a record, else {@link #NONE}. */
    private static int largeObject(byte[] bytes, int brace, int limit) {
        int end = JsonBytes.endOfValue(bytes, brace, limit);
        if (end >= limit || end < 0) {
            return end < 0 ? NONE : NEED_MORE;
        }
        int quotes = 0;
        for (int i = brace; i < end; i++) {
            quotes += bytes[i] == '"' ? 1 : 0;
        }
        return quotes < LEAST_QUOTES ? NONE : brace;
    }
}
