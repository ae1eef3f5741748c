/** Exports of how mailboxes are set, as Exchange's cmdlets and the collectors that call them write them. */
@NullMarked
package org.tokenlane.ingest.exchange;

import org.jspecify.annotations.NullMarked;
