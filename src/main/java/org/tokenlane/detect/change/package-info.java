/** What changes and other activities are, judged by their names and records in one place. */
@NullMarked
package org.tokenlane.detect.change;

import org.jspecify.annotations.NullMarked;
