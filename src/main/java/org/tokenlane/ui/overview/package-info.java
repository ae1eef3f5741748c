/** The first page of a case. */
@NullMarked
package org.tokenlane.ui.overview;

import org.jspecify.annotations.NullMarked;
