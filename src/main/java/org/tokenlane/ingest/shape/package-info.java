/** What an importer of one export shape is, and what it fills. */
@NullMarked
package org.tokenlane.ingest.shape;

import org.jspecify.annotations.NullMarked;
