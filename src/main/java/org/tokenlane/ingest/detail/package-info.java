/** Reads from stored records what events leave out. */
@NullMarked
package org.tokenlane.ingest.detail;

import org.jspecify.annotations.NullMarked;
