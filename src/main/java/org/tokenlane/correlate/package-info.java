/** Facts: which event belongs to which token, session, mailbox and network, and by which rule. */
@NullMarked
package org.tokenlane.correlate;

import org.jspecify.annotations.NullMarked;
