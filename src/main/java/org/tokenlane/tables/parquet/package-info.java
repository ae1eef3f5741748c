/** The tables of a case as Parquet files. */
@NullMarked
package org.tokenlane.tables.parquet;

import org.jspecify.annotations.NullMarked;
