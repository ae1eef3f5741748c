/** What analysts said in a case, as a file for another copy of the case, and the merging of such a file. */
@NullMarked
package org.tokenlane.extract.marks;

import org.jspecify.annotations.NullMarked;
