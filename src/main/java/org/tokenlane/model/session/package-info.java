/** Sessions and tokens, and how an event was linked to them. */
@NullMarked
package org.tokenlane.model.session;

import org.jspecify.annotations.NullMarked;
