/** The case as tables with typed columns, for queries in SQL and for other programs. */
@NullMarked
package org.tokenlane.tables;

import org.jspecify.annotations.NullMarked;
