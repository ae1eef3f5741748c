/** Checks on one session: used from elsewhere, by several parties, with tokens that lost their binding. */
@NullMarked
package org.tokenlane.detect.session;

import org.jspecify.annotations.NullMarked;
