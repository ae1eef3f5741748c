/** Reads tables that are no text, Parquet files and Excel workbooks, as JSON: a line for each of their rows. */
@NullMarked
package org.tokenlane.ingest.tables;

import org.jspecify.annotations.NullMarked;
