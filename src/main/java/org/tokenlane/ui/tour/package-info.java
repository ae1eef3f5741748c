/** The way through the sample case in five steps, for who sees the program for the first time. */
@NullMarked
package org.tokenlane.ui.tour;

import org.jspecify.annotations.NullMarked;
