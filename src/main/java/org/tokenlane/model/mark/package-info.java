/** Marks: notes, tags and verdicts of the analyst, and what they are on. */
@NullMarked
package org.tokenlane.model.mark;

import org.jspecify.annotations.NullMarked;
