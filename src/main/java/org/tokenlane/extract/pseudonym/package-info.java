/**
 * Puts pseudonyms in place of what tells who and whose: which values those are, what stands for each, and how they are
 * found in any text.
 */
package org.tokenlane.extract.pseudonym;
