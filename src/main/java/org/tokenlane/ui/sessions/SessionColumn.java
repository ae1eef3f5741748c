package org.tokenlane.ui.sessions;

import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.ColumnLayout;

/** The columns of the list of sessions in the order in which they are first shown; the key is that of the title. */
enum SessionColumn implements TextKey {

    USER(210),
    RISK(230),
    VERDICT(124),
    FIRST(140),
    DURATION(86),
    SIGN_INS(66),
    TOKENS(62),
    OPERATIONS(82),
    ORIGINS(62),
    BY_WORKLOAD(110),
    ACTIVITY(120),
    COUNTRIES(84),
    IPS(190),
    LAST(140),
    THROUGH(150),
    HOME_TENANT(270),
    RESOURCE_TENANT(270),
    SESSION_ID(290);

    private final double width;

    SessionColumn(double width) {
        this.width = width;
    }

    double width() {
        return width;
    }

    /** The id under which the settings of the window remember the column; what earlier versions wrote stays valid. */
    String id() {
        return switch (this) {
        case SIGN_INS -> "Sign-ins";
        case IPS -> "IPs";
        default -> ColumnLayout.id(this);
        };
    }
}
