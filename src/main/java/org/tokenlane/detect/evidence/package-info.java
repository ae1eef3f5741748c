/** Checks on what the evidence lacks. */
@NullMarked
package org.tokenlane.detect.evidence;

import org.jspecify.annotations.NullMarked;
