/** An incident in the forms of other programs: MISP, ATT&amp;CK Navigator, Microsoft Sentinel, STIX. */
@NullMarked
package org.tokenlane.report.incident;

import org.jspecify.annotations.NullMarked;
