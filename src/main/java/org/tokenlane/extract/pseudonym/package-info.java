/**
 * Replaces what identifies people and organisations with pseudonyms: which values those are, what replaces each, and
 * how
 * they are found in any text.
 */
@NullMarked
package org.tokenlane.extract.pseudonym;

import org.jspecify.annotations.NullMarked;
