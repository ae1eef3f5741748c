/** What the selected events accessed. */
@NullMarked
package org.tokenlane.ui.exposure;

import org.jspecify.annotations.NullMarked;
