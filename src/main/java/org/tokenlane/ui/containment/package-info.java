/** Containment steps for the selected sessions. */
@NullMarked
package org.tokenlane.ui.containment;

import org.jspecify.annotations.NullMarked;
