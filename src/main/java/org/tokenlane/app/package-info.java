/** The entry point: a command or the window, and the one place that puts everything together. */
@NullMarked
package org.tokenlane.app;

import org.jspecify.annotations.NullMarked;
