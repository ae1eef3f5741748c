/** The list of sessions. */
@NullMarked
package org.tokenlane.ui.sessions;

import org.jspecify.annotations.NullMarked;
