/** The selected event with its fields and raw records. */
@NullMarked
package org.tokenlane.ui.details;

import org.jspecify.annotations.NullMarked;
