/** Finds the files to import, also inside of archives. */
@NullMarked
package org.tokenlane.ingest.files;

import org.jspecify.annotations.NullMarked;
