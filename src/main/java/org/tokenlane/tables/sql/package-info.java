/** Queries in SQL on a case's tables, which read them where they are and can do nothing else. */
@NullMarked
package org.tokenlane.tables.sql;

import org.jspecify.annotations.NullMarked;
