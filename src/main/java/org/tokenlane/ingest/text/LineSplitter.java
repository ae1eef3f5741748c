package org.tokenlane.ingest.text;

/** Splits text into its lines, each of which holds a record behind the words of a system log. */
final class LineSplitter extends RecordSplitter {

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        if (isInLine()) {
            boolean found = goOn(bytes, from, limit, atEnd);
            if (found || isInLine()) {
                return found;
            }
        }
        int i = from;
        while (i < limit && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        start = i;
        if (i < limit && bytes[i] == 0) {
            end = endOfNuls(bytes, i, limit);
            return end < limit || atEnd || end - start >= LONGEST_GARBAGE;
        }
        line(bytes, limit);
        return isInLine() || end < limit || atEnd && end > start;
    }
}
