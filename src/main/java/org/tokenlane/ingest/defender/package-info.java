/** Sign-ins and alerts of Microsoft Defender. */
@NullMarked
package org.tokenlane.ingest.defender;

import org.jspecify.annotations.NullMarked;
