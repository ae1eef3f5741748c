/** Facts of how something is set, as exports of a state show it at one time. */
@NullMarked
package org.tokenlane.model.state;

import org.jspecify.annotations.NullMarked;
