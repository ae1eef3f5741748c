/** What all parts of the window use: texts on controls, dialogs, menus of values, tables, times. */
@NullMarked
package org.tokenlane.ui.kit;

import org.jspecify.annotations.NullMarked;
