/** Reports and timelines as PDF and PNG. */
@NullMarked
package org.tokenlane.report.pdf;

import org.jspecify.annotations.NullMarked;
