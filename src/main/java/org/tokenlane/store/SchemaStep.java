package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a case from one version of the schema to the next. There is one step for each version, new cases run all of
 * them one after the other, and a step is never changed once a release has it. A step may therefore use only what
 * stays as it is: its own scripts, and code that reads no column of a later version.
 */
interface SchemaStep {

    /** The SQL scripts with its tables and columns, in their order. */
    List<String> scripts();

    /** Moves data from old columns to new ones, after the first script and before the others. */
    default void moveData(Connection connection) throws SQLException {
        // most steps only add something
    }
}
