/** Sessions that have something in common with hostile ones. */
@NullMarked
package org.tokenlane.detect.likeness;

import org.jspecify.annotations.NullMarked;
