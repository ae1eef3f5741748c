/** The files that a case was made from: hashes, counts, what was rejected, and whether the case is intact. */
@NullMarked
package org.tokenlane.ui.evidence;

import org.jspecify.annotations.NullMarked;
