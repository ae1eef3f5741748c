/** Brings files into the open case. */
@NullMarked
package org.tokenlane.ui.imports;

import org.jspecify.annotations.NullMarked;
