package org.tokenlane.ingest.text;

/** Splits text into its lines, each of which holds a record behind the words of a system log. */
final class LineSplitter extends RecordSplitter {

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        int i = from;
        while (i < limit && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        start = i;
        if (i < limit && bytes[i] == 0) {
            end = endOfNuls(bytes, i, limit);
            return end < limit || atEnd || end - start >= LONGEST_GARBAGE;
        }
        end = endOfLine(bytes, i, limit);
        if (isTooLong(end)) {
            end = start + LONGEST_GARBAGE;
            return true;
        }
        return end < limit || atEnd && end > start;
    }
}
