/** Sign-ins, directory audits, risk detections and network access of Microsoft Entra. */
@NullMarked
package org.tokenlane.ingest.entra;

import org.jspecify.annotations.NullMarked;
