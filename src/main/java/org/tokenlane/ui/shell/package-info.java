/** The frame of the window: menus, pages, status line. Puts the parts together. */
@NullMarked
package org.tokenlane.ui.shell;

import org.jspecify.annotations.NullMarked;
