/**
 * The unified audit log in all its export shapes. An importer knows the wrapper of one shape (its columns or keys);
 * what they all wrap, the
 * AuditData object, is mapped in one place, {@link org.tokenlane.ingest.ual.AuditDataFields}, and there by one class
 * for each workload.
 */
@NullMarked
package org.tokenlane.ingest.ual;

import org.jspecify.annotations.NullMarked;
