/** The analyst's own network data: which files are used, what they are, and whose. */
@NullMarked
package org.tokenlane.ui.networks;

import org.jspecify.annotations.NullMarked;
