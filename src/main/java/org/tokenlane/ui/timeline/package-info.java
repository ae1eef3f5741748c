/** The swimlanes: events in lanes over time, coloured by origin. */
@NullMarked
package org.tokenlane.ui.timeline;

import org.jspecify.annotations.NullMarked;
