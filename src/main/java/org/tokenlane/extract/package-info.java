/**
 * Takes chosen events with their records out of a case into a new, smaller one that can be handed on, as they are or
 * with pseudonyms.
 */
package org.tokenlane.extract;
