/** The signed manifest of a case: what it contained when an analyst signed it, in a file beside it. */
@NullMarked
package org.tokenlane.report.manifest;

import org.jspecify.annotations.NullMarked;
