/** Whose hands events were done by: the attacker's, the user's, or unclear; with what says so. */
@NullMarked
package org.tokenlane.detect.hands;

import org.jspecify.annotations.NullMarked;
