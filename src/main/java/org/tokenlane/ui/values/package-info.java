/** The values of a field with their counts. */
@NullMarked
package org.tokenlane.ui.values;

import org.jspecify.annotations.NullMarked;
