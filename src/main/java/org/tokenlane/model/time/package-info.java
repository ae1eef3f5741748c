/** Times, spans and durations, and how they are written. */
@NullMarked
package org.tokenlane.model.time;

import org.jspecify.annotations.NullMarked;
