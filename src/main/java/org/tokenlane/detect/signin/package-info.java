/** Checks on the sign-ins of a user or of an address. */
@NullMarked
package org.tokenlane.detect.signin;

import org.jspecify.annotations.NullMarked;
