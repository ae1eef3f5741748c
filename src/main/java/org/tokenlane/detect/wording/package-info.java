/** What each event states that was done, as one sentence; the one place where operations are put into words. */
@NullMarked
package org.tokenlane.detect.wording;

import org.jspecify.annotations.NullMarked;
