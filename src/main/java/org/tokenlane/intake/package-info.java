/** Brings files into a case: runs the importers, writes what they give, accounts for every record. */
@NullMarked
package org.tokenlane.intake;

import org.jspecify.annotations.NullMarked;
