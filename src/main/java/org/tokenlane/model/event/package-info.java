/** Events, and the names of operations, applications and devices in them. */
@NullMarked
package org.tokenlane.model.event;

import org.jspecify.annotations.NullMarked;
