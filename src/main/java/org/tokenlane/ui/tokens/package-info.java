/** The tree of a session, its tokens and their operations. */
@NullMarked
package org.tokenlane.ui.tokens;

import org.jspecify.annotations.NullMarked;
