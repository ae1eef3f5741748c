/** The filter language, and the columns in memory that filters run on. */
@NullMarked
package org.tokenlane.query;

import org.jspecify.annotations.NullMarked;
