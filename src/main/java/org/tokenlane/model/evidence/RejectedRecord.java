package org.tokenlane.model.evidence;

/** A record that could not be read as an event: where it stands, why it was rejected, and its text as it is. */
public record RejectedRecord(String path, RawPlace place, String reason, String text) {

    /** The same with no more than so many letters of its text: one record can be as large as a megabyte. */
    public RejectedRecord shortened(int letters) {
        return text.length() <= letters ? this : new RejectedRecord(path, place, reason, text.substring(0, letters));
    }
}
