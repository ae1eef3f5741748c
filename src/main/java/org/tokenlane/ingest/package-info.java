/** Recognises exports and turns their records into events. */
@NullMarked
package org.tokenlane.ingest;

import org.jspecify.annotations.NullMarked;
