package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A record that cannot be read; the message says why in one clause, for the list of rejected records. */
public final class DamagedRecordException extends Exception {

    public DamagedRecordException(String reason) {
        super(reason);
    }

    DamagedRecordException(Exception cause) {
        super("not valid JSON: " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
