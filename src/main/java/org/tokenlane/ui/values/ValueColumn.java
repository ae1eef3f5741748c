package org.tokenlane.ui.values;

import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.ColumnLayout;

/** The columns of the list of values in the order in which they are first shown; the key is that of the title. */
enum ValueColumn implements TextKey {

    VALUE(320),
    EVENTS(90),
    FIRST(150),
    LAST(150),
    EXTERNAL_DATA(260);

    private final double width;

    ValueColumn(double width) {
        this.width = width;
    }

    double width() {
        return width;
    }

    /** The id under which the settings of the window remember the column. */
    String id() {
        return ColumnLayout.id(this);
    }
}
