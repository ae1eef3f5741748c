package org.tokenlane.report.incident;

import org.tokenlane.model.text.TextKey;

/** What the files for other programs say. */
enum IncidentText implements TextKey {
    HUNT_DESCRIPTION,
    HUNT_NAME,
    LAYER,
    MISP_COMMENT,
    MISP_INFO
}
