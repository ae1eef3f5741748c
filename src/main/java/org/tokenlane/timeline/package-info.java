/** The geometry of the swimlanes, without a window: lanes, time axis, what is drawn where. */
@NullMarked
package org.tokenlane.timeline;

import org.jspecify.annotations.NullMarked;
