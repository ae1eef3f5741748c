/** The analyst's marks: the sheet that puts them on something, the list of all, the audit trail. */
@NullMarked
package org.tokenlane.ui.marks;

import org.jspecify.annotations.NullMarked;
