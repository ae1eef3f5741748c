/** Exports: reports, events, exposure and containment as files for people and other programs. */
@NullMarked
package org.tokenlane.report;

import org.jspecify.annotations.NullMarked;
