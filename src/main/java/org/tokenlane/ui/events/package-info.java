/** The list of events that the filter selects. */
@NullMarked
package org.tokenlane.ui.events;

import org.jspecify.annotations.NullMarked;
