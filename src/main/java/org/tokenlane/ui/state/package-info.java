/** What all parts of the window share: what is looked at, ways to look at something else, messages, marks, settings. */
@NullMarked
package org.tokenlane.ui.state;

import org.jspecify.annotations.NullMarked;
