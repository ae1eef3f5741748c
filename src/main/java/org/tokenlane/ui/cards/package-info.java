/** The card of a value: when and with what it was seen. */
@NullMarked
package org.tokenlane.ui.cards;

import org.jspecify.annotations.NullMarked;
