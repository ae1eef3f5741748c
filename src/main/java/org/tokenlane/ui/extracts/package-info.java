/** Copies a part of the case into a new one. */
@NullMarked
package org.tokenlane.ui.extracts;

import org.jspecify.annotations.NullMarked;
