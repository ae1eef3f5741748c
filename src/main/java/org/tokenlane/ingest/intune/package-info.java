/** Intune's audit log. */
@NullMarked
package org.tokenlane.ingest.intune;

import org.jspecify.annotations.NullMarked;
