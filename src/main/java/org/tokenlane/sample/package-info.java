/** The sample tenant: made-up logs of an intrusion, and what is true of them. */
@NullMarked
package org.tokenlane.sample;

import org.jspecify.annotations.NullMarked;
