package org.tokenlane.ingest.shape;

import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;

/** The table of Log Analytics that a row is of. */
public final class TableName {

    private static final String CUSTOM = "_CL";

    private TableName() {
    }

    /**
     * The table's name; null where the row does not say it, and for a custom table, whose name its owner made up, so
     * that its columns have to tell what it holds.
     */
    public static @Nullable String of(Value row) {
        String name = row.find("type").text();
        return name == null || name.strip().regionMatches(true, name.strip().length() - CUSTOM.length(), CUSTOM, 0,
                CUSTOM.length()) ? null : name.strip();
    }
}
