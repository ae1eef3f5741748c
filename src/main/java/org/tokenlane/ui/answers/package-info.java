/** The first questions of an incident with their answers, on the case's first page. */
@NullMarked
package org.tokenlane.ui.answers;

import org.jspecify.annotations.NullMarked;
