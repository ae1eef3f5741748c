package org.tokenlane.model.evidence;

/** A record that could not be read as an event: where it stands, why it was rejected, and its text as it is. */
public record RejectedRecord(String path, RawPlace place, String reason, String text) {
}
