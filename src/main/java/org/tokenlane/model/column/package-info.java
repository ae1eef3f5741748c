/** Columns of numbers and texts that do not fill the heap, however many rows they have. */
@NullMarked
package org.tokenlane.model.column;

import org.jspecify.annotations.NullMarked;
