/** The analyst's own library of what was hostile in earlier cases, and its recognition in the case at hand. */
@NullMarked
package org.tokenlane.detect.library;

import org.jspecify.annotations.NullMarked;
