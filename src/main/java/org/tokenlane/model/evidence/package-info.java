/** Evidence files, their records, and how they are hashed and kept. */
@NullMarked
package org.tokenlane.model.evidence;

import org.jspecify.annotations.NullMarked;
