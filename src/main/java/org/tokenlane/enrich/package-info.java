/**
 * External data on networks and applications, from files and tables only: never from a network. Imports {@code model}
 * alone.
 */
@NullMarked
package org.tokenlane.enrich;

import org.jspecify.annotations.NullMarked;
