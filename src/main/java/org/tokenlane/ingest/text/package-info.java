/** Reads files: encodings, tables, JSON, carriers, times. */
@NullMarked
package org.tokenlane.ingest.text;

import org.jspecify.annotations.NullMarked;
