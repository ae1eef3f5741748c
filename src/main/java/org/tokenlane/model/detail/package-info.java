/** What a record states beyond the fields that every event has. */
@NullMarked
package org.tokenlane.model.detail;

import org.jspecify.annotations.NullMarked;
