/**
 * Writes selected events of a case with their records into a new, smaller one that can be shared, as they are or
 * with pseudonyms.
 */
@NullMarked
package org.tokenlane.extract;

import org.jspecify.annotations.NullMarked;
