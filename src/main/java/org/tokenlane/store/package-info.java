/** The case file: events, raw records, hashes of the evidence, marks and the audit trail. */
@NullMarked
package org.tokenlane.store;

import org.jspecify.annotations.NullMarked;
