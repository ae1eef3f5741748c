/** Puts a report together. */
@NullMarked
package org.tokenlane.ui.reports;

import org.jspecify.annotations.NullMarked;
