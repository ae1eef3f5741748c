package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** A record that cannot be read; the text says why, for the list of rejected records. */
public final class DamagedRecordException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Text reason;

    public DamagedRecordException(Text reason) {
        this(reason, null);
    }

    private DamagedRecordException(Text reason, @Nullable IOException cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** What the parser says, without its own words, which name its classes and settings. */
    static DamagedRecordException of(IOException cause) {
        return new DamagedRecordException(switch (cause) {
        case JsonEOFException early -> ReadingText.JSON_ENDS_EARLY.with();
        case StreamConstraintsException tooDeep -> ReadingText.JSON_TOO_DEEP.with();
        case JsonProcessingException json when json.getLocation() != null -> ReadingText.NOT_JSON
                .with(Math.max(0, Math.max(json.getLocation().getByteOffset(), json.getLocation().getCharOffset())));
        default -> ReadingText.TEXT_AFTER_RECORD.with();
        }, cause);
    }

    /** Why the record cannot be read, for the person. */
    public Text reason() {
        return reason;
    }
}
