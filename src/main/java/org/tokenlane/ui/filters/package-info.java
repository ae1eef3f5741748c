/** The filter: its fields, its parts, ready and saved filters. */
@NullMarked
package org.tokenlane.ui.filters;

import org.jspecify.annotations.NullMarked;
