/** What rules ask of a case: sessions, addresses, devices, records, and what speaks against an attack. */
@NullMarked
package org.tokenlane.detect.facts;

import org.jspecify.annotations.NullMarked;
