package org.tokenlane.tables.sql;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A query that is refused, fails, or was stopped. */
public final class QueryException extends ShownException {

    private static final long serialVersionUID = 1;

    QueryException(Text shown) {
        super(shown);
    }

    QueryException(Text shown, @Nullable Throwable cause) {
        super(shown, cause);
    }
}
