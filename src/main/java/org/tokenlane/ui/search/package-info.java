/** The search over everything. */
@NullMarked
package org.tokenlane.ui.search;

import org.jspecify.annotations.NullMarked;
