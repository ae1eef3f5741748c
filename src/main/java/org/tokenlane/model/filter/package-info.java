/** Filters as values, and the fields that they can name. */
@NullMarked
package org.tokenlane.model.filter;

import org.jspecify.annotations.NullMarked;
