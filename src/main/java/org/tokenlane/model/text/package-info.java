/** What a person reads: keys of texts, the bundles that hold them, counts with their plurals. */
@NullMarked
package org.tokenlane.model.text;

import org.jspecify.annotations.NullMarked;
