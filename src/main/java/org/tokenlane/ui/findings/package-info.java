/** Findings, similar sessions and rules. */
@NullMarked
package org.tokenlane.ui.findings;

import org.jspecify.annotations.NullMarked;
