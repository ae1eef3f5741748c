package org.tokenlane.ui.state;

import org.tokenlane.model.filter.FilterField;

/** A value whose card is wanted, and the point of the screen where it was asked for. */
public record CardRequest(FilterField field, String value, double screenX, double screenY) {
}
